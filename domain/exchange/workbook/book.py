"""The workbook while it is written: its sheets, and the rows that are put in at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from openpyxl.utils import quote_sheetname
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook.lists import Lists
from domain.exchange.workbook.looks import Styles, add_looks
from domain.exchange.workbook.progress import Progress
from domain.exchange.workbook.widths import LINE_HEIGHT


class Block(Protocol):
    """Rows beneath each other that know how they stand in the file."""

    @property
    def last(self) -> int:
        """The number of the last row."""

    @property
    def columns(self) -> int:
        """How many columns they have."""

    def written(self, tick: Callable[[], None]) -> Iterator[str]:
        """Each row as a line of the sheet; ticks at every row."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Rows that wait for their sheet to be written."""

    sheet: Worksheet
    rows: Block


class Book:
    """A workbook with our looks, and a hidden last sheet for the lists."""

    def __init__(self, progress: Progress) -> None:
        """Begin without a sheet to be seen."""
        self.progress = progress
        self.workbook = Workbook()
        for sheet in self.workbook.worksheets:
            self.workbook.remove(sheet)
        add_looks(self.workbook)
        self.lists = Lists(self.workbook)
        self.styles = Styles(self.lists.sheet)
        self.waiting: list[Waiting] = []
        self.described: list[tuple[str, str]] = []
        self.remarks: list[str] = []
        """What Read me must tell of the sheets beside what they are about."""

    def add_sheet(self, title: str, about: str) -> Worksheet:
        """Add a sheet behind those that were added before; Read me says what it is about."""
        self.described.append((title, about))
        return self._added(title, len(self.workbook.sheetnames) - 1)

    def add_first_sheet(self, title: str) -> Worksheet:
        """Add a sheet before all others, and open the workbook there."""
        sheet = self._added(title, 0)
        self.workbook.active = 0
        return sheet

    def _added(self, title: str, place: int) -> Worksheet:
        if title.casefold() in {name.casefold() for name in self.workbook.sheetnames}:
            raise ValueError(f"two sheets are called {title}")
        sheet: Worksheet = self.workbook.create_sheet(title, place)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_format.defaultRowHeight = LINE_HEIGHT
        sheet.sheet_format.customHeight = True
        return sheet

    def put_rows(self, sheet: Worksheet, rows: Block) -> None:
        """Keep rows for a sheet; a cell at their end holds their place and gives it its size."""
        sheet.cell(rows.last, rows.columns).value = 0
        self.waiting.append(Waiting(sheet, rows))

    def name_cell(self, name: str, sheet: Worksheet, cell: str) -> None:
        """Give a cell a name by which formulas of other sheets find it."""
        column, row = coordinate_from_string(cell)
        place = f"{quote_sheetname(sheet.title)}!${column}${row}"
        self.workbook.defined_names[name] = DefinedName(name, attr_text=place)
