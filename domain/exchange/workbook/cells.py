"""Single cells: titles, headings, labels; text is always text, whatever it begins with."""

from __future__ import annotations

from datetime import date, datetime

from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.looks import MOMENT, Look
from domain.exchange.workbook.text import as_written, looks_like_a_formula


def put(sheet: Worksheet, row: int, column: int, value: str | float | date, look: Look) -> Cell:
    """Put a value into a cell of a sheet, in a look."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("no table of ours has merged cells")
    cell.style = look.value
    if isinstance(value, str):
        _put_text(cell, value)
    else:
        cell.value = value
        cell.style = look.value  # a date brings a format of its own
        if isinstance(value, datetime):
            cell.number_format = MOMENT
    return cell


def _put_text(cell: Cell, text: str) -> None:
    cell.value = as_written(text)
    cell.data_type = "s"
    if looks_like_a_formula(text):
        cell.quotePrefix = True
