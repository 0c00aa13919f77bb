"""A workbook that a planner changed: each row against the rotation that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from domain.language import set_language
from domain.model import DayNotes, Plan, Precision
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook_reading.workbooks_back import (
    Back,
    back,
    changes,
    problems,
    warnings,
)


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.mission("osc"),
        build.mission("unmiss"),
        build.unit("alpha"),
        build.unit("bravo"),
        build.post("chief", "osc", 1),
        build.post("clerk", "unmiss", 1),
        build.rotation(
            "r1",
            "osc",
            "2026-01-01",
            "2026-06-30",
            military=4,
            force="alpha",
            post="chief",
            note="first",
        ),
        build.rotation("r2", "osc", "2026-07-01", "2026-12-31", military=4, relieves="r1"),
        build.rotation("r3", "unmiss", "2026-03-01", "2026-08-31", civilian=2, continues="r1"),
    )


@pytest.fixture
def book(tmp_path: Path, plan: Plan) -> Back:
    return back(tmp_path, plan)


@pytest.fixture
def dutch() -> Iterator[None]:
    set_language("nl")
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("key", "value", "change"),
    [
        ("name", "Groep één", "name R1 → Groep één"),
        ("name", None, "name R1 → "),
        ("name", 12, "name R1 → 12"),
        ("first_day", datetime(2026, 1, 5), "first_day 2026-01-01 → 2026-01-05"),  # noqa: DTZ001
        ("last_day", date(2026, 7, 31), "last_day 2026-06-30 → 2026-07-31"),
        ("last_day", "31-07-2026", "last_day 2026-06-30 → 2026-07-31"),
        ("last_day", "2026-07-31", "last_day 2026-06-30 → 2026-07-31"),
        ("military", 5, "military 4 → 5"),
        ("military", 5.0, "military 4 → 5"),
        ("military", None, "military 4 → 0"),
        ("civilian", 1, "civilian 0 → 1"),
        ("police", 2, "police 0 → 2"),
        ("teams", 0, "teams None → 0"),
        ("quantity", 3, "quantity None → 3"),
        ("status", "approved", "status planned → approved"),
        ("status", "Approved ", "status planned → approved"),
        ("justification", "short, since\nagreed", "justification  → short, since\nagreed"),
        ("note", None, "note first → "),
        ("force_name", "BRAVO", "force alpha → bravo"),
        ("force_name", "bravo", "force alpha → bravo"),
        ("force", "bravo", "force alpha → bravo"),
        ("force_name", None, "force alpha → None"),
        ("force", None, "force alpha → None"),
        ("post", None, "post chief → None"),
        ("part_of", "r3", "part_of None → r3"),
        ("supports", "unmiss; osc", "supports () → ('unmiss', 'osc')"),
        ("supports", "UNMISS", "supports () → ('unmiss',)"),
    ],
)
def test_a_changed_cell_is_a_changed_field(
    book: Back,
    plan: Plan,
    key: str,
    value: object,
    change: str,
) -> None:
    book.change(0, **{key: value})
    reading = book.read()
    assert changes(plan, reading) == [f"changed r1: {change}"]
    assert (reading.rows_in, reading.rows_taken, reading.rows_refused) == (3, 3, 0)
    assert warnings(reading) == []


def test_what_a_source_says_about_a_day_is_read_back(book: Back) -> None:
    book.change(0, first_day_precision="about", last_day_note="medio 2026")
    notes = DayNotes(first_precision=Precision.APPROX, last_note="medio 2026")
    assert book.read().plan.rotations["r1"].day_notes == notes


def test_words_are_read_in_the_language_of_the_workbook(
    tmp_path: Path,
    plan: Plan,
    dutch: None,  # noqa: ARG001 - it is spoken
) -> None:
    book = back(tmp_path, plan)
    assert book.cell(0, "status").value == "gepland"
    book.change(0, status="goedgekeurd")
    set_language("en")
    assert changes(plan, book.read()) == ["changed r1: status planned → approved"]


def test_a_row_without_an_id_is_a_new_rotation(book: Back, plan: Plan) -> None:
    book.add(
        mission_name="UNMISS",
        name="New",
        first_day=date(2027, 1, 1),
        last_day=date(2027, 6, 30),
        civilian=3,
        relieves="r3",
    )
    reading = book.read()
    assert changes(plan, reading) == ["added unmiss-1"]
    new = reading.plan.rotations["unmiss-1"]
    days = ("2027-01-01", "2027-06-30")
    expected = build.rotation("unmiss-1", "unmiss", *days, civilian=3, relieves="r3")
    assert new == replace(expected, name="New")
    assert list(reading.plan.rotations) == ["r1", "r2", "r3", "unmiss-1"]


def test_new_rows_can_be_tied_to_each_other_by_ids_of_their_own(book: Back, plan: Plan) -> None:
    days = {"first_day": date(2027, 1, 1), "last_day": date(2027, 6, 30)}
    book.add(id="a", mission="osc", name="A", part_of="b", **days)
    book.add(id="b", mission="osc", name="B", **days)
    reading = book.read()
    assert changes(plan, reading) == ["added a", "added b"]
    assert reading.plan.rotations["a"].part_of == "b"
    assert warnings(reading) == [
        "Rotations!P8: the id 'a' is new; a rotation is added.",
        "Rotations!P9: the id 'b' is new; a rotation is added.",
    ]


def test_a_missing_row_is_a_removed_rotation_and_lets_go_of_the_others(
    book: Back, plan: Plan
) -> None:
    book.remove(0)
    reading = book.read()
    assert changes(plan, reading) == [
        "removed r1",
        "changed r2: relieves r1 → None",
        "changed r3: continues r1 → None",
    ]
    assert warnings(reading) == [
        "Rotations!U5: rotation 'r1' is removed. 'r2' is no longer tied to it (relieves).",
        "Rotations!V6: rotation 'r1' is removed. 'r3' is no longer tied to it (continues).",
    ]


def test_rows_may_stand_in_any_order(book: Back, plan: Plan) -> None:
    for row in range(3, 0, -1):
        book.sheet.move_range(f"A{4 + row}:AB{4 + row}", rows=10 - 2 * row)
    reading = book.read()
    assert changes(plan, reading) == []
    assert reading.rows_in == 3


def test_a_rotation_that_goes_to_another_mission_leaves_its_ties_behind(
    book: Back, plan: Plan
) -> None:
    book.change(0, mission_name="UNMISS")
    reading = book.read()
    assert changes(plan, reading) == [
        "changed r1: mission osc → unmiss; post chief → None",
        "changed r2: relieves r1 → None",
    ]
    assert warnings(reading) == [
        (
            "Rotations!T5: post 'chief' belongs to another mission. "
            "'r1' is no longer tied to it (fills)."
        ),
        (
            "Rotations!U6: rotation 'r1' is at another mission. "
            "'r2' is no longer tied to it (relieves)."
        ),
    ]


def test_rotations_that_move_together_keep_their_tie(book: Back, plan: Plan) -> None:
    book.change(0, mission="unmiss", post="clerk")
    book.change(1, mission_name="unmiss")
    assert changes(plan, book.read()) == [
        "changed r1: mission osc → unmiss; post chief → clerk",
        "changed r2: mission osc → unmiss",
    ]


def test_the_one_of_name_and_id_that_was_changed_counts(book: Back, plan: Plan) -> None:
    book.change(1, mission="unmiss", relieves=None)
    assert changes(plan, book.read()) == ["changed r2: mission osc → unmiss; relieves r1 → None"]


def test_where_both_were_changed_into_different_things_nobody_guesses(tmp_path: Path) -> None:
    missions = [build.mission(name) for name in ("a", "b", "c")]
    plan = build.plan(*missions, build.rotation("r1", "a", "2026-01-01", "2026-06-30"))
    book = back(tmp_path, plan)
    book.change(0, mission_name="B", mission="c")
    reading = book.read()
    assert problems(reading) == [
        "Rotations!A5: this is 'b', but the id beside it is 'c'; change only one of them."
    ]
    book.change(0, mission="b")
    assert changes(plan, book.read()) == ["changed r1: mission a → b"]


def test_a_mission_that_was_renamed_since_is_still_known_by_its_old_name(
    book: Back, plan: Plan
) -> None:
    now = plan.put(replace(plan.missions["osc"], name="Other"))
    now = now.put(replace(plan.missions["unmiss"], name="OSC"))
    assert changes(now, book.read(now)) == []


def test_what_was_changed_in_the_plan_since_is_told(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, journal_head="old")
    assert warnings(book.read(journal_head="old")) == []
    (warning,) = warnings(book.read(journal_head="new"))
    assert "the plan was changed since the workbook was made" in warning


def test_another_scenario_is_told(book: Back, plan: Plan) -> None:
    now = replace(plan, scenario="Other")
    reading = book.read(now)
    assert changes(now, reading) == []
    assert warnings(reading) == [
        "Rotations: it was made of scenario 'Basis', and is read into 'Other'."
    ]


def test_only_rotations_of_the_period_can_be_missing(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, first_day=date(2026, 7, 1), last_day=date(2026, 8, 1))
    assert [book.cell(row, "id").value for row in range(2)] == ["r2", "r3"]
    assert changes(plan, book.read()) == []
    book.remove(0)
    assert changes(plan, book.read()) == ["removed r2"]


def test_an_empty_table_removes_all_and_says_so(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan)
    for _row in range(3):
        book.remove(0)
    reading = book.read()
    assert changes(plan, reading) == ["removed r1", "removed r2", "removed r3"]
    assert warnings(reading) == [
        "Rotations: 3 of the 3 rotations of the plan have no row, and would be removed."
    ]


def test_a_column_that_is_gone_changes_nothing_and_is_told(book: Back, plan: Plan) -> None:
    book.sheet.delete_cols(15)
    reading = book.read()
    assert changes(plan, reading) == []
    assert warnings(reading) == [
        "Rotations: columns are gone, and what they held stays as it is: note."
    ]


def test_a_column_of_ones_own_is_not_read_and_is_told(book: Back, plan: Plan) -> None:
    book.sheet["AG5"] = "mine"
    book.sheet["AG6"] = "mine too"
    reading = book.read()
    assert changes(plan, reading) == []
    assert warnings(reading) == ["Rotations!AG5: this column has no hidden key, and is not read."]


def test_what_is_computed_there_is_not_read(book: Back, plan: Plan) -> None:
    book.change(0, x_days="many", x_headcount=99, x_findings="none")
    assert changes(plan, book.read()) == []


def test_an_id_that_looks_like_another_is_told(book: Back, plan: Plan) -> None:
    days = {"first_day": date(2027, 1, 1), "last_day": date(2027, 6, 30)}
    book.add(id="rl", mission="osc", **days)
    reading = book.read()
    assert changes(plan, reading) == ["added rl"]
    assert warnings(reading) == ["Rotations!P8: the id 'rl' is new, and looks like 'r1'."]
