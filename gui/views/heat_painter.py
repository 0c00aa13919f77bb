"""Draws a cell of the heat map: its fill as colour and pattern, its numbers as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.models.heat_map import Cell, Grade, HeatRow
from gui.theme import Colours, mixed, readable_on
from gui.timeline.grid import FRAMELESS
from gui.timeline.labels import Labels

RADIUS: Final = 3.0
_MARGIN: Final = 1.0
_EDGE: Final = 2.0
_ROOM: Final = 4.0
_LEAST: Final = 0.16
"""The fill of a cell with somebody in it is seen, however many more would fit."""
_MOST: Final = 0.72
"""So much of the colour of what is filled has a cell in which one more would fit."""
_STRONG: Final = frozenset({Grade.MARGIN, Grade.OVER})


@dataclass(frozen=True, slots=True)
class HeatPainter:
    """What cells are drawn with, on a screen or on paper; ``strong`` is for what stands out."""

    painter: QPainter
    colours: Colours
    labels: Labels
    strong: Labels

    def draw(self, area: QRectF, row: HeatRow, cell: Cell, seen: QRectF | None = None) -> None:
        """Draw a cell in its area; its text stands in the part that is seen, by default all."""
        if cell.days is None or cell.grade is Grade.ABSENT:
            self._shade(area)
            return
        tile = self._part(area, cell)
        if tile.width() < area.width():
            self._shade(area)
            self.painter.fillRect(tile, self.colours.background)
        self._tile(tile.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), cell.grade, cell.fill)
        self._text(seen or area, row, cell)

    def sample(self, area: QRectF, grade: Grade, fill: float) -> None:
        """Draw a tile without text, as a legend does."""
        if grade is Grade.ABSENT:
            self._shade(area)
        else:
            self._tile(area, grade, fill)

    def outline(self, area: QRectF) -> None:
        """Draw the outline of the cell in which the keyboard stands."""
        self.painter.setPen(QPen(self.colours.accent, 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS + 1, RADIUS + 1)

    def _shade(self, area: QRectF) -> None:
        """Shade days on which no frame holds, as on the timeline."""
        colours = self.colours
        self.painter.fillRect(area, mixed(colours.background, colours.muted, FRAMELESS))

    @staticmethod
    def _part(area: QRectF, cell: Cell) -> QRectF:
        """The part of an area in which the frame is in force."""
        start, end = cell.span
        first, last = cell.days or cell.span
        scale = area.width() / (end - start)
        left = area.left() + (first - start) * scale
        return QRectF(left, area.top(), (last - first) * scale, area.height())

    def _tile(self, tile: QRectF, grade: Grade, fill: float) -> None:
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge_of(grade))
        painter.setBrush(self.ground_of(grade, fill))
        painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        pattern = self._pattern_of(grade)
        if pattern is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pattern)
            painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if grade in {Grade.OVER, Grade.MARGIN}:
            colour = self.colours.error if grade is Grade.OVER else self.colours.warning
            foot = QRectF(tile.left() + 1, tile.bottom() - _EDGE, tile.width() - 2, _EDGE)
            painter.fillRect(foot, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def ground_of(self, grade: Grade, fill: float) -> QColor:
        """The colour under the numbers."""
        colours = self.colours
        if grade is Grade.PARTLY:
            share = _LEAST + (_MOST - _LEAST) * fill
            return mixed(colours.background, colours.strip_fill, share)
        if grade is Grade.FULL:
            return mixed(colours.strip_fill, colours.accent, 0.18)
        if grade is Grade.MARGIN:
            return colours.margin_band
        if grade is Grade.OVER:
            return mixed(colours.strip_over, colours.background, 0.55)
        return colours.background

    def _edge_of(self, grade: Grade) -> QPen:
        colours = self.colours
        if grade is Grade.EMPTY:
            return QPen(colours.grid, 1)
        if grade in {Grade.FREE, Grade.UNSURE}:
            return QPen(colours.border, 1)
        return QPen(Qt.PenStyle.NoPen)

    def _pattern_of(self, grade: Grade) -> QBrush | None:
        colours = self.colours
        if grade is Grade.OVER:
            return QBrush(faint(colours.error, 0.4), Qt.BrushStyle.FDiagPattern)
        if grade is Grade.MARGIN:
            return QBrush(faint(colours.warning, 0.35), Qt.BrushStyle.BDiagPattern)
        if grade is Grade.UNSURE:
            return QBrush(faint(colours.muted, 0.3), Qt.BrushStyle.Dense7Pattern)
        return None

    def _text(self, area: QRectF, row: HeatRow, cell: Cell) -> None:
        strong = cell.grade in _STRONG
        labels = self.strong if strong else self.labels
        text, room = row.value_text(cell), area.width() - _ROOM
        if labels.width(text) > room:
            text = text.partition("/")[0]
        if labels.width(text) > room:
            return
        ground = self.ground_of(cell.grade, cell.fill)
        ink = self.colours.text if cell.peak else faint(self.colours.muted, 0.75)
        if strong or cell.grade is Grade.FULL:
            ink = readable_on(ground)
        self.painter.setPen(ink)
        self.painter.setFont(labels.font)
        left = area.left() + (area.width() - labels.width(text)) / 2
        labels.draw(self.painter, left, area.center().y(), text)


def faint(colour: QColor, share: float) -> QColor:
    """A colour through which the ground is seen."""
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin
