"""Finding the sheet of rotations by the hidden keys above its headings, whatever its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from domain.exchange.rotation_rows.cell import Kind, Row
from domain.exchange.rotation_rows.doubt import quoted
from domain.exchange.workbook_reading.book import Book, SheetPart
from domain.exchange.workbook_reading.sheet import first_rows
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_LOOKED_AT: Final = 20
_TELLING: Final = frozenset({"id", "first_day", "last_day"})
_MISSION: Final = frozenset({"mission", "mission_name"})


@dataclass(frozen=True, slots=True)
class RotationSheet:
    """The sheet, the row of its headings, and its columns by key."""

    about: SheetPart
    headings: int
    columns: dict[str, int]


def rotation_sheet_of(book: Book) -> RotationSheet | None:
    """The one sheet of rotations; none where no sheet has the keys.

    Raises UnreadableFile where it is not clear which, or what stands in its columns.
    """
    found = [sheet for about in book.sheets if (sheet := _keyed(book, about)) is not None]
    if not found:
        return None
    titles = [sheet.about.title for sheet in found]
    if len(found) > 1:
        raise book.package.refusal(
            "",
            Unsound(
                _("the sheets {titles} both hold rotations").format(
                    titles=" / ".join(map(quoted, titles))
                ),
                _("remove all but one of them"),
            ),
        )
    if found[0].about.hidden:
        raise book.package.refusal(
            titles[0],
            Unsound(
                _("this sheet is hidden, so that nobody sees what is read"),
                _("show it, look at it, and save the workbook"),
            ),
        )
    return found[0]


def _keyed(book: Book, about: SheetPart) -> RotationSheet | None:
    rows = first_rows(book, about, _LOOKED_AT)
    for place, row in enumerate(rows):
        keys = _keys(row)
        if keys.keys() >= _TELLING and keys.keys() & _MISSION:
            _require_once(book, about, row)
            _require_headings(book, about, rows[place + 1 : place + 2], row.number + 1, keys)
            return RotationSheet(about, row.number + 1, keys)
    return None


def _keys(row: Row) -> dict[str, int]:
    return {cell.text: column for column, cell in row.cells.items() if cell.kind is Kind.TEXT}


def _require_once(book: Book, about: SheetPart, row: Row) -> None:
    times = Counter(cell.text for cell in row.cells.values() if cell.kind is Kind.TEXT)
    twice = [key for key, count in times.items() if count > 1]
    if twice:
        raise book.package.refusal(
            about.title,
            Unsound(
                _("two of its columns have the hidden key {key}").format(key=quoted(twice[0])),
                _("remove the column that was copied"),
            ),
        )


def _require_headings(
    book: Book, about: SheetPart, below: list[Row], number: int, keys: dict[str, int]
) -> None:
    """Refuse a table whose headings are gone: its first row would be taken for them."""
    cells = below[0].cells if below and below[0].number == number else {}
    heading = cells.get(keys["first_day"])
    if heading is None or heading.kind is not Kind.TEXT:
        raise book.package.refusal(
            about.title,
            Unsound(
                _("the row of headings below the hidden keys is gone (row {row})").format(
                    row=number
                ),
                _("put it back, or export the plan anew"),
            ),
        )
