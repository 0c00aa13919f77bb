"""Lines that say when something ends: today, the frames and the mandates of a mission."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from gui.row import RowKind
from gui.theme import Colours
from gui.timeline.geometry import View
from gui.timeline.grid import by_mission
from gui.timeline.sheet import Sheet

DASH: Final = (6, 4)
DOT: Final = (2, 3)
_WIDTH: Final = 2
_FLAG: Final = 10


class EndLines:
    """Draws the ends of frames dashed and those of mandates dotted, each with its own flag."""

    def __init__(self, colours: Colours) -> None:
        """Draw in the colours of a theme."""
        self._colours = colours
        self._frame = stippled(colours.frame_end, *DASH)
        self._mandate = stippled(colours.mandate_end, *DOT)

    def draw(self, sheet: Sheet, numbers: range) -> None:
        """Draw the ends of each mission on its own rows."""
        painter, scene, view, _area = sheet
        for mission, rows in by_mission(scene, numbers):
            if not mission:
                continue
            days = scene.days_of(mission)
            heading = scene.rows.row(rows.start).kind is RowKind.MISSION
            for end in days.frame_ends:
                self._line(painter, view, rows, end, self._frame)
                if heading:
                    self._pennant(painter, view, rows.start, end)
            for end in days.mandate_ends:
                self._line(painter, view, rows, end, self._mandate)
                if heading:
                    self._diamond(painter, view, rows.start, end)

    def _line(self, painter: QPainter, view: View, rows: range, end: int, brush: QBrush) -> None:
        x = round(view.x_of(end)) - 1
        if -_WIDTH <= x <= view.width:
            top = view.y_of(rows.start)
            painter.setBrushOrigin(0, top)
            painter.fillRect(QRectF(x, top, _WIDTH, view.y_of(rows.stop) - top - 1), brush)

    def _pennant(self, painter: QPainter, view: View, row: int, end: int) -> None:
        x, y = round(view.x_of(end)) + 1, view.y_of(row) + 2
        if -_FLAG <= x <= view.width + _FLAG:
            points = [QPointF(x, y), QPointF(x + 8, y + 4), QPointF(x, y + 8)]
            self._shape(painter, points, self._colours.frame_end)

    def _diamond(self, painter: QPainter, view: View, row: int, end: int) -> None:
        x, y = round(view.x_of(end)), view.y_of(row + 1) - 7
        if -_FLAG <= x <= view.width + _FLAG:
            points = [QPointF(x, y - 5), QPointF(x + 5, y), QPointF(x, y + 5), QPointF(x - 5, y)]
            self._shape(painter, points, self._colours.mandate_end)

    def _shape(self, painter: QPainter, points: list[QPointF], colour: QColor) -> None:
        painter.setPen(QPen(self._colours.background, 1))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(points))


def stippled(colour: QColor, drawn: int, left_out: int) -> QBrush:
    """A brush that draws so many rows of pixels and leaves so many out."""
    image = QImage(_WIDTH, drawn + left_out, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for y in range(drawn):
        for x in range(_WIDTH):
            image.setPixelColor(x, y, colour)
    return QBrush(QPixmap.fromImage(image))


def draw_today(sheet: Sheet, today: int) -> None:
    """Draw the line of today over the whole height."""
    painter, scene, view, area = sheet
    x = round(view.x_of(today))
    if -1 <= x <= view.width:
        painter.fillRect(QRectF(x, area.top(), _WIDTH, area.height()), scene.colours.today)
