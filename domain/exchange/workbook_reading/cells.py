"""The cells of a sheet, heard one after the other: each says what it is, or is refused."""

from __future__ import annotations

from sys import getsizeof
from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind, Row, letters_of
from domain.exchange.workbook.text import as_read
from domain.exchange.workbook_reading.book import Book
from domain.exchange.workbook_reading.elements import (
    DEEPEST,
    LARGEST_TEXTS,
    LONGEST,
    MOST_ATTRIBUTES,
    SHEETS,
    too_much,
)
from domain.exchange.workbook_reading.markup import more_than_needed
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_EMPTY: Final = getsizeof("")
_LONGEST_VALUE: Final = 255
"""How many characters there are in anything but a text."""
_MOST_MERGED: Final = 10_000
_DIGITS: Final = "0123456789"
_INSIDE: Final = {"sheetData": "", "row": "sheetData", "v": "c", "f": "c"}
"""What may stand inside what; the rest is ruled where it is most often heard."""
_NAMES: Final = {f"{SHEETS[0]} {name}": name for name in (*_INSIDE, "rPh", "mergeCell")}
_CELL, _TEXT, _INLINE, _VALUE = (f"{SHEETS[0]} {name}" for name in ("c", "t", "is", "v"))
_STRICT: Final = {name.replace(*SHEETS): name for name in (_CELL, _TEXT, _INLINE, *_NAMES)}
"""The other names of the same elements, in files of the strict kind."""
_KINDS: Final = {"b": Kind.TRUTH, "e": Kind.ERROR, "d": Kind.ISO}
_TEXTS: Final = frozenset({"str", "inlineStr"})
_LETTERS: Final = ("", *(letters_of(column) for column in range(1, LAST_COLUMN + 1)), "")


