"""Which columns a table shows, in which order and how wide; kept as text among a user's choices."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtWidgets import QHeaderView, QTableView

from domain.values import dataclass
from gui.models.columns import COLUMNS, NAME, Column

_PADDING: Final = 14
_NARROWEST: Final = 24
_WIDEST: Final = 1200
_NUMBERS: Final = {column.key: number for number, column in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class Placed:
    """A column as it stands: whether it is shown, and how wide it is or would be."""

    column: Column
    shown: bool
    width: int


class TableColumns:
    """The columns of the table of rotations; the first one, with the headings, stays in place."""

    def __init__(self, view: QTableView) -> None:
        """Arrange the columns of this view."""
        self._view = view

    def first(self) -> tuple[Placed, ...]:
        """The columns as they are before anyone chose."""
        return tuple(Placed(column, column.at_first, self._room_for(column)) for column in COLUMNS)

    def now(self) -> tuple[Placed, ...]:
        """The columns from left to right, hidden ones among them."""
        return tuple(self._placed(number) for number in self._numbers())

    def arrange(self, columns: Iterable[Placed]) -> None:
        """Put the columns in an order, shown and as wide as they say; others come after them."""
        header = self._header
        for place, placed in enumerate(columns):
            number = _NUMBERS[placed.column.key]
            header.moveSection(header.visualIndex(number), place)
            # A width that is set while a column is hidden counts when it is shown.
            self._view.setColumnHidden(number, False)
            self._view.setColumnWidth(number, placed.width)
            self._view.setColumnHidden(number, not placed.shown and placed.column is not NAME)

    def show(self, key: str, shown: bool) -> None:
        """Show a column, or hide it."""
        self._view.setColumnHidden(_NUMBERS[key], not shown)

    def text(self) -> str:
        """The columns as text to be kept."""
        return json.dumps([[p.column.key, p.shown, p.width] for p in self.now()])

    def take(self, text: str) -> None:
        """Put the columns as a kept text says; what is not understood is passed over."""
        try:
            kept = list(map(_read, json.loads(text)))
        except (ValueError, TypeError, KeyError):
            return
        keys = [placed.column.key for placed in kept]
        if len(set(keys)) == len(keys) and keys[:1] == [NAME.key]:
            self.arrange([*kept, *(p for p in self.first() if p.column.key not in keys)])

    @property
    def _header(self) -> QHeaderView:
        return self._view.horizontalHeader()

    def _numbers(self) -> list[int]:
        return [self._header.logicalIndex(place) for place in range(len(COLUMNS))]

    def _placed(self, number: int) -> Placed:
        shown = not self._view.isColumnHidden(number)
        width = self._view.columnWidth(number)
        if not shown:
            # Qt tells 0 for a hidden one; how wide it would be it keeps to itself.
            width = self._room_for(COLUMNS[number])
        return Placed(COLUMNS[number], shown, width)

    def _room_for(self, column: Column) -> int:
        metrics = self._view.fontMetrics()
        texts = (column.widest, column.heading)
        return max(metrics.horizontalAdvance(text) for text in texts) + _PADDING


def _read(kept: Any) -> Placed:  # noqa: ANN401 - it comes from a file that anyone may have changed
    key, shown, width = kept
    return Placed(COLUMNS[_NUMBERS[key]], bool(shown), min(max(int(width), _NARROWEST), _WIDEST))
