"""A source as a planner reads it: the document and the place, the words; a table row as a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from domain.language import _
from domain.model import Source
from domain.words.days import day_text

_JOINT: Final = " | "
"""Between the words of several places of one document."""
_TABLES: Final = ("bijlage", "annex")
_MONTHS: Final = "jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_WORDS: Final = r"Onbepaald|Doorlopend|Per activiteit wordt dit bepaald"
_CELL: Final = re.compile(rf"\s+({_WORDS}|\d{{1,2}} (?i:{_MONTHS})\w* \d{{4}})$")
"""A last cell of a table of days: a day, or that there is none."""
_DASH: Final = re.compile(r"\s+(-|–)$")
_NUMBER: Final = re.compile(r"\s+(\d{1,5}|-|–)$")
_SAYING: Final = re.compile(
    r"\b(is|zijn|maximaal|hoogste|hoogstens|at most|about)\b", re.IGNORECASE
)
"""Words of a sentence; the cells of a row have none of them."""

_FEWEST: Final = 2
"""A sentence may end in one day or number; two beside each other are cells."""


def place_of(source: Source) -> str:
    """Where the words of a source stand: document, day, section."""
    if source.text is not None:
        return source.text
    parts = [source.document]
    if source.decided_on is not None:
        parts.append(_("decided on {day}").format(day=day_text(source.decided_on)))
    parts.append(source.section)
    return ", ".join(part for part in parts if part)


def words_of(source: Source) -> Iterator[tuple[str, bool]]:
    """The words of a source, place by place; and whether they are a sentence to be quoted."""
    for words in filter(None, source.quote.split(_JOINT)):
        row = table_row(words) if _in_table(source) else None
        if row is None:
            yield f"“{words}”", True
        else:
            yield row_text(*row), False


def row_text(name: str, cells: Iterable[str]) -> str:
    """A row of a table, said as one."""
    return _("Table, row “{row}”: {cells}").format(row=name, cells=" · ".join(cells))


def table_row(words: str) -> tuple[str, tuple[str, ...]] | None:
    """A row of a table: its first cells and its last ones; none for what is a sentence."""
    if _SAYING.search(words):
        return None
    name, cells = _cut(words, _CELL, _DASH)
    if all(cell in {"-", "–"} for cell in cells):
        name, cells = _cut(words, _NUMBER)
    return (name, cells) if name and len(cells) >= _FEWEST else None


def _cut(words: str, *ends: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """Words without the cells at their end, and those cells."""
    cells: list[str] = []
    while found := next(filter(None, (end.search(words) for end in ends)), None):
        cells.insert(0, found[1])
        words = words[: found.start()].rstrip()
    return words, tuple(cells)


def _in_table(source: Source) -> bool:
    return any(word in source.section.casefold() for word in _TABLES)
