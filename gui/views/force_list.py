"""The forces beside their timeline: each as high as its rows there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from gui.desk import Desk
from gui.icons import Icons
from gui.models.force_group import ForceGroup
from gui.models.force_rows import ForceRows
from gui.models.force_table import GROUP_ROLE, Column, ForceTable
from gui.row import ROW_HEIGHT
from gui.theme import mixed
from gui.timeline.header import HEADER_HEIGHT
from gui.timeline.labels import Labels
from gui.widgets.plain_text import named
from gui.widgets.widths import at_text_size

Index = QModelIndex | QPersistentModelIndex
_WIDTHS: Final = {Column.NAME: 300, Column.KIND: 116, Column.USES: 64}
_INDENT: Final = 18
_CHEVRON: Final = 22
_ICON: Final = 16
_MARGIN: Final = 8


class ForceList(QTableView):
    """The forces as a table that scrolls with their timeline."""

    vertical_offset_changed = Signal(int)
    """It was scrolled: so many pixels are above its upper edge."""

    def __init__(
        self, desk: Desk, table: ForceTable, rows: ForceRows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "forceList", _("Forces"))
        self._table, self._rows = table, rows
        self.setModel(table)
        self.setItemDelegate(ForceDelegate(desk.icons, table, self))
        self._lay_out()
        self.verticalScrollBar().valueChanged.connect(self.vertical_offset_changed)
        table.modelReset.connect(self._size_rows)
        self._size_rows()

    def _lay_out(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, at_text_size(self, width))

    def _size_rows(self) -> None:
        """Make each force as high as its rows in the timeline."""
        heights = self.verticalHeader()
        for row, group in enumerate(self._rows.groups[: self._table.rowCount()]):
            if heights.sectionSize(row) != group.count * ROW_HEIGHT:
                heights.resizeSection(row, group.count * ROW_HEIGHT)

    def set_vertical_offset(self, offset: int) -> None:
        """Scroll so that so many pixels are above the upper edge."""
        self.verticalScrollBar().setValue(offset)

    def stand_at(self, group: ForceGroup) -> None:
        """Stand at a force, without scrolling to it."""
        index = self._table.index(self._table.row_of(group), 0)
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self._table.row_at(self.currentIndex())
        key = event.key()
        folds = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if group is None or group.force is None or not group.can_fold:
            super().keyPressEvent(event)
        elif key in enters or (key in folds and folds[Qt.Key(key)] != group.is_folded):
            self._toggle(group)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        group = self._table.row_at(index)
        if group is not None and group.can_fold and index.column() == Column.NAME:
            left = self.visualRect(index).left() + group.depth * _INDENT
            if left <= event.position().x() < left + _CHEVRON:
                self._toggle(group)
                return
        super().mousePressEvent(event)

    def _toggle(self, group: ForceGroup) -> None:
        if group.force is not None:
            self._rows.toggle(group.force)
            self.stand_at(group)


class ForceDelegate(QStyledItemDelegate):
    """Draws a force at the top of its rows: chevron, icon of what is wrong, name."""

    def __init__(self, icons: Icons, table: ForceTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons, self._table = icons, table
        font = QFont(parent.font())
        self._labels = Labels(QFont(font))
        font.setWeight(QFont.Weight.DemiBold)
        self._strong = Labels(font)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(GROUP_ROLE)
        if not isinstance(group, ForceGroup):
            return
        colours, whole = self._icons.colours, QRect(option.rect)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.alternate if group.force is None else colours.background
        painter.fillRect(whole, colours.selection if chosen else ground)
        line = QRect(whole.left(), whole.bottom(), whole.width(), 1)
        painter.fillRect(line, mixed(colours.grid, colours.grid_strong, 0.5))
        area = QRect(whole.left(), whole.top(), whole.width(), ROW_HEIGHT)
        if index.column() == Column.NAME:
            area = self._draw_marks(painter, area, group)
        self._draw_text(painter, area, group, Column(index.column()))
        painter.restore()

    def _draw_marks(self, painter: QPainter, area: QRect, group: ForceGroup) -> QRect:
        """Draw the chevron and the icon; what is left of the area."""
        left = area.left() + group.depth * _INDENT + 2
        ratio = painter.device().devicePixelRatioF()
        if group.can_fold:
            name = "chevron-right" if group.is_folded else "chevron-down"
            muted = self._icons.colours.muted
            mark = self._icons.pixmap(name, muted, _ICON, ratio)
            painter.drawPixmap(left, area.center().y() - _ICON // 2 + 1, mark)
        left += _CHEVRON - 2
        worst = self._table.worst(group)
        if worst is not None:
            mark = self._icons.severity_pixmap(worst, _ICON, ratio)
            painter.drawPixmap(left, area.center().y() - _ICON // 2 + 1, mark)
            left += _ICON + 4
        return QRect(left - _MARGIN, area.top(), area.right() - left + _MARGIN, area.height())

    def _draw_text(self, painter: QPainter, area: QRect, group: ForceGroup, column: Column) -> None:
        colours = self._icons.colours
        strong = column is Column.NAME and group.depth == 0
        labels = self._strong if strong else self._labels
        quiet = column is Column.KIND or group.force is None
        painter.setPen(colours.muted if quiet else colours.text)
        painter.setFont(labels.font)
        text = labels.elided(self._table.text_of(group, column), area.width() - _MARGIN - 4)
        labels.draw(painter, area.left() + _MARGIN, area.center().y() + 0.5, text)
