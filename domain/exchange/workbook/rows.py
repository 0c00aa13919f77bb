"""Rows of a table as they stand in a sheet: one formatted line for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter

from domain.exchange.workbook.columns import Value, Year
from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.looks import Look, Styles
from domain.exchange.workbook.markup import empty_cell, formula_cell, number_cell, text_cell
from domain.exchange.workbook.text import looks_like_a_formula
from domain.exchange.workbook.widths import LINE_HEIGHT, lines_of, may_wrap

Row = Sequence[Value]
_MOST_LINES: Final = 30


@dataclass(frozen=True, slots=True)
class Cells:
    """How the cells of one column are written."""

    letter: str
    width: float
    wraps: bool
    empty: int
    text: int
    quoted: int
    computed: int
    number: int
    mean: int
    day: int
    year: int

    def written(self, row: int, value: Value) -> str:
        """One cell."""
        place = f"{self.letter}{row}"
        match value:
            case None | "":
                return empty_cell(place, self.empty)
            case str():
                style = self.quoted if looks_like_a_formula(value) else self.text
                return text_cell(place, style, value)
            case Formula():
                return formula_cell(place, self._style(value.value), value)
            case Year():
                return number_cell(place, self.year, date(value.year, 1, 1))
            case _:
                return number_cell(place, self._style(value), value)

    def _style(self, value: int | Decimal | date | str | None) -> int:
        match value:
            case date():
                return self.day
            case Decimal():
                return self.mean
            case None | str() | bool():
                return self.computed
            case _:
                return self.number


def cells_of(styles: Styles, looks: Sequence[Look], widths: Sequence[float]) -> list[Cells]:
    """How the cells of each column are written, from the left."""
    return [
        Cells(
            letter=get_column_letter(place),
            width=width,
            wraps=look in {Look.TEXT, Look.QUIET},
            empty=styles.number(look),
            text=styles.number(look if look in {Look.TEXT, Look.QUIET} else Look.TEXT),
            quoted=styles.number(look if look is Look.QUIET else Look.TEXT, quoted=True),
            computed=styles.number(Look.COMPUTED),
            number=styles.number(look if look is Look.GRID else Look.NUMBER),
            mean=styles.number(Look.NUMBER, "#,##0.00"),
            day=styles.number(Look.DATE),
            year=styles.number(Look.DATE, "yyyy"),
        )
        for place, (look, width) in enumerate(zip(looks, widths, strict=True), start=1)
    ]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table, to be put into its sheet."""

    first: int
    cells: list[Cells]
    rows: Sequence[Row]

    @property
    def last(self) -> int:
        """The number of the last row; a table without rows has an empty one."""
        return self.first + max(len(self.rows), 1) - 1

    @property
    def columns(self) -> int:
        """How many columns they have."""
        return len(self.cells)

    def written(self, tick: Callable[[], None]) -> Iterator[str]:
        """Each row as a line of the sheet; ticks at every row."""
        for place, row in enumerate(self.rows or [[None] * len(self.cells)], start=self.first):
            cells = "".join(
                [c.written(place, value) for c, value in zip(self.cells, row, strict=True)]
            )
            yield f'<row r="{place}"{self._height(row)}>{cells}</row>'
            tick()

    def _height(self, row: Row) -> str:
        """The height of a row that needs more than a line; none fills the whole screen."""
        lines = max(
            (
                lines_of(value, cells.width)
                for cells, value in zip(self.cells, row, strict=True)
                if cells.wraps and isinstance(value, str) and may_wrap(value, cells.width)
            ),
            default=1,
        )
        if lines == 1:
            return ""
        height = f' ht="{min(lines, _MOST_LINES) * LINE_HEIGHT + 1:.1f}"'
        return height if lines <= _MOST_LINES else f'{height} customHeight="1"'
