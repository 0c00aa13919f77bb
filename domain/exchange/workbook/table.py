"""A sheet with one table: a title, hidden keys, headings, rows; a real table of Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter, FilterColumn
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.cells import put
from domain.exchange.workbook.columns import Column, require_sound
from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.page import set_page
from domain.exchange.workbook.rows import Rows, cells_of
from domain.exchange.workbook.top import put_top
from domain.exchange.workbook.widths import (
    LINE_HEIGHT,
    lines_of_heading,
    width_of_all,
    width_of_heading,
)

T = TypeVar("T")
_FIXED_WIDTHS: Final = {Look.DATE: 12.5, Look.NUMBER: 7.5, Look.GRID: 7.0}
_NARROWEST: Final = 7.0


@dataclass(frozen=True, slots=True)
class TableSheet(Generic[T]):
    """What a sheet with a table is made of.

    ``about`` is what Read me says of it, ``lead`` stands above the table, ``frozen`` columns stay
    in sight. ``room`` rows are left free above the table.
    """

    name: str
    title: str
    about: str
    lead: str
    columns: Sequence[Column[T]]
    frozen: int
    room: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table came to stand."""

    sheet: Worksheet
    heading: int
    rows: Rows
    letters: dict[str, str]
    last_printed: str

    def column(self, key: str) -> str:
        """The cells of a column, without its heading."""
        letter = self.letters[key]
        return f"{letter}{self.rows.first}:{letter}{self.rows.last}"

    def first_cell(self, key: str) -> str:
        """The first cell of a column as a condition names it: its row moves, its column not."""
        return f"${self.letters[key]}{self.rows.first}"


def write_table(
    book: Book, material: Material, about: TableSheet[T], things: Sequence[T]
) -> Placed:
    """Add a sheet with a table that has a row for each thing."""
    require_sound(about.columns)
    sheet = book.add_sheet(about.title, about.about)
    columns = about.columns
    printed = sum(column.printed for column in columns)
    keys = put_top(sheet, material, about.title, about.lead, printed) + about.room
    values = []
    for thing in things:
        values.append([column.value(thing) for column in columns])
        book.progress.tick()
    widths = [_width(column, values, place) for place, column in enumerate(columns)]
    cells = cells_of(book.styles, [column.look for column in columns], widths)
    rows = Rows(keys + 2, cells, values)
    book.put_rows(sheet, rows)
    letters = {column.key: cell.letter for column, cell in zip(columns, cells, strict=True)}
    placed = Placed(sheet, keys + 1, rows, letters, get_column_letter(printed))
    _put_headings(placed, columns, widths)
    _make_table(placed, about)
    set_page(sheet, material, placed.heading)
    sheet.print_area = f"A1:{placed.last_printed}{rows.last}"
    return placed


def _width(column: Column[T], rows: Sequence[Sequence[object]], place: int) -> float:
    heading = width_of_heading(column.title, filtered=column.filtered)
    if column.look in _FIXED_WIDTHS:
        least = _FIXED_WIDTHS[column.look] if column.filtered else _NARROWEST
        return max(heading, least)
    values = (row[place] for row in rows)
    shown = (value.value if isinstance(value, Formula) else value for value in values)
    texts = (value for value in shown if isinstance(value, str))
    return max(heading, _NARROWEST, min(width_of_all(texts), column.widest))


def _put_headings(placed: Placed, columns: Sequence[Column[T]], widths: Sequence[float]) -> None:
    sheet, heading = placed.sheet, placed.heading
    sheet.row_dimensions[heading - 1].hidden = True
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        put(sheet, heading - 1, place, column.key, Look.QUIET)
        put(sheet, heading, place, column.title, Look.HEADING)
        sheet.column_dimensions[get_column_letter(place)].width = round(width, 2)
    lines = max(
        lines_of_heading(column.title, width, filtered=column.filtered)
        for column, width in zip(columns, widths, strict=True)
    )
    sheet.row_dimensions[heading].height = lines * LINE_HEIGHT + 4


def _table_column(number: int, column: Column[T]) -> TableColumn:
    made = TableColumn(id=number, name=column.title)
    if column.formula:
        made.calculatedColumnFormula = TableFormula(attr_text=column.formula)
    return made


def _make_table(placed: Placed, about: TableSheet[T]) -> None:
    last = get_column_letter(len(about.columns))
    place = f"A{placed.heading}:{last}{placed.rows.last}"
    without_button = [
        FilterColumn(colId=number, hiddenButton=True)
        for number, column in enumerate(about.columns)
        if not column.filtered
    ]
    table = Table(
        displayName=about.name,
        name=about.name,
        ref=place,
        autoFilter=AutoFilter(ref=place, filterColumn=without_button),
        # Given here, so that nobody looks for them in cells that are not there yet.
        tableColumns=[
            _table_column(number, column) for number, column in enumerate(about.columns, start=1)
        ],
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
    )
    placed.sheet.add_table(table)
    first = get_column_letter(about.frozen + 1)
    placed.sheet.freeze_panes = f"{first}{placed.rows.first}"
