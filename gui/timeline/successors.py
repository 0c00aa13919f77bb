"""Rotations that an edit under way would add: each is drawn in the row of the one it follows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from domain.model import Rotation
from gui.timeline.bar_painter import RADIUS, seen_part
from gui.timeline.geometry import rect_of
from gui.timeline.marks import draw_troubles
from gui.timeline.reliefs import followed_by
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet
from gui.timeline.styles import dashed, key_of

_FAINT = 0.55


def draw_successors(sheet: Sheet) -> None:
    """Draw what would be added, as faint bars with dashed edges."""
    painter, scene, view, _area = sheet
    for rotation, row in _with_rows(scene):
        rect = rect_of(view, rotation.start, rotation.end, row)
        seen: QRectF = seen_part(view, rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setOpacity(_FAINT)
        painter.setPen(dashed(scene.colours.accent))
        painter.setBrush(scene.styles.of(key_of(rotation)).flat)
        painter.drawRoundedRect(seen, RADIUS, RADIUS)
        painter.setOpacity(1)
        draw_troubles(painter, view, rect, scene.troubles.of(rotation), scene.colours)


def _with_rows(scene: Scene) -> Iterator[tuple[Rotation, int]]:
    for name in scene.previewed:
        rotation = scene.plan.rotations.get(name)
        if rotation is None or name in scene.document.plan.rotations:
            continue
        followed = followed_by(rotation, scene.plan, scene.document.plan)
        row = None if followed is None else scene.ground.row_of(followed)
        if row is not None:
            yield rotation, row
