"""The row of a mission: its frames with their numbers, or, when closed, all its bars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from gui.theme import mixed
from gui.timeline.frame_days import FrameSpan
from gui.timeline.geometry import bar_gap
from gui.timeline.marks import draw_strips
from gui.timeline.sheet import Sheet

_MARGIN: Final = 6.0
_RADIUS: Final = 3.0


def draw_heading(sheet: Sheet, mission: str, row: int) -> None:
    """Draw the row of a mission."""
    painter, scene, view, _area = sheet
    if mission in scene.rows.collapsed:
        draw_row_bars(sheet, mission, row)
    else:
        for span in scene.days_of(mission).frames:
            draw_frame(sheet, span, row)
    top = view.y_of(row + 1) - 4
    draw_strips(painter, view, top, scene.troubles_of(mission), scene.colours)


def draw_frame(sheet: Sheet, span: FrameSpan, row: int) -> None:
    """Draw the days of a frame with its number."""
    painter, scene, view, _area = sheet
    left, right = max(view.x_of(span.start), -9.0), min(view.x_of(span.end), view.width + 9.0)
    if left >= right:
        return
    colours, gap = scene.colours, bar_gap(view.row_height) + 1
    box = QRectF(left, view.y_of(row) + gap, right - left - 1, view.row_height - 2 * gap - 1)
    edge = mixed(colours.frame_end, colours.background, 0.62)
    style = Qt.PenStyle.DashLine if span.undecided else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, 1, style))
    painter.setBrush(mixed(colours.frame_end, colours.background, 0.95))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    draw_number(sheet, box, span.text)


def draw_number(sheet: Sheet, box: QRectF, text: str) -> None:
    """Draw the number of a frame at the left end of its days in sight, if there is room."""
    painter, scene, _view, _area = sheet
    left = max(box.left(), 0.0) + _MARGIN
    room = box.right() - left - 2
    if room >= scene.labels.width(text):
        painter.setPen(scene.colours.muted)
        scene.labels.draw(painter, left, box.center().y(), text)


def draw_row_bars(sheet: Sheet, mission: str, row: int) -> None:
    """Draw all bars of a mission in one row."""
    painter, scene, view, _area = sheet
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    wide = view.pixels_per_day
    place = QTransform(wide, 0, 0, view.row_height, -view.first * wide, view.y_of(row))
    painter.setTransform(place, True)
    first, end, style_of = view.first, view.end, scene.styles.of
    for key, rects in scene.row_bars(mission).rects(view):
        painter.setBrush(style_of(key).flat)
        rects.draw(painter, first, end)
    painter.restore()
