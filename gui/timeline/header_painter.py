"""Draws the header: two tiers of calendar periods, on a screen or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygon

from domain.language import _
from domain.values import dataclass
from domain.words.days import day_text
from gui.theme import Colours, mixed
from gui.timeline.geometry import View
from gui.timeline.labels import Labels
from gui.timeline.periods import Unit, names_of, periods, scale_of

_MARGIN: Final = 6.0
_BETWEEN: Final = 3.0
"""Names stand so many pixels apart at least."""


@dataclass(frozen=True, slots=True)
class HeaderPainter:
    """What the header is drawn with; the view is as high as the header."""

    painter: QPainter
    colours: Colours
    labels: Labels
    view: View

    def draw(self, marked: tuple[int, int] | None = None) -> None:
        """Draw both tiers, with the half-open days of what is dragged."""
        painter, view, colours = self.painter, self.view, self.colours
        painter.setFont(self.labels.font)
        painter.fillRect(QRect(0, 0, view.width, view.height), colours.surface)
        if marked is not None:
            self._draw_marked(marked)
        scale, half = scale_of(view.pixels_per_day), self._half
        self._draw_tier(scale.upper, QRect(0, 0, view.width, half), upper=True)
        below = QRect(0, half, view.width, view.height - half)
        self._draw_tier(scale.lower, below, upper=False)
        painter.fillRect(0, half - 1, view.width, 1, colours.border)
        painter.fillRect(0, view.height - 1, view.width, 1, colours.grid_strong)

    def draw_today(self, today: int) -> None:
        """Draw the mark from which the line of today hangs."""
        x, bottom = round(self.view.x_of(today)), self.view.height - 1
        if -_MARGIN <= x <= self.view.width + _MARGIN:
            self._smoothly()
            self.painter.setBrush(self.colours.today)
            corners = [QPoint(x - 5, bottom - 6), QPoint(x + 7, bottom - 6), QPoint(x + 1, bottom)]
            self.painter.drawPolygon(QPolygon(corners))

    def draw_pointed(self, day: float) -> None:
        """Say at which day the mouse points."""
        text = day_name(int(day))
        width = self.labels.width(text) + 2 * _MARGIN
        left = min(max(self.view.x_of(day) - width / 2, 0.0), self.view.width - width)
        height = self.view.height - self._half - 5
        box = QRectF(round(left), self._half + 2, round(width), height)
        self._smoothly()
        self.painter.setBrush(mixed(self.colours.text, self.colours.background, 0.15))
        self.painter.drawRoundedRect(box, 4, 4)
        self.painter.setPen(self.colours.background)
        self.labels.draw(self.painter, box.left() + _MARGIN, box.center().y(), text)

    @property
    def _half(self) -> int:
        return self.view.height // 2

    def _smoothly(self) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def _draw_tier(self, unit: Unit, tier: QRect, *, upper: bool) -> None:
        view, labels, painter = self.view, self.labels, self.painter
        spans = list(periods(unit, view.first, view.end))
        for start, _end in spans:
            line = QRect(round(view.x_of(start)), tier.top(), 1, tier.height())
            painter.fillRect(line, self.colours.border)
        painter.setPen(self.colours.text if upper else self.colours.muted)
        middle = tier.center().y() + 0.5
        for span, name in zip(spans, self._names(unit, spans), strict=True):
            x = self._place(span, labels.width(name), upper=upper)
            if x is not None:
                labels.draw(painter, x, middle, name)

    def _place(self, span: tuple[int, int], width: float, *, upper: bool) -> float | None:
        """Where a name begins: in the middle below, above at the left edge of what is in sight."""
        left, right = self.view.x_of(span[0]), self.view.x_of(span[1])
        if not upper:
            return (left + right - width) / 2
        x = max(left, 0.0) + _MARGIN
        return x if x + width <= min(right, float(self.view.width)) else None

    def _names(self, unit: Unit, spans: Sequence[tuple[int, int]]) -> list[str]:
        """The longest names that fit all periods of a tier; those that fit none are empty."""
        wide = self.view.pixels_per_day
        below_year = scale_of(wide).upper is Unit.YEAR
        names = [names_of(unit, start, below_year=below_year) for start, _end in spans]
        room = min(((end - start) * wide for start, end in spans), default=0)
        for form in zip(*names, strict=True):
            if max(map(self.labels.width, form)) + _BETWEEN <= room:
                return list(form)
        return [""] * len(spans)

    def _draw_marked(self, marked: tuple[int, int]) -> None:
        left, right = (self.view.x_of(day) for day in marked)
        area = QRectF(left, self._half, right - left, self.view.height - self._half)
        self.painter.fillRect(area, self.colours.selection)
        edge = QRectF(left, self.view.height - 3, right - left, 3)
        self.painter.fillRect(edge, self.colours.accent)


def day_name(day: int) -> str:
    """A day with its week: 03-01-2027 · wk 53."""
    then = date.fromordinal(day)
    week = _("wk {week}").format(week=then.isocalendar().week)
    return f"{day_text(then)} · {week}"
