"""Opening a table of whatever kind, and finding its headings."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from domain.errors import Refused
from domain.exchange.table_reading.sheet_table import opened_sheet
from domain.exchange.table_reading.source import Headings, Source, headings_of
from domain.exchange.table_reading.text_file import opened_text
from domain.language import _

TEXTS = frozenset({".csv", ".tsv", ".txt"})
"""The endings of files of text."""


def opened_source(path: Path, sheet: str | None) -> AbstractContextManager[Source]:
    """A table, as long as it is open; raises UnreadableFile where it is none."""
    return opened_text(path) if path.suffix.lower() in TEXTS else opened_sheet(path, sheet)


def require_headings(
    path: Path, source: Source, mapping: Mapping[str, str] | None, row: int | None
) -> Headings:
    """The headings of a table; raises Refused where there are none."""
    headings = headings_of(source, mapping, row)
    if headings is not None:
        return headings
    if row is not None:
        raise Refused(
            _("{file}: row {row} holds no headings; choose another row.").format(file=path, row=row)
        )
    raise Refused(
        _("{file}: there is no row of headings; put one above the table.").format(file=path)
    )
