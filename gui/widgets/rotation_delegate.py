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
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.models.columns import COLUMNS, FINDINGS, NAME, Column, Editor
from gui.models.rotation_table import (
    COLUMN_ROLE,
    NAME_ROLE,
    ROW_ROLE,
    WORST_ROLE,
    Boxed,
    RotationTable,
)
from gui.rows import Row, RowKind, Rows
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.count_box import CountBox, StatusBox
from gui.widgets.day_field import DayField

Index = QModelIndex | QPersistentModelIndex
_ICON: Final = 15
_MARGIN: Final = 6
_INDENT: Final = 22


class RotationDelegate(QStyledItemDelegate):
    """Draws headings and cells; makes an editor that suits the column."""

    entered = Signal()
    """Enter closed an editor."""

    def __init__(self, icons: Icons, rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._icons, self._rows = icons, rows

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, Row) or not isinstance(column, Column):
            return
        painter.save()
        self._paint_ground(painter, option, row)
        if row.kind is RowKind.MISSION:
            self._paint_heading(painter, option, index)
        else:
            self._paint_cell(painter, option, index, column)
            if column is FINDINGS:
                self._paint_worst(painter, option, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        colours = self._icons.colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        elif row.kind is RowKind.MISSION:
            painter.fillRect(option.rect, colours.surface)
        painter.setPen(colours.grid)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
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
        column = index.data(COLUMN_ROLE)
        kind = column.editor if isinstance(column, Column) else Editor.NONE
        editor = self._editor(kind, parent, index)
        if isinstance(column, Column):
            editor.setAccessibleName(column.heading)
            editor.setObjectName(f"cell_{column.key}")
        return editor

    def _editor(self, kind: Editor, parent: QWidget, index: Index) -> QWidget:
        match kind:
            case Editor.DAY:
                return DayField(self._icons, parent)
            case Editor.COUNT | Editor.OPTIONAL_COUNT:
                return CountBox(parent, optional=kind is Editor.OPTIONAL_COUNT)
            case Editor.FORCE:
                return _force_editor(parent, index)
            case Editor.STATUS:
                return StatusBox(parent)
            case _:
                return QLineEdit(parent)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        match editor:
            case DayField():
                editor.set_day(value)
                editor.selectAll()
            case CountBox():
                editor.show_count(value)
                editor.selectAll()
            case ChoiceBox():
                editor.choose(value)
            case StatusBox():
                editor.show_status(value)
            case QLineEdit():
                editor.setText(str(value or ""))
            case _:
                super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        match editor:
            case DayField():
                # A text that is no day leaves the old one: the field has shown that it is wrong.
                if editor.day is not None:
                    model.setData(index, editor.day)
            case CountBox():
                model.setData(index, editor.count)
            case ChoiceBox():
                model.setData(index, editor.chosen)
            case StatusBox():
                model.setData(index, editor.status)
            case QLineEdit():
                model.setData(index, editor.text().strip())
            case _:
                super().setModelData(editor, model, index)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        wanted = max(option.rect.width(), _least_width(editor))
        editor.setGeometry(
            QRect(option.rect.topLeft(), option.rect.size()).adjusted(
                0, 0, wanted - option.rect.width(), -1
            )
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        )
        if enter and isinstance(watched, QWidget):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)


def _worst(index: Index) -> Severity | None:
    found = index.data(WORST_ROLE)
    return found.severity if isinstance(found, Boxed) else None


_IN_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_AT_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft) | _IN_MIDDLE
_AT_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight) | _IN_MIDDLE


def _least_width(editor: QWidget) -> int:
    """How wide an editor must be at least to show what is typed in it."""
    return {DayField: 112, ChoiceBox: 200, StatusBox: 120, CountBox: 72}.get(type(editor), 0)


def _force_editor(parent: QWidget, index: Index) -> ChoiceBox:
    editor = ChoiceBox(_("No force"), parent)
    model = index.model()
    if isinstance(model, RotationTable):
        plan, rotation = model.plan, model.rotation_at(index)
        chosen = rotation.force if rotation is not None else None
        forces = [(force.id, force.name) for force in plan.forces.things()]
        editor.offer(lambda: forces, chosen, dict(forces).get(chosen or "", ""))
    return editor
