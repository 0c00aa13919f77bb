"""The sheet Control: every total of the sheets beside that of the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    cell_of,
    opened,
    parts_of,
    place_of,
    rows_of,
    written,
)


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.frame("osc", build.limit("cap", 7), build.limit("mil", 4, "military")),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=5, police=1),
        build.rotation("r2", "osc", "2026-04-01", "2026-06-30", civilian=3, status="cancelled"),
        build.pool("pool", build.step(4)),
    )


def checks(plan: Plan, folder: Path) -> dict[tuple[str, str], int]:
    rows = rows_of(opened(folder, plan), "control")
    return {(row["sheet"], row["what"]): row["engine"] for row in rows}


def test_every_sheet_with_numbers_is_checked(tmp_path: Path, plan: Plan) -> None:
    found = checks(plan, tmp_path)
    assert found["Rotations", "Rows"] == 2
    assert found["Rotations", "Cancelled"] == 1
    assert found["Rotations", "Total"] == 9
    assert found["Rotations", "Person-days"] == 181 * 6 + 91 * 3
    assert found["Overview", "Limits"] == 2
    assert found["Overview", "Sum of the peaks"] == 11
    assert found["Overview", "Exceeded"] == 1
    assert found["Strength", "Sum of all months"] == 6 * 11
    assert found["Strength", "All missions together, the most at once"] == 6
    assert found["Strength", "Peak: OSC, persons at once: at most 4 (military)"] == 5
    assert found["Frames", "Rows"] == 1
    assert found["Forces", "Sum of the quantities"] == 4
    assert found["Findings", "Open: error"] == 1
    assert found["Annex 2", "Deployed, total"] == 6
    assert found["Annex 2", "Persons on the sheet Rotations, each once"] == 6


def test_every_check_is_live_and_agrees(tmp_path: Path, plan: Plan) -> None:
    rows = rows_of(opened(tmp_path, plan), "control")
    assert all(row["agrees"] is True and row["measured"] == row["engine"] for row in rows)
    formulas = rows_of(load_workbook(written(tmp_path, plan)), "control")
    assert all(str(row["measured"]).startswith("=") for row in formulas)
    assert all(str(row["agrees"]).startswith("=ABS(") for row in formulas)
    assert not any(str(row["engine"]).startswith("=") for row in formulas)


def test_a_line_above_the_table_says_whether_all_agree(tmp_path: Path, plan: Plan) -> None:
    sheet = opened(tmp_path, plan)["Control"]
    (row,) = [row for row in sheet.iter_rows(max_col=2) if row[0].value == "Checks"]
    assert row[1].value == "✓ all agree"
    assert {row["result"] for row in rows_of(opened(tmp_path, plan), "control")} == {"✓ agrees"}


def test_no_condition_looks_at_a_cell_that_is_true_or_false(tmp_path: Path, plan: Plan) -> None:
    # LibreOffice 7.4 crashes when it draws such a cell.
    workbook = opened(tmp_path, plan)
    sheet, _table = place_of(workbook, "control")
    letter = cell_of(workbook, "control", "agrees").column_letter
    conditions = [
        (str(cells.sqref), formula)
        for cells in sheet.conditional_formatting
        for rule in cells.rules
        for formula in rule.formula
    ]
    assert conditions
    assert not [one for one in conditions if f"${letter}" in one[1] or one[0].startswith(letter)]


@pytest.mark.parametrize("ids", [("a*", "A*"), ("_x0041_", "b"), ("same", "SAME")])
def test_limits_whose_ids_no_formula_tells_apart_are_found_by_their_place(
    tmp_path: Path, ids: tuple[str, str]
) -> None:
    one, other = ids
    plan = build.plan(
        build.frame("osc", build.limit(one, 7), build.limit(other, 4, "military")),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=2, police=1),
    )
    sheets = "".join(
        part for name, part in parts_of(written(tmp_path, plan)).items() if "worksheets" in name
    )
    assert "<f>INDEX(strength[Peak],1)</f><v>3</v>" in sheets


def test_an_empty_plan_agrees_too(tmp_path: Path) -> None:
    rows = rows_of(opened(tmp_path, Plan()), "control")
    assert len(rows) > 10
    assert all(row["agrees"] is True and row["engine"] == 0 for row in rows)
