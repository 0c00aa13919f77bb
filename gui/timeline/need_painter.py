"""Draws where a mission still needs people: light dashed bars with how many are lacking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gui.models.need import Need
from gui.theme import mixed
from gui.timeline.geometry import LEAST_WIDTH, bar_gap
from gui.timeline.sheet import Sheet
from gui.timeline.styles import dashed

_MARGIN: Final = 6.0
_RADIUS: Final = 3.0
_BEYOND: Final = 9.0


def draw_needs(sheet: Sheet, needs: Sequence[Need], row: int) -> None:
    """Draw the bars of open needs in the row of a mission."""
    painter, colours = sheet.painter, sheet.scene.colours
    ground = QColor(colours.accent)
    ground.setAlphaF(0.07)
    painter.setPen(dashed(mixed(colours.accent, colours.background, 0.35)))
    painter.setBrush(ground)
    for box in (box_of(sheet, need, row) for need in needs):
        if box is not None:
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def draw_need_texts(sheet: Sheet, needs: Sequence[Need], row: int, taken: Sequence[QRectF]) -> None:
    """Write on the bars how many are lacking, right of what is written there already."""
    painter, labels = sheet.painter, sheet.scene.labels
    painter.setPen(sheet.scene.colours.accent)
    for need in needs:
        box = box_of(sheet, need, row)
        if box is None:
            continue
        left = max(box.left(), 0.0) + _MARGIN
        written = (text.right() for text in taken if text.left() <= left <= text.right())
        left = max([left, *(right + 2 * _MARGIN for right in written)])
        right = min(box.right(), float(sheet.view.width))
        if labels.width(need.text) + _MARGIN <= right - left:
            labels.draw(painter, left, box.center().y(), need.text)


def box_of(sheet: Sheet, need: Need, row: int) -> QRectF | None:
    """Where the bar of a need stands; none while it is out of sight."""
    view = sheet.view
    left = max(view.x_of(need.span[0]), -_BEYOND)
    right = min(view.x_of(need.span[1]), view.width + _BEYOND)
    if right < 0 or left > view.width:
        return None
    gap = bar_gap(view.row_height) + 1
    height = view.row_height - 2 * gap - 1
    return QRectF(left, view.y_of(row) + gap, max(right - left - 1, LEAST_WIDTH), height)
