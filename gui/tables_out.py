"""Rows for the clipboard: as lines for a spreadsheet, and as a table for a letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

_FORMULA_SIGNS: Final = ("=", "+", "-", "@")
Rows = Sequence[Iterable[str]]


def as_lines(rows: Rows) -> str:
    """A line for each row, with tabs between its cells; none is taken for a formula."""
    return "\n".join("\t".join(map(_harmless, row)) for row in rows)


def as_html(rows: Rows) -> str:
    """The rows as a table."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and that stays one cell."""
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
