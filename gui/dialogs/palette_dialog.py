"""The palette: a field to type in, and below it what goes with that."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from gui.palette import Found, Register
from gui.widgets.plain_text import PlainLabel, named

_SIZE: Final = (680, 420)
_FROM_TOP: Final = 72
_MOVES: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class PaletteDialog(QDialog):
    """Type, go up and down, Enter chooses, Esc leaves everything as it was."""

    def __init__(self, parent: QWidget | None, register: Register) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle(_("Find anything"))
        self.chosen: Found | None = None
        self._register, self._shown = register, list[Found]()
        self.field = named(QLineEdit(), "paletteField", _("Find anything"))
        self.field.setPlaceholderText(_("Action, mission, rotation or force"))
        self.list = _list()
        self.nothing = PlainLabel(_("Nothing is called like that."))
        self.nothing.setForegroundRole(self.nothing.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.currentItemChanged.connect(self._speak)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self._show("")
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, register: Register) -> Found | None:
        """What the user chose, or none."""
        dialog = cls(parent, register)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.resize(*_SIZE)
        parent = self.parentWidget()
        if parent is not None:
            top = parent.mapToGlobal(parent.rect().topLeft())
            left = (parent.width() - self.width()) // 2
            self.move(top.x() + left, top.y() + _FROM_TOP)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self._shown = self._register.find(text)
        self.list.clear()
        for found in self._shown:
            QTreeWidgetItem(self.list, [found.text, found.kind, found.more])
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.nothing.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))

    def _speak(self) -> None:
        """Let a screen reader, which stands in the field, hear what Enter would choose."""
        item = self.list.currentItem()
        spoken = "" if item is None else f"{item.text(0)}, {item.text(1)}"
        self.field.setAccessibleDescription(spoken)

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.chosen = self._shown[row]
            self.accept()


def show_palette(parent: QWidget, register: Register) -> None:
    """Let the user choose something, and do or show it once the palette is gone."""
    found = PaletteDialog.ask(parent, register)
    if found is not None:
        found.run()


def _list() -> QTreeWidget:
    tree = named(QTreeWidget(), "paletteList", _("What was found"))
    tree.setColumnCount(3)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree
