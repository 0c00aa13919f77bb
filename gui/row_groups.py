"""A mission with its shown rotations, and what is wanted to be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final

from domain.model import Mission, Plan, Rotation

Order = Callable[[Rotation], Any]
by_days: Final[Order] = attrgetter("first_day", "last_day", "name")


def missions_in_order(plan: Plan) -> list[Mission]:
    """The missions by region, regions and missions in the order of the plan."""
    regions: dict[str, list[Mission]] = {}
    for mission in plan.missions.things():
        regions.setdefault(mission.region, []).append(mission)
    return [mission for missions in regions.values() for mission in missions]


@dataclass(slots=True, eq=False)
class Group:
    """A mission with the rotations of it that are shown; they are sorted when first asked for."""

    mission: str
    ids: list[str] = field(default_factory=list)
    start: int = 0
    is_shown: bool = False
    is_sorted: bool = False
    places: dict[str, int] | None = None

    def sort(self, plan: Plan, order: Order, *, descending: bool) -> None:
        """Put the rotations in order."""
        rotations = plan.rotations
        self.ids.sort(key=lambda name: order(rotations[name]), reverse=descending)
        self.is_sorted, self.places = True, None

    def place(self, rotation: str) -> int | None:
        """The place of a rotation in the group, or none."""
        if self.places is None:
            self.places = {name: number for number, name in enumerate(self.ids)}
        return self.places.get(rotation)


@dataclass(slots=True)
class Wanted:
    """Which missions and rotations are to be shown."""

    missions: frozenset[str] | None = None
    text: str = ""
    matches: Callable[[Rotation], bool] | None = None
    cancelled: bool = False
    named: frozenset[str] = frozenset()

    @property
    def picks(self) -> bool:
        """Whether only some rotations are asked for, so that a mission without them is hidden."""
        return bool(self.text) or self.matches is not None

    def read(self, plan: Plan) -> None:
        """Look up which missions and forces bear the text in their names."""
        missions = [m.id for m in plan.missions.things() if self._has(m.name, m.full_name, m.id)]
        forces = [f.id for f in plan.forces.things() if self._has(f.name, f.id)]
        self.named = frozenset([*missions, *forces]) if self.text else frozenset()

    def takes(self, rotation: Rotation) -> bool:
        """Whether a rotation is to be shown."""
        if rotation.cancelled and not self.cancelled:
            return False
        if self.matches is not None and not self.matches(rotation):
            return False
        if not self.text or rotation.mission in self.named or rotation.force in self.named:
            return True
        return self._has(rotation.name, rotation.id)

    def takes_group(self, group: Group) -> bool:
        """Whether a mission is to be shown."""
        if self.missions is not None and group.mission not in self.missions:
            return False
        return not self.picks or bool(group.ids) or (group.mission in self.named)

    def _has(self, *names: str) -> bool:
        return any(self.text in name.casefold() for name in names)
