"""The plan as the forces see it: who uses which force, kept current at the cost of an edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from domain.engine.situation import Situation
from domain.model import Commitment, Kind, Plan, Ref, Rotation
from domain.session import Change, Preview
from gui.models.force_uses import PoolStrip, Use, strip_of, uses_of


class ForceState:
    """Rotations by force, cancelled ones too, and the engine's view of the plan."""

    def __init__(self, plan: Plan) -> None:
        """Look at every rotation once."""
        self.situation = Situation(plan)
        self._names: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
        for rotation in plan.rotations.things():
            self._names[rotation.force][rotation.id] = None
        self._commitments: defaultdict[str, list[Commitment]] = defaultdict(list)
        for commitment in plan.commitments.things():
            self._commitments[commitment.force].append(commitment)

    @property
    def is_cut(self) -> bool:
        """Whether days of commitments depend on the first or last rotation there is."""
        settings = self.plan.settings
        return any(
            (one.first_day is None and settings.planning_first_day is None)
            or (one.last_day is None and settings.planning_last_day is None)
            for one in self.plan.commitments.things()
        )

    @property
    def plan(self) -> Plan:
        """The plan that is looked at."""
        return self.situation.plan

    def rotations_on(self, force: str | None) -> Iterator[Rotation]:
        """The rotations that draw on a force, or on none; cancelled ones too."""
        return map(self.plan.rotations.__getitem__, self._names.get(force, ()))

    def uses_of(self, force: str, rotations: list[Rotation]) -> list[Use]:
        """What a force is used for, of its own rotations only these."""
        found = self.plan.forces[force]
        commitments = self._commitments.get(force, [])
        return uses_of(self.situation, found, rotations, commitments, self.continued_on(force))

    def continued_on(self, force: str) -> set[str | None]:
        """The rotations that another one on a force continues."""
        return {one.continues for one in self.rotations_on(force) if not one.cancelled}

    def strip_of(self, pool: str) -> PoolStrip:
        """The demand on a pool, and its supply."""
        return strip_of(self.situation, self.plan.forces[pool])

    def go_to(self, plan: Plan, touched: Iterable[Ref]) -> set[str | None]:
        """Go to a plan in which some rotations are others; the forces that are used otherwise.

        That are the forces of those rotations, and every force around or inside them.
        """
        before, names = self.plan, [ref.id for ref in touched if ref.kind is Kind.ROTATION]
        used = set[str | None]()
        for name in names:
            for rotation in (before.rotations.get(name), plan.rotations.get(name)):
                if rotation is not None:
                    used.add(rotation.force)
            self._enter(name, before.rotations.get(name), plan.rotations.get(name))
        self.situation.replace(plan, names)
        return {None, *self.around(used)} if None in used else self.around(used)

    def around(self, forces: Iterable[str | None]) -> set[str | None]:
        """Some forces, and all around and inside them."""
        standing, known = self.situation.standing, self.plan.forces
        found = set[str | None]()
        for name in forces:
            if name is not None and name in known:
                above = (force.id for force in standing.ancestors(name))
                found.update((name, *above, *standing.descendants(name)))
        return found

    def _enter(self, name: str, before: Rotation | None, after: Rotation | None) -> None:
        if before is not None and (after is None or after.force != before.force):
            self._names[before.force].pop(name, None)
        if after is not None:
            self._names[after.force][name] = None


def can_follow(change: Change | Preview) -> bool:
    """Whether only rotations differ, so that the state can follow."""
    return all(ref.kind is Kind.ROTATION for ref in change.touched)
