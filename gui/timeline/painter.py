"""Draws the canvas in its order: ground, frames, bars, lines, labels."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from gui.row import Row
from gui.timeline.bar_painter import Bar, bar_of, draw_label, draw_rotation
from gui.timeline.geometry import View
from gui.timeline.grid import draw_calendar, draw_frameless, draw_ground, draw_row_lines, draw_rows
from gui.timeline.heading import draw_heading
from gui.timeline.lines import EndLines, draw_today
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet


class Painter(Protocol):
    """What draws a scene."""

    def paint(self, painter: QPainter, view: View, area: QRect, today: int) -> None:
        """Draw what lies in an area."""

    def read_colours(self) -> None:
        """The colours of the scene are others now."""


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
        """Draw what lies in an area."""
        scene = self._scene
        numbers = view.rows_between(area.top(), area.bottom(), len(scene.rows))
        painter.setFont(scene.labels.font)
        sheet = Sheet(painter, scene, view, area)
        draw_ground(sheet)
        draw_frameless(sheet, numbers)
        draw_rows(sheet, numbers)
        draw_calendar(sheet)
        draw_row_lines(sheet, numbers)
        headings, bars = contents(sheet, numbers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in headings:
            draw_heading(sheet, row, number)
        for bar in bars:
            draw_rotation(sheet, bar)
        self._ends.draw(sheet, numbers)
        draw_today(sheet, today)
        for bar in bars:
            draw_label(sheet, bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def contents(sheet: Sheet, numbers: range) -> tuple[list[tuple[int, Row]], list[Bar]]:
    """The headings in some rows, and the bars of rotations."""
    scene = sheet.scene
    headings, bars = [], []
    for number in numbers:
        row = scene.rows.row(number)
        if row.is_heading:
            headings.append((number, row))
            continue
        rotation = scene.rotation(row.id)
        if rotation is not None:
            bars.append(bar_of(sheet, rotation, number))
    return headings, bars
