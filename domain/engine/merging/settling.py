"""From what each side changed to one plan that can be.

Whatever cannot be is settled by letting one side's version count for all spots on which it
depends: as it was decided, else mine. Each settlement binds spots more firmly than before, and
with all spots mine the plan is mine, which can be; so this comes to an end.
"""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum
from typing import Final

from domain.engine.merging.choosing import choose
from domain.engine.merging.contest import Contest, plan_of
from domain.engine.merging.spots import Conflict, Decisions, Side, Spot, Why
from domain.engine.merging.troubles import (
    TIES,
    Dangling,
    Mixture,
    Trouble,
    troubles_between,
    troubles_inside,
)
from domain.language import _
from domain.model import Kind, Plan

Key = tuple[Spot, ...]
ROTATION_TIES: Final = frozenset({"force", "post", *TIES})
"""What a rotation may refer to or not."""


class _Bound(IntEnum):
    """How firmly it stands whose version of a spot counts."""

    FREE = 0
    DECIDED = 1
    SETTLED = 2
    FORCED = 3


class Settlement:
    """The way from a contest to a plan, with the conflicts that came up."""

    def __init__(self, contest: Contest, decisions: Decisions, default: Side | None) -> None:
        """Begin with what was decided about single spots."""
        self._contest = contest
        self._decisions, self._default = decisions, default
        self._bound: dict[Spot, _Bound] = {}
        self._conflicts: dict[Key, Conflict] = {}
        for spot, why in choose(contest):
            side = self._decided((spot,))
            if side is not None:
                self._bind(spot, side, _Bound.DECIDED)
            self._note((spot,), why, "")

    def plan(self) -> Plan:
        """The plan in which everything is settled."""
        while True:
            troubles = list(troubles_inside(self._contest))
            if not troubles:
                plan = plan_of(self._contest)
                troubles = list(troubles_between(self._contest, plan))
                if not troubles:
                    return plan
            settled = [self._settle(trouble) for trouble in troubles]
            if not any(settled):
                self._leave_all_mine()

    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts; one that is part of another is left out."""
        found = [conflict for conflict in self._conflicts.values() if conflict.spots]
        larger: defaultdict[Spot, list[set[Spot]]] = defaultdict(list)
        for conflict in found:
            if len(conflict.spots) > 1:
                for spot in conflict.spots:
                    larger[spot].append(set(conflict.spots))
        return tuple(
            conflict
            for conflict in found
            if not any(set(conflict.spots) < group for group in larger[conflict.spots[0]])
        )

    def _decided(self, key: Key) -> Side | None:
        return self._decisions.get(key, self._default)

    def _bind(self, spot: Spot, side: Side, bound: _Bound) -> None:
        self._contest.choice[spot] = side
        self._bound[spot] = bound

    def _bound_of(self, spot: Spot) -> _Bound:
        return self._bound.get(spot, _Bound.FREE)

    def _note(self, key: Key, why: Why, reason: str) -> None:
        value = self._contest.value
        base, mine, theirs = (
            tuple(value(spot, side) for spot in key) for side in (None, Side.MINE, Side.THEIRS)
        )
        conflict = Conflict(key, why, base, mine, theirs, reason, self._decided(key))
        self._conflicts.setdefault(key, conflict)

    def _settle(self, trouble: Trouble) -> bool:
        """Settle a trouble; whether that changed anything."""
        if isinstance(trouble, Dangling):
            return self._settle_dangling(trouble)
        self._note(trouble.spots, Why.CANNOT_BE, trouble.reason)
        side = self._decided(trouble.spots) or Side.MINE
        return self._give(trouble, side, _Bound.SETTLED) or self._give(
            trouble, Side.MINE, _Bound.FORCED
        )

    def _leave_all_mine(self) -> None:
        """The last way out: mine can be."""
        self._contest.choice.update(dict.fromkeys(self._contest.choice, Side.MINE))
        self._contest.cut.clear()

    def _give(self, mixture: Mixture, side: Side, bound: _Bound) -> bool:
        """Let one side's version count for all spots; whether that changed anything.

        What that side does not have loses a reference, if nothing else is to be changed.
        """
        given = False
        for spot in mixture.spots:
            if spot in self._contest.choice and self._bound_of(spot) < bound:
                given |= self._contest.choice[spot] is not side
                self._bind(spot, side, bound)
        for spot, target in () if given else mixture.ties:
            if spot.ref is not None and self._contest.things[spot.ref].of(side) is None:
                given |= self._cut(spot, target)
        return given

    def _cut(self, spot: Spot, target: str) -> bool:
        """Take a reference out of a thing; whether it was still there."""
        gone = self._contest.cut.setdefault(spot, set())
        fresh = target not in gone
        gone.add(target)
        return fresh

    def _settle_dangling(self, dangling: Dangling) -> bool:
        """Bring back what is missing; if it is to stay away, let go of what refers to it."""
        contest, target = self._contest, dangling.target
        presence = contest.presence(target)
        versions = contest.things[target]
        has = versions.side
        if presence is None or has is None or contest.is_there(target):
            return False  # an earlier settlement brought it back
        if self._bound_of(presence) is _Bound.FREE:
            self._note((presence,), Why.REMOVED_AND_USED, _used(dangling))
            side = self._decided((presence,)) or has
            self._bind(presence, side, _Bound.SETTLED)
        elif not self._let_go(dangling, has.other):
            self._bind(presence, has, _Bound.FORCED)
        return True

    def _let_go(self, dangling: Dangling, without: Side) -> bool:
        """Free a thing from a reference, as the side has it that is without what it refers to."""
        contest, spot = self._contest, dangling.spot
        if spot.ref is None:
            return False
        if spot in contest.choice:
            free = self._bound_of(spot) < _Bound.FORCED and contest.choice[spot] is not without
            if free:
                self._bind(spot, without, _Bound.FORCED)
            return free
        if _can_be_cut(contest, spot):
            return self._cut(spot, dangling.target.id)
        presence = contest.presence(spot.ref)
        if presence is None or self._bound_of(presence) is not _Bound.FREE:
            return False
        self._bind(presence, without, _Bound.SETTLED)
        return True


def _can_be_cut(contest: Contest, spot: Spot) -> bool:
    """Whether a thing can do without what a field of it refers to."""
    if spot.ref is None:
        return False
    # A commitment and a sharing need their force, a rotation does not.
    optional = {Kind.ROTATION: ROTATION_TIES, Kind.FORCE: frozenset({"parent"})}
    value = contest.fields(spot.ref)[spot.field]
    return isinstance(value, tuple) or spot.field in optional.get(spot.ref.kind, frozenset())


def _used(dangling: Dangling) -> str:
    return _("{user} refers to it.").format(user=dangling.spot)
