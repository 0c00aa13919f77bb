"""What is under the mouse: a row, and perhaps a bar with the part that would be taken hold of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from domain.values import dataclass
from gui.row import Row, RowKind
from gui.timeline.bars import Place
from gui.timeline.geometry import ARROW, SLIVER, Part, View, hit_test, lane_rect, rect_of

if TYPE_CHECKING:
    from gui.timeline.scene import Scene


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the canvas; without a row it lies below the last one."""

    row: int | None = None
    mission: str | None = None
    rotation: str | None = None
    part: Part | None = None
    beyond: bool = False
    """The rotation itself is out of sight: this is the arrow that points to it."""


NOWHERE = Target()


def target_at(scene: Scene, view: View, point: QPointF) -> Target:
    """What is at a point."""
    number = view.row_at(point.y())
    if not 0 <= number < len(scene.rows):
        return NOWHERE
    row = scene.rows.row(number)
    if row.kind is RowKind.ROTATION:
        return target_in_row(scene, view, row, number, point)
    if row.id in scene.rows.collapsed:
        return target_in_lanes(scene, view, row, number, point)
    return Target(number, row.mission or None)


def target_in_row(scene: Scene, view: View, row: Row, number: int, point: QPointF) -> Target:
    """What is at a point in the row of a rotation."""
    rotation = scene.rotation(row.id)
    if rotation is None:
        return Target(number, row.mission)
    rect = rect_of(view, rotation.start, rotation.end, number)
    if points_to(rect, view, point.x()):
        return Target(number, row.mission, row.id, beyond=True)
    part = hit_test(rect, point)
    return Target(number, row.mission, row.id if part else None, part)


def points_to(rect: QRectF, view: View, x: float) -> bool:
    """Whether the arrow that points to a bar out of sight is at a pixel."""
    if rect.right() < SLIVER:
        return x < ARROW
    return rect.left() > view.width - SLIVER and x > view.width - ARROW


def target_in_lanes(scene: Scene, view: View, row: Row, number: int, point: QPointF) -> Target:
    """Which of many bars in one row is at a point; the one drawn last lies on top."""
    bars, mission = scene.row_bars(row.id), row.mission or None
    for place in reversed(bars.places):
        part = hit_test(place_rect(view, place, number, bars.lanes), point)
        if part is not None:
            rotation = scene.rotation(place.rotation)
            own = rotation.mission if rotation is not None else mission
            return Target(number, own, place.rotation, part)
    return Target(number, mission)


def place_rect(view: View, place: Place, row: int, lanes: int) -> QRectF:
    """Where a bar stands in a row that holds many."""
    return lane_rect(view, place.start, place.end, row, (place.lane, lanes))


def rotations_within(scene: Scene, view: View, left: float, right: float, rows: range) -> list[str]:
    """The rotations in some rows that touch the days between two pixels."""
    start, end = view.day_at(left), view.day_at(right)
    found = []
    for number in rows:
        row = scene.rows.row(number)
        rotation = scene.rotation(row.id) if row.kind is RowKind.ROTATION else None
        if rotation is not None and rotation.start < end and rotation.end > start:
            found.append(rotation.id)
    return found
