"""The heat map on paper: how full each limit is in each month, as numbers, shades and patterns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from domain.engine.profile import Profile
from domain.engine.spans import Span, overlap
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.letters import fitted, width_of
from domain.exchange.paper.looks import DARK, FAINT, INK, QUIET, RULE, SMALL, WHITE
from domain.exchange.paper.marks import Box, Line, Mark, hatching
from domain.exchange.workbook.calendar import Stretch, month_grid, places_of
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.filling import Filling, fillings
from domain.exchange.workbook.naming import missions_text
from domain.language import N_, _
from domain.model import ABOUT, NUMBERED, Binding, Measure, Settings
from domain.words.limits import short_limit_text

_NAMES: Final = 236.0
_MOST: Final = 36
_ROW: Final = 13.0
_TIER: Final = 12.0
_LEAST_SIZE: Final = 4.6
_DAILY: Final = frozenset({Measure.PERSONS, Measure.TEAMS})


class Grade(Enum):
    """How full a limit is in a month, by its word."""

    ABSENT = N_("not in force")
    EMPTY = N_("nobody")
    PARTLY = N_("room left")
    FULL = N_("full")
    MARGIN = N_("within the margin of circa")
    OVER = N_("above the limit")
    UNSURE = N_("no number to compare with")


_FILLS: Final = {
    Grade.ABSENT: FAINT,
    Grade.EMPTY: WHITE,
    Grade.PARTLY: "#dcebf8",
    Grade.FULL: "#9cc4e8",
    Grade.MARGIN: "#f8e2b0",
    Grade.OVER: "#f3b7a8",
    Grade.UNSURE: WHITE,
}


@dataclass(frozen=True, slots=True)
class _Row:
    filling: Filling
    peaks: Sequence[int | None]


def put_heat(flow: Flow, contents: Contents) -> None:
    """The heat map of the period, on as many pages as its months and limits need."""
    stretches = month_grid(contents.period).stretches
    rows = list(_rows(contents, stretches))
    for places in _even_parts(len(stretches)):
        _Drawing(flow, contents, rows, places).put()


def _even_parts(count: int) -> list[range]:
    """The months of each page: as many as there is room for, on all pages about as many."""
    pages = max(-(-count // _MOST), 1)
    edges = [count * page // pages for page in range(pages + 1)]
    return [range(start, end) for start, end in itertools.pairwise(edges)]


def _rows(contents: Contents, stretches: Sequence[Stretch]) -> Iterator[_Row]:
    for filling in fillings(contents):
        in_force = filling.profile.in_force
        if filling.limit.measure in _DAILY and in_force is not None and stretches:
            peaks = _peaks(filling.profile, stretches, in_force)
            if any(peak is not None for peak in peaks):
                yield _Row(filling, peaks)


def _peaks(profile: Profile, stretches: Sequence[Stretch], in_force: Span) -> Sequence[int | None]:
    peaks: list[int | None] = [
        None if overlap(stretch.days, in_force) is None else 0 for stretch in stretches
    ]
    for step in profile.steps:
        for place in places_of(stretches, (step.start, step.end)):
            peaks[place] = max(peaks[place] or 0, step.value)
    return peaks


def _grade(filling: Filling, peak: int | None, settings: Settings) -> Grade:
    limit = filling.limit
    if peak is None:
        return Grade.ABSENT
    if limit.binding not in NUMBERED or limit.number is None:
        return Grade.UNSURE
    if not peak:
        return Grade.EMPTY
    margin = settings.margin(limit.number) if limit.binding in ABOUT else 0
    if peak > limit.number + margin:
        return Grade.OVER
    if peak > limit.number:
        return Grade.MARGIN
    return Grade.FULL if peak == limit.number else Grade.PARTLY


class _Drawing:
    """Some months of the heat map."""

    def __init__(self, flow: Flow, contents: Contents, rows: Sequence[_Row], places: range) -> None:
        self._flow, self._contents, self._rows = flow, contents, rows
        self._places = places
        self._stretches = month_grid(contents.period).stretches
        room = flow.right - flow.left - _NAMES
        self._width = room / len(places) if places else room
        self._left = flow.left + _NAMES

    def put(self) -> None:
        """Draw it."""
        self._flow.title(
            _("Strength"),
            _(
                "The peak of each month over the number of the limit. Equal to the limit is no "
                "breach."
            ),
        )
        self._head()
        missions: tuple[str, ...] | None = None
        for row in self._rows:
            if all(row.peaks[place] is None for place in self._places):
                continue
            if not self._flow.fits(_ROW):
                self._flow.turn()
                self._head()
                missions = None
            self._row(row, is_first=row.filling.frame.missions != missions)
            missions = row.filling.frame.missions

    def _head(self) -> None:
        flow = self._flow
        self._legend()
        flow.put(Box(flow.left, flow.y, flow.paper.inner, 2 * _TIER, DARK))
        flow.write(flow.left + 3, flow.y + 2 * _TIER - 3.5, _("Limit"), colour=WHITE, bold=True)
        group = None
        for number, place in enumerate(self._places):
            stretch, x = self._stretches[place], self._left + number * self._width
            if stretch.group != group:
                group = stretch.group
                flow.put(Line(x, flow.y, x, flow.y + 2 * _TIER, RULE, 0.5))
                flow.write(x + 2, flow.y + _TIER - 3.5, group, SMALL, colour=WHITE, bold=True)
            short = fitted(stretch.short, self._width - 2, SMALL)
            middle = x + (self._width - width_of(short, SMALL)) / 2
            flow.write(middle, flow.y + 2 * _TIER - 3.5, short, SMALL, colour=WHITE)
        flow.y += 2 * _TIER

    def _legend(self) -> None:
        flow, x = self._flow, self._flow.left
        for grade in Grade:
            flow.put_all(_tile(Box(x, flow.y, 20, 8), grade))
            flow.write(x + 24, flow.y + 6.4, _(grade.value), SMALL, colour=QUIET)
            x += 24 + width_of(_(grade.value), SMALL) + 12
        flow.y += 14

    def _row(self, row: _Row, *, is_first: bool) -> None:
        flow, filling = self._flow, row.filling
        if is_first:
            flow.put(Line(flow.left, flow.y, flow.right, flow.y, RULE, 0.6))
            name = missions_text(self._contents.plan, filling.frame.missions)
            flow.write(flow.left + 3, flow.y + 9, name, SMALL, bold=True, width=_NAMES * 0.43)
        limit = short_limit_text(filling.limit)
        at = _NAMES * 0.45
        flow.write(flow.left + at, flow.y + 9, limit, SMALL, width=_NAMES - at - 4)
        for number, place in enumerate(self._places):
            box = Box(self._left + number * self._width, flow.y, self._width, _ROW)
            self._cell(box, filling, row.peaks[place])
        flow.y += _ROW

    def _cell(self, box: Box, filling: Filling, peak: int | None) -> None:
        grade = _grade(filling, peak, self._contents.plan.settings)
        tile = Box(box.x + 0.6, box.y + 0.6, box.width - 1.2, box.height - 1.2)
        self._flow.put_all(_tile(tile, grade))
        if not peak:
            return
        whole = f"{peak}/{_number(filling)}"
        bold = grade in {Grade.OVER, Grade.MARGIN}
        size = min(SMALL, SMALL * (box.width - 2.5) / max(width_of(whole, SMALL, bold=bold), 1))
        text = whole if size >= _LEAST_SIZE else str(peak)
        size = max(size, _LEAST_SIZE + 0.6) if text != whole else size
        width = width_of(text, size, bold=bold)
        if grade is Grade.OVER:
            left = box.x + (box.width - width) / 2 - 1
            self._flow.put(Box(left, box.y + 2.4, width + 2, _ROW - 4.8, WHITE))
        self._flow.write(
            box.x + (box.width - width) / 2, box.y + 8.8, text, size, colour=INK, bold=bold
        )


def _number(filling: Filling) -> str:
    limit = filling.limit
    if limit.binding is Binding.UNLIMITED:
        return "–"
    number = "" if limit.number is None else str(limit.number)
    return number if limit.binding in NUMBERED else f"{number}?"


def _tile(box: Box, grade: Grade) -> Iterator[Mark]:
    thick = 1.1 if grade in {Grade.OVER, Grade.MARGIN, Grade.FULL} else 0.4
    edge = RULE if thick < 1 else DARK
    yield Box(
        box.x,
        box.y,
        box.width,
        box.height,
        _FILLS[grade],
        None if grade is Grade.ABSENT else edge,
        thick if grade is not Grade.FULL else 0.7,
        dashed=grade is Grade.UNSURE,
    )
    if grade is Grade.OVER:
        yield from hatching(box, "#a3201a", 3.2)
    elif grade is Grade.MARGIN:
        yield from hatching(box, "#8a6a1a", 5, falling=True)
