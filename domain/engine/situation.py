"""A plan with its rotations by mission, force and post: what the rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from domain.engine.standing import Standing
from domain.model import Plan, Rotation

Index = dict[str, dict[str, None]]
"""For a key the ids of rotations, in the order in which they came."""


class Situation:
    """A plan and the ways into it; `replace` follows an edit at the cost of the edit."""

    def __init__(self, plan: Plan, as_of: date | None = None) -> None:
        """Look up everything once."""
        self.standing = Standing(plan)
        self.plan = plan
        self.as_of = as_of
        self.at_mission: Index = defaultdict(dict)
        self.on_force: Index = defaultdict(dict)
        self.on_post: Index = defaultdict(dict)
        self.relieved_by: Index = defaultdict(dict)
        self.continued_by: Index = defaultdict(dict)
        self.parts_of: Index = defaultdict(dict)
        for rotation in plan.rotations.things():
            self._enter(rotation)
        self._planning: tuple[int | None, int | None] | None = None

    def replace(self, plan: Plan, rotation_ids: Iterable[str]) -> None:
        """Go to another plan that differs in these rotations only."""
        old = self.plan
        self.plan = plan
        for name in rotation_ids:
            before, after = old.rotations.get(name), plan.rotations.get(name)
            if before is not None:
                self._leave(before)
            if after is not None:
                self._enter(after)
        self._planning = None

    def _links(self, rotation: Rotation) -> Iterator[tuple[Index, str | None]]:
        yield self.continued_by, rotation.continues
        yield self.parts_of, rotation.part_of
        if not rotation.cancelled:
            yield self.at_mission, rotation.mission
            yield self.on_force, rotation.force
            yield self.on_post, rotation.post
            yield self.relieved_by, rotation.relieves

    def _enter(self, rotation: Rotation) -> None:
        for index, key in self._links(rotation):
            if key is not None:
                index[key][rotation.id] = None

    def _leave(self, rotation: Rotation) -> None:
        for index, key in self._links(rotation):
            if key is not None:
                index[key].pop(rotation.id, None)

    def _extremes(self) -> tuple[int | None, int | None]:
        settings, rotations = self.plan.settings, self.plan.rotations
        first, last = settings.planning_first_day, settings.planning_last_day
        if first is not None and last is not None:
            return first.toordinal(), last.toordinal() + 1
        start = min((r.first_day for r in rotations.things()), default=None)
        end = max((r.last_day for r in rotations.things()), default=None)
        first, last = first or start, last or end
        return (
            None if first is None else first.toordinal(),
            None if last is None else last.toordinal() + 1,
        )

    @property
    def planning(self) -> tuple[int | None, int | None]:
        """The days by which open days are cut: as set, or those of the rotations; half-open."""
        if self._planning is None:
            self._planning = self._extremes()
        return self._planning

    @property
    def planning_asked(self) -> bool:
        """Whether anything has looked at the planning days of this plan."""
        return self._planning is not None

    def rotations_at(self, mission: str) -> Iterator[Rotation]:
        """The rotations at a mission that are not cancelled."""
        return map(self.plan.rotations.__getitem__, self.at_mission.get(mission, ()))

    def rotations_on(self, force: str) -> Iterator[Rotation]:
        """The rotations that draw on a force and are not cancelled."""
        return map(self.plan.rotations.__getitem__, self.on_force.get(force, ()))

    def relievers(self, rotation_id: str) -> list[Rotation]:
        """The rotations that relieve one and are not cancelled."""
        return [self.plan.rotations[name] for name in self.relieved_by.get(rotation_id, ())]

    def whole_of(self, rotation: Rotation) -> str:
        """The id at which the chain of `part_of` ends."""
        while rotation.part_of is not None:
            rotation = self.plan.rotations[rotation.part_of]
        return rotation.id

    def origin_of(self, rotation: Rotation) -> str:
        """The id at which the chain of `continues` begins."""
        while rotation.continues is not None:
            rotation = self.plan.rotations[rotation.continues]
        return rotation.id

    def open_span(self, start: int | None, end: int | None) -> tuple[int, int] | None:
        """A span whose open ends are cut by the planning days; none where nothing is left."""
        first = self.planning[0] if start is None else start
        last = self.planning[1] if end is None else end
        if first is None or last is None or first >= last:
            return None
        return first, last
