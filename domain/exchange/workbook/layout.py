"""Sheets that are no table: lines whose cells each have a look of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter

from domain.exchange.workbook.columns import Value, Year
from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.looks import Look, Styles
from domain.exchange.workbook.markup import empty_cell, formula_cell, number_cell, text_cell
from domain.exchange.workbook.text import looks_like_a_formula
from domain.exchange.workbook.widths import LINE_HEIGHT, lines_of, lines_of_heading

_MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its column, counted from one, its style, and what it holds."""

    column: int
    style: int
    value: Value = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells from the left; without a height it is as high as any other."""

    spots: Sequence[Spot]
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines beneath each other, to be put into a sheet; there is at least one."""

    first: int
    columns: int
    lines: Sequence[Line]

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.first + max(len(self.lines), 1) - 1

    def written(self, tick: Callable[[], None]) -> Iterator[str]:
        """Each line as a row of the sheet; ticks at every row."""
        letters = ["", *(get_column_letter(place) for place in range(1, self.columns + 1))]
        for row, line in enumerate(self.lines or [Line(())], start=self.first):
            height = "" if line.height is None else f' ht="{line.height:.1f}" customHeight="1"'
            cells = "".join([_written(f"{letters[s.column]}{row}", s) for s in line.spots])
            yield f'<row r="{row}"{height}>{cells}</row>'
            tick()


def _written(place: str, spot: Spot) -> str:
    match spot.value:
        case None | "":
            return empty_cell(place, spot.style)
        case str() as text:
            return text_cell(place, spot.style, text)
        case Formula() as formula:
            return formula_cell(place, spot.style, formula)
        case Year(year):
            return number_cell(place, spot.style, date(year, 1, 1))
        case number:
            return number_cell(place, spot.style, number)


def text_spot(styles: Styles, column: int, text: str, look: Look = Look.TEXT) -> Spot:
    """A cell with a text of the plan in a look."""
    quoted = looks_like_a_formula(text) and look in {Look.TEXT, Look.QUIET}
    return Spot(column, styles.number(look, quoted=quoted), text)


def spots(styles: Styles, look: Look, values: Iterable[Value], first: int = 1) -> list[Spot]:
    """Cells beside each other, all in one look."""
    style = styles.number(look)
    return [Spot(column, style, value) for column, value in enumerate(values, start=first)]


def heading_line(styles: Styles, titles: Sequence[str], widths: Iterable[float]) -> Line:
    """Headings beside each other, as high as they need."""
    sized = zip(titles, widths, strict=True)
    lines = max(lines_of_heading(title, width, filtered=False) for title, width in sized if title)
    return Line(spots(styles, Look.HEADING, titles), lines * LINE_HEIGHT + 4)


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """The height of a line that holds texts, each in a column of a width."""
    lines = max((lines_of(text, width) for text, width in texts if text), default=1)
    return min(lines, _MOST_LINES) * LINE_HEIGHT + 2
