"""Rows of a table as they stand in a sheet: one formatted line for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter

from domain.exchange.workbook.columns import Value, Year
from domain.exchange.workbook.looks import Look, Styles
from domain.exchange.workbook.text import in_markup, looks_like_a_formula
from domain.exchange.workbook.widths import LINE_HEIGHT, lines_of, may_wrap

Row = Sequence[Value]
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
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
    number: int
    mean: int
    day: int
    year: int

    def written(self, row: int, value: Value) -> str:
        """One cell."""
        place = f'<c r="{self.letter}{row}" s="'
        if value is None or value == "":
            return f'{place}{self.empty}"/>'
        if isinstance(value, str):
            style = self.quoted if looks_like_a_formula(value) else self.text
            return (
                f'{place}{style}" t="inlineStr"><is><t xml:space="preserve">'
                f"{in_markup(value)}</t></is></c>"
            )
        style, number = self._number(value)
        return f'{place}{style}"><v>{number}</v></c>'

    def _number(self, value: int | Decimal | date | Year) -> tuple[int, int | Decimal]:
        match value:
            case date():
                return self.day, value.toordinal() - _DAY_ZERO
            case Year():
                return self.year, date(value.year, 1, 1).toordinal() - _DAY_ZERO
            case Decimal():
                return self.mean, value
            case _:
                return self.number, value


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
            number=styles.number(Look.NUMBER),
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
