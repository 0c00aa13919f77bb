"""A force with its rows: the strip of a pool, and lanes in which uses lie beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from domain.model import ForceKind, Plan, Rotation
from gui.models.force_uses import PoolStrip, Use, in_lanes
from gui.row_groups import missions_in_order

STRIP_ROWS: Final = 2
"""The strip of a pool is so many rows high."""


@dataclass(slots=True, eq=False)
class ForceGroup:
    """A force, or none, with its lanes; a pool has a strip above them."""

    force: str | None
    depth: int
    can_fold: bool
    strip: PoolStrip | None = None
    lanes: list[list[Use]] = field(default_factory=list)
    first: int = 0
    is_folded: bool = False

    @property
    def strip_rows(self) -> int:
        """How many rows its strip has."""
        return 0 if self.strip is None else STRIP_ROWS

    @property
    def shown_lanes(self) -> Sequence[list[Use]]:
        """The lanes that are shown: none of a folded pool."""
        return () if self.is_folded and self.strip is not None else self.lanes

    @property
    def count(self) -> int:
        """How many rows it has."""
        return max(self.strip_rows + len(self.shown_lanes), 1)

    @property
    def rows(self) -> range:
        """Its rows."""
        return range(self.first, self.first + self.count)

    @property
    def uses(self) -> Iterator[Use]:
        """What it is used for."""
        return (use for lane in self.lanes for use in lane)

    def lane_at(self, row: int) -> list[Use] | None:
        """The uses in a row; none where its strip is."""
        number = row - self.first - self.strip_rows
        if number < 0:
            return None
        return self.shown_lanes[number] if number < len(self.shown_lanes) else []


def forces_in_order(plan: Plan, children: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Every force with its depth, each directly followed by those inside it."""
    roots = [force.id for force in plan.forces.things() if force.parent is None]
    waiting = [(name, 0) for name in reversed(roots)]
    while waiting:
        name, depth = waiting.pop()
        yield name, depth
        waiting.extend((child, depth + 1) for child in reversed(children.get(name, [])))


def lanes_by_mission(plan: Plan, rotations: Iterable[Rotation]) -> list[list[Use]]:
    """Rotations without a force in lanes, those of each mission together."""
    by_mission: dict[str, list[Rotation]] = {m.id: [] for m in missions_in_order(plan)}
    for rotation in rotations:
        by_mission[rotation.mission].append(rotation)
    lanes: list[list[Use]] = []
    for found in by_mission.values():
        found.sort(key=lambda rotation: (rotation.start, rotation.end, rotation.name))
        lanes += in_lanes(Use(r, r.start, r.end, r.start, r.end) for r in found)
    return lanes


def is_own(use: Use) -> bool:
    """Whether a use is a rotation on the force itself."""
    return use.rotation is not None and use.via is None


def is_pool(plan: Plan, force: str) -> bool:
    """Whether a force is a pool."""
    return plan.forces[force].kind is ForceKind.POOL
