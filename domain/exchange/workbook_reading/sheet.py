"""A sheet of a workbook from elsewhere: its rows, read as they come, and what is merged in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from domain.exchange.rotation_rows.cell import Row
from domain.exchange.workbook_reading.book import Book, SheetPart
from domain.exchange.workbook_reading.cells import Cells

_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
Area = tuple[int, int, int, int]
"""The first column, first row, last column and last row of an area."""


class Sheet:
    """The rows of a sheet that are not empty, in order."""

    def __init__(self, book: Book, about: SheetPart) -> None:
        self.title = about.title
        self.hidden = about.hidden
        self._book = book
        self._part = about.part
        self._cells = Cells(book)

    def rows(self) -> Iterator[Row]:
        """The rows, to be gone through once; raises UnreadableFile where the sheet is not sound."""
        for _piece in self._book.package.heard(self._part, self._cells, self.title):
            yield from self._cells.rows
            self._cells.rows.clear()

    @property
    def merged(self) -> list[str]:
        """The areas that are merged, once all rows were gone through."""
        return self._cells.merged


def first_rows(book: Book, about: SheetPart, most: int) -> list[Row]:
    """The first rows of a sheet, and no more of it."""
    return list(islice(Sheet(book, about).rows(), most))


def area_of(text: str) -> Area | None:
    """The area that a text names, such as ``A1:B9`` or ``$C$4``; none where it names none."""
    found = _AREA.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return _number(left), int(top), _number(right or left), int(bottom or top)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
