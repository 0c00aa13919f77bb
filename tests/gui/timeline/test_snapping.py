"""Snapping: to a step, to what is near, and steps by keyboard."""

from __future__ import annotations

from datetime import date

import pytest

from gui.timeline.snapping import FREE, Snap, Step, nearest_step, step_of, stepped


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def day(value: int) -> str:
    return date.fromordinal(value).isoformat()


@pytest.mark.parametrize(
    ("pixels", "step"), [(24.0, Step.DAY), (3.0, Step.WEEK), (0.5, Step.MONTH)]
)
def test_the_step_follows_the_zoom(pixels: float, step: Step) -> None:
    assert step_of(pixels) is step


def test_weeks_begin_on_monday() -> None:
    assert day(nearest_step(Step.WEEK, number("2026-03-04"))) == "2026-03-02"
    assert day(nearest_step(Step.WEEK, number("2026-03-06"))) == "2026-03-09"


def test_months_begin_on_the_first() -> None:
    assert day(nearest_step(Step.MONTH, number("2026-03-10"))) == "2026-03-01"
    assert day(nearest_step(Step.MONTH, number("2026-03-20"))) == "2026-04-01"


def test_a_magnet_within_reach_wins_over_the_step() -> None:
    snap = Snap(Step.MONTH, (number("2026-03-17"),), reach=5)
    assert day(snap.nearest(number("2026-03-20"))) == "2026-03-17"
    assert day(snap.nearest(number("2026-03-23"))) == "2026-04-01"


def test_without_snapping_it_goes_to_whole_days() -> None:
    assert day(FREE.nearest(number("2026-03-20") + 0.4)) == "2026-03-20"


def test_either_end_of_what_is_moved_may_be_drawn() -> None:
    frame_end = number("2026-07-01")
    snap = Snap(Step.MONTH, (frame_end,), reach=4)
    start = snap.shifted(frame_end - 100 + 3, 100)
    assert start + 100 == frame_end
    assert snap.shifted(frame_end - 2, 100) == frame_end


def test_the_nearest_of_two_magnets_wins() -> None:
    snap = Snap(Step.DAY, (1000, 1103), reach=5)
    assert snap.shifted(1002.0, 100) == 1003
    assert snap.shifted(1001.0, 100) == 1000


def test_drawing_covers_whole_steps() -> None:
    snap = Snap(Step.MONTH)
    assert day(snap.earlier(number("2026-03-10"))) == "2026-03-01"
    assert day(snap.later(number("2026-08-10"))) == "2026-09-01"


def test_drawing_begins_at_a_magnet() -> None:
    snap = Snap(Step.MONTH, (number("2026-03-12"),), reach=4)
    assert day(snap.earlier(number("2026-03-10"))) == "2026-03-12"
    assert day(snap.later(number("2026-03-14"))) == "2026-03-12"


@pytest.mark.parametrize(
    ("step", "after"),
    [(Step.DAY, "2026-02-01"), (Step.WEEK, "2026-02-07"), (Step.MONTH, "2026-02-28")],
)
def test_a_key_goes_one_step(step: Step, after: str) -> None:
    assert day(stepped(step, number("2026-01-31"), 1)) == after
