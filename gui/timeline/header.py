"""The header: two tiers of calendar periods that suit the scale, today, and the marked days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygon,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from domain.language import _
from gui.document import Document
from gui.theme import Colours, mixed
from gui.timeline.axis import TimeAxis
from gui.timeline.labels import Labels
from gui.timeline.periods import Unit, names_of, periods, scale_of
from gui.timeline.today import today_of
from gui.timeline.wheel import turned
from gui.widgets.plain_text import named

HEADER_HEIGHT: Final = 48
"""Pixels at a text size of 100 %; the header of the table beside it is as high."""
_MARGIN: Final = 6.0
_BETWEEN: Final = 3.0
"""Names stand so many pixels apart at least."""


class TimelineHeader(QWidget):
    """The calendar above the canvas."""

    menu_requested = Signal(QPoint)

    def __init__(
        self, document: Document, axis: TimeAxis, colours: Colours, parent: QWidget | None = None
    ) -> None:
        """Show an axis."""
        super().__init__(parent)
        named(self, "timeline-header", _("Calendar of the timeline"))
        self._document, self._axis, self._colours = document, axis, colours
        self._labels = Labels(self.font())
        self._pulled_from: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        document.replaced.connect(self.update)
        axis.changed.connect(self.update)
        axis.pointed_changed.connect(self.update)
        axis.marked_changed.connect(self.update)

    def set_colours(self, colours: Colours) -> None:
        """Draw in other colours."""
        self._colours = colours
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._colours
        painter.setFont(self._labels.font)
        painter.fillRect(self.rect(), colours.surface)
        scale, half = scale_of(self._axis.pixels_per_day), self.height() // 2
        self._draw_marked(painter, half)
        self._draw_tier(painter, scale.upper, QRect(0, 0, self.width(), half), upper=True)
        below = QRect(0, half, self.width(), self.height() - half)
        self._draw_tier(painter, scale.lower, below, upper=False)
        painter.fillRect(0, half - 1, self.width(), 1, colours.border)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.grid_strong)
        self._draw_today(painter)
        self._draw_pointed(painter, half)
        painter.end()

    def _draw_tier(self, painter: QPainter, unit: Unit, tier: QRect, *, upper: bool) -> None:
        spans = list(periods(unit, self._axis.first, self._axis.end))
        x_of, middle = self._axis.x_of, tier.center().y() + 0.5
        for start, _end in spans:
            rect = QRect(round(x_of(start)), tier.top(), 1, tier.height())
            painter.fillRect(rect, self._colours.border)
        painter.setPen(self._colours.text if upper else self._colours.muted)
        for (start, end), name in zip(spans, self._names(unit, spans), strict=True):
            left, right = x_of(start), min(x_of(end), float(self.width()))
            width = self._labels.width(name)
            if not upper:
                self._labels.draw(painter, (left + x_of(end) - width) / 2, middle, name)
            elif max(left, 0.0) + _MARGIN + width <= right:
                self._labels.draw(painter, max(left, 0.0) + _MARGIN, middle, name)

    def _names(self, unit: Unit, spans: Sequence[tuple[int, int]]) -> list[str]:
        """The longest names that fit all periods of a tier; those that fit none are empty."""
        below_year = scale_of(self._axis.pixels_per_day).upper is Unit.YEAR
        names = [names_of(unit, start, below_year=below_year) for start, _end in spans]
        room = min(((end - start) * self._axis.pixels_per_day for start, end in spans), default=0)
        for form in zip(*names, strict=True):
            if max(map(self._labels.width, form)) + _BETWEEN <= room:
                return list(form)
        return [""] * len(spans)

    def _draw_marked(self, painter: QPainter, half: int) -> None:
        if self._axis.marked is None:
            return
        left, right = (self._axis.x_of(day) for day in self._axis.marked)
        area = QRectF(left, half, right - left, self.height() - half)
        painter.fillRect(area, self._colours.selection)
        painter.fillRect(QRectF(left, self.height() - 3, right - left, 3), self._colours.accent)

    def _draw_today(self, painter: QPainter) -> None:
        x, bottom = round(self._axis.x_of(today_of(self._document))), self.height() - 1
        if -_MARGIN <= x <= self.width() + _MARGIN:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours.today)
            corners = [QPoint(x - 5, bottom - 6), QPoint(x + 7, bottom - 6), QPoint(x + 1, bottom)]
            painter.drawPolygon(QPolygon(corners))

    def _draw_pointed(self, painter: QPainter, half: int) -> None:
        if self._axis.pointed is None or self._axis.marked is not None:
            return
        text = self._day_name(int(self._axis.pointed))
        width = self._labels.width(text) + 2 * _MARGIN
        x = self._axis.x_of(self._axis.pointed)
        left = min(max(x - width / 2, 0.0), self.width() - width)
        box = QRectF(round(left), half + 2, round(width), self.height() - half - 5)
        ground = QColor(mixed(self._colours.text, self._colours.background, 0.15))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._colours.background)
        self._labels.draw(painter, box.left() + _MARGIN, box.center().y(), text)

    @staticmethod
    def _day_name(day: int) -> str:
        then = date.fromordinal(day)
        week = _("wk {week}").format(week=then.isocalendar().week)
        return f"{then:%d-%m-%Y} · {week}"

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._labels = Labels(self.font())
        super().changeEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._pulled_from = event.position().x()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pulled_from is not None:
            self._axis.scroll_by(self._pulled_from - x)
            self._pulled_from = x
        self._axis.point_at(self._axis.day_at(x))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pulled_from = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pulled_from = None
        scale = scale_of(self._axis.pixels_per_day)
        upper = event.position().y() < self.height() / 2
        day = self._axis.day_at(event.position().x())
        for start, end in periods(scale.upper if upper else scale.lower, day, day + 1):
            self._axis.show(date.fromordinal(start), date.fromordinal(end - 1), self.width())
            return

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned(event, self._axis)
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
