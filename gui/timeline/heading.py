"""The row of a mission: its frames with their numbers, or, when closed, all its bars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from gui.row import Row, RowKind
from gui.theme import mixed
from gui.timeline.bar_painter import seen_part
from gui.timeline.frame_days import FrameSpan
from gui.timeline.geometry import bar_gap
from gui.timeline.hits import place_rect
from gui.timeline.marks import severity_colour
from gui.timeline.need_painter import draw_need_texts, draw_needs
from gui.timeline.sheet import Sheet

_MARGIN: Final = 6.0
_RADIUS: Final = 3.0


def draw_heading(sheet: Sheet, heading: Row, row: int) -> None:
    """Draw the row of a heading: a closed one holds all its bars."""
    if heading.kind is RowKind.MISSION:
        draw_mission(sheet, heading.id, row)
        return
    if heading.id in sheet.scene.rows.collapsed:
        draw_row_bars(sheet, heading.id, row)
        draw_selected(sheet, heading.id, row)
    draw_strip(sheet, heading.id, sheet.view.y_of(row + 1) - 4)


def draw_mission(sheet: Sheet, mission: str, row: int) -> None:
    """Draw the row of a mission."""
    scene, view = sheet.scene, sheet.view
    needs = scene.needs.of(mission)
    if mission in scene.rows.collapsed:
        draw_needs(sheet, needs, row)
        draw_row_bars(sheet, mission, row)
        draw_selected(sheet, mission, row)
        draw_need_texts(sheet, needs, row, ())
    else:
        boxes = [(draw_frame(sheet, span, row), span) for span in scene.days_of(mission).frames]
        draw_needs(sheet, needs, row)
        numbers = [draw_number(sheet, box, span.text) for box, span in boxes if box is not None]
        draw_need_texts(sheet, needs, row, numbers)
    draw_strip(sheet, mission, view.y_of(row + 1) - 4)


def draw_frame(sheet: Sheet, span: FrameSpan, row: int) -> QRectF | None:
    """Draw the days of a frame; where they stand, or none while they are out of sight."""
    painter, scene, view, _area = sheet
    left, right = max(view.x_of(span.start), -9.0), min(view.x_of(span.end), view.width + 9.0)
    if left >= right:
        return None
    colours, gap = scene.colours, bar_gap(view.row_height) + 1
    box = QRectF(left, view.y_of(row) + gap, right - left - 1, view.row_height - 2 * gap - 1)
    edge = mixed(colours.frame_end, colours.background, 0.62)
    style = Qt.PenStyle.DashLine if span.undecided else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, 1, style))
    painter.setBrush(mixed(colours.frame_end, colours.background, 0.95))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    return box


def draw_number(sheet: Sheet, box: QRectF, text: str) -> QRectF:
    """Draw the number of a frame at the left end of its days in sight; where it stands.

    It is left out, and takes no room, where there is too little.
    """
    painter, scene, _view, _area = sheet
    left, width = max(box.left(), 0.0) + _MARGIN, scene.labels.width(text)
    if box.right() - left - 2 < width:
        return QRectF(left, box.top(), 0, 0)
    painter.setPen(scene.colours.muted)
    scene.labels.draw(painter, left, box.center().y(), text)
    return QRectF(left, box.top(), width, box.height())


def draw_row_bars(sheet: Sheet, heading: str, row: int) -> None:
    """Draw all bars under a heading in one row."""
    painter, scene, view, _area = sheet
    begin_rects(sheet, view.row_height, view.y_of(row))
    first, end, style_of = view.first, view.end, scene.styles.of
    for key, rects in scene.row_bars(heading).rects(view):
        painter.setBrush(style_of(key).flat)
        rects.draw(painter, first, end)
    painter.restore()


def draw_selected(sheet: Sheet, heading: str, row: int) -> None:
    """Draw the outlines of the selected bars in a row that holds many."""
    painter, scene, view, _area = sheet
    shown = map(scene.rotation, scene.selection.rotations)
    group_of = scene.rows.group_of
    names = {rotation.id for rotation in shown if rotation and group_of(rotation) == heading}
    if not names:
        return
    bars = scene.row_bars(heading)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scene.colours.accent, 2))
    for place in bars.places:
        if place.rotation in names:
            rect = place_rect(view, place, row, bars.lanes)
            painter.drawRect(seen_part(view, rect).adjusted(-1, -1, 1, 1))


def draw_strip(sheet: Sheet, heading: str, top: int) -> None:
    """Draw the troubled days under a heading as a thin strip."""
    painter, scene, view, _area = sheet
    strip = scene.troubles_of(heading)
    if not strip.troubles:
        return
    begin_rects(sheet, 1.0, top)
    for severity, rects in strip.rects(view):
        painter.setBrush(severity_colour(scene.colours, severity))
        rects.draw(painter, view.first, view.end)
    painter.restore()


def begin_rects(sheet: Sheet, height: float, top: int) -> None:
    """Let rectangles be drawn in days and units of a height, until the painter is restored."""
    painter, view, wide = sheet.painter, sheet.view, sheet.view.pixels_per_day
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setTransform(QTransform(wide, 0, 0, height, -view.first * wide, top), True)
