"""The strip below the timeline: strength against its limit, on the same axis, while one drags."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from domain.language import _
from domain.session import Preview
from gui.document import Document
from gui.selection import Selection
from gui.theme import Colours
from gui.timeline.axis import TimeAxis
from gui.timeline.geometry import View
from gui.timeline.grid import fill_all, lines_of
from gui.timeline.labels import Labels
from gui.timeline.periods import scale_of
from gui.timeline.today import today_of
from gui.timeline.wheel import turned
from gui.widgets.plain_text import named

if TYPE_CHECKING:
    from gui.timeline.filled_lane import FilledLane
    from gui.timeline.lanes import Lane, LaneBook
    from gui.timeline.strip_painter import LanePainter

_LANE_HEIGHT: Final = 84
_CHOSEN: Final = 2
"""The lane of the selected limit is so many times as high as the others."""


class StrengthStrip(QWidget):
    """The strength of the selected limit, or of all daily limits of the selected mission."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        axis: TimeAxis,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        """Follow a document, what is selected, and an axis."""
        super().__init__(parent)
        named(self, "strength-strip", _("Strength against the limit"))
        self._document, self._selection, self._axis = document, selection, axis
        self._colours = colours
        self._labels = Labels(self.font())
        self._preview: Preview | None = None
        self._lanes: list[FilledLane] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LANE_HEIGHT // 2)
        self._connect()
        self._read()

    def _connect(self) -> None:
        document, selection, axis = self._document, self._selection, self._axis
        document.changed.connect(self._read)
        document.replaced.connect(self._read)
        document.checked.connect(self._read)
        document.previewed.connect(self._on_previewed)
        selection.limit_changed.connect(self._read)
        selection.mission_changed.connect(self._read)
        selection.rotations_changed.connect(self._read)
        axis.changed.connect(self.update)
        axis.pointed_changed.connect(self._on_pointed)
        axis.marked_changed.connect(self.update)

    @property
    def lanes(self) -> list[FilledLane]:
        """What is shown, from top to bottom."""
        return self._lanes

    def areas(self) -> list[tuple[QRect, FilledLane]]:
        """Each lane with its place, one above the other; that of the selected limit is higher."""
        chosen = self._selection.limit
        weights = [_CHOSEN if chosen in filled.lane.limits else 1 for filled in self._lanes]
        whole, above = sum(weights), 0
        areas = []
        for weight, filled in zip(weights, self._lanes, strict=True):
            top, bottom = (self.height() * n // whole for n in (above, above + weight))
            areas.append((QRect(0, top, self.width(), bottom - top), filled))
            above += weight
        return areas

    def set_colours(self, colours: Colours) -> None:
        """Draw in other colours."""
        self._colours = colours
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, _LANE_HEIGHT * 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, view = QPainter(self), self._view
        painter.setFont(self._labels.font)
        painter.fillRect(self.rect(), self._colours.background)
        if not self._lanes:
            self._draw_nothing(painter)
        drawn = self._painters(painter, view) if self._lanes else []
        for lane in drawn:
            lane.draw()
        self._draw_calendar(painter, view)
        self._draw_days(painter, view)
        for lane in drawn:
            lane.draw_text(self._document.shown_plan, self._axis)
        painter.end()

    def _painters(self, painter: QPainter, view: View) -> list[LanePainter]:
        from gui.timeline.strip_painter import LanePainter

        return [LanePainter(painter, self._colours, self._labels, view, *p) for p in self.areas()]

    def _draw_calendar(self, painter: QPainter, view: View) -> None:
        scale = scale_of(view.pixels_per_day)
        fill_all(painter, lines_of(scale.lower, view, self.rect()), self._colours.grid)
        fill_all(painter, lines_of(scale.upper, view, self.rect()), self._colours.grid_strong)

    def _draw_nothing(self, painter: QPainter) -> None:
        text = _("Select a mission, a rotation or a limit to see its strength here.")
        if not self._document.is_checked:
            text = _("Checking…")
        elif self._selection.mission is not None:
            text = _("No frame sets a daily limit here.")
        painter.setPen(self._colours.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _draw_days(self, painter: QPainter, view: View) -> None:
        """Draw today, the days of what is dragged, and the day under the mouse."""
        self._draw_line(painter, view, today_of(self._document), self._colours.today, 2)
        accent = QColor(self._colours.accent)
        if self._axis.marked is not None:
            left, right = (view.x_of(day) for day in self._axis.marked)
            ground = QColor(accent)
            ground.setAlphaF(0.08)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), ground)
            accent.setAlphaF(0.6)
            for day in self._axis.marked:
                self._draw_line(painter, view, day, accent, 1)
        elif self._axis.pointed is not None:
            self._draw_line(painter, view, self._axis.pointed, self._colours.muted, 1)

    def _draw_line(
        self, painter: QPainter, view: View, day: float, colour: QColor, width: int
    ) -> None:
        painter.fillRect(QRectF(round(view.x_of(day)), 0, width, self.height()), colour)

    @property
    def _view(self) -> View:
        axis = self._axis
        return View(axis.first, axis.pixels_per_day, 0, 1, self.width(), self.height())

    def _read(self) -> None:
        """Look up which lanes are to be shown, and how they are filled."""
        plan = self._document.shown_plan
        known = self._document.is_open and self._document.is_checked
        lanes = self._book.shown(plan, self._selection) if known else ()
        before = self._lanes
        self._lanes = [self._filled(lane, before) for lane in lanes]
        self._say()
        self.update()

    @cached_property
    def _book(self) -> LaneBook:
        from gui.timeline.lanes import LaneBook

        return LaneBook()

    def _filled(self, lane: Lane, before: Iterable[FilledLane]) -> FilledLane:
        """The strength of a lane; what was shown before and is the same is not made anew."""
        from gui.timeline.filled_lane import FilledLane

        shown = {} if self._preview is None else self._preview.profiles
        profiles = [shown.get(name) or self._document.profile(name) for name in lane.limits]
        settings = self._document.plan.settings
        same = next((one for one in before if one.shows(lane, profiles, settings)), None)
        return same or FilledLane(lane, profiles, settings)

    def _say(self) -> None:
        """Tell a screen reader what the strip shows."""
        words = self._words() if self._lanes else []
        self.setAccessibleDescription(
            "\n".join(f"{title} {value}" for title, value, _over in words)
        )

    def _words(self) -> list[tuple[str, str, bool]]:
        from gui.timeline.strip_words import words_of

        return [words_of(lane, self._document.shown_plan, None) for lane in self._lanes]

    def _on_previewed(self, preview: Preview | None) -> None:
        self._preview = preview
        self._read()

    def _on_pointed(self) -> None:
        if self._lanes:
            self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._labels = Labels(self.font())
            self.update()
        super().changeEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._axis.point_at(self._axis.day_at(event.position().x()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned(event, self._axis)
        event.accept()
