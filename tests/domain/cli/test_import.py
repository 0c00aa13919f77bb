"""`import`: a JSON plan becomes a scenario, exactly, or nothing happens."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.exchange.plan_json import document_of
from domain.model import Plan
from domain.store import PlanFile
from tests.domain.cli.command import Run, contents, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.exchange.plan_json.whole_plan import small_document, whole_document
from tests.domain.plan_builder import rotation, settings

MARCH = ("2026-03-01", "2026-03-14")
LESS = replace(ABOUT.put(rotation("r2", "osc", *MARCH, military=3)), scenario="Zuinig")


def scenarios(kader: Path) -> tuple[str, ...]:
    with PlanFile.open(kader, read_only=True) as file:
        return file.scenarios()


def opened(kader: Path, scenario: str | None = None) -> Plan:
    with PlanFile.open(kader, read_only=True) as file:
        return file.load(scenario)


def written(folder: Path, document: object, name: str = "other.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_the_scenario_that_the_document_names_is_made_and_opened(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    answer = run("import", kader, document_in(tmp_path, LESS))

    assert (answer.code, answer.err) == (0, "")
    assert "Zuinig" in scenarios(kader)
    assert opened(kader) == LESS
    assert opened(kader, "Basis") == ABOUT


def test_the_plan_in_it_is_the_plan_in_the_document(tmp_path: Path, run: Run, kader: Path) -> None:
    assert run("import", kader, written(tmp_path, whole_document())).code == 0

    assert document_of(opened(kader)) == whole_document()


def test_another_name_may_be_given(tmp_path: Path, run: Run, kader: Path) -> None:
    assert run("import", kader, document_in(tmp_path, LESS), "--scenario", "Basis").code == 0

    assert "Zuinig" not in scenarios(kader)
    assert opened(kader, "Basis") == replace(LESS, scenario="Basis")


def test_what_is_not_in_the_document_is_removed(tmp_path: Path, run: Run, kader: Path) -> None:
    document = small_document(scenario="Basis", name="Plan")
    run("import", kader, written(tmp_path, document))

    plan = opened(kader)
    assert (len(plan.rotations), len(plan.frames), len(plan.missions)) == (0, 0, 0)


def test_missing_settings_are_the_defaults(tmp_path: Path, run: Run, kader: Path) -> None:
    other = replace(ABOUT, settings=settings(percent=50, least=9))
    run("import", kader, document_in(tmp_path, other))
    assert opened(kader).settings.circa_percent == 50

    document = document_of(ABOUT)
    del document["settings"]
    run("import", kader, written(tmp_path, document))
    assert opened(kader).settings == ABOUT.settings


def test_the_same_document_again_changes_nothing(tmp_path: Path, run: Run, kader: Path) -> None:
    answer = run("import", kader, document_in(tmp_path, ABOUT), "--json")

    assert answer.code == 0
    assert (answer.document["added"], answer.document["changed"]) == ([], [])
    assert answer.document["removed"] == []


def test_what_is_added_changed_and_removed_is_told(tmp_path: Path, run: Run, kader: Path) -> None:
    rotations = [
        rotation("r2", "osc", *MARCH, military=3),
        rotation("r3", "osc", *MARCH, military=1),
    ]
    document = document_of(ABOUT)
    document["rotations"] = document_of(Plan().put(rotations[0]).put(rotations[1]))["rotations"]
    path = written(tmp_path, document)

    answer = run("import", kader, path, "--dry-run", "--json").document
    assert answer["scenario"] == "Basis"
    assert answer["added"] == [{"kind": "rotation", "id": "r3"}]
    assert answer["removed"] == [{"kind": "rotation", "id": "r1"}]
    assert answer["changed"] == [
        {"kind": "rotation", "id": "r2", "fields": {"military": {"old": 4, "new": 3}}}
    ]

    lines = run("import", kader, path, "--dry-run").out
    for word in ("r1", "r2", "r3", "military"):
        assert word in lines


def test_settings_that_change_are_told_too(tmp_path: Path, run: Run, kader: Path) -> None:
    path = document_in(tmp_path, replace(ABOUT, settings=settings(percent=50)))

    answer = run("import", kader, path, "--dry-run", "--json").document
    assert answer["settings"] == {"circa_percent": {"old": 10, "new": 50}}
    assert "circa_percent 10" in run("import", kader, path, "--dry-run").out


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_scenario_has_a_name_that_can_be_read_back(
    tmp_path: Path, run: Run, kader: Path, name: str
) -> None:
    path = document_in(tmp_path, ABOUT)
    before = contents(tmp_path)

    assert run("import", kader, path, "--scenario", name).refusal
    assert contents(tmp_path) == before


def test_a_dry_run_writes_nothing(tmp_path: Path, run: Run, kader: Path) -> None:
    path = document_in(tmp_path, LESS)
    before = contents(tmp_path)

    answer = run("import", kader, path, "--dry-run")
    assert answer.code == 0
    assert contents(tmp_path) == before
    assert answer.out == run("import", kader, path).out


def spoilt(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any value
    return {**document_of(ABOUT), **changes}


REFUSED: dict[str, object] = {
    "another format": spoilt(format="other"),
    "another version": spoilt(version=2),
    "an unknown key": spoilt(colour="red"),
    "a negative number": spoilt(rotations=[{**document_of(ABOUT)["rotations"][0], "military": -1}]),
    "a fraction": spoilt(rotations=[{**document_of(ABOUT)["rotations"][0], "military": 1.5}]),
    "a day in another form": spoilt(
        rotations=[{**document_of(ABOUT)["rotations"][0], "first_day": "2026-3-1"}]
    ),
    "an unknown reference": spoilt(missions=[]),
    "a cycle": spoilt(
        rotations=[{**one, "continues": one["id"]} for one in document_of(ABOUT)["rotations"]]
    ),
    "an id twice": spoilt(missions=document_of(ABOUT)["missions"] * 2),
    "a list": [],
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED.keys())
def test_a_document_that_is_refused_changes_nothing(
    tmp_path: Path, run: Run, kader: Path, document: object
) -> None:
    path = written(tmp_path, document)
    before = contents(tmp_path)

    for options in ([], ["--dry-run"], ["--json"], ["--scenario", "New"]):
        assert "other.json" in run("import", kader, path, *options).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 100_000]
)
def test_a_file_that_is_no_json_changes_nothing(
    tmp_path: Path, run: Run, kader: Path, content: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    before = contents(tmp_path)

    assert "other.json" in run("import", kader, path).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["nothing.json", "letter.txt", "plan.kader", "."])
def test_what_is_no_document_changes_nothing(
    tmp_path: Path, run: Run, kader: Path, name: str
) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    before = contents(tmp_path)

    assert run("import", kader, tmp_path / name).refusal
    assert contents(tmp_path) == before


def test_a_plan_that_is_not_there_is_not_made(tmp_path: Path, run: Run) -> None:
    path = document_in(tmp_path, LESS)

    assert "nothing.kader" in run("import", tmp_path / "nothing.kader", path).refusal
    assert [one.name for one in tmp_path.iterdir()] == ["plan.json"]


def test_a_plan_that_is_open_elsewhere_is_left_alone(tmp_path: Path, run: Run, kader: Path) -> None:
    path = document_in(tmp_path, LESS)
    with PlanFile.open(kader):
        assert "plan.kader" in run("import", kader, path).refusal
    assert "Zuinig" not in scenarios(kader)
