"""The header: two tiers of calendar periods that suit the scale, today, and the marked days."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from domain.language import _
from gui.document import Document
from gui.theme import Colours
from gui.timeline.axis import TimeAxis
from gui.timeline.geometry import View
from gui.timeline.header_painter import HeaderPainter
from gui.timeline.labels import Labels
from gui.timeline.periods import periods, scale_of
from gui.timeline.today import today_of
from gui.timeline.wheel import turned
from gui.widgets.plain_text import named

HEADER_HEIGHT: Final = 48
"""Pixels at a text size of 100 %; the header of the table beside it is as high."""


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
        painter, axis = QPainter(self), self._axis
        view = View(axis.first, axis.pixels_per_day, 0, 1, self.width(), self.height())
        header = HeaderPainter(painter, self._colours, self._labels, view)
        header.draw(axis.marked)
        header.draw_today(today_of(self._document))
        if axis.pointed is not None and axis.marked is None:
            header.draw_pointed(axis.pointed)
        painter.end()

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
