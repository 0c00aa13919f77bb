"""`compare` says what differs between two scenarios, of one plan or of two files."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.store import PlanFile
from tests.domain.cli.command import Run, contents, document_in
from tests.domain.cli.conftest import ABOUT
from tests.domain.plan_builder import day


@pytest.fixture
def two(kader: Path, run: Run, tmp_path: Path) -> Path:
    """A plan with two scenarios: in the second one a rotation is later and smaller."""
    later = replace(
        ABOUT.rotations["r2"], first_day=day("2026-03-08"), last_day=day("2026-03-21"), military=5
    )
    variant = replace(ABOUT.put(later), scenario="Variant", derived_from="Basis")
    assert run("import", kader, document_in(tmp_path, variant, "variant.json")).code == 0
    return kader


def test_it_says_what_differs_field_by_field(two: Path, run: Run) -> None:
    answer = run("compare", two, "Basis", "Variant", "--json")
    assert answer.code == 0
    document = answer.document
    assert document["before"] == {"plan": "Plan", "scenario": "Basis"}
    assert document["after"] == {"plan": "Plan", "scenario": "Variant"}
    (changed,) = document["things"]["changed"]
    assert (changed["kind"], changed["id"]) == ("rotation", "r2")
    assert changed["fields"] == {
        "first_day": {"old": "2026-03-01", "new": "2026-03-08"},
        "last_day": {"old": "2026-03-14", "new": "2026-03-21"},
        "military": {"old": 4, "new": 5},
    }
    assert (document["things"]["moved"], document["things"]["repeopled"]) == (["r2"], ["r2"])


def test_a_finding_on_other_days_is_changed_and_not_solved_and_new(two: Path, run: Run) -> None:
    found = run("compare", two, "Basis", "Variant", "--json").document["findings"]
    (pair,) = [one for one in found["changed"] if one["before"]["code"] == "FRA001"]
    assert (pair["before"]["first_day"], pair["before"]["last_day"]) == ("2026-03-01", "2026-03-14")
    assert (pair["after"]["first_day"], pair["after"]["last_day"]) == ("2026-03-08", "2026-03-14")
    assert (found["solved"], found["caused"]) == ([], [])


def test_limits_stand_side_by_side(two: Path, run: Run) -> None:
    (limit,) = run("compare", two, "Basis", "Variant", "--json").document["limits"]
    assert limit == {
        "id": "osc/cap",
        "frame": "osc",
        "changed": True,
        "before": {
            "number": 7,
            "peak": 8,
            "peak_day": "2026-03-01",
            "room": -1,
            "days_above": 14,
        },
        "after": {"number": 7, "peak": 9, "peak_day": "2026-03-08", "room": -2, "days_above": 7},
    }


def test_a_person_can_read_it(two: Path, run: Run) -> None:
    lines = run("compare", two, "Basis", "Variant").out.splitlines()
    assert lines[0].startswith("changed: rotation r2: first_day 2026-03-01 → 2026-03-08; ")
    assert lines[1] == "0 added, 1 changed, 0 removed."
    assert lines[2] == (
        "limit Frame osc (osc/cap): peak 8 of 7 (01-03-2026), room -1 "
        "→ peak 9 of 7 (08-03-2026), room -2"
    )
    assert lines[3].startswith("other than before: error FRA001 08-03-2026 – 14-03-2026")
    assert lines[3].endswith("(was 01-03-2026 – 14-03-2026)")
    assert lines[4].startswith("Findings: 0 solved, 0 new, 1 changed, ")


def test_scenarios_that_are_equal_differ_in_nothing(two: Path, run: Run) -> None:
    document = run("compare", two, "Basis", "Basis", "--json").document
    assert document["things"]["changed"] == []
    assert document["findings"]["changed"] == []
    assert document["findings"]["same"] > 0
    assert not document["limits"][0]["changed"]


def test_a_scenario_may_be_of_another_file(two: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.kader"
    with PlanFile.open(two) as file:
        file.send("Variant", other)
    there = run("compare", two, "Basis", f"{other}:Variant", "--json").document
    assert there == run("compare", two, "Basis", "Variant", "--json").document
    assert there == run("compare", two, "Basis", other, "--json").document
    assert there == run("compare", two, "Basis", f"{two}:Variant", "--json").document
    assert run("compare", two, f"{other}:Basis", "Basis").refusal == (
        "There is no scenario 'Basis'; there are Variant."
    )


def test_what_is_not_there_is_refused(two: Path, run: Run, tmp_path: Path) -> None:
    assert "There is no scenario 'C'" in run("compare", two, "Basis", "C").refusal
    lost = tmp_path / "lost.kader"
    assert "does not exist" in run("compare", two, "Basis", f"{lost}:Basis").refusal
    assert "B" in run("compare", two, "Basis").refusal


def test_nothing_is_written(two: Path, run: Run, tmp_path: Path) -> None:
    before = contents(tmp_path)
    run("compare", two, "Basis", "Variant", "--as-of", "2026-01-01")
    assert contents(tmp_path) == before


def test_a_workbook_holds_the_comparison_when_it_is_asked(
    two: Path, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    assert run("export", two, path, "--scenario", "Basis", "--compare-with", "Variant").code == 0
    assert "Compare" in load_workbook(path).sheetnames
    answer = run("import", two, path, "--scenario", "Basis", "--dry-run", "--json").document
    assert (answer["added"], answer["changed"], answer["removed"]) == ([], [], [])


def test_a_workbook_compares_with_a_scenario_of_another_file(
    two: Path, run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "other.kader"
    PlanFile.create(other, [replace(ABOUT, scenario="Elders")]).close()
    path = tmp_path / "out.xlsx"
    assert run("export", two, path, "--compare-with", f"{other}:Elders").code == 0
    assert "Compare" in load_workbook(path).sheetnames


def test_nothing_but_a_workbook_compares(two: Path, run: Run, tmp_path: Path) -> None:
    for name in ("out.json", "out.csv", "out.pdf", "out.kader"):
        answer = run("export", two, tmp_path / name, "--compare-with", "Variant")
        assert answer.refusal == "Only a workbook (.xlsx) compares; leave --compare-with out."
        assert not (tmp_path / name).exists()
