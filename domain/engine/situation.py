"""A plan with its rotations by mission, force and post: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from domain.engine.quick import Quick
from domain.engine.spans import ALWAYS, Span
from domain.engine.standing import Standing
from domain.engine.ties import Roots, Ties, root_of, tied_otherwise
from domain.engine.ways import Lists, Ways
from domain.model import Plan, Rotation


class Situation:
    """A plan and the ways into it; `replace` follows an edit at the cost of the edit."""

    def __init__(
        self,
        plan: Plan,
        as_of: date | None = None,
        ways: Ways | None = None,
        before: Standing | None = None,
    ) -> None:
        """Look up everything once, except what is given, and what is as it was before."""
        self.standing = Standing(plan, before)
        self.plan = plan
        self.as_of = as_of
        self.ways = Lists(plan) if ways is None else ways
        self.quick: Quick | None = None
        self._ties: Ties | None = None
        self._wholes: Roots = {}
        self._origins: Roots = {}

    def serves(self, plan: Plan) -> bool:
        """Whether `replace` can follow to a plan; not where its lists were made anew."""
        return self.ways.serves(plan)

    def replace(self, plan: Plan, rotation_ids: Iterable[str]) -> None:
        """Go to another plan that differs in these rotations only."""
        old, self.plan = self.plan.rotations, plan
        swaps = [(old.get(name), plan.rotations.get(name)) for name in rotation_ids]
        self.ways.follow(plan, swaps)
        if any(tied_otherwise(before, after) for before, after in swaps):
            self._wholes, self._origins = {}, {}
            if self._ties is not None:
                self._ties.follow(swaps)

    @property
    def ties(self) -> Ties:
        """Who is part of whom, and who continues whom; looked up when first asked."""
        if self._ties is None:
            self._ties = Ties(self.plan.rotations)
        return self._ties

    @property
    def planning(self) -> tuple[int | None, int | None]:
        """The days by which open days are cut: as set, or those of the rotations; half-open."""
        settings = self.plan.settings
        first, last = settings.planning_first_day, settings.planning_last_day
        extremes = self.ways.extremes() if first is None or last is None else None
        start, end = extremes or (None, None)
        return (
            start if first is None else first.toordinal(),
            end if last is None else last.toordinal() + 1,
        )

    def open_span(self, start: int | None, end: int | None) -> Span | None:
        """A span whose open ends are cut by the planning days; none where nothing is left."""
        if start is None or end is None:
            first, last = self.planning
            start, end = (first if start is None else start), (last if end is None else end)
        if start is None or end is None or start >= end:
            return None
        return start, end

    def rotations_at(self, missions: Iterable[str], days: Span = ALWAYS) -> list[Rotation]:
        """The rotations at some missions on any of some days that are not cancelled."""
        return [
            rotation
            for mission in dict.fromkeys(missions)
            for rotation in self.ways.at_mission(mission, days)
        ]

    def rotations_on(self, force: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that draw on a force on any of some days and are not cancelled."""
        return self.ways.on_force(force, days)

    def rotations_for(self, post: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that name a post, on any of some days, and are not cancelled."""
        return self.ways.on_post(post, days)

    def relievers(self, rotation_id: str) -> Sequence[Rotation]:
        """The rotations that relieve one and are not cancelled."""
        return self.ways.relievers(rotation_id)

    def whole_of(self, rotation: Rotation) -> str:
        """The id at which the chain of `part_of` ends."""
        if rotation.part_of is None:
            return rotation.id
        return root_of(self.plan.rotations, rotation, "part_of", self._wholes)

    def origin_of(self, rotation: Rotation) -> str:
        """The id at which the chain of `continues` begins."""
        if rotation.continues is None:
            return rotation.id
        return root_of(self.plan.rotations, rotation, "continues", self._origins)
