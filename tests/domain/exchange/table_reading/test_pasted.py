"""Pasted rows: new, changed, the same, or refused with a reason per cell."""

from __future__ import annotations

from datetime import date

import pytest

from domain.exchange.table_reading.block import Block, block_of
from domain.exchange.table_reading.pasted import (
    Outcome,
    Paste,
    fields_by_headings,
    read_good_rows,
    read_pasted,
)
from domain.language import set_language
from domain.model import Plan, Status
from tests.domain import plan_builder as build

NEW, CHANGED, SAME, REFUSED = Outcome


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.unit("marines"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=4, relieves="a"),
    )


def table(*rows: str) -> Block:
    return block_of("\n".join(row.replace(" | ", "\t") for row in rows))


def headed(*rows: str, mission: str | None = "osc") -> Paste:
    block = table(*rows)
    fields = fields_by_headings(block)
    assert fields is not None, "the first row was not taken for headings"
    return Paste(block, fields, has_headings=True, mission=mission)


def outcomes(paste: Paste, plan: Plan) -> list[Outcome]:
    return [row.outcome for row in read_pasted(paste, plan).rows]


def test_rows_without_an_id_are_new_rotations(plan: Plan) -> None:
    paste = headed(
        "Missie | Naam | Eerste dag | Laatste dag | Mil | Eenheid | Status",
        "VPD | Ploeg 1 | 01-03-2027 | 2027-08-31 | 12 | MARINES | approved",
    )
    pasted = read_pasted(paste, plan)
    (row,) = pasted.rows
    assert (row.number, row.outcome) == (2, NEW)
    made = next(r for r in pasted.plan.rotations.things() if r.name == "Ploeg 1")
    assert (made.mission, made.military, made.force) == ("vpd", 12, "marines")
    assert (made.first_day, made.last_day) == (date(2027, 3, 1), date(2027, 8, 31))
    assert made.status is Status.APPROVED


def test_rows_with_an_id_change_what_differs(plan: Plan) -> None:
    paste = headed("Id | Name | Military", "a | A | 9", "b | B | 4", "x | X | 1")
    pasted = read_pasted(paste, plan)
    assert [row.outcome for row in pasted.rows] == [CHANGED, SAME, REFUSED]
    assert dict(pasted.rows[0].values) == {"military": 9}
    assert pasted.plan is plan


def test_a_new_rotation_goes_to_the_mission_that_is_given(plan: Plan) -> None:
    rows = ("First day | Last day", "01-03-2027 | 31-08-2027")
    pasted = read_pasted(headed(*rows, mission="vpd"), plan)
    assert [r.mission for r in pasted.plan.rotations.things()] == ["osc", "osc", "vpd"]
    without = read_pasted(headed(*rows, mission=None), plan)
    assert dict(without.rows[0].problems) == {
        "mission": "there is no mission; a rotation belongs to one."
    }


def test_rows_can_change_rotations_in_turn(plan: Plan) -> None:
    block = table("7 | 01-02-2026", "8 | 01-08-2026")
    paste = Paste(block, ("military", "first_day"), over=("a", "b"))
    pasted = read_pasted(paste, plan)
    assert [row.outcome for row in pasted.rows] == [CHANGED, CHANGED]
    assert pasted.plan.rotations["b"].military == 8
    assert pasted.plan.rotations["b"].first_day == date(2026, 8, 1)


def test_rows_beyond_the_last_rotation_need_days(plan: Plan) -> None:
    paste = Paste(table("7", "8"), ("military",), over=("b",), mission="osc")
    pasted = read_pasted(paste, plan)
    assert [row.outcome for row in pasted.rows] == [CHANGED, REFUSED]
    assert dict(pasted.rows[1].problems) == {
        "": "a new rotation needs columns with its first and its last day."
    }


