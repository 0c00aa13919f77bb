"""Draws the rows of the heat map: cells as tiles, and on the left which limit they are about."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gui.models.heat_map import Grade
from gui.models.heat_table import FIXED, HEAT_ROLE, Fixed, Heat, HeatTable
from gui.row import ROW_HEIGHT
from gui.theme import Colours
from gui.timeline.labels import Labels
from gui.views.heat_painter import HeatPainter

Index = QModelIndex | QPersistentModelIndex
_MARGIN: Final = 8
_SELECTED: Final = QStyle.StateFlag.State_Selected


class HeatDelegate(QStyledItemDelegate):
    """Draws both tables of the heat map."""

    def __init__(self, table: HeatTable, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._colours = table, colours
        font = QFont(parent.font())
        self._labels = Labels(QFont(font))
        font.setWeight(QFont.Weight.DemiBold)
        self._strong = Labels(font)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heat = index.data(HEAT_ROLE)
        if not isinstance(heat, Heat):
            return
        area, column = QRect(option.rect), index.column()
        chosen = bool(option.state & _SELECTED)
        painter.save()
        painter.fillRect(area, self._colours.background)
        if column >= FIXED:
            self._draw_cell(painter, area, heat, column, chosen=chosen)
        else:
            self._draw_fixed(painter, area, heat, column, chosen=chosen)
        if heat.begins and index.row():
            painter.fillRect(
                QRect(area.left(), area.top(), area.width(), 1), self._colours.grid_strong
            )
        painter.restore()

    def _draw_cell(
        self, painter: QPainter, area: QRect, heat: Heat, column: int, *, chosen: bool
    ) -> None:
        drawn = HeatPainter(painter, self._colours, self._labels, self._strong)
        drawn.draw(QRectF(area), heat.row, heat.cell, self._seen(painter, area, heat))
        if self._table.begins_year(column):
            line = QRect(area.left(), area.top(), 1, area.height())
            painter.fillRect(line, self._colours.grid_strong)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawn.outline(QRectF(area))

    @staticmethod
    def _seen(painter: QPainter, area: QRect, heat: Heat) -> QRectF:
        """The part of a cell in which its text stands: of a whole year, what is in sight."""
        if not heat.row.is_yearly:
            return QRectF(area)
        seen = area & painter.viewport()
        return QRectF(seen.left(), area.top(), seen.width(), area.height())

    def _draw_fixed(
        self, painter: QPainter, area: QRect, heat: Heat, column: int, *, chosen: bool
    ) -> None:
        colours = self._colours
        if chosen:
            painter.fillRect(area, colours.selection)
        text = str(self._table.text_of(heat, column))
        labels = self._strong if column == Fixed.MISSIONS else self._labels
        over = column == Fixed.PEAK and heat.row.peak.grade is Grade.OVER
        margin = column == Fixed.PEAK and heat.row.peak.grade is Grade.MARGIN
        ink = colours.muted if column == Fixed.LIMIT else colours.text
        painter.setPen(colours.error if over else colours.warning if margin else ink)
        painter.setFont(labels.font)
        room = area.width() - _MARGIN - 2
        text = labels.elided(text, room)
        left: float = area.left() + _MARGIN
        if column == Fixed.PEAK:
            left = area.right() - _MARGIN - labels.width(text)
        labels.draw(painter, left, area.center().y() + 0.5, text)
