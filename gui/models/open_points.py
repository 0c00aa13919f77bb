"""The open points of a plan: choices made when it was read in, for a person to confirm."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.language import N_, _, current_language
from domain.model import OpenPoint
from gui.document import Document
from gui.models.resetting import resetting
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (N_("About"), N_("What should be confirmed"), N_("Source"))
_ABOUT, _POINT = 0, 1


class OpenPointTable(QAbstractTableModel):
    """The open points of the plan, each a row."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._points = document.plan.open_points
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._points)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(HEADINGS[section]) if wanted and 0 <= section < len(HEADINGS) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        point = self.point_at(index)
        if point is None:
            return None
        text = self._text(point, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def point_at(self, index: Index) -> OpenPoint | None:
        """The open point in the row of an index, or none."""
        row = index.row()
        return self._points[row] if 0 <= row < len(self._points) else None

    def _text(self, point: OpenPoint, column: int) -> str:
        if column == _ABOUT:
            return self._about(point)
        if column == _POINT:
            return point.text_nl if current_language() == "nl" else point.text_en
        return point.source

    def _about(self, point: OpenPoint) -> str:
        plan = self._document.plan
        if point.subject_id in plan.missions:
            return plan.missions[point.subject_id].name
        if point.subject_id in plan.frames:
            return plan.frames[point.subject_id].title
        return point.subject_id

    def _on_changed(self) -> None:
        if self._points is not self._document.plan.open_points:
            with resetting(self):
                self._points = self._document.plan.open_points
