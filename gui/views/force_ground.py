"""The rows of forces as a ground for the mouse: a drag to another row gives another force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, SignalInstance

from gui.models.force_group import ForceGroup
from gui.models.force_uses import Use
from gui.timeline.drag import Outcome
from gui.timeline.geometry import View, hit_test
from gui.timeline.hits import NOWHERE, Target

if TYPE_CHECKING:
    from gui.views.force_scene import ForceScene


class ForceGround:
    """Rows of forces, each with several bars."""

    def __init__(self, scene: ForceScene) -> None:
        """Look at the rows of a scene."""
        self._scene = scene
        self._rows = scene.force_rows

    @property
    def rebuilt(self) -> SignalInstance:
        """There are other rows, or they stand in another order."""
        return self._rows.rebuilt

    def __len__(self) -> int:
        return len(self._rows)

    def row_of(self, rotation: str) -> int | None:
        """The number of the row in which a rotation stands; none while it is not shown."""
        return self._rows.row_of(rotation)

    def rows_of(self, rotations: Iterable[str]) -> set[int]:
        """All rows of the forces of these rotations, and of those around and inside them."""
        state, forces = self._rows.state, set[str | None]()
        for name in rotations:
            for plan in (self._scene.document.plan, self._scene.plan):
                rotation = plan.rotations.get(name)
                if rotation is not None:
                    forces.add(rotation.force)
        around = forces | (state.around(forces) if state is not None else set())
        groups = (self._rows.group_of(force) for force in around)
        return {row for group in groups if group is not None for row in group.rows}

    def rotations_between(self, row: int, other: int) -> list[str]:
        """The rotations in the rows from one to another, both inside."""
        first, last = sorted((row, other))
        return [name for r in range(first, last + 1) for name in self._rows.rotations_in(r)]

    def rotations_within(self, view: View, left: float, right: float, rows: range) -> list[str]:
        """The rotations in some rows that touch the days between two pixels."""
        start, end = view.day_at(left), view.day_at(right)
        names = (name for row in rows for name in self._rows.rotations_in(row))
        found = (self._scene.rotation(name) for name in names)
        return [r.id for r in found if r is not None and r.start < end and r.end > start]

    def target_at(self, view: View, point: QPointF) -> Target:
        """What is at a point; only the own rotations of a force can be taken hold of."""
        row = view.row_at(point.y())
        group = self._rows.group_at(row)
        if group is None:
            return NOWHERE
        found = self.use_at(view, point)
        if found is None:
            empty = group.lane_at(row) is not None
            return Target(row, self._mission_for(group) if empty else None)
        if found.rotation is None:
            return Target(row)
        rotation = self._scene.rotation(found.rotation)
        mission = None if rotation is None else rotation.mission
        if found.via is not None:
            return Target(row, mission, found.rotation, beyond=True)
        part = hit_test(self._scene.rect_of(view, found, row), point)
        return Target(row, mission, found.rotation, part)

    def use_at(self, view: View, point: QPointF) -> Use | None:
        """The use whose bar is at a point, or none."""
        row = view.row_at(point.y())
        group = self._rows.group_at(row)
        lane = None if group is None else group.lane_at(row)
        for use in reversed(lane or []):
            if hit_test(self._scene.rect_of(view, use, row), point) is not None:
                return use
        return None

    def _mission_for(self, group: ForceGroup) -> str | None:
        """The mission of a rotation that is drawn on a force."""
        plan, selected = self._scene.document.plan, self._scene.selection.mission
        if selected in plan.missions:
            return selected
        used = [plan.rotations.get(use.rotation) for use in group.uses if use.rotation]
        missions = [rotation.mission for rotation in used if rotation is not None]
        return missions[-1] if missions else next(iter(plan.missions), None)

    def placed(self, outcome: Outcome, row: int) -> Outcome:
        """Where something would end up: on the force of the row."""
        group = self._rows.group_at(row)
        return outcome if group is None else replace(outcome, force=group.force)

    def rows_around(self, outcome: Outcome) -> range:
        """The rows of the force on which something would end up."""
        group = self._rows.group_of(outcome.force)
        return range(0) if group is None else group.rows

    def magnets(self, outcome: Outcome, dragged: Iterable[str]) -> tuple[int, ...]:
        """The days on which something begins or ends at the mission or on the force."""
        days = {*self._scene.days_of(outcome.mission).magnets, outcome.start}
        group = None if outcome.force is None else self._rows.group_of(outcome.force)
        if group is not None:
            days.update(_edges(group.uses, frozenset(dragged)))
        return tuple(sorted(days))


def _edges(uses: Iterable[Use], left_out: frozenset[str]) -> Iterator[int]:
    """Where uses begin and have ended, and where recovery has."""
    for use in uses:
        if use.rotation is None or use.rotation not in left_out:
            yield from (use.start, use.end, use.rest)
