"""A name that leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.widgets.plain_text import named, plain_tip, without_mnemonic


class LinkButton(QPushButton):
    """A button that looks like a word one can follow."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(without_mnemonic(text), parent)
        named(self, name, text)
        self.setProperty("link", True)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(plain_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
