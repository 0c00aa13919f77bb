"""What a sheet of the workbook is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.contents import Contents


@dataclass(frozen=True, slots=True)
class Sheet:
    """How many rows a sheet will have, for the progress, and how it is written."""

    rows: Callable[[Contents], int]
    write: Callable[[Book, Contents], None]
