"""The marking of the plan, at the top and the bottom of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from domain.model import Marking
from gui.theme import readable_on
from gui.widgets.plain_text import PlainLabel

HEIGHT: Final = 22


class MarkingStrip(PlainLabel):
    """A strip with the text and the colour of a marking; hidden where a plan has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        font = QFont(self.font())
        font.setBold(True)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        self.setFont(font)
        self.show_marking(None)

    def show_marking(self, marking: Marking | None) -> None:
        """Show a marking, or nothing."""
        self.setVisible(marking is not None)
        if marking is None:
            return
        colour = QColor(marking.colour)
        if not colour.isValid():
            colour = QColor("black")
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, colour)
        palette.setColor(QPalette.ColorRole.WindowText, readable_on(colour))
        self.setPalette(palette)
        self.setText(marking.text)
        self.setAccessibleName(marking.text)
