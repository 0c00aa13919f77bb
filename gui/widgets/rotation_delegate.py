"""How cells of the table of rotations look, and with what they are edited."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from domain.rules.finding import Severity
from gui.icons import Icons
from gui.models.columns import COLUMNS, FINDINGS, NAME, Column
from gui.models.rotation_table import (
    COLUMN_ROLE,
    NAME_ROLE,
    ROW_ROLE,
    WORST_ROLE,
    Boxed,
    RotationTable,
)
from gui.row import Row
from gui.rows import Rows

Index = QModelIndex | QPersistentModelIndex
_ICON: Final = 15
_MARGIN: Final = 6
_INDENT: Final = 22


class RotationDelegate(QStyledItemDelegate):
    """Draws headings and cells; makes an editor that suits the column."""

    entered = Signal(QWidget)
    """Enter was pressed in an editor."""
    fill_asked = Signal(QWidget)
    """Ctrl+Enter was: what stands there is for all selected rotations."""
    refused = Signal(str)
    """What stood in an editor that was left was no value: one sentence."""

    def __init__(self, icons: Icons, rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._rows = icons, rows

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, Row) or not isinstance(column, Column):
            return
        painter.save()
        self._paint_ground(painter, option, index, row)
        if row.is_heading:
            self._paint_heading(painter, option, index)
        else:
            self._paint_cell(painter, option, index, column)
            if column is FINDINGS:
                self._paint_worst(painter, option, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row
    ) -> None:
        # The state of the option says the same, in words that take a start too long to make.
        colours, view = self._icons.colours, option.widget
        if isinstance(view, QTableView) and view.selectionModel().isSelected(index):
            painter.fillRect(option.rect, colours.selection)
        elif row.is_heading:
            painter.fillRect(option.rect, colours.surface)
        painter.setPen(colours.grid)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(view, QTableView) and view.hasFocus() and index == view.currentIndex():
            painter.setPen(colours.accent)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -2))
        painter.setPen(colours.text)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The name runs on under all columns: each draws its own part of it."""
        view = option.widget
        if not isinstance(view, QTableView):
            return
        start = view.columnViewportPosition(COLUMNS.index(NAME))
        top = option.rect.top() + (option.rect.height() - _ICON) // 2
        painter.setClipRect(option.rect.adjusted(0, 0, 0, -1))
        closed = index.data(ROW_ROLE).id in self._rows.collapsed
        mark = "chevron-right" if closed else "chevron-down"
        scale = view.devicePixelRatioF()
        pixmap = self._icons.pixmap(mark, self._icons.colours.muted, _ICON, scale)
        painter.drawPixmap(start + 3, top, pixmap)
        worst = _worst(index)
        left = start + _INDENT
        if worst is not None:
            painter.drawPixmap(left, top, self._icons.severity_pixmap(worst, _ICON, scale))
            left += _ICON + 5
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        place = QRect(left, option.rect.top(), view.width(), option.rect.height())
        self._draw(painter, place, str(index.data(NAME_ROLE)), _AT_LEFT)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, column: Column
    ) -> None:
        painter.setFont(option.font)
        left = _INDENT if column is NAME else _MARGIN
        if column is FINDINGS and _worst(index) is not None:
            left += _ICON + 5
        side = _AT_RIGHT if column.to_the_right else _AT_LEFT
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        self._draw(painter, option.rect.adjusted(left, 0, -_MARGIN, 0), text, side)

    @staticmethod
    def _draw(painter: QPainter, place: QRect, text: str, side: int) -> None:
        if text:
            metrics = painter.fontMetrics()
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, side, elided)

    def _paint_worst(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worst = _worst(index)
        if worst is None:
            return
        scale = painter.device().devicePixelRatioF()
        pixmap = self._icons.severity_pixmap(worst, _ICON, scale)
        top = option.rect.top() + (option.rect.height() - _ICON) // 2
        painter.drawPixmap(option.rect.left() + _MARGIN, top, pixmap)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        from gui.widgets.cell_editors import editor_of, offer_choices
        from gui.widgets.choice_box import ChoiceBox

        column, model = index.data(COLUMN_ROLE), index.model()
        if not isinstance(column, Column) or not isinstance(model, RotationTable):
            return super().createEditor(parent, option, index)
        editor, rotation = editor_of(column, self._icons, parent), model.rotation_at(index)
        if isinstance(editor, ChoiceBox) and rotation is not None:
            offer_choices(editor, column, rotation, model.plan)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        from gui.widgets.cell_editors import show_value

        show_value(editor, index.data(Qt.ItemDataRole.EditRole))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        from gui.widgets.cell_editors import Wrong, value_of

        before = index.data(Qt.ItemDataRole.EditRole)
        try:
            model.setData(index, value_of(editor, before))
        except Wrong as wrong:
            # The editor is being left: the old value stays, and the user is told why.
            self.refused.emit(str(wrong))

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        from gui.widgets.cell_editors import least_width

        wanted = max(option.rect.width(), least_width(editor))
        editor.setGeometry(
            QRect(option.rect.topLeft(), option.rect.size()).adjusted(
                0, 0, wanted - option.rect.width(), -1
            )
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            fills = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.type() == QEvent.Type.ShortcutOverride and fills:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                (self.fill_asked if fills else self.entered).emit(watched)
                return True
        return super().eventFilter(watched, event)


def _worst(index: Index) -> Severity | None:
    found = index.data(WORST_ROLE)
    return found.severity if isinstance(found, Boxed) else None


_IN_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_AT_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft) | _IN_MIDDLE
_AT_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _IN_MIDDLE
