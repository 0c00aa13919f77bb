"""`new`: a plan file from nothing or from a baseline."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.model import LISTS, Settings
from domain.store import PlanFile
from tests.domain.cli.command import Run, contents


def test_a_new_plan_is_empty(tmp_path: Path, run: Run) -> None:
    answer = run("new", tmp_path / "plan.kader")

    assert (answer.code, answer.err) == (0, "")
    with PlanFile.open(tmp_path / "plan.kader", read_only=True) as file:
        assert len(file.scenarios()) == 1
        plan = file.load()
    assert [kind for kind in LISTS if plan.table(kind)] == []
    assert plan.settings == Settings()


@pytest.mark.parametrize("baseline", ["empty", "nl-2025", "nl-2024", "nl-2020"])
def test_a_baseline_is_a_whole_plan_that_can_be_checked(
    tmp_path: Path, run: Run, baseline: str
) -> None:
    path = tmp_path / "plan.kader"

    assert run("new", path, "--baseline", baseline).code == 0
    assert run("verify", path).code == 0
    answer = run("check", path, "--json")
    assert answer.code in {0, 1}
    assert (answer.document["checked"]["limits"] == 0) is (baseline == "empty")


def test_without_a_baseline_it_is_the_empty_one(tmp_path: Path, run: Run) -> None:
    run("new", tmp_path / "one.kader")
    run("new", tmp_path / "two.kader", "--baseline", "empty")

    assert (
        run("check", tmp_path / "one.kader", "--json").document
        == run("check", tmp_path / "two.kader", "--json").document
    )


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, run: Run, kader: Path) -> None:
    before = contents(tmp_path)

    assert str(kader) in run("new", kader).refusal
    assert contents(tmp_path) == before


def test_any_other_file_is_left_as_it_is(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("dear", "utf-8")

    assert "letter.txt" in run("new", path).refusal
    assert contents(tmp_path) == {"letter.txt": b"dear"}


def test_an_unknown_baseline_makes_no_file(tmp_path: Path, run: Run) -> None:
    refusal = run("new", tmp_path / "plan.kader", "--baseline", "nl-1999").refusal

    assert "nl-1999" in refusal
    assert "nl-2025" in refusal
    assert contents(tmp_path) == {}


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, run: Run) -> None:
    assert "nowhere" in run("new", tmp_path / "nowhere" / "plan.kader").refusal
    assert list(tmp_path.iterdir()) == []
