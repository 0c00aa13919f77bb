"""Cells that are not read: each is named with its place, the reason, and what to do."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook_reading.workbooks_back import Back, back, problems

DAYS = {"first_day": date(2027, 1, 1), "last_day": date(2027, 6, 30)}


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.unit("alpha"),
        build.mission("unmiss"),
        build.post("clerk", "unmiss", 1),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("r2", "osc", "2026-07-01", "2026-12-31", military=4, relieves="r1"),
        build.rotation("r3", "unmiss", "2026-07-01", "2026-12-31", military=4),
    )


@pytest.fixture
def book(tmp_path: Path, plan: Plan) -> Back:
    return back(tmp_path, plan)


STATUSES = "choose one of 'draft', 'planned', 'approved', 'deployed', 'completed', 'cancelled'."
FORMS = "write 31-12-2026 or 2026-12-31."


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("last_day", "31-02-2026", "'31-02-2026' is no date."),
        (
            "last_day",
            "1/2/26",
            f"'1/2/26' can be read in more than one way, or not at all; {FORMS}",
        ),
        (
            "last_day",
            "1-2-2026",
            f"'1-2-2026' can be read in more than one way, or not at all; {FORMS}",
        ),
        (
            "last_day",
            "medio juni",
            f"'medio juni' can be read in more than one way, or not at all; {FORMS}",
        ),
        ("last_day", None, "there is no day; a rotation has a first and a last day."),
        ("last_day", datetime(2026, 6, 30, 12), "the date has a time of day; leave only the date."),  # noqa: DTZ001
        ("last_day", True, "'1' is yes or no, not a date."),
        ("last_day", time(12), "the date has a time of day; leave only the date."),
        ("last_day", date(1905, 7, 18), "'2026' is 18-07-1905, which lies outside 1990–2100."),
        (
            "last_day",
            date(2025, 12, 31),
            "R1: the last day 2025-12-31 lies before the first day 2026-01-01.",
        ),
        ("military", "4", "'4' is text, not a whole number."),
        ("military", 4.5, "'4.5' is not a whole number."),
        ("military", -1, "'-1' is not between 0 and 10000000."),
        ("military", 10_000_001, "'10000001' is not between 0 and 10000000."),
        ("military", True, "'1' is yes or no, not a whole number."),
        ("military", date(2026, 2, 1), "it is a date, not a whole number."),
        ("teams", "none", "'none' is text, not a whole number."),
        ("name", 1.5, "'1.5' is a number, not text."),
        ("name", date(2026, 1, 1), "it is a date, not text."),
        (
            "name",
            "a\u202eb",
            "the text holds the character U+202E, which is not seen; type it anew.",
        ),
        (
            "name",
            "a\u200bb",
            "the text holds the character U+200B, which is not seen; type it anew.",
        ),
        (
            "name",
            "a_x0007_b",
            "the text holds the character U+0007, which is not seen; type it anew.",
        ),
        (
            "name",
            "a\u0378b",
            "the text holds the character U+0378, which is not seen; type it anew.",
        ),
        ("status", None, "there is no status; choose one from the list."),
        (
            "status",
            "soon",
            f"'soon' is not a word of this list; {STATUSES}",
        ),
        (
            "first_day_precision",
            "rough",
            "'rough' is not a word of this list; choose one of 'day', 'month', 'year', 'about'.",
        ),
        ("mission_name", "OSX", "there is no mission 'OSX'; choose one of 'UNMISS', 'OSC'."),
        ("mission_name", "0SC", "there is no mission '0SC'; did you mean 'OSC'?"),
        ("mission", None, "there is no mission; a rotation belongs to one."),
        ("force_name", "Zulu", "there is no force 'Zulu'; choose one of 'ALPHA'."),
        ("post", "clerk", "post 'clerk' belongs to another mission."),
        ("post", "cook", "there is no post 'cook'; choose one of 'clerk'."),
        ("relieves", "r9", "there is no rotation 'r9'; choose one of 'r1', 'r2', 'r3'."),
        ("relieves", "r3", "rotation 'r3' is at another mission."),
        ("relieves", "r1", "this leads back to the rotation itself (relieves)."),
        ("relieves", "r2", "this leads back to the rotation itself (relieves)."),
        ("part_of", "r1", "this leads back to the rotation itself (is part of)."),
        ("supports", "unmiss; osx", "there is no mission 'osx'; choose one of 'UNMISS', 'OSC'."),
    ],
)
def test_a_cell_that_is_not_read_is_named(
    book: Back,
    plan: Plan,
    key: str,
    value: object,
    sentence: str,
) -> None:
    cell = book.cell(0, key)
    cell.value = value
    reading = book.read()
    assert problems(reading) == [f"Rotations!{cell.coordinate}: {sentence}"]
    assert reading.plan is plan
    assert (reading.rows_in, reading.rows_taken, reading.rows_refused) == (3, 2, 1)


def test_the_id_of_a_copied_row_is_refused(book: Back) -> None:
    book.add(id="r1", mission="osc", **DAYS)
    assert problems(book.read()) == [
        "Rotations!P8: the id 'r1' also stands in row 5; empty it here if this row is new."
    ]


def test_an_id_has_a_length(book: Back) -> None:
    book.add(id="r" * 65, mission="osc", **DAYS)
    assert problems(book.read()) == ["Rotations!P8: the id has more than 64 characters."]


def test_a_new_row_needs_a_mission_and_days(book: Back) -> None:
    book.add(name="New")
    reading = book.read()
    days = "there is no day; a rotation has a first and a last day."
    assert problems(reading) == [f"Rotations!C8: {days}", f"Rotations!D8: {days}"]
    assert (reading.rows_in, reading.rows_refused) == (4, 1)
    book.change(3, **DAYS)
    assert problems(book.read()) == [
        "Rotations!A8: there is no mission; a rotation belongs to one."
    ]


def test_a_circle_that_several_rows_make_is_refused_at_each_of_them(book: Back) -> None:
    book.change(0, continues="r2")
    book.change(1, continues="r3")
    book.change(2, continues="r1")
    assert problems(book.read()) == [
        f"Rotations!V{row}: this leads back to the rotation itself (continues)."
        for row in (5, 6, 7)
    ]


def test_a_formula_is_read_by_what_it_gave(book: Back) -> None:
    book.change(0, military="=2+2")
    assert problems(book.read()) == [
        (
            "Rotations!F5: the file does not say what the formula gives; "
            "save it in a spreadsheet program, or write the value itself."
        )
    ]


def test_what_a_formula_could_not_give_is_refused(book: Back) -> None:
    book.change(0, last_day="#REF!")
    assert problems(book.read()) == [
        "Rotations!D5: the formula gives '#REF!'; mend it, or write the value itself."
    ]


def test_a_number_that_is_no_date_is_not_taken_for_one(book: Back) -> None:
    book.cell(0, "last_day").number_format = "General"
    assert problems(book.read()) == [
        "Rotations!D5: '46203' is a number that is not shown as a date; write 31-12-2026."
    ]


def test_a_time_is_no_date(book: Back) -> None:
    book.cell(0, "last_day").number_format = "hh:mm"
    assert problems(book.read()) == ["Rotations!D5: it is a time of day, not a date."]


@pytest.mark.parametrize("form", ["00000", "0.0E+00"])
def test_a_number_that_is_shown_in_another_form_is_no_text(book: Back, form: str) -> None:
    book.change(0, name=7)
    book.cell(0, "name").number_format = form
    assert problems(book.read()) == [
        "Rotations!B5: '7' is a number in a form of its own, not text."
    ]


def test_a_percentage_is_no_number_of_people(book: Back) -> None:
    book.cell(0, "military").number_format = "0%"
    assert problems(book.read()) == ["Rotations!F5: it is a percentage, not a whole number."]


def test_merged_cells_are_refused(book: Back) -> None:
    book.sheet.merge_cells("A5:A6")
    assert "Rotations!A5:A6: these cells are merged; split them, and fill in each of them." in (
        problems(book.read())
    )


def test_all_problems_are_told_and_the_first_says_how_many_more(book: Back, plan: Plan) -> None:
    book.change(0, military="x", civilian="y")
    book.change(2, last_day="31-02-2026")
    reading = book.read()
    assert len(reading.problems) == 3
    assert reading.rows_refused == 2
    assert reading.first_problem == (
        "Rotations!F5: 'x' is text, not a whole number. (and 2 more problems)"
    )
    assert reading.plan is plan


def test_of_very_many_problems_the_first_are_kept(tmp_path: Path) -> None:
    rotations = (build.rotation(f"r{n}", "osc", "2026-01-01", "2026-06-30") for n in range(1_005))
    book = back(tmp_path, build.plan(*rotations))
    for row in range(1_005):
        book.change(row, teams="x")
    reading = book.read()
    assert (len(reading.problems), reading.more_problems) == (1_000, 5)
    assert reading.rows_refused == 1_005
    assert reading.first_problem.endswith("(and 1004 more problems)")


def test_a_text_that_is_composed_otherwise_is_composed_as_ours(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r1", "osc", "2026-01-01", "2026-06-30"))
    book = back(tmp_path, plan)
    book.change(0, name="Groep e\u0301e\u0301n")
    assert book.read().plan.rotations["r1"].name == "Groep \xe9\xe9n"
