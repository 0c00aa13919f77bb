"""The header of the heat map: years above, periods below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from domain.language import _
from gui.document import Document
from gui.models.heat_table import FIXED, HeatTable
from gui.theme import Colours
from gui.timeline.header import HEADER_HEIGHT
from gui.timeline.labels import Labels
from gui.timeline.today import today_of
from gui.widgets.plain_text import named


class HeatHeader(QHeaderView):
    """Says which period a column is, and marks that of today."""

    def __init__(
        self, table: HeatTable, document: Document, colours: Colours, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        named(self, "heatHeader", _("Periods"))
        self._table, self._document, self._colours = table, document, colours
        self._labels = Labels(self.font())
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        number = logicalIndex - FIXED
        spans = self._table.map.periods
        if not 0 <= number < len(spans):
            return
        colours, half = self._colours, HEADER_HEIGHT // 2
        start, end = spans[number]
        painter.save()
        painter.fillRect(rect, colours.surface)
        first = date.fromordinal(start)
        begins = first.month == 1
        top = rect.top() if begins else rect.top() + half
        painter.fillRect(QRect(rect.left(), top, 1, rect.bottom() - top + 1), colours.border)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.grid_strong)
        if start <= today_of(self._document) < end:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), colours.today)
        below = rect.adjusted(0, half, 0, 0)
        self._draw_name(painter, below, logicalIndex)
        if begins or rect.left() <= 0 < rect.right():
            painter.setPen(colours.text)
            self._labels.draw(
                painter, max(rect.left(), 0) + 6, rect.top() + half / 2, str(first.year)
            )
        painter.restore()

    def _draw_name(self, painter: QPainter, area: QRect, section: int) -> None:
        name = str(self._table.headerData(section, Qt.Orientation.Horizontal))
        painter.setPen(self._colours.muted)
        left = area.left() + (area.width() - self._labels.width(name)) / 2
        self._labels.draw(painter, left, area.center().y() + 0.5, name)