def test_each_cell_says_what_is_wrong_with_it(plan: Plan) -> None:
    paste = headed(
        "Missie | Naam | Eerste dag | Laatste dag | Mil",
        "OSC | goed | 01-03-2027 | 31-08-2027 | 4",
        "NERGENS | dag | 46082 | 31-08-2027 | veel",
    )
    pasted = read_pasted(paste, plan)
    assert [row.outcome for row in pasted.rows] == [NEW, REFUSED]
    problems = pasted.rows[1].problems
    assert problems.keys() == {"mission", "first_day", "military"}
    assert problems["first_day"].startswith("'46082' can be read in more than one way")
    assert pasted.plan is plan


def test_a_last_day_before_the_first_is_refused_in_its_cell(plan: Plan) -> None:
    paste = headed("Id | Last day", "a | 01-01-2020")
    (row,) = read_pasted(paste, plan).rows
    assert row.outcome is REFUSED
    assert "before the first day" in row.problems["last_day"]


def test_only_the_good_rows_are_taken_when_asked_for(plan: Plan) -> None:
    paste = headed("Id | Mil", "a | 9", "b | veel")
    assert read_pasted(paste, plan).plan is plan
    after = read_good_rows(paste, plan)
    assert [row.number for row in after.rows] == [2]
    assert after.plan.rotations["a"].military == 9
    assert after.plan.rotations["b"] is plan.rotations["b"]


def test_a_row_that_leans_on_a_refused_one_is_refused_too(plan: Plan) -> None:
    paste = headed(
        "Id | Missie | Eerste dag | Laatste dag | Lost af",
        "n | OSC | 01-01-2027 | nooit |",
        "m | OSC | 01-07-2027 | 31-12-2027 | n",
    )
    assert read_good_rows(paste, plan).rows == ()


def test_loose_days_are_taken_where_the_block_proves_their_order(plan: Plan) -> None:
    rows = ("Eerste dag | Laatste dag", "1-3-2027 | 31-8-2027")
    pasted = read_pasted(headed(*rows), plan)
    made = [r for r in pasted.plan.rotations.things() if r.id not in plan.rotations]
    assert [(r.first_day, r.last_day) for r in made] == [(date(2027, 3, 1), date(2027, 8, 31))]
    doubtful = ("Eerste dag | Laatste dag", "1-3-2027 | 1-8-2027")
    assert outcomes(headed(*doubtful), plan) == [REFUSED]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("12,0", CHANGED), ("12.00", CHANGED), ("12,5", REFUSED), ("1.200", REFUSED), ("-3", REFUSED)],
)
def test_whole_numbers_may_have_decimals_that_say_nothing(
    plan: Plan, text: str, outcome: Outcome
) -> None:
    assert outcomes(headed("Id | Mil", f"a | {text}"), plan) == [outcome]


def test_another_rotation_can_be_called_by_its_name(plan: Plan) -> None:
    paste = headed("Id | Relieves", "b | A")
    assert outcomes(paste, plan) == [SAME]


def test_an_empty_cell_empties_the_field(plan: Plan) -> None:
    paste = headed("Id | Mil | Relieves", "b |  | ")
    pasted = read_pasted(paste, plan)
    assert pasted.plan.rotations["b"].military == 0
    assert pasted.plan.rotations["b"].relieves is None


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("Naam | Mil | Kleur", ("name", "military", None)),
        ("Name | First day | Last day", ("name", "first_day", "last_day")),
        ("Mil", ("military",)),
        ("Naam | Naam", None),
        ("Ploeg 1 | 01-03-2027", None),
        ("4", None),
    ],
)
def test_headings_are_known_in_both_languages(
    row: str, fields: tuple[str | None, ...] | None
) -> None:
    assert fields_by_headings(table(row, row)) == fields


@pytest.mark.parametrize("language", ["nl", "en"])
def test_statuses_are_read_in_the_language_of_the_window(plan: Plan, language: str) -> None:
    set_language(language)
    word = {"nl": "Goedgekeurd", "en": "Approved"}[language]
    try:
        pasted = read_pasted(headed("Id | Status", f"a | {word}"), plan)
    finally:
        set_language("en")
    assert [row.outcome for row in pasted.rows] == [CHANGED], pasted.rows[0].problems
