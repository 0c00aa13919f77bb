"""Pages for tests: laid out of a plan, and what is written on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from domain.exchange.paper.booklet import booklet
from domain.exchange.paper.marks import Page, Text
from domain.exchange.paper.paper import A4, Paper
from domain.model import Plan
from tests.domain.exchange.workbook.workbooks import material


class Wanted(TypedDict, total=False):
    public: bool
    first_day: date | None
    last_day: date | None
    as_of: date | None


def pages_of(plan: Plan, paper: Paper = A4, **wanted: Unpack[Wanted]) -> list[Page]:
    """The pages of a whole plan."""
    return booklet(material(plan, **wanted), paper)


def texts_on(page: Page) -> list[str]:
    """Every line of text on a page."""
    return [mark.text for mark in page.marks if isinstance(mark, Text)]


def all_text(pages: Iterable[Page]) -> str:
    """All that is written on some pages."""
    return "\n".join(text for page in pages for text in texts_on(page))


def pages_under(pages: Iterable[Page], title: str) -> list[Page]:
    """The pages of a part: from the one with its title to the next title."""
    found: list[Page] = []
    inside = False
    for page in pages:
        if page.titles:
            inside = title in page.titles
        if inside:
            found.append(page)
    return found
