"""Choosing the columns of the table: which are shown, in which order, how wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.dialogs.going import gone_after
from gui.models.columns import NAME
from gui.widgets.buttons import button_box
from gui.widgets.count_box import NumberBox
from gui.widgets.plain_text import Paragraph, PlainLabel, named, plain_tip
from gui.widgets.table_columns import Placed

_NARROWEST: Final = 24
_WIDEST: Final = 1200
_STEP: Final = 10
_HEIGHT: Final = 420
_WIDTH: Final = 460


class ColumnsDialog(QDialog):
    """A list of columns to tick, to move up and down, and to give a width."""

    def __init__(
        self, parent: QWidget | None, now: Sequence[Placed], first: Sequence[Placed]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(_("Columns"))
        self._first = tuple(first)
        self._widths: dict[str, int] = {}
        self._all = {placed.column.key: placed for placed in first}
        self.list = named(QListWidget(), "columnList", _("Columns from left to right"))
        self.up = named(QPushButton(_("Move &up")), "columnUp", _("Move up"))
        self.down = named(QPushButton(_("Move &down")), "columnDown", _("Move down"))
        self.width_box = named(NumberBox(), "columnWidth", _("Width in pixels"))
        self.reset = named(QPushButton(_("&Reset")), "columnReset", _("Reset"))
        self._lay_out()
        self._connect()
        self._show(now)

    @classmethod
    def ask(
        cls, parent: QWidget | None, now: Sequence[Placed], first: Sequence[Placed]
    ) -> tuple[Placed, ...] | None:
        """The columns as the user wants them; none where nothing is to change."""
        with gone_after(cls(parent, now, first)) as dialog:
            return dialog.chosen() if dialog.exec() else None

    def chosen(self) -> tuple[Placed, ...]:
        """The columns as the dialog has them."""
        return tuple(self._placed(self.list.item(row)) for row in range(self.list.count()))

    def _lay_out(self) -> None:
        self.width_box.setRange(_NARROWEST, _WIDEST)
        self.width_box.setSingleStep(_STEP)
        label = PlainLabel(_("Width"))
        label.setBuddy(self.width_box)
        side = QVBoxLayout()
        for button in (self.up, self.down):
            side.addWidget(button)
        side.addSpacing(12)
        side.addWidget(label)
        side.addWidget(self.width_box)
        side.addStretch()
        side.addWidget(self.reset)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        standard = QDialogButtonBox.StandardButton
        self._buttons = button_box("columnsDialog", standard.Ok | standard.Cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        text = _("Tick what the table shows. The name stands first, since headings begin there.")
        column.addWidget(Paragraph(text))
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.reset.clicked.connect(self._on_reset)
        self.width_box.valueChanged.connect(self._on_width)
        self.list.currentRowChanged.connect(self._show_current)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show(self, columns: Sequence[Placed]) -> None:
        self.list.clear()
        for placed in columns:
            item = QListWidgetItem(placed.column.full_name)
            item.setToolTip(plain_tip(placed.column.explanation))
            item.setData(Qt.ItemDataRole.UserRole, placed.column.key)
            item.setCheckState(_TICKED if placed.shown else Qt.CheckState.Unchecked)
            if placed.column is NAME:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self._widths[placed.column.key] = placed.width
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _placed(self, item: QListWidgetItem) -> Placed:
        key = item.data(Qt.ItemDataRole.UserRole)
        column = self._all[key].column
        shown = column is NAME or item.checkState() is _TICKED
        return Placed(column, shown, self._widths[key])

    def _show_current(self, row: int) -> None:
        item = self.list.item(row)
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < self.list.count() - 1)
        if item is not None:
            self.width_box.blockSignals(True)
            self.width_box.setValue(self._widths[item.data(Qt.ItemDataRole.UserRole)])
            self.width_box.blockSignals(False)

    def _on_width(self, width: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._widths[item.data(Qt.ItemDataRole.UserRole)] = width

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)

    def _on_reset(self) -> None:
        self._show(self._first)


_TICKED: Final = Qt.CheckState.Checked
