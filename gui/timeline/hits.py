"""What is under the mouse: a row, and perhaps a bar with the part that would be taken hold of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from gui.rows import RowKind
from gui.timeline.bars import Place
from gui.timeline.geometry import Part, View, hit_test, lane_rect, rect_of
from gui.timeline.scene import Scene


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the canvas; without a row it lies below the last one."""

    row: int | None = None
    mission: str | None = None
    rotation: str | None = None
    part: Part | None = None


NOWHERE = Target()


def target_at(scene: Scene, view: View, point: QPointF) -> Target:
    """What is at a point."""
    number = view.row_at(point.y())
    if not 0 <= number < len(scene.rows):
        return NOWHERE
    row = scene.rows.row(number)
    if row.kind is RowKind.ROTATION:
        part = part_of_row(scene, view, row.id, number, point)
        return Target(number, row.mission, row.id if part else None, part)
    if row.mission in scene.rows.collapsed:
        return target_in_lanes(scene, view, row.mission, number, point)
    return Target(number, row.mission)


def part_of_row(scene: Scene, view: View, rotation: str, row: int, point: QPointF) -> Part | None:
    """Which part of a rotation is at a point in its row."""
    found = scene.rotation(rotation)
    return None if found is None else hit_test(rect_of(view, found.start, found.end, row), point)


def target_in_lanes(scene: Scene, view: View, mission: str, row: int, point: QPointF) -> Target:
    """Which of many bars in one row is at a point; the one drawn last lies on top."""
    bars = scene.row_bars(mission)
    for place in reversed(bars.places):
        part = hit_test(place_rect(view, place, row, bars.lanes), point)
        if part is not None:
            return Target(row, mission, place.rotation, part)
    return Target(row, mission)


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
