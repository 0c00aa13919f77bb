"""Buttons side by side of which one is down: a quiet switch."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gui.widgets.plain_text import named, without_mnemonic


class Segments(QFrame):
    """The track in which the buttons lie: each does an action, or stands for a value."""

    chosen = Signal(object)
    """The user chose another value."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self.setProperty("segments", True)
        self._buttons: dict[Enum, QToolButton] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(2, 2, 2, 2)
        self._line.setSpacing(1)

    def add_action(self, action: QAction) -> None:
        """Add a button for an action."""
        button = self._button(f"switch_{action.objectName()}", action.iconText())
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def add_value(self, value: Enum, text: str) -> None:
        """Add a button that stands for a value."""
        button = self._button(f"{self.objectName()}_{value.name.lower()}", text)
        button.setText(without_mnemonic(text))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(self._on_clicked)
        self._buttons[value] = button

    def show_value(self, value: Enum) -> None:
        """Let the button of a value be down."""
        self._buttons[value].setChecked(True)

    def set_text(self, value: Enum, text: str) -> None:
        """Write something else on the button of a value."""
        self._buttons[value].setText(without_mnemonic(text))
        self._buttons[value].setAccessibleName(text)

    def _button(self, name: str, spoken: str) -> QToolButton:
        button = named(QToolButton(), name, spoken)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line.addWidget(button)
        return button

    def _on_clicked(self) -> None:
        for value, button in self._buttons.items():
            if button.isChecked():
                self.chosen.emit(value)
