"""The hidden sheet: the words that cells may choose from, and the numbers of the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from domain.exchange.workbook.cells import put
from domain.exchange.workbook.looks import Look
from domain.language import _


class Lists:
    """Blocks of columns beside each other, each under its headings."""

    def __init__(self, workbook: Workbook) -> None:
        """Add the sheet to a workbook, hidden."""
        self._workbook = workbook
        self.sheet = workbook.create_sheet(_("Lists"))
        self.sheet.sheet_state = "hidden"
        self._next_column = 1

    def add_block(self, headings: Sequence[str], rows: Sequence[Sequence[str | float]]) -> int:
        """Add columns with their headings; the number of the first of them."""
        first = self._next_column
        self._next_column += len(headings) + 1
        for row, values in enumerate([headings, *rows], start=1):
            for column, value in enumerate(values, start=first):
                put(self.sheet, row, column, value, Look.HEADING if row == 1 else Look.QUIET)
        return first

    def add_choices(self, name: str, label_by_code: Mapping[str, str]) -> None:
        """Add what a cell may choose from as two named ranges: ``name`` and ``name_ids``."""
        rows = [(label, code) for code, label in label_by_code.items()]
        first = self.add_block((name, f"{name}_ids"), rows)
        last_row = max(len(rows), 1) + 1
        for column, title in enumerate((name, f"{name}_ids"), start=first):
            letter = get_column_letter(column)
            sheet = quote_sheetname(self.sheet.title)
            place = f"{sheet}!${letter}$2:${letter}${last_row}"
            self._workbook.defined_names[title] = DefinedName(title, attr_text=place)
