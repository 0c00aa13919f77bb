"""The timeline on paper: bars where their days are, headings on every page."""

from __future__ import annotations

import pytest

from domain.exchange.paper.flow import Flow
from domain.exchange.paper.marks import Box, Line, Page, Text, hatching, stripes
from domain.exchange.paper.paper import A4, PICTURE
from domain.exchange.paper.scale import Breadth
from domain.exchange.paper.timeline import Wishes, put_timeline
from domain.exchange.workbook.contents import contents_of
from domain.model import Plan
from tests.domain.exchange.paper.pages import texts_on
from tests.domain.exchange.workbook.workbooks import material
from tests.domain.plan_builder import frame, limit, plan, rotation, settings
from tests.domain.rules.large_plan import large_plan

YEAR = settings(planning=("2026-01-01", "2026-12-31"))
HALVES = plan(
    YEAR,
    frame("osc", limit("osc/cap", 7)),
    rotation("first", "osc", "2026-01-01", "2026-06-30", military=5),
    rotation("second", "osc", "2026-07-01", "2026-12-31", civilian=2),
)


def timeline_of(made: Plan, wishes: Wishes | None = None, paper: object = A4) -> list[Page]:
    flow = Flow(PICTURE if paper is PICTURE else A4)
    put_timeline(flow, contents_of(material(made)), wishes or Wishes())
    return flow.pages()


def edges_of(page: Page) -> list[tuple[float, float]]:
    """From where to where the bars go: the boxes with nothing but an edge."""
    return [
        (mark.x, mark.x + mark.width)
        for mark in page.marks
        if isinstance(mark, Box) and mark.fill is None and mark.height > 9
    ]


def test_bars_that_follow_each_other_touch_and_fill_the_year() -> None:
    first, second = edges_of(timeline_of(HALVES)[0])
    assert first[1] == pytest.approx(second[0])
    assert second[1] == pytest.approx(A4.width - A4.margin)
    assert (first[1] - first[0]) / (second[1] - first[0]) == pytest.approx(181 / 365)


def test_a_bar_begins_with_its_number_of_persons() -> None:
    labels = texts_on(timeline_of(HALVES)[0])
    assert any(label.startswith("5 · ") for label in labels)


def test_the_frame_stands_above_the_bars_with_its_limit() -> None:
    texts = texts_on(timeline_of(HALVES)[0])
    assert any(text.startswith("at most 7") for text in texts)


def test_with_names_each_rotation_has_a_row_with_its_days_and_persons() -> None:
    texts = texts_on(timeline_of(HALVES, Wishes(named=True))[0])
    assert {"01-01-2026 – 30-06-2026", "01-07-2026 – 31-12-2026"} <= set(texts)


def test_half_a_year_a_page_makes_two_pages_of_a_year() -> None:
    pages = timeline_of(HALVES, Wishes(breadth=Breadth.HALF))
    assert len(pages) == 2
    assert len(edges_of(pages[0])) == len(edges_of(pages[1])) == 1


def test_with_weeks_the_months_stand_above_them() -> None:
    texts = texts_on(timeline_of(HALVES, Wishes(breadth=Breadth.QUARTER))[0])
    assert {"Jan 2026", "Mar 2026", "5", "13"} <= set(texts)


def test_quarters_of_many_years_do_not_make_a_thousand_pages() -> None:
    long = plan(
        settings(planning=("1990-01-01", "2100-12-31")),
        rotation("first", "osc", "2026-01-01", "2026-06-30", military=5),
    )
    assert len(timeline_of(long, Wishes(breadth=Breadth.QUARTER))) == 1


def test_calendar_and_legend_return_on_every_page() -> None:
    pages = timeline_of(large_plan(400))
    assert len(pages) > 2
    for page in pages:
        texts = texts_on(page)
        assert "2025" in texts
        assert "days with an error" in " ".join(texts)
        assert all(mark.y < A4.bottom + 1 for mark in page.marks if isinstance(mark, Text))


def test_a_mission_that_goes_on_says_so() -> None:
    crowd = [
        rotation(f"r{number}", "osc", "2026-01-01", "2026-06-30", military=1)
        for number in range(60)
    ]
    _first, second = timeline_of(plan(YEAR, *crowd))
    assert "OSC (continued)" in texts_on(second)


def test_a_picture_is_one_page_as_high_as_needed() -> None:
    pages = timeline_of(large_plan(400), paper=PICTURE)
    assert len(pages) == 1
    assert pages[0].height > 2000


def test_only_the_chosen_rotations_are_drawn() -> None:
    wishes = Wishes(rotations=frozenset({"second"}), missions=frozenset({"osc"}))
    assert len(edges_of(timeline_of(HALVES, wishes)[0])) == 1


def test_patterns_stay_inside_their_box() -> None:
    box = Box(10, 20, 30, 8)
    lines: list[Line] = [*hatching(box, "#000000"), *hatching(box, "#000000", falling=True)]
    lines += stripes(box, "#000000")
    assert len(lines) > 10
    for line in lines:
        for x, y in ((line.x, line.y), (line.to_x, line.to_y)):
            assert 10 - 1e-6 <= x <= 40 + 1e-6
            assert 20 - 1e-6 <= y <= 28 + 1e-6
