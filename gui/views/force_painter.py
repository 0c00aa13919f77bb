"""Draws the rows of forces in their order: ground, strips of pools, uses, lines, texts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from gui.models.force_group import ForceGroup
from gui.theme import mixed
from gui.timeline.geometry import View
from gui.timeline.grid import draw_calendar, draw_ground, fill_all
from gui.timeline.lines import draw_today
from gui.timeline.sheet import Sheet
from gui.views.force_scene import ForceScene
from gui.views.pool_painter import PoolPainter
from gui.views.use_painter import Drawn, draw_lighter, draw_text, draw_use, drawn_in


class ForcePainter:
    """Draws a scene of forces, on a screen or on paper."""

    def __init__(self, scene: ForceScene) -> None:
        """Draw this scene."""
        self._scene = scene

    def read_colours(self) -> None:
        """The colours are looked up whenever something is drawn."""

    def paint(self, painter: QPainter, view: View, area: QRect, today: int) -> None:
        """Draw what lies in an area."""
        scene = self._scene
        numbers = view.rows_between(area.top(), area.bottom(), len(scene.ground))
        painter.setFont(scene.labels.font)
        sheet = Sheet(painter, scene, view, area)
        groups = list(self._groups(numbers))
        draw_ground(sheet)
        self._draw_grounds(sheet, groups, numbers)
        draw_calendar(sheet)
        strips = self._strips(sheet, groups)
        for strip in strips:
            strip.draw()
        self._draw_lines(sheet, groups)
        self._draw_uses(sheet, self._drawn(view, groups, numbers), today)
        for strip in strips:
            strip.draw_text()

    @staticmethod
    def _draw_uses(sheet: Sheet, uses: list[Drawn], today: int) -> None:
        painter = sheet.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawn in uses:
            draw_lighter(sheet, drawn.use, drawn.row)
        for drawn in uses:
            draw_use(sheet, drawn)
        draw_today(sheet, today)
        for drawn in uses:
            draw_text(sheet, drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _groups(self, numbers: range) -> Iterator[ForceGroup]:
        """The forces in some rows."""
        row = numbers.start
        while row < numbers.stop:
            group = self._scene.force_rows.group_at(row)
            if group is None:
                return
            yield group
            row = group.rows.stop

    def _draw_grounds(self, sheet: Sheet, groups: list[ForceGroup], numbers: range) -> None:
        """Tint no force at all, and the rows in which something is selected."""
        painter, scene, view, _area = sheet
        colours = scene.colours
        under_bars = QColor(colours.selection)
        under_bars.setAlphaF(0.5)
        for group in groups:
            if group.force is None:
                painter.fillRect(_area_of(view, group.rows), colours.alternate)
        chosen = {scene.ground.row_of(name) for name in scene.selection.rotations}
        for row in chosen & set(numbers):
            if row is not None:
                painter.fillRect(_area_of(view, range(row, row + 1)), under_bars)

    def _strips(self, sheet: Sheet, groups: list[ForceGroup]) -> list[PoolPainter]:
        found = []
        for group in groups:
            strip = self._scene.strip(group)
            if strip is not None:
                rows = range(group.first, group.first + group.strip_rows)
                found.append(PoolPainter(sheet, strip, _area_of(sheet.view, rows)))
        return found

    @staticmethod
    def _draw_lines(sheet: Sheet, groups: list[ForceGroup]) -> None:
        """Draw a line below each force."""
        view, colours = sheet.view, sheet.scene.colours
        below = (view.y_of(group.rows.stop) - 1 for group in groups)
        colour = mixed(colours.grid, colours.grid_strong, 0.5)
        fill_all(sheet.painter, (QRect(0, y, view.width, 1) for y in below), colour)

    def _drawn(self, view: View, groups: list[ForceGroup], numbers: range) -> list[Drawn]:
        found: list[Drawn] = []
        for group in groups:
            for row in group.rows:
                lane = group.lane_at(row) if row in numbers else None
                found.extend(drawn_in(self._scene, view, lane or [], row))
        return found


def _area_of(view: View, rows: range) -> QRect:
    top = view.y_of(rows.start)
    return QRect(0, top, view.width, view.y_of(rows.stop) - top)
