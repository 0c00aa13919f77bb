"""The sheet Rotations: every field, real dates and numbers, lists to choose from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.formatting.formatting import ConditionalFormatting

from domain.exchange.workbook.naming import labels_of
from domain.model import DayNotes, Mission, Plan, Precision
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    cell_of,
    facts_of,
    keys_of,
    opened,
    place_of,
    rows_of,
)

FIELDS = {
    "id",
    "mission",
    "name",
    "first_day",
    "last_day",
    "military",
    "civilian",
    "police",
    "teams",
    "force",
    "quantity",
    "post",
    "relieves",
    "continues",
    "part_of",
    "supports",
    "status",
    "justification",
    "note",
    "first_day_precision",
    "last_day_precision",
    "first_day_note",
    "last_day_note",
}


@pytest.fixture
def plan() -> Plan:
    full = build.rotation(
        "full",
        "osc",
        "2026-01-01",
        "2026-03-31",
        military=3,
        civilian=2,
        police=1,
        teams=0,
        force="company",
        quantity=2,
        post="chief",
        relieves="other",
        continues="other",
        part_of="other",
        supports=("kfor", "untso"),
        status="approved",
        justification="because",
        note="a note",
    )
    notes = DayNotes(Precision.MONTH, Precision.APPROX, "vanaf januari", "tot april")
    return build.plan(
        replace(full, day_notes=notes),
        build.rotation("other", "osc", "2025-10-01", "2025-12-31"),
        build.post("chief", "osc", 1),
    )


def test_every_field_of_a_rotation_has_a_column(tmp_path: Path, plan: Plan) -> None:
    assert set(keys_of(opened(tmp_path, plan), "rotations")) >= FIELDS


def test_a_rotation_stands_there_with_all_that_it_has(tmp_path: Path, plan: Plan) -> None:
    row = rows_of(opened(tmp_path, plan), "rotations")[0]
    assert dict(row) == {
        "mission_name": "OSC (osc)" if row["mission_name"] != "OSC" else "OSC",
        "name": "Full",
        "first_day": datetime(2026, 1, 1),  # noqa: DTZ001
        "last_day": datetime(2026, 3, 31),  # noqa: DTZ001
        "x_days": 90,
        "military": 3,
        "civilian": 2,
        "police": 1,
        "x_headcount": 6,
        "teams": 0,
        "force_name": "COMPANY",
        "status": "approved",
        "x_findings": row["x_findings"],
        "justification": "because",
        "note": "a note",
        "id": "full",
        "mission": "osc",
        "force": "company",
        "quantity": 2,
        "post": "chief",
        "relieves": "other",
        "continues": "other",
        "part_of": "other",
        "supports": "kfor; untso",
        "first_day_precision": "month",
        "first_day_note": "vanaf januari",
        "last_day_precision": "about",
        "last_day_note": "tot april",
        "x_first_week": "2026-W01",
        "x_last_week": "2026-W14",
    }


def test_the_year_of_a_week_is_that_of_its_thursday(tmp_path: Path) -> None:
    days = {"2027-01-03": "2026-W53", "2024-12-30": "2025-W01", "2026-12-31": "2026-W53"}
    rotations = (build.rotation(day, "osc", day, "2027-06-30") for day in days)
    rows = rows_of(opened(tmp_path, build.plan(build.mission("osc"), *rotations)), "rotations")
    assert {row["id"]: row["x_first_week"] for row in rows} == days


def test_what_is_not_given_is_an_empty_cell_and_zero_is_zero(tmp_path: Path, plan: Plan) -> None:
    full, other = rows_of(opened(tmp_path, plan), "rotations")
    assert full["teams"] == 0
    assert other["teams"] is None
    assert other["force"] is None
    assert other["military"] == 0


def test_dates_are_dates_and_are_shown_as_here(tmp_path: Path, plan: Plan) -> None:
    cell = cell_of(opened(tmp_path, plan), "rotations", "first_day")
    assert cell.is_date
    assert cell.number_format == "dd-mm-yyyy"


def test_ids_and_texts_are_formatted_as_text_so_that_excel_leaves_them_alone(
    tmp_path: Path, plan: Plan
) -> None:
    workbook = opened(tmp_path, plan)
    for key in ("id", "name", "note", "relieves"):
        assert cell_of(workbook, "rotations", key).number_format == "@"


def test_a_text_like_a_formula_keeps_its_quote_when_it_is_edited(tmp_path: Path) -> None:
    rotation = build.rotation("r", "m", "2026-01-01", "2026-03-31", note="=1+1")
    workbook = opened(tmp_path, build.plan(rotation))
    cell = cell_of(workbook, "rotations", "note")
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.quotePrefix
    assert not cell_of(workbook, "rotations", "name").quotePrefix


def test_mission_force_and_status_are_chosen_from_named_lists(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan)
    sheet, _table = place_of(workbook, "rotations")
    lists = {
        str(validation.sqref).split(":")[0].rstrip("0123456789"): validation.formula1
        for validation in sheet.data_validations.dataValidation
    }
    letters = {
        key: cell_of(workbook, "rotations", key).column_letter
        for key in ("mission_name", "force_name", "status", "mission", "force")
    }
    named = {key: lists[letter] for key, letter in letters.items()}
    assert named == {
        "mission_name": "kader_missions",
        "mission": "kader_missions_ids",
        "force_name": "kader_forces",
        "force": "kader_forces_ids",
        "status": "kader_statuses",
    }
    assert all(v.type == "list" for v in sheet.data_validations.dataValidation)


def test_the_lists_hold_the_words_and_their_codes(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan)

    def choices(name: str) -> list[object]:
        (place,) = workbook.defined_names[name].destinations
        return [cell.value for (cell,) in workbook[place[0]][place[1]]]

    assert choices("kader_statuses")[:2] == ["draft", "planned"]
    assert choices("kader_statuses_ids")[-1] == "cancelled"
    assert choices("kader_missions_ids") == ["osc", "kfor", "untso"]


def test_a_plan_without_forces_has_no_list_of_forces(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r", "m", "2026-01-01", "2026-03-31"))
    workbook = opened(tmp_path, plan)
    assert "kader_forces" not in workbook.defined_names
    sheet, _table = place_of(workbook, "rotations")
    lists = {validation.formula1 for validation in sheet.data_validations.dataValidation}
    assert "kader_forces" not in lists


def test_a_name_that_two_have_or_that_is_an_id_gets_its_id_behind_it() -> None:
    missions = [Mission("a", "KFOR"), Mission("b", "kfor"), Mission("c", "A"), Mission("d", "")]
    assert labels_of([*missions, Mission("osc", "OSC")]) == {
        "a": "KFOR (a)",
        "b": "kfor (b)",
        "c": "A (c)",
        "d": "(d)",
        "osc": "OSC",
    }


def test_a_rotation_says_how_many_findings_it_has_a_part_in(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7), build.limit("mil", 4, "military")),
        build.rotation("first", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("second", "osc", "2026-04-17", "2026-08-31", military=4),
        build.rotation("third", "osc", "2027-04-17", "2027-08-31", military=4),
    )
    workbook = opened(tmp_path, plan)
    found = [row["x_findings"] for row in rows_of(workbook, "rotations")]
    assert found == ["■ 2 errors", "■ 2 errors", None]
    assert facts_of(workbook)["findings"] == "■ 2 errors"


def test_findings_are_marked_by_a_pattern_besides_the_colour(tmp_path: Path, plan: Plan) -> None:
    sheet, _table = place_of(opened(tmp_path, plan), "rotations")
    (marks,) = sheet.conditional_formatting
    assert isinstance(marks, ConditionalFormatting)
    patterns = {rule.formula[0][-4:]: rule.dxf.fill for rule in marks.rules}
    assert set(patterns) == {'="■"', '="▲"', '="○"', '="✓"'}
    assert patterns['="■"'].patternType == "lightUp"
    assert patterns['="■"'].bgColor.rgb == "FFFBE3D8"
    assert len({fill.patternType for fill in patterns.values()}) == 4


def test_what_is_not_printed_stands_right_of_the_printed(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan)
    area = str(workbook["Rotations"].print_area)
    last = cell_of(workbook, "rotations", "justification").column_letter
    assert f"$A$1:${last}$" in area