class Cells:
    """Hears a sheet; rows that are whole wait in ``rows`` to be taken.

    Rows and cells come in order, each once; where one does not say where it is, it stands behind
    the one before it. What is heard a million times is written for speed.
    """

    weight = 1

    def __init__(self, book: Book) -> None:
        """Know the styles and the shared texts of the book."""
        self.rows: list[Row] = []
        self.merged: list[str] = []
        self._book = book
        self._kinds: dict[str | None, Kind] = {}
        self._strange = 0
        """How deep it is in elements that are not about cells."""
        self._inside = ""
        """The innermost of the elements that are."""
        self._row, self._row_text, self._hidden = 0, "0", False
        self._column = 0
        self._cells: dict[int, Cell] = {}
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._text = ""
        self._size = 0
        self._hears = self._aside = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if len(attributes) > MOST_ATTRIBUTES:
            raise too_much()
        if name == _CELL:
            if self._inside != "row":
                raise _disordered()
            self._inside = "c"
            self._attributes = attributes
            self._value = self._formula = None
        elif name == _TEXT:
            if self._inside != "is":
                raise _disordered()
            self._inside = "t"
            self._hears = not self._aside
        elif name == _INLINE:
            if self._inside != "c" or self._value is not None:
                raise _disordered()
            self._inside = "is"
            self._text = ""
        else:
            self._begin_other(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == _CELL:
            self._inside = "row"
            attributes = self._attributes
            column = self._column + 1
            place = attributes.get("r")
            if place != _LETTERS[column] + self._row_text and place is not None:
                column = self._column_of(place)
            if column > LAST_COLUMN:
                raise self._out_of_order(place)
            self._column = column
            if self._value is not None or self._formula is not None:
                cell = self._cell()
                if cell is not None:
                    self._cells[column] = cell
        elif name == _TEXT:
            self._inside, self._hears = "is", False
        elif name in {_INLINE, _VALUE}:
            self._inside, self._hears = "c", False
            self._value = self._text
        else:
            self._end_other(name)

    def hear(self, text: str) -> None:
        """A piece of text."""
        if self._hears:
            self._text += text
            if len(self._text) > LONGEST:
                raise too_much()

    def _begin_other(self, name: str, attributes: dict[str, str]) -> None:
        if name in _STRICT:
            self.begin(_STRICT[name], attributes)
            return
        element = _NAMES.get(name)
        if element in _INSIDE:
            twice = element == "v" and self._value is not None
            if self._inside != _INSIDE[element] or twice:
                raise _disordered()
            self._inside = element
            self._text = ""
            self._hears = element in {"v", "f"}
            if element == "row":
                self._begin_row(attributes)
            return
        self._strange += 1
        if self._strange > DEEPEST or self._inside in {"v", "f", "t"}:
            raise _disordered()
        if element == "rPh":
            self._aside = True
        elif element == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _end_other(self, name: str) -> None:
        if name in _STRICT:
            self.end(_STRICT[name])
            return
        element = _NAMES.get(name)
        if element == "row":
            self._inside = "sheetData"
            if self._cells:
                self.rows.append(Row(self._row, self._cells, self._hidden))
                self._cells = {}
        elif element == "f":
            self._inside, self._hears = "c", False
            self._formula = self._text[:_LONGEST_VALUE]
        elif element == "sheetData":
            self._inside = ""
        else:
            self._strange -= 1
            if element == "rPh":
                self._aside = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r")
        number = self._row + 1 if text is None else _whole(text)
        if not self._row < number <= LAST_ROW:
            raise Unsound(_("its rows are not in order (row {row})").format(row=number))
        self._row, self._row_text = number, str(number)
        self._hidden = attributes.get("hidden", "0") not in {"0", "false"}
        self._column = 0

    def _end_cell(self) -> None:
        column = self._column + 1
        place = self._attributes.get("r")
        if place is not None and place != _LETTERS[column] + self._row_text:
            column = self._column_of(place)
        if column > LAST_COLUMN:
            raise self._out_of_order(place)
        self._column = column
        if self._value is not None or self._formula is not None:
            cell = self._cell()
            if cell is not None:
                self._cells[column] = cell

    def _column_of(self, place: str) -> int:
        """The column of a cell that does not stand right behind the one before it."""
        letters = place.rstrip(_DIGITS)
        column = 0
        for letter in letters[:4]:
            column = column * 26 + ord(letter) - ord("A") + 1 if "A" <= letter <= "Z" else 0
        if place != letters_of(column) + self._row_text or column <= self._column:
            raise self._out_of_order(place)
        return column

    def _out_of_order(self, place: str | None) -> Unsound:
        here = f"{letters_of(self._column + 1)}{self._row}" if place is None else place[:20]
        return Unsound(_("its cells are not in order ({cell})").format(cell=ascii(here)))

    def _cell(self) -> Cell | None:
        """The cell that has been heard; none for one that holds nothing."""
        kind, value = self._attributes.get("t", "n"), self._value
        if kind in _TEXTS and value:
            return self._text_cell(as_read(value))
        if self._formula is not None and not value and (value is None or kind not in _TEXTS):
            return Cell(Kind.UNCOMPUTED, f"={self._formula}")
        return self._other_cell(kind, value) if value else None

    def _other_cell(self, kind: str, value: str) -> Cell | None:
        """A cell that has something else than a text of its own."""
        if len(value) > _LONGEST_VALUE:
            raise too_much()
        if kind == "n":
            style = self._attributes.get("s")
            return Cell(self._kinds.get(style) or self._kind_of(style), value.strip())
        if kind == "s":
            text = self._shared(value)
            return self._text_cell(text) if text else None
        if kind in _KINDS:
            return Cell(_KINDS[kind], value)
        raise Unsound(_("cell {cell} is of no known kind").format(cell=self._place()))

    def _text_cell(self, text: str) -> Cell:
        self._size += getsizeof(text) - _EMPTY
        if self._size > LARGEST_TEXTS:
            raise more_than_needed()
        return Cell(Kind.TEXT, text)

    def _kind_of(self, style: str | None) -> Kind:
        number = _whole(style or "0")
        if number >= len(self._book.formats):
            raise Unsound(_("cell {cell} has a style that is not there").format(cell=self._place()))
        kind = self._kinds[style] = self._book.formats[number]
        return kind

    def _shared(self, value: str) -> str:
        number = _whole(value)
        if number >= len(self._book.strings):
            raise Unsound(
                _("cell {cell} names a text that is not there").format(cell=self._place())
            )
        return self._book.strings[number]

    def _place(self) -> str:
        return f"{letters_of(self._column)}{self._row}"

    def _merge(self, place: str) -> None:
        if len(self.merged) >= _MOST_MERGED:
            raise Unsound(_("more of its cells are merged than a table has"))
        self.merged.append(place)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):  # noqa: PLR2004 - digits
        raise _disordered()
    return int(text)


def _disordered() -> Unsound:
    return Unsound(_("its cells do not stand there as cells of a sheet do"))
