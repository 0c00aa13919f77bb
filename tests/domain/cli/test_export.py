"""`export`: a plan leaves as JSON or as a workbook."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from domain.exchange.plan_json import document_of
from domain.model import Marking
from domain.store import PlanFile
from tests.domain.cli.command import Run, contents, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.exchange.plan_json.whole_plan import whole_document


def test_the_document_is_the_open_scenario(tmp_path: Path, run: Run, kader: Path) -> None:
    path = tmp_path / "out.json"

    answer = run("export", kader, path)
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(path.read_text("utf-8")) == document_of(ABOUT)


def test_another_scenario_leaves_when_it_is_named(tmp_path: Path, run: Run, kader: Path) -> None:
    run("import", kader, document_in(tmp_path, replace(ABOUT, scenario="Zuinig")))

    for scenario in ("Basis", "Zuinig"):
        path = tmp_path / f"{scenario}.json"
        assert run("export", kader, path, "--scenario", scenario).code == 0
        assert json.loads(path.read_text("utf-8"))["scenario"] == scenario


def test_what_leaves_and_comes_back_is_the_same(tmp_path: Path, run: Run, kader: Path) -> None:
    document = tmp_path / "whole.json"
    document.write_text(json.dumps(whole_document()), "utf-8")
    run("import", kader, document)
    out, other = tmp_path / "out.json", tmp_path / "other.kader"
    run("export", kader, out)
    run("new", other)
    run("import", other, out)

    assert json.loads(out.read_text("utf-8")) == whole_document()
    with PlanFile.open(other, read_only=True) as file:
        assert document_of(file.load()) == whole_document()
    answer = run("import", kader, out, "--json").document
    assert (answer["added"], answer["changed"], answer["removed"]) == ([], [], [])


def test_for_the_public_names_and_forces_stay_at_home(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    document = tmp_path / "whole.json"
    document.write_text(json.dumps(whole_document()), "utf-8")
    run("import", kader, document)
    path = tmp_path / "public.json"

    assert run("export", kader, path, "--public").code == 0
    text = path.read_text("utf-8")
    for word in ("Eerste", "Zr.Ms. Schip", "NFM", "met reden", "=1+1", "een zin", "C-OPS"):
        assert word in json.dumps(whole_document(), ensure_ascii=False)
        assert word not in text.replace("alleen een zin", "")


def test_a_workbook_leaves_with_a_period_or_without(tmp_path: Path, run: Run, kader: Path) -> None:
    whole, part = tmp_path / "whole.xlsx", tmp_path / "PART.XLSX"

    assert run("export", kader, whole).code == 0
    assert run("export", kader, part, "--from", "2026-01-01", "--until", "2026-12-31").code == 0
    for path in (whole, part):
        with zipfile.ZipFile(path) as workbook:
            assert workbook.testzip() is None


def test_an_old_file_is_replaced(tmp_path: Path, run: Run, kader: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", "utf-8")
    run("export", kader, path)

    assert json.loads(path.read_text("utf-8"))["name"] == "Plan"


def test_an_export_leaves_the_plan_as_it_is(tmp_path: Path, run: Run, kader: Path) -> None:
    before = kader.read_bytes()
    run("export", kader, tmp_path / "out.json")
    run("export", kader, tmp_path / "out.xlsx")

    assert kader.read_bytes() == before


@pytest.mark.parametrize("name", ["out.txt", "out", "out.kade", ".json.bak", "json"])
def test_another_ending_is_refused(tmp_path: Path, run: Run, kader: Path, name: str) -> None:
    before = contents(tmp_path)

    assert name in run("export", kader, tmp_path / name).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["plan.json", "plan.xlsx"])
def test_a_plan_is_never_put_in_its_own_place_or_that_of_another(
    tmp_path: Path, run: Run, kader: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(kader.read_bytes())
    before = contents(tmp_path)

    assert name in run("export", path, path).refusal
    assert name in run("export", kader, path).refusal
    assert contents(tmp_path) == before


def test_a_period_that_is_turned_round_is_refused(tmp_path: Path, run: Run, kader: Path) -> None:
    turned = ["--from", "2026-02-01", "--until", "2026-01-01"]

    assert run("export", kader, tmp_path / "out.xlsx", *turned).refusal
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("name", ["nowhere/out.json", "nowhere/out.xlsx"])
def test_a_folder_that_is_not_there_is_not_made(
    tmp_path: Path, run: Run, kader: Path, name: str
) -> None:
    before = contents(tmp_path)

    assert "nowhere" in run("export", kader, tmp_path / name).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "options",
    [
        ["--scenario", "Zuinig"],
        ["--from", "2026-1-1"],
        ["--until", "31-12-2026"],
        ["--from", "2026-01-01"],
    ],
)
def test_what_is_refused_leaves_the_old_file(
    tmp_path: Path, run: Run, kader: Path, options: list[str]
) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", "utf-8")

    assert run("export", kader, path, *options).refusal
    assert path.read_text("utf-8") == "old"


def test_a_scenario_that_was_sent_comes_back_and_is_merged(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    sent = tmp_path / "sent.kader"
    answer = run("export", kader, sent, "--scenario", "Basis")
    assert (answer.code, answer.err) == (0, "")
    with PlanFile.open(sent) as file:
        assert answer.out == f"{sent} is written; head of its journal: {file.head()}.\n"
        assert file.scenarios() == ("Basis",)
        assert file.load() == ABOUT
    moved = replace(ABOUT.rotations["r1"], military=1)
    run("import", sent, document_in(tmp_path, ABOUT.put(moved)))
    document = run("merge", kader, sent, "--json").document
    assert (document["common_base"], document["open"]) == (True, 0)
    with PlanFile.open(kader, read_only=True) as file:
        assert file.load().rotations["r1"] == moved


def test_a_scenario_is_not_sent_over_its_own_plan_or_one_that_is_open(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    before = kader.read_bytes()
    assert "is this plan itself" in run("export", kader, kader).refusal
    with PlanFile.create(tmp_path / "open.kader", [ABOUT]) as other:
        assert "Ask for it to be closed there" in run("export", kader, other.path).refusal
    assert kader.read_bytes() == before


def test_a_scenario_is_sent_whole(tmp_path: Path, run: Run, kader: Path) -> None:
    sent = tmp_path / "sent.kader"
    for option in (("--public",), ("--from", "2026-01-01")):
        assert "sent whole" in run("export", kader, sent, *option).refusal
    assert not sent.exists()


def test_the_marking_of_a_scenario_that_is_sent_is_said(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    settings = replace(ABOUT.settings, marking=Marking(1, "Intern", "#336699"))
    run("import", kader, document_in(tmp_path, replace(ABOUT, settings=settings)))
    assert run("export", kader, tmp_path / "sent.kader").out.endswith("Marking: Intern.\n")
