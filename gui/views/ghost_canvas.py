"""Beside the differences: where a thing stands in A as a bar, and in B as an outline behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from domain.exchange.compared_words import summary_of
from domain.language import _
from domain.model import Plan, Rotation, Thing
from domain.model.days import end_of, start_of
from gui.comparing import Sides
from gui.desk import Desk
from gui.models.compared_things import DifferenceTable
from gui.row import ROW_HEIGHT
from gui.timeline.axis import TimeAxis
from gui.timeline.bar_painter import RADIUS, draw_bar, seen_part
from gui.timeline.geometry import View, rect_of
from gui.timeline.grid import fill_all, lines_of
from gui.timeline.periods import scale_of
from gui.timeline.styles import BarStyle, Filling, Styles, key_of
from gui.timeline.today import today_of
from gui.timeline.wheel import turned
from gui.widgets.plain_text import named, plain_tip

OUT: Final = 2.5
"""The outline of B stands so many pixels outside the bar of A, above and below."""
_WIDE: Final = 1.6


@dataclass(frozen=True, slots=True)
class Ghost:
    """A row of which something is drawn: the thing on either side."""

    row: int
    mine: Thing | None
    theirs: Thing | None


class GhostCanvas(QWidget):
    """Draws the rows of the differences over time; it scrolls with their table."""

    row_chosen = Signal(int)
    scrolled = Signal(int)
    """The rows are to be scrolled by so many pixels."""

    def __init__(
        self, desk: Desk, table: DifferenceTable, axis: TimeAxis, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "ghostCanvas", _("Where things stand in A and in B"))
        self._desk, self._table, self._axis = desk, table, axis
        self._styles = Styles(desk.colours)
        self._mine, self._theirs = Plan(), Plan()
        self._offset = 0
        self._selected: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        table.modelReset.connect(self.update)
        self._axis.changed.connect(self.update)

    @property
    def view(self) -> View:
        """What is in sight."""
        axis = self._axis
        return View(
            axis.first, axis.pixels_per_day, self._offset, ROW_HEIGHT, self.width(), self.height()
        )

    def show_sides(self, sides: Sides | None) -> None:
        """Draw the things of two plans."""
        self._mine = Plan() if sides is None else sides.mine
        self._theirs = Plan() if sides is None else sides.theirs
        self.update()

    def set_offset(self, offset: int) -> None:
        """Scroll the rows, as the table was scrolled."""
        self._offset = offset
        self.update()

    def select_rows(self, rows: frozenset[int]) -> None:
        """Show which rows are selected."""
        self._selected = rows
        self.update()

    def ghost_at(self, row: int) -> Ghost | None:
        """What is drawn in a row: once for each thing, in its first row."""
        if not 0 <= row < len(self._table.rows) or not self._table.leads(row):
            return None
        ref = self._table.rows[row].ref
        if ref is None:
            return None
        return Ghost(row, self._mine.find(ref), self._theirs.find(ref))

    def days(self) -> tuple[date, date] | None:
        """The first and last day of the rotations that differ; none without any."""
        spans = [
            (thing.first_day, thing.last_day)
            for row in range(len(self._table.rows))
            if (ghost := self.ghost_at(row)) is not None
            for thing in (ghost.mine, ghost.theirs)
            if isinstance(thing, Rotation)
        ]
        if not spans:
            return None
        return min(first for first, _last in spans), max(last for _first, last in spans)

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 20 * ROW_HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._axis.set_width(self.width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, view, colours = QPainter(self), self.view, self._desk.colours
        area = event.rect()
        painter.fillRect(area, colours.background)
        scale = scale_of(view.pixels_per_day)
        rows = view.rows_between(area.top(), area.bottom(), len(self._table.rows))
        for row in rows:
            if row in self._selected:
                ground = QRect(0, view.y_of(row), view.width, view.row_height)
                painter.fillRect(ground, colours.selection)
        fill_all(painter, lines_of(scale.lower, view, area), colours.grid)
        fill_all(painter, lines_of(scale.upper, view, area), colours.grid_strong)
        below = (QRect(0, view.y_of(row + 1) - 1, view.width, 1) for row in rows)
        fill_all(painter, below, colours.grid)
        today = round(view.x_of(today_of(self._desk.document)))
        painter.fillRect(QRect(today, area.top(), 2, area.height()), colours.today)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(QFont(self.font()))
        for row in rows:
            ghost = self.ghost_at(row)
            if ghost is not None:
                self._draw(painter, view, ghost)
        painter.end()

    def _draw(self, painter: QPainter, view: View, ghost: Ghost) -> None:
        mine, theirs = _rect(view, ghost.mine, ghost.row), _rect(view, ghost.theirs, ghost.row)
        if theirs is not None and ghost.theirs is not None:
            self._draw_outline(painter, view, theirs, filled=mine is None)
        if mine is not None and ghost.mine is not None:
            draw_bar(painter, view, mine, self._style(ghost.mine))
            if ghost.theirs is None:
                self._strike(painter, view, mine)

    def _draw_outline(self, painter: QPainter, view: View, rect: QRectF, *, filled: bool) -> None:
        accent = self._desk.colours.accent
        ground = QColor(accent)
        ground.setAlphaF(0.10 if filled else 0.04)
        pen = QPen(accent, _WIDE)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(ground)
        seen = seen_part(view, rect).adjusted(0, -OUT, 0, OUT)
        painter.drawRoundedRect(seen, RADIUS + 1, RADIUS + 1)

    def _strike(self, painter: QPainter, view: View, rect: QRectF) -> None:
        """What is not in B is struck through, so that it is told without colour too."""
        seen = seen_part(view, rect)
        painter.setPen(QPen(self._desk.colours.error, 2))
        middle = seen.center().y()
        painter.drawLine(round(seen.left()), round(middle), round(seen.right()), round(middle))

    def _style(self, thing: Thing) -> BarStyle:
        if isinstance(thing, Rotation):
            return self._styles.of(key_of(thing))
        return self._styles.of(("bar_force", Filling.LIGHT))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.view.row_at(event.position().y())
        if 0 <= row < len(self._table.rows):
            self.row_chosen.emit(row)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = turned(event, self._axis)
        if pixels:
            self.scrolled.emit(-pixels)
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.tip_at(self.view.row_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def tip_at(self, row: int) -> str:
        """What is said of a row: the thing on both sides."""
        ghost = self.ghost_at(row)
        if ghost is None:
            return ""
        mine, theirs = summary_of(ghost.mine, self._mine), summary_of(ghost.theirs, self._theirs)
        return f"A: {mine}\nB: {theirs}"


def _rect(view: View, thing: Thing | None, row: int) -> QRectF | None:
    """Where a thing stands in time; none where it has no days."""
    if thing is None or not hasattr(thing, "last_day"):
        return None
    first, last = getattr(thing, "first_day", None), thing.last_day
    return rect_of(view, start_of(first), end_of(last), row)
