"""Draws the canvas in its order: ground, frames, bars, lines."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from gui.rows import RowKind
from gui.timeline.bar_painter import draw_rotation
from gui.timeline.geometry import View
from gui.timeline.grid import draw_calendar, draw_frameless, draw_row_lines, draw_rows
from gui.timeline.heading import draw_heading
from gui.timeline.lines import EndLines, draw_today
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet


class TimelinePainter:
    """Draws a scene, on a screen or on paper."""

    def __init__(self, scene: Scene) -> None:
        """Draw this scene."""
        self._scene = scene
        self.read_colours()

    def read_colours(self) -> None:
        """The colours of the scene are others now."""
        self._ends = EndLines(self._scene.colours)

    def paint(self, painter: QPainter, view: View, area: QRect, today: int) -> None:
        """Draw the rows that an area touches; what lies outside it may be cut off."""
        scene = self._scene
        numbers = view.rows_between(area.top(), area.bottom(), len(scene.rows))
        painter.setFont(scene.labels.font)
        sheet = Sheet(painter, scene, view)
        draw_rows(sheet, numbers)
        draw_calendar(sheet)
        draw_frameless(sheet, numbers)
        draw_row_lines(sheet, numbers)
        draw_today(painter, view, today, scene.colours)
        draw_contents(sheet, numbers)
        self._ends.draw(sheet, numbers)


def draw_contents(sheet: Sheet, numbers: range) -> None:
    """Draw what stands in the rows: frames, bars, troubles."""
    painter, scene, _view = sheet
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in numbers:
        row = scene.rows.row(number)
        if row.kind is RowKind.MISSION:
            draw_heading(sheet, row.id, number)
            continue
        rotation = scene.rotation(row.id)
        if rotation is not None:
            draw_rotation(sheet, rotation, number)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
