"""The whole plan on paper: its parts, what stands on every page, what is left out in public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import Cancelled
from domain.exchange.paper.booklet import booklet
from domain.exchange.paper.marks import Text
from domain.exchange.paper.paper import A3, A4, Paper
from domain.language import set_language
from domain.model.settings import Marking
from tests.domain.exchange.paper.pages import all_text, pages_of, pages_under, texts_on
from tests.domain.exchange.test_public import MARK, with_secrets
from tests.domain.exchange.workbook.workbooks import material
from tests.domain.plan_builder import frame, limit, plan, rotation

PARTS = ("Overview", "Timeline", "Strength", "Rotations", "Findings", "Annex 1", "Annex 2")
CROWDED = plan(
    frame("osc", limit("osc/cap", 7)),
    rotation("r1", "osc", "2026-01-01", "2026-06-30", military=5),
    rotation("r2", "osc", "2026-06-01", "2026-12-31", military=4),
)


def test_the_parts_follow_each_other() -> None:
    titles = [title for page in pages_of(CROWDED) for title in page.titles]
    assert titles == [*PARTS, "Sources"]


def test_in_dutch_the_parts_have_dutch_names() -> None:
    set_language("nl")
    titles = [title for page in pages_of(CROWDED) for title in page.titles]
    assert titles[:3] == ["Overzicht", "Tijdlijn", "Sterkte"]


def test_the_overview_tells_number_peak_and_room() -> None:
    text = texts_on(pages_of(CROWDED)[0])
    row = text[text.index("■ exceeded") - 5 : text.index("■ exceeded")]
    assert row == ["7", "9", "01-06-2026", "-2", "30"]


def test_a_mean_has_a_comma_in_dutch() -> None:
    set_language("nl")
    about = plan(
        frame("osc", limit("mean", 6, measure="average_per_year")),
        rotation("r1", "osc", "2026-01-01", "2026-03-31", military=5),
    )
    assert "1,23" in texts_on(pages_of(about)[0])


def test_every_page_says_which_it_is_of_how_many() -> None:
    pages = pages_of(CROWDED)
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in texts_on(page)


def test_every_page_names_plan_scenario_period_and_moment() -> None:
    for page in pages_of(CROWDED):
        texts = texts_on(page)
        assert "Plan – Basis" in texts
        assert "01-01-2026 – 31-12-2026" in texts
        assert "Made 03-05-2026 14:05 · Kader" in texts


def test_the_marking_stands_above_and_below_on_every_page() -> None:
    marking = Marking(level="dv", text="DEP. VERTROUWELIJK & R&D", colour="#c00000")
    marked = replace(CROWDED, settings=replace(CROWDED.settings, marking=marking))
    for page in pages_of(marked):
        found = [one for one in page.marks if isinstance(one, Text) and one.text == marking.text]
        assert [one.y < 40 for one in found] == [True, False]
        assert found[1].y > page.height - 40


def test_without_a_marking_there_is_none() -> None:
    assert "VERTROUWELIJK" not in all_text(pages_of(CROWDED))


@pytest.mark.parametrize(("paper", "width"), [(A4, 842), (A3, 1191)])
def test_the_paper_lies_on_its_long_side(paper: Paper, width: int) -> None:
    for page in pages_of(CROWDED, paper):
        assert round(page.width) == width
        assert page.height < page.width


def test_only_what_touches_the_period_is_printed() -> None:
    named = plan(
        rotation("early", "osc", "2026-01-01", "2026-06-30", military=5),
        rotation("later", "osc", "2027-01-01", "2027-06-30", military=5),
    )
    pages = pages_of(named, first_day=date(2027, 1, 1), last_day=date(2027, 12, 31))
    assert "EARLY" not in all_text(pages).upper()
    assert "LATER" in all_text(pages_under(pages, "Rotations")).upper()


def test_for_the_public_nothing_that_is_marked_as_secret_is_printed() -> None:
    assert MARK in all_text(pages_of(with_secrets()))
    pages = pages_of(with_secrets(), public=True)
    assert MARK not in all_text(pages)
    assert all("for the public" in " ".join(texts_on(page)) for page in pages)


def test_an_empty_plan_is_printed_too() -> None:
    text = all_text(pages_of(plan()))
    assert "The plan has no days to show." in text
    assert "The rules have nothing to say about this plan." in text


def test_laying_out_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []

    def stop_at_three(done: int, of: int) -> None:
        told.append((done, of))
        if done == 3:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        booklet(material(CROWDED), A4, stop_at_three)
    assert told == [(0, 8), (1, 8), (2, 8), (3, 8)]
