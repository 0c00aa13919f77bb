"""A file of text with separated columns: UTF-8, divided by semicolons, commas or tabs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from domain.errors import UnreadableFile
from domain.exchange.rotation_rows.cell import Cell, Kind, Row
from domain.exchange.rotation_rows.days import Epoch
from domain.exchange.workbook_reading.cells import LAST_ROW
from domain.exchange.workbook_reading.outside import require_regular
from domain.exchange.workbook_reading.unsound import Unsound, unreadable
from domain.exchange.workbook_reading.zip_form import LARGEST_FILE
from domain.language import _

_SEPARATORS: Final = (";", ",", "\t")
_NO_UTF8: Final = re.compile("[\udc80-\udcff]")
"""What becomes of bytes that are no UTF-8, so that the line can be told."""
_LONGEST_LINE: Final = 1 << 18
_MOST_COLUMNS: Final = 500
_SAYS_SEPARATOR: Final = "sep="
_DEFUSED: Final = re.compile("'+[=+\\-@\t\r]")
"""Text before which an export put an apostrophe, so that no spreadsheet program computes it."""
_FOREIGN: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff", b"%PDF")


class TextFile:
    """The rows of an open file of text."""

    epoch = Epoch.OF_1900

    def __init__(self, path: Path, file: TextIO) -> None:
        """Find the separator in the first line."""
        self.title = path.name
        self.merged: list[str] = []
        self._path = path
        self._file = file
        self._line = 0
        self._skipped = False
        self._separator = self._found_separator()

    def rows(self) -> Iterator[Row]:
        """The rows that are not empty; a text in quotes may go on over several lines."""
        reader = csv.reader(self._lines(), delimiter=self._separator, strict=True)
        try:
            for number, record in enumerate(reader, start=1):
                _require_modest(number <= LAST_ROW and len(record) <= _MOST_COLUMNS)
                row = Row(number, _cells(record), width=len(record))
                if row.cells:
                    yield row
        except csv.Error as error:
            reason = _("the text in quotes is not as it should be")
            raise self._refusal(Unsound(reason, _("save it anew as CSV"))) from error
        except Unsound as unsound:
            raise self._refusal(unsound) from unsound

    def took_row(self) -> None:
        """A row was read and is sound; the length of the file bounds it anyway."""

    def _found_separator(self) -> str:
        try:
            first = self._next_line()
        except Unsound as unsound:
            raise self._refusal(unsound) from unsound
        self._skipped = first.lower().startswith(_SAYS_SEPARATOR)
        if self._skipped and first[len(_SAYS_SEPARATOR) :].strip("\r\n") in _SEPARATORS:
            return first[len(_SAYS_SEPARATOR)]
        counts = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _SEPARATORS}
        most = max(counts.values())
        best = [mark for mark, count in counts.items() if count == most]
        if most > 1 and len(best) > 1:
            reason = _("its columns can be divided in two ways")
            raise self._refusal(Unsound(reason, _("save it with semicolons")))
        return best[0]

    def _lines(self) -> Iterator[str]:
        self._file.seek(0)
        self._line = 0
        if self._skipped:
            self._next_line()
        while line := self._next_line():
            yield line

    def _next_line(self) -> str:
        """The next line, with its end; empty behind the last one."""
        self._line += 1
        line = self._file.readline(_LONGEST_LINE)
        if len(line) >= _LONGEST_LINE:
            raise Unsound(_("it has a line longer than any table has"), _("save it anew"))
        if "\0" in line:
            raise Unsound(_("it holds more than text"), _("save it anew as CSV UTF-8"))
        if not line.isascii() and _NO_UTF8.search(line):
            raise _no_utf8()
        return line

    def _refusal(self, unsound: Unsound) -> UnreadableFile:
        return unreadable(self._path, unsound, _("line {line}").format(line=self._line))


def _no_utf8() -> Unsound:
    return Unsound(_("it is not text in UTF-8"), _("save it as CSV UTF-8"))


def _cells(record: list[str]) -> dict[int, Cell]:
    return {
        column: Cell(Kind.PLAIN, text[1:] if _DEFUSED.match(text) else text)
        for column, text in enumerate(record, start=1)
        if text
    }


def _require_modest(modest: bool) -> None:  # noqa: FBT001 - what is required
    if not modest:
        raise Unsound(_("it is larger than any table of rotations"), _("divide it"))


def _require_text(path: Path) -> None:
    require_regular(path)
    _require_modest(path.stat().st_size <= LARGEST_FILE)
    with path.open("rb") as file:
        if file.read(4).startswith(_FOREIGN):
            raise _no_utf8()


@contextmanager
def opened_text(path: Path) -> Iterator[TextFile]:
    """A file of text, as long as it is open; raises UnreadableFile where it is none."""
    try:
        _require_text(path)
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
            yield TextFile(path, text)
    except Unsound as unsound:
        raise unreadable(path, unsound) from unsound
    except OSError as error:
        raise UnreadableFile(
            _("{file} cannot be read: {reason}.").format(file=path, reason=error.strerror)
        ) from error
