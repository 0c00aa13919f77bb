"""What stands on every page: the marking above and below, the plan, the moment, the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.exchange.paper.letters import fitted, width_of
from domain.exchange.paper.looks import DARK, INK, QUIET, RULE, SMALL, TEXT, WHITE
from domain.exchange.paper.marks import Box, Line, Mark, Page, Text
from domain.exchange.paper.paper import Paper
from domain.language import _
from domain.model import Plan
from domain.model.settings import Marking

_COLOUR: Final = re.compile("#?([0-9A-Fa-f]{6})")
_DARK_BELOW: Final = 140
_STRIP: Final = 13.0
_TOP: Final = 10.0
_HEAD: Final = 34.0
_FOOT: Final = 30.0


@dataclass(frozen=True, slots=True)
class Furniture:
    """The marking, and the words at the corners."""

    marking: Marking | None
    left: str
    right: str
    made: str


def furniture_of(plan: Plan, made_at: datetime, about: str = "") -> Furniture:
    """What every page of a plan says; ``about`` stands at the upper right."""
    named = " – ".join(name for name in (plan.name, plan.scenario) if name.strip())
    made = _("Made {moment}").format(moment=f"{made_at:%d-%m-%Y %H:%M}")
    return Furniture(plan.settings.marking, named, about, made)


def furnished(pages: Sequence[Page], furniture: Furniture, paper: Paper) -> list[Page]:
    """The pages with it; a page is counted among all of them."""
    return [
        replace(page, marks=(*_on(page, furniture, paper, number, len(pages)), *page.marks))
        for number, page in enumerate(pages, start=1)
    ]


def _on(page: Page, furniture: Furniture, paper: Paper, number: int, count: int) -> Iterator[Mark]:
    left, right = paper.margin, page.width - paper.margin
    half = paper.inner / 2 - 10
    yield from _marking(furniture.marking, page, _TOP)
    yield Text(left, _HEAD, fitted(furniture.left, half, TEXT, bold=True), TEXT, DARK, bold=True)
    yield _right(right, _HEAD, fitted(furniture.right, half, TEXT))
    yield Line(left, _HEAD + 4, right, _HEAD + 4, RULE)
    foot = page.height - _FOOT + 6
    yield Line(left, foot - 9, right, foot - 9, RULE)
    yield Text(left, foot, f"{furniture.made} · Kader", SMALL, QUIET)
    if not paper.is_picture:
        yield _right(right, foot, _("Page {page} of {pages}").format(page=number, pages=count))
    yield from _marking(furniture.marking, page, page.height - _TOP - _STRIP + 4)


def _right(x: float, y: float, text: str) -> Text:
    return Text(x - width_of(text, SMALL), y, text, SMALL, QUIET)


def _marking(marking: Marking | None, page: Page, top: float) -> Iterator[Mark]:
    """The marking in the middle, in its colour; without one nothing."""
    if marking is None:
        return
    text = fitted(marking.text, page.width - 80, TEXT, bold=True)
    width = width_of(text, TEXT, bold=True)
    found = _COLOUR.fullmatch(marking.colour.strip())
    fill = None if found is None else f"#{found[1].lower()}"
    middle = page.width / 2
    yield Box(middle - width / 2 - 8, top, width + 16, _STRIP, fill, INK, 0.6)
    letters = WHITE if fill is not None and _brightness(fill) < _DARK_BELOW else INK
    yield Text(middle - width / 2, top + 9.2, text, TEXT, letters, bold=True)


def _brightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
