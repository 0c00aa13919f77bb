"""A table that shows values, one a row, under headings; what its cells say is left to each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from domain.language import _
from gui.models.resetting import resetting
from gui.widgets.plain_text import plain_tip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
TO_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableOfRows(QAbstractTableModel, Generic[Row]):
    """Rows of one kind; a cell is a text, which its tip repeats, and may have a look."""

    def __init__(
        self,
        headings: Sequence[str],
        parent: QObject | None = None,
        *,
        numbers: Collection[int] = (),
    ) -> None:
        """Show headings, translated; columns of numbers stand at the right."""
        super().__init__(parent)
        self._headings, self._numbers = tuple(headings), numbers
        self.rows: list[Row] = []

    def text_of(self, row: Row, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def tip_of(self, row: Row, column: int) -> str:
        """What is said when the mouse rests on a cell."""
        return self.text_of(row, column)

    def look_of(self, row: Row, column: int, role: int) -> object:  # noqa: ARG002 - most have none
        """What a cell has under any other role."""
        return None

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        with resetting(self):
            self.rows = list(rows)

    def row_at(self, index: Index) -> Row | None:
        """What stands in the row of an index, or none."""
        row = index.row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def tell_all(self) -> None:
        """Let the views show every cell anew."""
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numbers:
            return TO_THE_RIGHT
        return _(self._headings[section]) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row_at(index), index.column()
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.tip_of(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self._numbers:
            return TO_THE_RIGHT
        return self.look_of(row, column, role)


def bold() -> QFont:
    """The font of what stands out."""
    font = QFont()
    font.setBold(True)
    return font
