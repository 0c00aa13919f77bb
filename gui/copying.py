"""Rotations for the clipboard: rows that a spreadsheet takes as a table, with days as days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData

from domain.exchange.csv_rotations import defused
from domain.model import Plan, Rotation
from gui.models.columns import COLUMNS, FINDINGS, Column, Editor

Value = str | int | date | None
_ALWAYS: Final = ("mission", "id")
"""Without these a row does not find its way back."""
_NUMBERS: Final = frozenset({Editor.COUNT, Editor.OPTIONAL_COUNT})
_SERIAL_OF: Final = date(1899, 12, 30).toordinal()
"""The day from which spreadsheets count, for all days after February 1900."""


def columns_to_copy(shown: Iterable[Column]) -> list[Column]:
    """The columns that are copied: those that are shown, and those by which a row comes back."""
    columns = [column for column in shown if column is not FINDINGS]
    keys = {column.key for column in columns}
    return columns + [c for c in COLUMNS if c.key in _ALWAYS and c.key not in keys]


def copied(rotations: Sequence[Rotation], plan: Plan, columns: Sequence[Column]) -> QMimeData:
    """Rotations below a row of headings, as text divided by tabs and as a table."""
    headings = [column.heading for column in columns]
    rows: list[list[Value]] = [
        [_value(column, rotation, plan) for column in columns] for rotation in rotations
    ]
    data = QMimeData()
    lines: list[Sequence[Value]] = [headings, *rows]
    data.setText("\n".join("\t".join(map(_as_text, line)) for line in lines))
    data.setHtml(_as_html(headings, rows))
    return data


def _value(column: Column, rotation: Rotation, plan: Plan) -> Value:
    if column.editor is Editor.DAY or column.editor in _NUMBERS or column.key == "headcount":
        value: Value = getattr(rotation, column.key)
        return value
    return column.shown(rotation, plan)


def _as_text(value: Value) -> str:
    """A cell that stays one cell, and that no spreadsheet takes for a formula.

    A day has the year first: that is read in one way everywhere.
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return defused(" ".join(value.split())) if isinstance(value, str) else str(value)


def _as_html(headings: Iterable[str], rows: Iterable[Iterable[Value]]) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    lines = ("".join(map(_as_cell, row)) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f"<table border=1><tr>{head}</tr>{body}</table></body></html>"
    )


def _as_cell(value: Value) -> str:
    """A cell with what spreadsheets go by: LibreOffice by its numbers, Excel by its formats."""
    if value is None:
        return "<td></td>"
    if isinstance(value, date):
        serial = value.toordinal() - _SERIAL_OF
        # The format is written in English (1033) and shown as in Dutch (1043), in any LibreOffice.
        return (
            f'<td sdval="{serial}" sdnum="1033;1043;DD-MM-YYYY"'
            f" style=\"mso-number-format:'dd\\-mm\\-yyyy'\">{value.isoformat()}</td>"
        )
    if isinstance(value, int):
        return f'<td align="right" sdval="{value}" sdnum="1033;">{value}</td>'
    return f'<td sdnum="1033;0;@" style="mso-number-format:\'\\@\'">{escape(value)}</td>'
