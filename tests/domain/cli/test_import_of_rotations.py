"""`import` of workbooks and tables: a difference first, then one step, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.model import Plan
from domain.store import PlanFile
from tests.domain.cli.command import Run, contents
from tests.domain.exchange.workbook_reading.workbooks_back import Back


def opened(kader: Path) -> Plan:
    with PlanFile.open(kader, read_only=True) as file:
        return file.load()


@pytest.fixture
def book(tmp_path: Path, run: Run, kader: Path) -> Back:
    """An export, open to be changed."""
    path = tmp_path / "out.xlsx"
    assert run("export", kader, path).code == 0
    return Back(path, opened(kader))


def test_an_export_that_comes_back_changes_nothing(run: Run, kader: Path, book: Back) -> None:
    before = contents(kader.parent)
    answer = run("import", kader, book.path)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "0 added, 0 changed, 0 removed.",
        "2 rows: 2 taken, 0 refused.",
    ]
    assert contents(kader.parent) == before


def test_what_was_changed_is_said_field_by_field_and_done(
    run: Run, kader: Path, book: Back
) -> None:
    book.change(0, military=5, name="Other")
    answer = run("import", kader, book.saved())
    assert answer.out.splitlines() == [
        "changed: rotation r1: name R1 → Other; military 4 → 5",
        "0 added, 1 changed, 0 removed.",
        "2 rows: 2 taken, 0 refused.",
    ]
    assert opened(kader).rotations["r1"].military == 5
    assert run("verify", kader).code == 0


def test_a_dry_run_says_it_and_changes_nothing(run: Run, kader: Path, book: Back) -> None:
    book.remove(0)
    path = book.saved()
    before = contents(kader.parent)
    answer = run("import", kader, path, "--dry-run", "--json")
    assert answer.document["removed"] == [{"kind": "rotation", "id": "r1"}]
    assert answer.document["rows"] == {"in": 1, "taken": 1, "refused": 0}
    assert contents(kader.parent) == before


def test_with_a_problem_nothing_is_changed(run: Run, kader: Path, book: Back) -> None:
    book.change(0, military=5)
    book.change(1, last_day="31-02-2026", teams="x")
    path = book.saved()
    before = contents(kader.parent)
    answer = run("import", kader, path)
    assert answer.code == 2
    assert answer.err == "Rotations!D6: '31-02-2026' is no date. (and 1 more problem)\n"
    assert answer.out.splitlines() == [
        "Rotations!D6: '31-02-2026' is no date.",
        "Rotations!J6: 'x' is text, not a whole number.",
        "2 rows: 1 taken, 1 refused.",
    ]
    answer = run("import", kader, path, "--json")
    assert answer.code == 2
    assert answer.document["problems"] == [
        {"sheet": "Rotations", "cell": "D6", "sentence": "'31-02-2026' is no date."},
        {"sheet": "Rotations", "cell": "J6", "sentence": "'x' is text, not a whole number."},
    ]
    assert (answer.document["changed"], answer.document["more_problems"]) == ([], 0)
    assert contents(kader.parent) == before


def test_a_plan_that_changed_since_is_told(run: Run, kader: Path, book: Back) -> None:
    table = kader.with_name("new.csv")
    table.write_text("Missie;Begin;Einde\nosc;01-01-2027;30-06-2027\n", "utf-8")
    assert run("import", kader, table).code == 0
    answer = run("import", kader, book.path, "--dry-run")
    assert "the plan was changed since the workbook was made" in answer.out
    assert "removed: rotation osc-1" in answer.out


def test_a_workbook_of_another_plan_must_be_asked_for_and_then_removes_nothing(
    tmp_path: Path, run: Run, book: Back
) -> None:
    other = tmp_path / "other.kader"
    run("new", other, "--baseline", "sample")
    refusal = run("import", other, book.path).refusal
    assert "was made of another plan" in refusal
    answer = run("import", other, book.path, "--from-other-plan")
    assert "2 added, 0 changed, 0 removed." in answer.out


def test_a_file_that_cannot_be_trusted_is_refused(run: Run, kader: Path, book: Back) -> None:
    book.path.write_bytes(book.path.read_bytes()[:-30])
    refusal = run("import", kader, book.path).refusal
    assert refusal.startswith(f"{book.path}: it is damaged or was cut off;")


def test_a_table_may_say_what_its_columns_are(tmp_path: Path, run: Run, kader: Path) -> None:
    table = tmp_path / "extract.csv"
    table.write_text("Waar;Van;Tot;Aantal\nOSC;01-01-2027;30-06-2027;3\n", "utf-8")
    assert "no column tells mission, last_day" in run("import", kader, table).refusal
    said = ["--map", "Waar=mission", "--map", "Tot=last_day", "--map", "Aantal=civilian"]
    answer = run("import", kader, table, *said)
    assert answer.out.splitlines()[0] == "added: rotation osc-1"
    assert opened(kader).rotations["osc-1"].civilian == 3


@pytest.mark.parametrize("text", ["Waar", ""])
def test_a_mapping_has_two_sides(tmp_path: Path, run: Run, kader: Path, text: str) -> None:
    table = tmp_path / "extract.csv"
    table.write_text("Waar;Van;Tot\n", "utf-8")
    assert "is no mapping" in run("import", kader, table, "--map", text).refusal


def test_a_sheet_of_a_workbook_of_others_may_be_named(
    tmp_path: Path, run: Run, kader: Path, book: Back
) -> None:
    workbook = load_workbook(book.path)
    sheet = workbook.create_sheet("Extract")
    for row in (["Missie", "Begin", "Einde"], ["osc", "01-01-2027", "30-06-2027"]):
        sheet.append(row)
    path = tmp_path / "more.xlsx"
    workbook.save(path)
    assert "added: rotation osc-1" in run("import", kader, path, "--sheet", "Extract").out


def test_a_file_of_another_kind_is_refused(tmp_path: Path, run: Run, kader: Path) -> None:
    assert "ends in .json, .xlsx or .csv" in run("import", kader, tmp_path / "plan.ods").refusal


def test_it_may_be_said_how_the_days_of_a_table_are_written(
    tmp_path: Path, run: Run, kader: Path
) -> None:
    table = tmp_path / "extract.csv"
    table.write_text("Extract;van 1 mei\nMissie;Van;T/m\nOSC;1/2/2027;3/4/2027\n", "utf-8")
    assert "can be read in more than one way" in run("import", kader, table).out
    run("import", kader, table, "--days", "month-first", "--row", "2")
    new = opened(kader).rotations["osc-1"]
    assert (new.first_day.isoformat(), new.last_day.isoformat()) == ("2027-01-02", "2027-03-04")
