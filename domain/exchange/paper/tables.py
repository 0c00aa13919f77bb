"""Tables on pages: headings return on every page, cells wrap, long rows go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Generic, TypeVar

from domain.exchange.paper.flow import Flow
from domain.exchange.paper.letters import LEADING, width_of, wrapped
from domain.exchange.paper.looks import DARK, FAINT, INK, PALE, RULE, SECTION, TEXT, WHITE
from domain.exchange.paper.marks import Box, Line

_PAD: Final = 3.0
_BESIDE_NUMBERS: Final = 6.0
"""So much more room stands right of numbers: what follows begins at the left."""
_STEP: Final = TEXT * LEADING
T = TypeVar("T")


class Look(Enum):
    """How a row looks."""

    PLAIN = auto()
    STRONG = auto()
    SECTION = auto()
    TOTAL = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column; ``share`` is its width in parts of all."""

    title: str
    share: float
    numbers: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column with the text that each thing has in it."""

    title: str
    value: Callable[[T], str]
    share: float
    numbers: bool = False

    @property
    def heading(self) -> Heading:
        """What stands above it."""
        return Heading(self.title, self.share, self.numbers)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of texts, one a column; a section has one that runs over all of them."""

    cells: Sequence[str]
    look: Look = Look.PLAIN


class Table:
    """A table on the pages of a flow, over its whole width."""

    def __init__(self, flow: Flow, headings: Sequence[Heading]) -> None:
        """Begin where the flow stands, with the headings."""
        self._flow = flow
        self._titles = [heading.title for heading in headings]
        self._groups = [heading.group for heading in headings]
        self._numbers = [heading.numbers for heading in headings]
        self._widths = _shared_out(flow.paper.inner, headings)
        self._lefts = [flow.left + sum(self._widths[:place]) for place in range(len(headings))]
        self._odd = False
        self._head()

    def put(self, rows: Iterable[Row]) -> None:
        """Put rows beneath each other."""
        for row in rows:
            self._section(row) if row.look is Look.SECTION else self._row(row)

    def _head(self) -> None:
        flow = self._flow
        cells = self._wrapped(self._titles, bold=True)
        height = max(map(len, cells)) * _STEP + 2 * _PAD
        above = _STEP + _PAD if any(self._groups) else 0.0
        if not flow.is_blank and not flow.fits(height + above + 3 * _STEP):
            flow.turn()
        flow.put(Box(flow.left, flow.y, flow.paper.inner, height + above, DARK))
        for place, group in enumerate(self._groups):
            if group and (place == 0 or self._groups[place - 1] != group):
                x = self._lefts[place] + _PAD
                flow.write(x, flow.y + TEXT + _PAD, group, colour=WHITE, bold=True)
                if place:
                    line = self._lefts[place]
                    flow.put(Line(line, flow.y, line, flow.y + height + above, RULE))
        flow.y += above
        self._write(cells, colour=WHITE, bold=True)
        flow.y += height

    def _section(self, row: Row) -> None:
        flow = self._flow
        height = SECTION + 7
        if not flow.fits(height + 3 * _STEP):
            self._turn()
        flow.write(
            flow.left + _PAD,
            flow.y + height - 4,
            row.cells[0],
            SECTION,
            colour=DARK,
            bold=True,
            width=flow.paper.inner,
        )
        flow.y += height
        flow.put(Line(flow.left, flow.y, flow.right, flow.y, DARK, 0.8))
        self._odd = False

    def _row(self, row: Row) -> None:
        strong = row.look is not Look.PLAIN
        cells = self._wrapped(row.cells, bold=strong)
        while cells:
            lines = max(map(len, cells))
            if not self._flow.fits(lines * _STEP + 2 * _PAD) and not self._splits(lines):
                self._turn()
            fitting = max(1, int((self._flow.room - 2 * _PAD) / _STEP))
            self._piece([cell[:fitting] for cell in cells], row.look)
            rest = [cell[fitting:] for cell in cells]
            cells = rest if any(rest) else []
        self._odd = not self._odd

    def _splits(self, lines: int) -> bool:
        """Whether a row begins here and goes on: it is long, and a good part of it fits."""
        return lines > 12 and self._flow.fits(6 * _STEP)  # noqa: PLR2004 - as said

    def _piece(self, cells: Sequence[Sequence[str]], look: Look) -> None:
        flow = self._flow
        height = max(1, *map(len, cells)) * _STEP + 2 * _PAD
        if look is Look.TOTAL:
            flow.put(Box(flow.left, flow.y, flow.paper.inner, height, PALE))
            flow.put(Line(flow.left, flow.y, flow.right, flow.y, DARK, 0.8))
        elif self._odd:
            flow.put(Box(flow.left, flow.y, flow.paper.inner, height, "#f8f9fa"))
        self._write(cells, colour=INK, bold=look is not Look.PLAIN)
        flow.y += height
        edge = DARK if look is Look.TOTAL else FAINT
        flow.put(Line(flow.left, flow.y, flow.right, flow.y, edge, 0.4))

    def _write(self, cells: Sequence[Sequence[str]], *, colour: str, bold: bool) -> None:
        flow = self._flow
        for place, cell in enumerate(cells):
            left, width = self._lefts[place] + _PAD, self._room(place)
            for number, line in enumerate(cell):
                y = flow.y + _PAD + TEXT * 0.92 + number * _STEP
                shift = width - width_of(line, TEXT, bold=bold) if self._numbers[place] else 0.0
                flow.write(left + max(shift, 0.0), y, line, colour=colour, bold=bold)

    def _wrapped(self, cells: Sequence[str], *, bold: bool) -> list[list[str]]:
        return [
            wrapped(text, self._room(place), TEXT, bold=bold) if text else []
            for place, text in enumerate(cells)
        ] or [[]]

    def _room(self, place: int) -> float:
        beside = _BESIDE_NUMBERS if self._numbers[place] else 0.0
        return self._widths[place] - 2 * _PAD - beside

    def _turn(self) -> None:
        self._flow.turn()
        self._head()


def _shared_out(width: float, headings: Sequence[Heading]) -> list[float]:
    """The width of each column: its share, but no less than the longest word of its heading."""
    least = [_least(heading) for heading in headings]
    narrow: set[int] = set()
    while True:
        left = width - sum(least[place] for place in narrow)
        shares = sum(h.share for place, h in enumerate(headings) if place not in narrow)
        widths = [
            least[place] if place in narrow else left * heading.share / shares
            for place, heading in enumerate(headings)
        ]
        more = {place for place, own in enumerate(widths) if own < least[place]} - narrow
        if not more or len(narrow | more) == len(headings):
            return widths
        narrow |= more


def _least(heading: Heading) -> float:
    words = (width_of(word, TEXT, bold=True) for word in heading.title.split())
    beside = _BESIDE_NUMBERS if heading.numbers else 0.0
    return max(words, default=0.0) + 2 * _PAD + beside + 0.5


def put_table(flow: Flow, columns: Sequence[Column[T]], things: Iterable[T]) -> None:
    """A table of things, a row each."""
    table = Table(flow, [column.heading for column in columns])
    table.put(Row([column.value(thing) for column in columns]) for thing in things)
