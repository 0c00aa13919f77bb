"""Draws one lane of the strip: the strength as steps against its limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QTransform

from domain.model import Plan
from gui.theme import Colours, mixed
from gui.timeline.axis import TimeAxis
from gui.timeline.filled_lane import FilledLane, Level
from gui.timeline.geometry import View
from gui.timeline.grid import FRAMELESS, gaps_between
from gui.timeline.labels import Labels
from gui.timeline.strip_words import words_of

TEXT_ROOM: Final = 20
"""The pixels above the steps for what is said about them."""
LOW: Final = 56
"""A lane of less height than this is low."""
_MARGIN: Final = 8
_LIMIT_WIDTH: Final = 2


@dataclass(frozen=True, slots=True)
class LanePainter:
    """What a lane is drawn with: painter, colours, texts, what is in sight, and where."""

    painter: QPainter
    colours: Colours
    labels: Labels
    view: View
    area: QRect
    filled: FilledLane

    @property
    def _text_room(self) -> int:
        """What is kept free for text: in a low lane it stands on the strength itself."""
        return TEXT_ROOM if self.area.height() >= LOW else TEXT_ROOM // 4

    def y_of(self, value: float) -> int:
        """The pixel at which a value stands."""
        height = self.area.height() - self._text_room
        return round(self.area.bottom() + 1 - value / self.filled.top * height)

    def draw(self) -> None:
        """Draw the lane but for its text.

        The ground is coloured as if it were full, then what lies above the strength is
        covered: so a hatched excess costs one rectangle, however many steps it has.
        """
        self._draw_ground()
        self._draw_sky()
        self._draw_margins()
        self._draw_frameless()
        self._draw_limits()
        base = QRect(self.area.left(), self.area.bottom(), self.area.width(), 1)
        self.painter.fillRect(base, self.colours.grid_strong)

    def _draw_ground(self) -> None:
        top = self.y_of(self.filled.top)
        whole = QRect(0, top, self.view.width, self.area.bottom() + 1 - top)
        self.painter.fillRect(whole, self.colours.strip_fill)
        for level in self.filled.levels:
            self._hatch(self._band(level, level.number, level.most), self.colours.warning)
            self._hatch(self._band(level, level.most, self.filled.top), self.colours.strip_over)

    def _hatch(self, area: QRect, colour: QColor) -> None:
        if area.height() > 0 and area.width() > 0:
            self.painter.fillRect(area, mixed(colour, self.colours.background, 0.45))
            self.painter.fillRect(area, QBrush(colour, Qt.BrushStyle.FDiagPattern))

    def _draw_sky(self) -> None:
        """Cover what lies above the strength, but for a pixel: the edge of the strength."""
        painter, view = self.painter, self.view
        base, high = self.area.bottom() + 1, self.area.height() - self._text_room
        edge = mixed(self.colours.strip_fill, self.colours.text, 0.55)
        rects = self.filled.sky(view)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, raised in ((edge, 0), (self.colours.background, 1)):
            painter.save()
            wide, scale = view.pixels_per_day, high / self.filled.top
            place = QTransform(wide, 0, 0, scale, -view.first * wide, base - raised)
            painter.setTransform(place, True)
            painter.setBrush(colour)
            rects.draw(painter, view.first, view.end)
            painter.restore()

    def _draw_margins(self) -> None:
        colour = QColor(self.colours.margin_band)
        colour.setAlphaF(0.7)
        for level in self.filled.levels:
            band = self._band(level, level.number, level.most)
            if band.height() > 0 and band.width() > 0:
                self.painter.fillRect(band, colour)

    def _draw_limits(self) -> None:
        """Draw the limits as lines with their numbers."""
        for level in self.filled.levels:
            band = self._band(level, level.number, level.number)
            line = QRect(band.left(), band.top() - 1, band.width(), _LIMIT_WIDTH)
            if line.width() <= 0:
                continue
            self.painter.fillRect(line, self.colours.limit_line)
            self._draw_number(line, str(level.number // self.filled.unit))

    def _draw_number(self, line: QRect, text: str) -> None:
        width = self.labels.width(text)
        if line.width() < width + 2 * _MARGIN:
            return
        self.painter.setPen(self.colours.limit_line)
        half = self.labels.metrics.height() / 2
        left = line.right() - width - _MARGIN
        self.labels.draw(self.painter, left, line.top() - half, text)

    def _band(self, level: Level, low: float, high: float) -> QRect:
        left = max(round(self.view.x_of(level.days[0])), 0)
        right = min(round(self.view.x_of(level.days[1])), self.view.width)
        top, bottom = self.y_of(high), self.y_of(low)
        return QRect(left, top, right - left, bottom - top)

    def _draw_frameless(self) -> None:
        """Shade the days on which no frame holds: nothing is counted there."""
        colour = mixed(self.colours.background, self.colours.muted, FRAMELESS)
        days = (stretch.days for stretch in self.filled.lane.stretches)
        for start, end in gaps_between(days, self.view):
            left, right = round(self.view.x_of(start)), round(self.view.x_of(end))
            area = QRect(left, self.area.top(), right - left, self.area.height())
            self.painter.fillRect(area, colour)

    def draw_text(self, plan: Plan, axis: TimeAxis) -> None:
        """Say what is counted, how much of how much, and on which day."""
        asks_day = axis.pointed is not None and axis.marked is None
        day = int(axis.pointed or 0) if asks_day else None
        title, value, over = words_of(self.filled, plan, day, axis.marked)
        middle, left = self.area.top() + TEXT_ROOM / 2, float(_MARGIN)
        width = self.labels.width(title) + 6 + self.labels.width(value)
        ground = QColor(self.colours.background)
        ground.setAlphaF(0.75)
        self.painter.fillRect(QRectF(left - 4, middle - 9, width + 8, 18), ground)
        self.painter.setPen(self.colours.muted)
        self.labels.draw(self.painter, left, middle, title)
        self.painter.setPen(self.colours.error if over else self.colours.text)
        self.labels.draw(self.painter, left + self.labels.width(title) + 6, middle, value)
