"""Sheets of any content: read as another library reads them, or refused."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from domain.exchange.rotation_rows.cell import Cell, Kind
from domain.exchange.rotation_rows.days import day_of
from domain.exchange.workbook_reading.book import book_of
from domain.exchange.workbook_reading.package import opened
from domain.exchange.workbook_reading.sheet import Sheet

Value = str | int | float | bool | date | None
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=9
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    TEXTS.filter(lambda text: not text.startswith("=") and not text.startswith("#")),
)
GRIDS = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 800)), VALUES, min_size=1, max_size=20
)


@settings(max_examples=40)
@given(GRIDS)
def test_what_another_library_wrote(grid: dict[tuple[int, int], Value]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "grid.xlsx")
        workbook = Workbook()
        for (row, column), value in grid.items():
            workbook.worksheets[0].cell(row, column).value = value
        workbook.save(path)
        theirs = {
            (cell.row, cell.column): cell.value
            for row in load_workbook(path).worksheets[0].iter_rows()
            for cell in row
            if cell.value is not None
        }
        assert cells_of(path) == theirs


def cells_of(path: Path) -> dict[tuple[int, int], Value]:
    with opened(path) as package:
        book = book_of(package)
        return {
            (row.number, column): value_of(cell, book.epoch)
            for row in Sheet(book, book.sheets[0]).rows()
            for column, cell in row.cells.items()
        }


def value_of(cell: Cell, epoch: object) -> Value:
    match cell.kind:
        case Kind.TRUTH:
            return cell.text == "1"
        case Kind.NUMBER:
            return float(cell.text)
        case Kind.DATED:
            return datetime.combine(day_of(cell, epoch), datetime.min.time())  # type: ignore[arg-type]
        case _:
            return cell.text
