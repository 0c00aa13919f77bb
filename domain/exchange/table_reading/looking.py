"""A first look at a table from elsewhere, for who must say which column is what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind, Row
from domain.exchange.rotation_rows.days import DayOrder, day_of, orders_of
from domain.exchange.rotation_rows.doubt import Doubt, quoted
from domain.exchange.table_reading.headings import suggested
from domain.exchange.table_reading.opening import opened_source, require_headings
from domain.exchange.table_reading.sheet_table import titles_of
from domain.exchange.table_reading.source import Source

_SAMPLES: Final = 5
_LOOKED_AT: Final = 2_000
_TEXTS: Final = frozenset({Kind.TEXT, Kind.PLAIN})
_ALL: Final = frozenset(DayOrder)


@dataclass(frozen=True, slots=True)
class LooseDays:
    """Days of a column that are text and can be read in more than one way: one, and the ways."""

    example: str
    orders: frozenset[DayOrder]
    """The orders in which all of them are days; none where they contradict each other."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a table shows at a glance: its headings, some rows, and what they most likely are."""

    sheet: str
    headings: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    suggested: Mapping[str, str]
    """Fields by heading."""
    row: int = 1
    """The row of the headings."""
    sheets: tuple[str, ...] = ()
    """All sheets that can be seen; none in a file of text."""
    loose: Mapping[str, LooseDays] = field(default_factory=dict)
    """By heading."""


def look(path: Path, sheet: str | None = None, row: int | None = None) -> Look:
    """What a table shows; raises KnownError where it is not clear which sheet or row is meant."""
    with opened_source(path, sheet) as source:
        headings = require_headings(path, source, None, row)
        below = (one for one in source.rows() if one.number > headings.row)
        rows = list(islice(below, _LOOKED_AT))
        texts = tuple(headings.texts.values())
        return Look(
            sheet=source.title,
            headings=texts,
            samples=tuple(_sample(source, one, headings.texts) for one in rows[:_SAMPLES]),
            suggested=suggested(texts),
            row=headings.row,
            sheets=titles_of(source),
            loose=_loose(rows, headings.texts),
        )


def _sample(source: Source, row: Row, columns: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(_shown(source, row.cells.get(column)) for column in columns)


def _shown(source: Source, cell: Cell | None) -> str:
    """A cell as a person knows it: of a date the day, not how it is counted."""
    if cell is None:
        return ""
    if cell.kind is Kind.DATED:
        try:
            return f"{day_of(cell, source.epoch):%d-%m-%Y}"
        except Doubt:
            return cell.text
    return quoted(cell.text)[1:-1]


def _loose(rows: list[Row], columns: Mapping[int, str]) -> Mapping[str, LooseDays]:
    found: dict[str, LooseDays] = {}
    for row in rows:
        for column, heading in columns.items():
            cell = row.cells.get(column)
            orders = orders_of(cell.text) if cell is not None and cell.kind in _TEXTS else None
            if cell is None or orders is None:
                continue
            known = found.get(heading)
            before = _ALL if known is None else known.orders
            example = cell.text.strip() if known is None else known.example
            found[heading] = LooseDays(example, before & orders)
    return found
