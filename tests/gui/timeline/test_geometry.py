"""Where bars stand, and which part of them is under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.timeline.geometry import Part, View, hit_test, lane_rect, rect_of

VIEW = View(first=1000.0, pixels_per_day=2.0, offset=52, row_height=26, width=400, height=260)
BAR = QRectF(100, 30, 60, 18)


def test_a_bar_covers_its_days_within_its_row() -> None:
    assert rect_of(VIEW, 1010, 1040, 3) == QRectF(20, 30, 60, 18)


def test_a_bar_of_a_day_does_not_vanish_at_any_scale() -> None:
    narrow = View(1000.0, 0.125, 0, 26, 400, 260)
    assert rect_of(narrow, 1010, 1011, 0).width() == pytest.approx(3.0)


def test_bars_in_one_row_share_its_height() -> None:
    upper = lane_rect(VIEW, 1010, 1040, 3, (0, 2))
    lower = lane_rect(VIEW, 1010, 1040, 3, (1, 2))
    assert upper == QRectF(20, 30, 60, 8)
    assert lower == QRectF(20, 39, 60, 8)


def test_rows_in_sight_are_those_that_exist() -> None:
    assert VIEW.rows_between(0, 259, 100) == range(2, 12)
    assert VIEW.rows_between(0, 259, 5) == range(2, 5)
    assert VIEW.rows_between(-100, 10, 5) == range(3)


@pytest.mark.parametrize(
    ("x", "part"),
    [
        (96.0, None),
        (98.0, Part.START),
        (106.0, Part.START),
        (108.0, Part.BODY),
        (152.0, Part.BODY),
        (154.0, Part.END),
        (162.0, Part.END),
        (164.0, None),
    ],
)
def test_the_ends_of_a_bar_can_be_taken_hold_of(x: float, part: Part | None) -> None:
    assert hit_test(BAR, QPointF(x, 40)) is part


def test_above_and_below_a_bar_is_nothing() -> None:
    assert hit_test(BAR, QPointF(130, 29)) is None
    assert hit_test(BAR, QPointF(130, 49)) is None


def test_a_narrow_bar_can_still_be_moved() -> None:
    narrow = QRectF(100, 30, 9, 18)
    parts = [hit_test(narrow, QPointF(x, 40)) for x in (101.0, 104.5, 108.0)]
    assert parts == [Part.START, Part.BODY, Part.END]
