"""Draws the cells of an annex: with room around texts, and lines below rows as on paper."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gui.models.report_table import LOOK
from gui.theme import Colours

Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = 6
_RIGHT: Final = -10
_ABOVE: Final = 4


class AnnexDelegate(QStyledItemDelegate):
    """A cell with its margins; the height of a row follows from them."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner = QStyleOptionViewItem(option)
        if inner.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._colours.selection)
            inner.state &= ~QStyle.StateFlag.State_Selected
        super().paint(painter, _within(inner), index)
        is_plain = not index.data(LOOK)
        colour = self._colours.grid if is_plain else self._colours.grid_strong
        painter.setPen(QPen(colour, 1))
        rect = option.rect
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(_within(QStyleOptionViewItem(option)), index)
        return QSize(size.width() + _LEFT - _RIGHT, size.height() + 2 * _ABOVE)


def _within(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    option.rect = option.rect.adjusted(_LEFT, _ABOVE, _RIGHT, -_ABOVE)
    return option
