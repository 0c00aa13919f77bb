"""A drag as a value: where it would end up, and which edit that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.model import ChangeRotations, MoveRotations, ResizeRotation, Together
from gui.timeline.axis import END_DAY, FIRST_DAY
from gui.timeline.drag import Doing, Drag, Outcome
from gui.timeline.snapping import FREE, Snap, Step

MARCH = date(2026, 3, 1).toordinal()
SEPTEMBER = date(2026, 9, 1).toordinal()
BEFORE = Outcome(MARCH, SEPTEMBER, "osc")


def drag(doing: Doing, *ids: str, grabbed: float = MARCH + 50.0) -> Drag:
    return Drag(doing, ids or ("a",), BEFORE, grabbed, 3)


def test_moving_keeps_the_length() -> None:
    taken = drag(Doing.MOVE, "a", "b")
    outcome = taken.outcome(MARCH + 60, FREE)
    assert (outcome.start, outcome.end) == (MARCH + 10, SEPTEMBER + 10)
    assert taken.edit(outcome) == MoveRotations(("a", "b"), 10)


def test_moving_to_another_mission_is_part_of_the_edit() -> None:
    taken = drag(Doing.MOVE)
    outcome = replace(taken.outcome(MARCH + 50, FREE), mission="untso")
    assert taken.edit(outcome) == MoveRotations(("a",), 0, "untso")


def test_moving_to_another_force_is_part_of_the_edit() -> None:
    taken = drag(Doing.MOVE)
    edit = taken.edit(replace(taken.outcome(MARCH + 60, FREE), force="marines"))
    assert isinstance(edit, Together)
    assert edit.edits == (
        ChangeRotations(("a",), {"force": "marines"}),
        MoveRotations(("a",), 10),
    )


def test_what_comes_back_to_its_place_is_no_edit() -> None:
    taken = drag(Doing.MOVE)
    assert taken.edit(taken.outcome(MARCH + 50.2, FREE)) is None


def test_an_edge_resizes() -> None:
    taken = drag(Doing.END, grabbed=SEPTEMBER - 1.0)
    outcome = taken.outcome(SEPTEMBER + 9.0, FREE)
    assert outcome.last_day == date(2026, 9, 10)
    assert taken.edit(outcome) == ResizeRotation("a", date(2026, 3, 1), date(2026, 9, 10))


def test_an_edge_stays_at_its_mission() -> None:
    assert drag(Doing.START).outcome(MARCH + 60, FREE).place == ("osc", None)


def test_something_is_always_left() -> None:
    start = drag(Doing.START).outcome(SEPTEMBER + 500, FREE)
    end = drag(Doing.END).outcome(MARCH - 500, FREE)
    assert (start.start, start.end) == (SEPTEMBER - 1, SEPTEMBER)
    assert (end.start, end.end) == (MARCH, MARCH + 1)


def test_months_are_drawn_whole() -> None:
    drawn = Drag(Doing.DRAW, (), Outcome(MARCH, MARCH + 1, "osc"), MARCH + 12.0, 3)
    outcome = drawn.outcome(SEPTEMBER - 20.0, Snap(Step.MONTH))
    assert (outcome.first_day, outcome.last_day) == (date(2026, 3, 1), date(2026, 8, 31))
    assert outcome.mission == "osc"
    assert drawn.edit(outcome) is None


def test_drawing_backwards_is_the_same() -> None:
    drawn = Drag(Doing.DRAW, (), Outcome(MARCH, MARCH + 1, "osc"), SEPTEMBER - 20.0, 3)
    outcome = drawn.outcome(MARCH + 12.0, Snap(Step.MONTH))
    assert (outcome.first_day, outcome.last_day) == (date(2026, 3, 1), date(2026, 8, 31))


@pytest.mark.parametrize("doing", list(Doing))
@pytest.mark.parametrize("day", [FIRST_DAY - 1e5, END_DAY + 1e5])
def test_nothing_leaves_the_years_that_a_plan_can_hold(doing: Doing, day: float) -> None:
    day = min(max(day, 1.0), date.max.toordinal() - 400)
    outcome = drag(doing).outcome(day, FREE)
    assert FIRST_DAY <= outcome.start < outcome.end <= END_DAY
