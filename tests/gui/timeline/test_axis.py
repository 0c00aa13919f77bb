"""The time axis: days to pixels, zoom about the mouse, bounds."""

from __future__ import annotations

from datetime import date

import pytest

from gui.timeline.axis import END_DAY, FEWEST_PIXELS, FIRST_DAY, MOST_PIXELS, TimeAxis

DAY = date(2026, 3, 1).toordinal()


@pytest.fixture
def axis() -> TimeAxis:
    axis = TimeAxis()
    axis.set_width(1000)
    axis.set_view(DAY, 2.0)
    return axis


def test_days_and_pixels_go_back_and_forth(axis: TimeAxis) -> None:
    assert axis.x_of(DAY + 10) == pytest.approx(20.0)
    assert axis.day_at(20.0) == pytest.approx(DAY + 10)
    assert axis.end == pytest.approx(DAY + 500)


def test_zooming_keeps_the_day_under_the_mouse(axis: TimeAxis) -> None:
    before = axis.day_at(300)
    axis.zoom(3.0, 300)
    assert axis.pixels_per_day == pytest.approx(6.0)
    assert axis.day_at(300) == pytest.approx(before)


def test_a_day_is_never_wider_or_narrower_than_can_be_read(axis: TimeAxis) -> None:
    axis.zoom(1000, 0)
    assert axis.pixels_per_day == pytest.approx(MOST_PIXELS)
    axis.zoom(1e-9, 0)
    assert axis.pixels_per_day == pytest.approx(FEWEST_PIXELS)


def test_it_stays_within_the_years_that_a_plan_can_hold(axis: TimeAxis) -> None:
    axis.scroll_by(-1e9)
    assert axis.first == pytest.approx(FIRST_DAY)
    axis.scroll_by(1e9)
    assert axis.end == pytest.approx(END_DAY)


def test_a_period_is_shown_with_room_on_both_sides(axis: TimeAxis) -> None:
    axis.show(date(2026, 1, 1), date(2026, 12, 31), 1000)
    first, end = date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()
    assert 0 < axis.x_of(first) < 60
    assert axis.x_of(first) == pytest.approx(1000 - axis.x_of(end))


def test_what_is_in_sight_is_left_where_it_is(axis: TimeAxis) -> None:
    axis.reveal(DAY + 10, DAY + 400)
    assert axis.first == pytest.approx(DAY)


def test_what_is_out_of_sight_comes_to_the_middle(axis: TimeAxis) -> None:
    axis.reveal(DAY + 1000, DAY + 1100)
    assert axis.x_of(DAY + 1050) == pytest.approx(500)


def test_what_is_too_long_for_the_width_is_shown_from_its_first_day(axis: TimeAxis) -> None:
    axis.reveal(DAY + 1000, DAY + 3000)
    assert axis.first == pytest.approx(DAY + 1000)


def test_only_a_change_is_told(axis: TimeAxis) -> None:
    told: list[str] = []
    axis.changed.connect(lambda: told.append("view"))
    axis.pointed_changed.connect(lambda: told.append("pointed"))
    axis.marked_changed.connect(lambda: told.append("marked"))
    axis.set_view(DAY, 2.0)
    axis.set_width(1000)
    axis.point_at(DAY + 0.5)
    axis.point_at(DAY + 0.5)
    axis.mark((DAY, DAY + 5))
    axis.scroll_by(2)
    assert told == ["pointed", "marked", "view"]
    assert (axis.pointed, axis.marked) == (DAY + 0.5, (DAY, DAY + 5))
