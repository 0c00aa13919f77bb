"""Paints pages on the screen, on a printer, in pictures, in the fonts of their layout."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QImage, QPainter, QPen, QRawFont

from domain.exchange.paper.letters import BOLD, REGULAR
from domain.exchange.paper.marks import Box, Line, Page, Text

_DASHES: Final = [2.5, 2.0]
_DOTS_A_POINT: Final = 200 / 72
_MOST_DOTS: Final = 50_000_000
_LONGEST: Final = 30_000
"""A picture is no longer than this: programs refuse to open it."""


class PagePainter:
    """Paints pages in one size; ``scale`` is how many dots a point is."""

    def __init__(self, painter: QPainter, scale: float) -> None:
        self._painter, self._scale = painter, scale
        self._fonts: dict[tuple[bool, float], QRawFont] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, page: Page) -> None:
        """Paint a page on white paper."""
        scale = self._scale
        whole = QRectF(0, 0, page.width * scale, page.height * scale)
        self._painter.fillRect(whole, Qt.GlobalColor.white)
        for mark in page.marks:
            match mark:
                case Text():
                    self._text(mark)
                case Box():
                    self._box(mark)
                case Line():
                    self._line(mark)

    def _text(self, text: Text) -> None:
        font = self._font(text.size, bold=text.bold)
        glyphs = font.glyphIndexesForString(text.text)
        advances = font.advancesForGlyphIndexes(glyphs, QRawFont.LayoutFlag.UseDesignMetrics)
        places, x = [], 0.0
        for advance in advances:
            places.append(QPointF(x, 0))
            x += advance.x()
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        self._painter.setPen(QColor(text.colour))
        self._painter.drawGlyphRun(QPointF(text.x * self._scale, text.y * self._scale), run)

    def _font(self, size: float, *, bold: bool) -> QRawFont:
        key = bold, size
        if key not in self._fonts:
            file = str(BOLD if bold else REGULAR)
            hinting = QFont.HintingPreference.PreferNoHinting
            self._fonts[key] = QRawFont(file, size * self._scale, hinting)
        return self._fonts[key]

    def _box(self, box: Box) -> None:
        scale = self._scale
        area = QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
        if box.fill is not None:
            self._painter.fillRect(area, QColor(box.fill))
        if box.edge is not None:
            self._painter.setPen(self._pen(box.edge, box.thickness, dashed=box.dashed))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(area)

    def _line(self, line: Line) -> None:
        scale = self._scale
        self._painter.setPen(self._pen(line.colour, line.thickness, dashed=line.dashed))
        self._painter.drawLine(
            QLineF(line.x * scale, line.y * scale, line.to_x * scale, line.to_y * scale)
        )

    def _pen(self, colour: str, thickness: float, *, dashed: bool) -> QPen:
        pen = QPen(QColor(colour), thickness * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([dash / thickness for dash in _DASHES])
        return pen


def picture_of(page: Page, scale: float = _DOTS_A_POINT) -> QImage:
    """A page as a picture; of a page that is very large, in fewer dots."""
    scale = min(scale, (_MOST_DOTS / (page.width * page.height)) ** 0.5)
    scale = min(scale, _LONGEST / max(page.width, page.height))
    size = round(page.width * scale), round(page.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(scale * 72 / 0.0254))
    image.setDotsPerMeterY(round(scale * 72 / 0.0254))
    painter = QPainter(image)
    PagePainter(painter, scale).paint(page)
    painter.end()
    return image
