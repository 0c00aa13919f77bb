"""Draws the strip of a pool: what is asked of it as steps, against what it holds as a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from domain.engine.profile import Step
from domain.engine.spans import Span, overlap
from domain.language import _
from gui.models.force_uses import PoolStrip
from gui.theme import mixed
from gui.timeline.geometry import View
from gui.timeline.sheet import Sheet
from gui.timeline.sky import column_of, peaks_per_column

_TOP: Final = 5
_MARGIN: Final = 6.0
_HEADROOM: Final = 1.15
_LINE: Final = 2


class PoolPainter:
    """Draws one strip in its area."""

    def __init__(self, sheet: Sheet, strip: PoolStrip, area: QRect) -> None:
        """Draw on a sheet."""
        self._sheet, self._strip, self._area = sheet, strip, area
        self._scale = (area.height() - _TOP - 1) / max(strip.top * _HEADROOM, 1.0)

    def draw(self) -> None:
        """Draw the demand, what of it is too much, and the supply."""
        painter, scene, view, _drawn = self._sheet
        colours = scene.colours
        painter.setPen(Qt.PenStyle.NoPen)
        for step in self._demand(view):
            days = step.start, step.end
            painter.fillRect(self._box(days, 0, step.value), colours.strip_fill)
            edge = self._box(days, step.value, step.value).adjusted(0, -1, 0, 0)
            painter.fillRect(edge, mixed(colours.strip_fill, colours.text, 0.55))
            self._draw_excess(step)
        for step in self._in_sight(self._strip.supply, view):
            self._draw_supply(step)
        base = QRect(0, self._area.bottom(), view.width, 1)
        painter.fillRect(base, colours.grid_strong)

    def draw_text(self) -> None:
        """Say that nothing is known of the supply, where that is so."""
        painter, scene, _view, _drawn = self._sheet
        if self._strip.supply:
            return
        text, labels = _("supply not known"), scene.labels
        box = QRectF(_MARGIN - 2, self._area.top() + 3, labels.width(text) + 8, 16)
        ground = QColor(scene.colours.background)
        ground.setAlphaF(0.75)
        painter.fillRect(box, ground)
        painter.setPen(scene.colours.muted)
        labels.draw(painter, _MARGIN + 2, box.center().y(), text)

    def _demand(self, view: View) -> Iterator[Step]:
        """The steps in sight, the highest of those that share a pixel."""
        days = column_of(view)
        for run in peaks_per_column(self._in_sight(self._strip.demand, view), days):
            yield Step(run.left * days, run.right * days, run.value)

    @staticmethod
    def _in_sight(steps: tuple[Step, ...], view: View) -> list[Step]:
        last = bisect_left(steps, view.end, key=lambda step: step.start)
        first = bisect_left(steps, view.first, key=lambda step: step.end)
        return list(steps[first:last])

    def _draw_excess(self, step: Step) -> None:
        """Hatch what is asked above the supply, on the exact days."""
        painter, scene, view, _drawn = self._sheet
        colour = scene.colours.strip_over
        for supply in self._in_sight(self._strip.supply, view):
            days = overlap((step.start, step.end), (supply.start, supply.end))
            if days is None or step.value <= supply.value:
                continue
            box = self._box(days, supply.value, step.value)
            painter.fillRect(box, mixed(colour, scene.colours.background, 0.45))
            painter.fillRect(box, QBrush(colour, Qt.BrushStyle.FDiagPattern))

    def _draw_supply(self, step: Step) -> None:
        painter, scene, view, _drawn = self._sheet
        line = self._box((step.start, step.end), step.value, step.value).adjusted(0, -1, 0, 0)
        line.setHeight(_LINE)
        left, right = max(line.left(), 0.0), min(line.right(), float(view.width))
        painter.fillRect(line, scene.colours.limit_line)
        text = str(step.value)
        if right - left < scene.labels.width(text) + 2 * _MARGIN:
            return
        painter.setPen(scene.colours.limit_line)
        half = scene.labels.metrics.height() / 2
        below = line.top() - 2 * half < self._area.top()
        middle = line.bottom() + half if below else line.top() - half
        scene.labels.draw(painter, right - scene.labels.width(text) - _MARGIN, middle, text)

    def _box(self, days: Span, low: int, high: int) -> QRectF:
        view = self._sheet.view
        left = max(view.x_of(days[0]), -1.0)
        right = min(view.x_of(days[1]), view.width + 1.0)
        base = self._area.bottom() + 1
        top, bottom = base - round(high * self._scale), base - round(low * self._scale)
        return QRectF(left, top, max(right - left, 0.0), bottom - top)
