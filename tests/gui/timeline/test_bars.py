"""Many bars in one row: their lanes, and the rectangles that stand ready for them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRectF

from domain.model import Rotation
from gui.timeline.bars import RowBars, places_of
from gui.timeline.geometry import View
from gui.timeline.standing import StandingRects, standing_rects_work
from tests.domain import plan_builder as build

JANUARY = date(2026, 1, 1).toordinal()


def rotation(id_: str, first: int, last: int, military: int = 4) -> Rotation:
    """A rotation on days from 1 January 2026."""
    days = (date.fromordinal(JANUARY + day).isoformat() for day in (first, last))
    return build.rotation(id_, "osc", *days, military=military)


def view(pixels: float) -> View:
    return View(JANUARY - 100.0, pixels, 0, 26, 1000, 400)


def test_bars_that_touch_or_overlap_stand_in_lanes_of_their_own() -> None:
    chain = [rotation("a", 0, 9), rotation("b", 10, 19), rotation("c", 20, 29)]
    assert [place.lane for place in places_of(chain)] == [0, 1, 0]


def test_where_lanes_run_out_bars_share_the_one_that_is_free_first() -> None:
    many = [rotation("a", 0, 50), rotation("b", 1, 40), rotation("c", 2, 60), rotation("d", 3, 9)]
    assert [place.lane for place in places_of(many)] == [0, 1, 2, 1]


def test_bars_less_than_a_pixel_apart_are_drawn_as_one() -> None:
    bars = RowBars([rotation(str(n), n * 20, n * 20 + 14) for n in range(10)])
    (_key, wide), *_rest = bars.rects(view(4.0))
    assert len(wide) == 10
    (_key, narrow), *_rest = bars.rects(view(0.05))
    assert len(narrow) == 1


def test_each_style_has_its_rectangles() -> None:
    bars = RowBars([rotation("a", 0, 50), rotation("b", 100, 150, military=0)])
    assert {key[0] for key, _rects in bars.rects(view(1.0))} == {"bar_military", "bar_force"}


@pytest.fixture
def rects() -> StandingRects:
    rects = StandingRects()
    for left in range(0, 100, 10):
        rects.add(float(left), 1.0, 5.0, 2.0)
    return rects


def test_qt_reads_the_rectangles_where_they_stand(rects: StandingRects) -> None:
    assert standing_rects_work()
    assert rects.at(0) == QRectF(0, 1, 5, 2)
    assert rects.at(3) == QRectF(30, 1, 5, 2)
    assert rects.as_list(3, 5) == [QRectF(30, 1, 5, 2), QRectF(40, 1, 5, 2)]


def test_only_what_is_in_sight_is_drawn(rects: StandingRects) -> None:
    assert rects.slice_between(-10, 1000) == (0, 10)
    assert rects.slice_between(34, 51) == (3, 6)
    assert rects.slice_between(200, 300) == (10, 10)
