"""Texts on the canvas, laid out once and drawn many times."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

_MOST: Final = 600
"""So many texts, about what one screen shows, are laid out before older ones begin to go."""


class Labels:
    """Laid-out texts in one font."""

    def __init__(self, font: QFont) -> None:
        """Lay texts out in a font."""
        self.font = font
        self.metrics = QFontMetrics(font)
        self._laid_out: dict[str, tuple[QStaticText, float]] = {}
        self._older: dict[str, tuple[QStaticText, float]] = {}

    def width(self, text: str) -> float:
        """How many pixels a text is wide."""
        return self._laid(text)[1]

    def draw(self, painter: QPainter, x: float, middle: float, text: str) -> None:
        """Draw a text from a left edge on, its height centred on a line."""
        laid = self._laid(text)[0]
        painter.drawStaticText(QPointF(x, middle - self.metrics.height() / 2), laid)

    def draw_elided(
        self, painter: QPainter, x: float, middle: float, text: str, room: float
    ) -> None:
        """Draw as much of a text as there is room for."""
        self.draw(painter, x, middle, self.elided(text, room))

    def elided(self, text: str, room: float) -> str:
        """As much of a text as there is room for, with an ellipsis where something is missing."""
        if self.width(text) <= room:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))

    def _laid(self, text: str) -> tuple[QStaticText, float]:
        known = self._laid_out.get(text)
        if known is None:
            # What was not drawn while so many others were goes; the rest is taken over.
            if len(self._laid_out) >= _MOST:
                self._laid_out, self._older = {}, self._laid_out
            known = self._older.get(text) or self._lay_out(text)
            self._laid_out[text] = known
        return known

    def _lay_out(self, text: str) -> tuple[QStaticText, float]:
        laid = QStaticText(text)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid.prepare(font=self.font)
        return laid, laid.size().width()
