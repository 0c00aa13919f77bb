"""Compare: the last sheet, when a workbook is written beside another scenario."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from domain.exchange.workbook.beside import higher
from domain.model import Marking, Plan, Settings
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    everything_in,
    opened,
    place_of,
    rows_of,
)

LOW, HIGH = Marking(1, "Low & open", "#00ff00"), Marking(2, "High & closed", "#ff0000")
JUNE = ("2026-06-01", "2026-06-30")


def plan_a() -> Plan:
    return build.plan(
        Settings(marking=LOW),
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", *JUNE, military=4),
        build.rotation("r2", "osc", *JUNE, military=4),
        build.rotation("secret-id", "osc", "2026-08-01", "2026-08-31", military=1, force="cie"),
    )


def plan_b() -> Plan:
    plan = plan_a()
    smaller = replace(plan.rotations["r1"], military=3, note="secretnote")
    formula = replace(build.rotation("r9", "osc", *JUNE, police=0), name="=1+1")
    other = plan.put(smaller).put(formula).without(build.refs("rotation secret-id")[0])
    return replace(other, scenario="secretscenario", settings=Settings(marking=HIGH))


def compared(folder: Path, *, public: bool = False) -> list[tuple[object, ...]]:
    book = opened(folder, plan_a(), beside=plan_b(), public=public)
    columns = ("what", "about", "field", "a", "b", "a_number", "b_number", "difference")
    return [tuple(row[key] for key in columns) for row in rows_of(book, "comparison")]


def test_it_is_the_last_sheet_and_only_there_when_asked(tmp_path: Path) -> None:
    with_it = opened(tmp_path, plan_a(), beside=plan_b())
    without = opened(tmp_path, plan_a())
    seen = [sheet.title for sheet in with_it.worksheets if sheet.sheet_state == "visible"]
    usual = [sheet.title for sheet in without.worksheets if sheet.sheet_state == "visible"]
    assert seen == [*usual, "Compare"]
    assert any("What differs between" in str(c.value) for r in with_it["Read me"] for c in r)


def test_it_shows_fields_findings_and_limits_side_by_side(tmp_path: Path) -> None:
    rows = compared(tmp_path)
    assert ("Other people", "R1", "Military", "4", "3", 4, 3, -1) in rows
    assert ("Solved in B", "Days", "01-06-2026 – 30-06-2026", "–") in [
        (what, field, a, b) for what, _about, field, a, b, *_numbers in rows
    ]
    limit = [(field, a, b) for what, _, field, a, b, *_n in rows if what == "Limit, other in B"]
    assert limit == [("Number", "7", "7"), ("Peak", "8", "7"), ("Days above", "30", "0")]
    assert ("Removed", "Secret-id") in [(what, about) for what, about, *_rest in rows]


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    sheet, _table = place_of(opened(tmp_path, plan_a(), beside=plan_b()), "comparison")
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_it_bears_the_higher_marking_on_every_sheet(tmp_path: Path) -> None:
    book = opened(tmp_path, plan_a(), beside=plan_b())
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            header = sheet.oddHeader
            assert header is not None
            assert "High && closed" in str(header.center.text), sheet.title
            assert "Low" not in str(header.center.text)


def test_markings_that_cannot_be_ranked_are_both_shown() -> None:
    text = Marking("A", "one", "#000000")
    assert higher(LOW, HIGH) == higher(HIGH, LOW) == HIGH
    assert higher(None, LOW) == higher(LOW, None) == LOW
    assert higher(text, HIGH) == Marking("A", "one / High & closed", "#000000")


def test_a_public_one_has_no_names_notes_or_forces_of_either(tmp_path: Path) -> None:
    rows = compared(tmp_path, public=True)
    assert ("Other people", "Rotation 1", "Military", "4", "3", 4, 3, -1) in rows
    assert ("Removed", "Rotation 3") in [(what, about) for what, about, *_rest in rows]
    assert ("Added", "Rotation 4") in [(what, about) for what, about, *_rest in rows]
    book = opened(tmp_path, plan_a(), beside=plan_b(), public=True)
    inside = everything_in(book).casefold()
    for secret in ("secretnote", "secret-id", "secretscenario", "cie ", "=1+1"):
        assert secret not in inside
