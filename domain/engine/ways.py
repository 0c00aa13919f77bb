"""The ways into the rotations of a plan: by mission, force and post, on some days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from domain.engine.spans import ALWAYS, Span
from domain.model import Plan, Rotation

Extremes = tuple[int, int] | None
"""The first day of any rotation and the day after the last of any; none without rotations."""
Swap = tuple[Rotation | None, Rotation | None]
"""A rotation before and after an edit; none where it was not there, or no longer is."""


class Ways(Protocol):
    """What finds rotations; none that it finds is cancelled."""

    def at_mission(self, mission: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations at a mission that are there on any of some days."""

    def on_force(self, force: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that draw on a force on any of some days."""

    def on_post(self, post: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that name a post and are there on any of some days."""

    def relievers(self, rotation_id: str) -> Sequence[Rotation]:
        """The rotations that relieve one."""

    def extremes(self) -> Extremes:
        """The first and last day of any rotation, cancelled ones too."""

    def longest(self) -> int:
        """As many days as the longest rotation has, or more."""

    def serves(self, plan: Plan) -> bool:
        """Whether it can go to another plan at all."""

    def follow(self, plan: Plan, swaps: Iterable[Swap]) -> None:
        """Go to another plan, in which some rotations are others."""


Index = dict[str, dict[str, None]]
"""For a key the ids of rotations, in the order in which they came."""


class Lists:
    """The ways as lists of ids: quick to make, and quick to look into while they are short."""

    def __init__(self, plan: Plan) -> None:
        """Look at every rotation once."""
        self._plan = plan
        self._at_mission: Index = {}
        self._on_force: Index = {}
        self._on_post: Index = {}
        self._relieving: Index = {}
        self._extremes: Extremes = None
        self._longest = 0
        for rotation in plan.rotations.things():
            self._enter(rotation)

    def at_mission(self, mission: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations at a mission that are there on any of some days."""
        return self._found(self._at_mission, mission, days)

    def on_force(self, force: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that draw on a force on any of some days."""
        return self._found(self._on_force, force, days)

    def on_post(self, post: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that name a post and are there on any of some days."""
        return self._found(self._on_post, post, days)

    def relievers(self, rotation_id: str) -> Sequence[Rotation]:
        """The rotations that relieve one."""
        return self._found(self._relieving, rotation_id, ALWAYS)

    def extremes(self) -> Extremes:
        """The first and last day of any rotation, cancelled ones too."""
        if self._extremes is None and self._plan.rotations:
            rotations = list(self._plan.rotations.things())
            first = min(rotation.first_day for rotation in rotations)
            last = max(rotation.last_day for rotation in rotations)
            self._extremes = first.toordinal(), last.toordinal() + 1
        return self._extremes

    def longest(self) -> int:
        """As many days as the longest rotation has, or more."""
        return self._longest

    def serves(self, plan: Plan) -> bool:
        """Yes: ids mean the same in every plan."""
        del plan
        return True

    def follow(self, plan: Plan, swaps: Iterable[Swap]) -> None:
        """Go to another plan, in which some rotations are others."""
        self._plan = plan
        self._extremes = None
        for before, after in swaps:
            if before is not None:
                self._leave(before)
            if after is not None:
                self._enter(after)

    def _found(self, index: Index, key: str, days: Span) -> Sequence[Rotation]:
        names = index.get(key)
        if not names:
            return ()
        found = map(self._plan.rotations.__getitem__, names)
        if days is ALWAYS:
            return tuple(found)
        start, end = days
        return [rotation for rotation in found if rotation.start < end and rotation.end > start]

    def _enter(self, rotation: Rotation) -> None:
        self._longest = max(self._longest, rotation.days)
        for index, key in self._keys(rotation):
            index.setdefault(key, {})[rotation.id] = None

    def _leave(self, rotation: Rotation) -> None:
        for index, key in self._keys(rotation):
            index[key].pop(rotation.id, None)

    def _keys(self, rotation: Rotation) -> Iterable[tuple[Index, str]]:
        if rotation.cancelled:
            return
        yield self._at_mission, rotation.mission
        if rotation.force is not None:
            yield self._on_force, rotation.force
        if rotation.post is not None:
            yield self._on_post, rotation.post
        if rotation.relieves is not None:
            yield self._relieving, rotation.relieves
