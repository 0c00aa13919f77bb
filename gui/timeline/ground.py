"""What stands in which row of a canvas, and what it means to drag something to another row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, SignalInstance

from domain.values import replace
from gui.row import RowKind
from gui.row_groups import Grouping
from gui.timeline.geometry import View
from gui.timeline.hits import Target, rotations_within, target_at

if TYPE_CHECKING:
    from gui.timeline.drag import Outcome
    from gui.timeline.scene import Scene


class Ground(Protocol):
    """The rows of a canvas, whatever they are about."""

    @property
    def rebuilt(self) -> SignalInstance:
        """There are other rows, or they stand in another order."""

    def __len__(self) -> int: ...

    def row_of(self, rotation: str) -> int | None:
        """The number of the row in which a rotation stands; none while it is not shown."""

    def rows_of(self, rotations: Iterable[str]) -> set[int]:
        """All rows in which something about these rotations is drawn."""

    def rotations_between(self, row: int, other: int) -> list[str]:
        """The rotations in the rows from one to another, both inside."""

    def rotations_within(self, view: View, left: float, right: float, rows: range) -> list[str]:
        """The rotations in some rows that touch the days between two pixels."""

    def target_at(self, view: View, point: QPointF) -> Target:
        """What is at a point."""

    def placed(self, outcome: Outcome, row: int) -> Outcome:
        """Where something would end up that is dropped in a row."""

    def rows_around(self, outcome: Outcome) -> range:
        """The rows among which something would end up."""

    def magnets(self, outcome: Outcome, dragged: Iterable[str]) -> tuple[int, ...]:
        """The days to which an end is drawn of what is dragged from there."""


class MissionGround:
    """The rows of missions: a heading, and below it a row for each rotation."""

    def __init__(self, scene: Scene) -> None:
        """Look at the rows of a scene."""
        self._scene = scene
        self._rows = scene.rows

    @property
    def rebuilt(self) -> SignalInstance:
        """There are other rows, or they stand in another order."""
        return self._rows.rebuilt

    def __len__(self) -> int:
        return len(self._rows)

    def row_of(self, rotation: str) -> int | None:
        """The number of the row in which a rotation stands; none while it is not shown."""
        return self._rows.row_of(RowKind.ROTATION, rotation)

    def rows_of(self, rotations: Iterable[str]) -> set[int]:
        """The rows in which rotations and the headings of their missions stand."""
        names, rows = list(rotations), self._rows
        found = {rows.row_of(RowKind.ROTATION, name) for name in names}
        for plan in (self._scene.document.plan, self._scene.plan):
            own = {r.mission for r in map(plan.rotations.get, names) if r is not None}
            missions = set[str]().union(*map(self._scene.needs.partners, own))
            found |= {rows.row_of(RowKind.MISSION, mission) for mission in missions}
            shown = (r for r in map(plan.rotations.get, names) if r is not None)
            found |= {rows.row_of(RowKind.GROUP, rows.group_of(r)) for r in shown}
        return {row for row in found if row is not None}

    def rotations_between(self, row: int, other: int) -> list[str]:
        """The rotations in the rows from one to another, both inside."""
        return self._rows.rotations_between(row, other)

    def rotations_within(self, view: View, left: float, right: float, rows: range) -> list[str]:
        """The rotations in some rows that touch the days between two pixels."""
        return rotations_within(self._scene, view, left, right, rows)

    def target_at(self, view: View, point: QPointF) -> Target:
        """What is at a point."""
        return target_at(self._scene, view, point)

    def placed(self, outcome: Outcome, row: int) -> Outcome:
        """Where something would end up: at the mission of the row, where rows stand by mission."""
        if self._rows.grouping is not Grouping.MISSION:
            return outcome
        return replace(outcome, mission=self._rows.row(row).mission)

    def rows_around(self, outcome: Outcome) -> range:
        """The rows of the mission at which something would end up."""
        first = self._rows.row_of(RowKind.MISSION, outcome.mission)
        return range(0) if first is None else range(first, self._rows.end_of_mission(first))

    def magnets(self, outcome: Outcome, dragged: Iterable[str]) -> tuple[int, ...]:
        """The days on which something begins or has ended at the mission."""
        from gui.timeline.magnets import magnets_for

        return magnets_for(self._scene, outcome.mission, dragged)
