"""A table from elsewhere, of whatever kind of file: its headings, and the rows below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from domain.exchange.rotation_rows.cell import Kind, Row
from domain.exchange.rotation_rows.days import Epoch
from domain.exchange.table_reading.headings import suggested

_LOOKED_AT: Final = 20
_FEWEST: Final = 2
_TEXTS: Final = frozenset({Kind.TEXT, Kind.PLAIN})


class Source(Protocol):
    """An open table: one sheet of a workbook, or a file of text."""

    @property
    def title(self) -> str:
        """The sheet, or the file, as problems name it."""

    @property
    def epoch(self) -> Epoch:
        """The day from which it counts."""

    @property
    def merged(self) -> list[str]:
        """The areas of merged cells, once all rows were gone through."""

    def rows(self) -> Iterator[Row]:
        """All rows that are not empty, headings among them; each time from the first."""

    def took_row(self) -> None:
        """A row was read and is sound."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of the headings, and their texts by column."""

    row: int
    texts: Mapping[int, str]
    width: int

    def column_of(self, heading: str) -> list[int]:
        """The columns under a heading."""
        return [column for column, text in self.texts.items() if text == heading]


def headings_of(
    source: Source, wanted: Mapping[str, str] | None = None, number: int | None = None
) -> Headings | None:
    """The headings of a table: the row that tells most fields, or has most that are wanted.

    Where no row tells anything it is the first one with several texts; none where none has. With
    a number it is that row.
    """
    rows = list(islice(source.rows(), _LOOKED_AT))
    if number is not None:
        rows = [row for row in rows if row.number == number]
    found = [headings for row in rows if (headings := _headings(row)) is not None]
    return max(found, key=lambda one: (_telling(one, wanted), -one.row), default=None)


def _headings(row: Row) -> Headings | None:
    texts = {
        column: " ".join(cell.text.split())
        for column, cell in row.cells.items()
        if cell.kind in _TEXTS
    }
    return Headings(row.number, texts, row.width) if len(texts) >= _FEWEST else None


def _telling(headings: Headings, wanted: Mapping[str, str] | None) -> int:
    texts = headings.texts.values()
    return len(suggested(texts)) if wanted is None else len(wanted.keys() & set(texts))
