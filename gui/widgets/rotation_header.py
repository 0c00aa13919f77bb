"""The header of the table of rotations: a click sorts, with Shift by several columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from domain.language import _
from gui.icons import Icons
from gui.models.columns import COLUMNS
from gui.models.table_sorting import TableSorting
from gui.widgets.plain_text import named

_ARROW: Final = 7
_MARGIN: Final = 5


class RotationHeader(QHeaderView):
    """Headings that can be moved, and that show by which columns the rows are sorted."""

    def __init__(self, sorting: TableSorting, icons: Icons, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorting, self._icons = sorting, icons
        self._adds = False
        named(self, "rotationHeader", _("Columns of the rotations"))
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(self._on_clicked)
        sorting.changed.connect(self._on_sorted)

    def _on_sorted(self) -> None:
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        place = self._sorting.place(COLUMNS[logicalIndex].key)
        if place is not None:
            self._paint_mark(painter, rect, *place)

    def _paint_mark(self, painter: QPainter, rect: QRect, number: int, down: bool) -> None:
        """An arrow in the upper corner, with a number where several columns sort."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.colours.accent)
        painter.drawPolygon(_arrow(rect, down))
        if len(self._sorting.sorts) > 1:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * 0.8)
            painter.setFont(font)
            painter.setPen(self._icons.colours.accent)
            beside = rect.adjusted(0, _MARGIN - 4, -_ARROW - _MARGIN - 2, 0)
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(beside, int(corner), str(number + 1))
        painter.restore()

    def _on_clicked(self, section: int) -> None:
        self._sorting.turn(COLUMNS[section].key, add=self._adds)


def _arrow(rect: QRect, down: bool) -> QPolygonF:
    """A triangle that points up where it goes from low to high."""
    right, top = rect.right() - _MARGIN, rect.top() + _MARGIN
    tip, base = (top + _ARROW, top) if down else (top, top + _ARROW)
    return QPolygonF(
        [QPointF(right - _ARROW, base), QPointF(right, base), QPointF(right - _ARROW / 2, tip)]
    )
