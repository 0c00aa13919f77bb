"""A table of changes, one a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.language import N_, _
from gui.models.resetting import resetting
from gui.widgets.plain_text import plain_tip

if TYPE_CHECKING:
    from gui.models.change_rows import ChangeRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
BEFORE_AFTER: Final = (N_("About"), N_("What"), N_("Before"), N_("After"))


class ChangeTable(QAbstractTableModel):
    """Changes as shown: what each is about, and its two values."""

    def __init__(
        self, headings: Sequence[str] = BEFORE_AFTER, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: Sequence[ChangeRow] = ()

    def show_rows(self, rows: Sequence[ChangeRow]) -> None:
        """Show these changes."""
        with resetting(self):
            self._rows = rows

    def row_at(self, index: Index) -> ChangeRow | None:
        """The change in the row of an index, or none."""
        row = index.row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(self._headings[section]) if wanted and section < len(self._headings) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        text = (row.thing, row.what, row.before, row.after)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None
