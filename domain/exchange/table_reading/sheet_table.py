"""The sheets of a workbook that never came from us, and which of them holds the table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import UnreadableFile
from domain.exchange.rotation_rows.cell import Row
from domain.exchange.rotation_rows.doubt import quoted
from domain.exchange.table_reading.headings import ENOUGH, suggested
from domain.exchange.table_reading.source import headings_of
from domain.exchange.workbook_reading.book import Book, SheetPart, book_of
from domain.exchange.workbook_reading.package import opened
from domain.exchange.workbook_reading.sheet import Sheet, first_rows
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _


class SheetTable:
    """A sheet as a table."""

    def __init__(self, book: Book, about: SheetPart) -> None:
        self.title = about.title
        self.epoch = book.epoch
        self.merged: list[str] = []
        self._book = book
        self._about = about

    def rows(self) -> Iterator[Row]:
        """All rows that are not empty, each time from the first."""
        sheet = Sheet(self._book, self._about)
        yield from sheet.rows()
        self.merged = sheet.merged

    def took_row(self) -> None:
        """A row was read and is sound: as much more may be read as it took."""
        self._book.package.restore_budget()

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all sheets of the workbook that can be seen."""
        return tuple(sheet.title for sheet in self._book.sheets if not sheet.hidden)


def titles_of(source: object) -> tuple[str, ...]:
    """The sheets among which a table is one; none where it is of another kind."""
    return source.titles if isinstance(source, SheetTable) else ()


def best_sheet(path: Path) -> str | None:
    """The sheet that holds rotations, where that is clear; else the first that can be seen."""
    with opened(path) as package:
        book = book_of(package)
        try:
            return _telling(book).title
        except UnreadableFile:
            return next((sheet.title for sheet in book.sheets if not sheet.hidden), None)


@contextmanager
def opened_sheet(path: Path, title: str | None = None) -> Iterator[SheetTable]:
    """The sheet of a title, or the one that holds rotations, as long as the workbook is open.

    Raises UnreadableFile where it is no sound workbook, or not clear which sheet is meant.
    """
    with opened(path) as package:
        book = book_of(package)
        yield SheetTable(book, _titled(book, title) if title else _telling(book))


def _titled(book: Book, title: str) -> SheetPart:
    found = book.sheet(title)
    if found is None:
        titles = ", ".join(quoted(sheet.title) for sheet in book.sheets)
        raise book.package.refusal(
            "",
            Unsound(
                _("there is no sheet {title} in it").format(title=quoted(title)),
                _("choose one of {titles}").format(titles=titles),
            ),
        )
    return found


def _telling(book: Book) -> SheetPart:
    """The one sheet that has headings of rotations, or the only one that has anything."""
    seen = [s for s in book.sheets if not s.hidden and first_rows(book, s, 1)]
    telling = [sheet for sheet in seen if _tells(book, sheet)] or seen
    if len(telling) == 1:
        return telling[0]
    if not telling:
        raise book.package.refusal(
            "", Unsound(_("there is nothing in it that can be seen"), _("choose another file"))
        )
    raise book.package.refusal(
        "",
        Unsound(
            _("it is not clear which sheet holds the rotations"),
            _("choose one of {titles}").format(
                titles=", ".join(quoted(sheet.title) for sheet in telling)
            ),
        ),
    )


def _tells(book: Book, about: SheetPart) -> bool:
    headings = headings_of(SheetTable(book, about))
    return headings is not None and set(suggested(headings.texts.values()).values()) >= ENOUGH
