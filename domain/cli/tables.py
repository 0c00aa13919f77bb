"""Tables in plain text: columns beneath each other, cells of several lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

_WIDEST: Final = 44
_BETWEEN: Final = "  "
Row = Sequence[str]


def table_lines(
    titles: Row, rows: Iterable[Row], numbers: frozenset[int] = frozenset()
) -> Iterator[str]:
    """A table as lines; columns of numbers stand right, a row of one cell is a heading."""
    table = [[_wrapped(cell) for cell in row] for row in (titles, *rows)]
    widths = _widths(table)
    for place, row in enumerate(table):
        for line in zip_longest(*row, fillvalue=""):
            cells = (
                cell.rjust(width) if column in numbers else cell.ljust(width)
                for column, (cell, width) in enumerate(zip(line, widths, strict=False))
            )
            yield _BETWEEN.join(cells).rstrip()
        if place == 0:
            yield _BETWEEN.join("-" * width for width in widths)


def _wrapped(cell: str) -> list[str]:
    lines = (textwrap.wrap(line, _WIDEST) or [""] for line in cell.split("\n"))
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    wrapped = [piece for line in lines for piece in line]
    return [indent + piece.lstrip(" ") for piece in wrapped]


def _widths(table: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    columns = len(table[0])
    whole = [row for row in table if len(row) > 1]
    return [
        max((len(line) for row in whole if column < len(row) for line in row[column]), default=0)
        for column in range(columns)
    ]
