"""A block of cells from the clipboard: tab-separated text, or the table of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from domain.errors import Refused
from domain.exchange.rotation_rows.cell import Cell, Kind, number_in
from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.rotation_rows.entries import MOST_ROWS
from domain.language import _

_MOST_COLUMNS: Final = 500
_DEFUSED: Final = re.compile("'+[=+\\-@\t\r]")
"""Text before which a copy put an apostrophe, so that no spreadsheet program computes it."""
_DATE_CODES: Final = re.compile(r"[dt]+\W+m|m+\W+[dt]|[yj]{2,}", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<two>[0-9]{1,2})(?P=mark)[0-9]{4}", re.ASCII
)
_MONTHS: Final = 12
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells, all as wide; an empty cell is none."""

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def texts(self, row: int) -> tuple[str, ...]:
        """What a row shows."""
        return tuple("" if cell is None else cell.text for cell in self.rows[row])


def block_of(text: str, html: str = "") -> Block:
    """What is on the clipboard, without empty rows below it; raises Refused where it is too much.

    Where a spreadsheet says which of its numbers are days, it is believed; else the text counts.
    """
    if "sdval=" in html:
        found = _from_html(html)
        if found is not None:
            return found
    return _from_text(text)


def _from_text(text: str) -> Block:
    records = _records(text, csv.QUOTE_MINIMAL)
    if text.count('"') % 2 or len({len(record) for record in records}) > 1:
        # A text that begins with a quotation mark is not always a quotation.
        plain = _records(text, csv.QUOTE_NONE)
        if len({len(record) for record in plain}) == 1:
            records = plain
    return _squared([list(map(_plain, record)) for record in records])


def _records(text: str, quoting: int) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    try:
        return list(csv.reader(lines, delimiter="\t", quoting=quoting))  # type: ignore[arg-type]
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def _plain(text: str) -> Cell | None:
    text = text[1:] if _DEFUSED.match(text) else text
    return Cell(Kind.PLAIN, text) if text.strip() else None


def _squared(rows: Sequence[Sequence[Cell | None]]) -> Block:
    width = max(map(len, rows), default=0)
    if width > _MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise Refused(_("The clipboard holds more than any table of rotations; copy less of it."))
    squared = [(*row, *[None] * (width - len(row))) for row in rows]
    while squared and not any(squared[-1]):
        squared.pop()
    return Block(tuple(squared))


def _from_html(html: str) -> Block | None:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return _squared(reader.rows) if reader.rows else None


class _TableReader(HTMLParser):
    """Collects the cells of all tables; what spans several counts as the first of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell | None]] = []
        self._about: dict[str, str | None] | None = None
        self._parts: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            self._about, self._parts = dict(attrs), []
        elif tag == "br":
            self._parts.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        # Line breaks in the source of a page are spaces; those that are meant are tags.
        self._parts.append(" ".join(data.splitlines()))

    def _end_cell(self) -> None:
        about, self._about = self._about, None
        if about is None or not self.rows:
            return
        lines = "".join(self._parts).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        span = about.get("colspan") or "1"
        more = int(span) - 1 if span.isdecimal() and len(span) < len("1000") else 0
        self.rows[-1] += [_cell_of(about, text), *[None] * more]


def _cell_of(about: dict[str, str | None], text: str) -> Cell | None:
    """A cell as LibreOffice tells of it: its number, and the format in which that is shown."""
    value, form = about.get("sdval") or "", about.get("sdnum") or ""
    if number_in(value) is None:
        return _plain(text)
    code = _QUOTED.sub("", form.split(";", 2)[2]) if form.count(";") > 1 else ""
    if _DATE_CODES.search(code):
        return Cell(Kind.DATED, value)
    return Cell(Kind.SHARE if "%" in code else Kind.NUMBER, value)


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """In which order days such as 1-8-2026 are written, where the texts prove it.

    They do where one of them can be read in one way only, such as 31-8-2026, and none in the other.
    """
    proved = set[DayOrder]()
    for text in texts:
        found = _DAY.fullmatch(text.strip())
        if found is not None and int(found["one"]) > _MONTHS:
            proved.add(DayOrder.DAY_FIRST)
        elif found is not None and int(found["two"]) > _MONTHS:
            proved.add(DayOrder.MONTH_FIRST)
    return proved.pop() if len(proved) == 1 else None
