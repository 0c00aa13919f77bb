"""Draws one lane of the strip: the strength as steps against its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from domain.model import Plan
from gui.theme import Colours, mixed
from gui.timeline.axis import TimeAxis
from gui.timeline.filled_lane import FilledLane, Level, Run
from gui.timeline.geometry import View
from gui.timeline.grid import fill_all, gaps_between
from gui.timeline.labels import Labels
from gui.timeline.strip_words import words_of

TEXT_ROOM: Final = 20
"""The pixels above the steps for what is said about them."""
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

    def y_of(self, value: float) -> int:
        """The pixel at which a value stands."""
        height = self.area.height() - TEXT_ROOM
        return round(self.area.bottom() + 1 - value / self.filled.top * height)

    def draw(self) -> None:
        """Draw the lane but for its text."""
        self._draw_frameless()
        self._draw_margins()
        runs = self.filled.runs(self.view)
        fill_all(self.painter, self._columns(runs), self.colours.strip_fill)
        self._draw_excess(runs)
        edge = mixed(self.colours.strip_fill, self.colours.text, 0.55)
        fill_all(self.painter, self._outline(runs), edge)
        self._draw_limits()
        self.painter.fillRect(
            self.area.left(), self.area.bottom(), self.area.width(), 1, self.colours.grid_strong
        )

    def _columns(self, runs: Iterable[Run]) -> Iterator[QRect]:
        base = self.area.bottom() + 1
        for run in runs:
            top = self.y_of(run.value)
            yield QRect(run.left, top, run.right - run.left, base - top)

    def _outline(self, runs: Iterable[Run]) -> Iterator[QRect]:
        """The upper edges of the steps and the risers between them, a pixel wide."""
        base, x, before = self.area.bottom() + 1, -1, self.area.bottom() + 1
        for run in runs:
            top = self.y_of(run.value)
            if run.left != x:
                yield QRect(x, before, 1, base - before)
                before = base
            yield QRect(run.left, min(top, before), 1, abs(top - before) + 1)
            yield QRect(run.left, top, run.right - run.left, 1)
            x, before = run.right, top
        yield QRect(x, before, 1, base - before)

    def _draw_excess(self, runs: Iterable[Run]) -> None:
        """Colour and hatch what is above the limit; within the margin of circa as a warning."""
        within, above = [], []
        for level in self.filled.levels:
            left, right = (round(self.view.x_of(day)) for day in level.days)
            for run in runs:
                low, high = max(run.left, left), min(run.right, right)
                if run.value > level.number and low < high:
                    within.append(self._between(low, high, level.number, level.most, run.value))
                    above.append(self._between(low, high, level.most, run.value, run.value))
        self._hatch([rect for rect in within if rect.height() > 0], self.colours.warning)
        self._hatch([rect for rect in above if rect.height() > 0], self.colours.strip_over)

    def _between(self, left: int, right: int, low: int, high: int, value: int) -> QRect:
        top, bottom = self.y_of(min(high, value)), self.y_of(min(low, value))
        return QRect(left, top, right - left, bottom - top)

    def _hatch(self, rects: list[QRect], colour: QColor) -> None:
        if not rects:
            return
        ground = mixed(colour, self.colours.background, 0.45)
        fill_all(self.painter, rects, ground)
        self.painter.setBrush(QBrush(colour, Qt.BrushStyle.FDiagPattern))
        self.painter.drawRects(rects)

    def _draw_margins(self) -> None:
        bands = [self._band(level, level.number, level.most) for level in self.filled.levels]
        bands = [band for band in bands if band.height() and band.width() > 0]
        fill_all(self.painter, bands, self.colours.margin_band)

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

    def _band(self, level: Level, low: int, high: int) -> QRect:
        left = max(round(self.view.x_of(level.days[0])), 0)
        right = min(round(self.view.x_of(level.days[1])), self.view.width)
        top, bottom = self.y_of(high), self.y_of(low)
        return QRect(left, top, right - left, bottom - top)

    def _draw_frameless(self) -> None:
        """Shade the days on which no frame holds: nothing is counted there."""
        colour = QColor(self.colours.muted)
        colour.setAlphaF(0.07)
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
