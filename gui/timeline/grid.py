"""What lies under the bars: rows, calendar lines, weekends, days on which no frame holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from gui.row import RowKind
from gui.theme import mixed
from gui.timeline.geometry import View
from gui.timeline.periods import Unit, periods, scale_of
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet
from gui.timeline.troubles import merged

WEEKEND_PIXELS: Final = 9.0
"""A day is this wide at least where weekends are shaded."""
FRAMELESS: Final = 0.07
"""So much darker, or lighter, is the ground of days on which no frame holds."""


def draw_rows(sheet: Sheet, numbers: range) -> None:
    """Draw the ground of rows: headings, selected rows, the lines between rows."""
    painter, scene, view, _area = sheet
    colours, selected = scene.colours, set(scene.selection.rotations)
    heading = mixed(colours.alternate, colours.grid_strong, 0.15)
    under_bars = QColor(colours.selection)
    under_bars.setAlphaF(0.5)
    for number in numbers:
        row = scene.rows.row(number)
        ground = QRect(0, view.y_of(number), view.width, view.row_height)
        if row.is_heading:
            chosen = scene.selection.mission == row.mission and row.mission and not selected
            painter.fillRect(ground, colours.selection if chosen else heading)
        elif row.id in selected:
            painter.fillRect(ground, under_bars)


def draw_row_lines(sheet: Sheet, numbers: range) -> None:
    """Draw the lines between rows."""
    painter, scene, view, _area = sheet
    below = (view.y_of(number + 1) - 1 for number in numbers)
    fill_all(painter, (QRect(0, y, view.width, 1) for y in below), scene.colours.grid)


def draw_ground(sheet: Sheet) -> None:
    """Draw the empty ground, with weekends where days are wide."""
    painter, scene, view, area = sheet
    painter.fillRect(area, scene.colours.background)
    if view.pixels_per_day >= WEEKEND_PIXELS:
        fill_all(painter, weekends(view, area), scene.colours.weekend)


def draw_calendar(sheet: Sheet) -> None:
    """Draw the lines of the header's two tiers over the whole height."""
    painter, scene, view, area = sheet
    colours, scale = scene.colours, scale_of(view.pixels_per_day)
    fill_all(painter, lines_of(scale.lower, view, area), colours.grid)
    fill_all(painter, lines_of(scale.upper, view, area), colours.grid_strong)


def lines_of(unit: Unit, view: View, area: QRect) -> Iterator[QRect]:
    """A line of a pixel where each period begins that touches an area, as high as the area."""
    top, height = area.top(), area.height()
    for start, _end in periods(unit, view.day_at(area.left()), view.day_at(area.right() + 1)):
        yield QRect(round(view.x_of(start)), top, 1, height)


def weekends(view: View, area: QRect) -> Iterator[QRect]:
    """The Saturdays and Sundays that touch an area, as high as the area."""
    width = round(2 * view.pixels_per_day)
    for start, _end in periods(Unit.WEEK, view.day_at(area.left()), view.day_at(area.right() + 1)):
        yield QRect(round(view.x_of(start + 5)), area.top(), width, area.height())


def draw_frameless(sheet: Sheet, numbers: range) -> None:
    """Shade the days on which no frame holds, at missions that have one on other days."""
    painter, scene, view, _area = sheet
    colour = mixed(scene.colours.background, scene.colours.muted, FRAMELESS)
    for mission, rows in by_mission(scene, numbers):
        if not mission:
            continue
        heads = scene.rows.row(rows.start).kind is RowKind.MISSION
        top, bottom = view.y_of(rows.start + heads), view.y_of(rows.stop)
        frames = scene.days_of(mission).frames
        if not frames:
            continue
        for start, end in gaps_between(((span.start, span.end) for span in frames), view):
            left, right = round(view.x_of(start)), round(view.x_of(end))
            painter.fillRect(QRect(left, top, right - left, bottom - top), colour)


def gaps_between(spans: Iterable[tuple[int, int]], view: View) -> Iterator[tuple[float, float]]:
    """The stretches of days in sight that no span covers."""
    at = view.first
    for start, end in merged(sorted(spans)):
        if start > at:
            yield at, min(start, view.end)
        at = max(at, end)
        if at >= view.end:
            return
    yield at, view.end


def by_mission(scene: Scene, numbers: range) -> Iterator[tuple[str, range]]:
    """The rows in sight of each mission, from top to bottom; the heading of no mission has ''."""
    first = numbers.start
    while first < numbers.stop:
        mission = scene.rows.row(first).mission
        after = min(scene.rows.end_of_mission(first), numbers.stop)
        yield mission, range(first, after)
        first = after


def fill_all(painter: QPainter, rects: Iterable[QRect], colour: QColor) -> None:
    """Fill rectangles with one colour; quicker than lines of one pixel."""
    found = list(rects)
    if found:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(found)
