"""Every action with its keys, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.dialogs.going import gone_after
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import named


def keys_outside_menus() -> tuple[tuple[str, str], ...]:
    """What the keys do in the timeline and the table, beside the actions."""
    return (
        ("←  →", _("Timeline: move the selected rotations one step")),
        ("Shift+←  Shift+→", _("Timeline: move the selected rotations a month")),
        ("Ctrl+←  Ctrl+→", _("Timeline: move the last day one step")),
        ("Alt", _("Timeline: drag without snapping")),
        ("Esc", _("Timeline and table: leave everything as it was")),
        ("Ctrl+" + _("wheel"), _("Timeline: zoom around the mouse")),
        ("Shift+" + _("wheel"), _("Timeline: go earlier or later")),
        ("Enter", _("Table: enter and go down")),
        ("Tab", _("Table: enter and go to the next cell")),
    )


class ShortcutsDialog(QDialog):
    """A list of keys and what they do."""

    def __init__(self, parent: QWidget | None, actions: Iterable[QAction]) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(_("Keyboard shortcuts"))
        rows = [(keys_of(action), action.statusTip()) for action in actions if action.shortcuts()]
        rows += keys_outside_menus()
        self.table = named(QTableWidget(len(rows), 2), "shortcuts", _("Keyboard shortcuts"))
        self.table.setHorizontalHeaderLabels([_("Keys"), _("What they do")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        for number, (keys, text) in enumerate(rows):
            self.table.setItem(number, 0, QTableWidgetItem(keys))
            self.table.setItem(number, 1, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = button_box("shortcutsDialog", QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)
        self.resize(700, 620)

    @classmethod
    def show_for(cls, parent: QWidget | None, actions: Iterable[QAction]) -> None:
        """Show it until the user closes it."""
        with gone_after(cls(parent, actions)) as dialog:
            dialog.exec()


def keys_of(action: QAction) -> str:
    """The keys of an action as a user reads them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())
