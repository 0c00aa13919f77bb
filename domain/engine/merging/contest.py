"""The things that are not the same in two plans, and which version of each field counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from domain.engine.merging.fields import (
    FRAME,
    Fields,
    fields_of,
    fields_of_limit,
    frames_in,
    limit_of,
    limits_by_id,
    thing_of,
)
from domain.engine.merging.spots import Side, Spot, spot_of
from domain.model import (
    LISTS,
    Binding,
    Category,
    Frame,
    Kind,
    Limit,
    Measure,
    Plan,
    Ref,
    Settings,
    Thing,
    touched_between,
)

_ANY_LIMIT: Final = (Limit("any", Measure.PERSONS, frozenset(Category), 0, Binding.MAXIMUM),)


@dataclass(frozen=True, slots=True)
class Versions:
    """A thing as both had it, as I have it, as they have it; each its fields, or none."""

    base: Fields | None
    mine: Fields | None
    theirs: Fields | None

    def of(self, side: Side) -> Fields | None:
        """The version of a side."""
        return self.mine if side is Side.MINE else self.theirs

    @property
    def side(self) -> Side | None:
        """The only side that has it; none if both have."""
        if self.mine is None:
            return Side.THEIRS
        return Side.MINE if self.theirs is None else None


@dataclass(slots=True)
class Contest:
    """All that differs, and for each spot whose version counts."""

    base: Plan | None
    mine: Plan
    theirs: Plan
    things: dict[Ref | None, Versions]
    choice: dict[Spot, Side] = field(default_factory=dict)
    cut: dict[Spot, set[str]] = field(default_factory=dict)
    """References that are taken out of a thing that only one side has."""

    def presence(self, ref: Ref) -> Spot | None:
        """The spot that says whether a thing is there, if that is not certain."""
        versions = self.things.get(ref)
        if versions is None or versions.side is None:
            return None
        if ref.kind is Kind.LIMIT:
            frame = Ref(Kind.FRAME, (versions.mine or versions.theirs or {})[FRAME])
            if self.presence(frame) is not None:
                return self.presence(frame)
        return spot_of(ref)

    def is_there(self, ref: Ref) -> bool:
        """Whether a thing that differs is in the plan that is made."""
        presence = self.presence(ref)
        return presence is None or self.choice[presence] is self.things[ref].side

    def fields(self, ref: Ref | None) -> dict[str, Any]:
        """The fields of a thing in the plan that is made, whether or not it is there."""
        versions = self.things[ref]
        if versions.mine is None or versions.theirs is None:
            found = dict(versions.mine or versions.theirs or {})
        else:
            found = dict(versions.mine)
            for name, theirs in versions.theirs.items():
                if theirs != found[name] and self.choice[spot_of(ref, name)] is Side.THEIRS:
                    found[name] = theirs
        if self.cut:
            return {name: self._uncut(spot_of(ref, name), value) for name, value in found.items()}
        return found

    def _uncut(self, spot: Spot, value: Any) -> Any:  # noqa: ANN401 - any field
        gone = self.cut.get(spot)
        if gone is None:
            return value
        if isinstance(value, tuple):
            return tuple(item for item in value if getattr(item, "mission", item) not in gone)
        return None if value in gone else value

    def value(self, spot: Spot, side: Side | None) -> Any:  # noqa: ANN401 - any field
        """What a side has in a spot; without a side, what both began with."""
        versions = self.things[spot.ref]
        found = versions.base if side is None else versions.of(side)
        if not spot.field:
            return found
        return None if found is None else found.get(spot.field)

    def spots_of(self, ref: Ref | None) -> list[Spot]:
        """The spots of a thing in which the sides differ, its being there among them."""
        if ref is not None and (presence := self.presence(ref)) is not None:
            return [presence]
        versions = self.things.get(ref)
        if versions is None or versions.mine is None or versions.theirs is None:
            return []
        return [
            spot_of(ref, name)
            for name, mine in versions.mine.items()
            if mine != versions.theirs[name]
        ]

    def thing(self, ref: Ref) -> Thing | None:
        """A thing in the plan that is made, none if it is not there; raises Refused."""
        if not self.is_there(ref):
            return None
        side = self._whole(ref)
        if side is not None:
            return (self.mine if side is Side.MINE else self.theirs).find(ref)
        limits = self.limits(ref.id) if ref.kind is Kind.FRAME else ()
        return thing_of(ref, self.fields(ref), limits)

    def _whole(self, ref: Ref) -> Side | None:
        """Whose version of a thing counts in all its fields; none where that is not so."""
        if ref.kind is Kind.FRAME or any(spot.ref == ref for spot in self.cut):
            return None
        one = self.things[ref].side
        sides = {self.choice[spot] for spot in self.spots_of(ref)} if one is None else {one}
        return sides.pop() if len(sides) == 1 else None

    def limits(self, frame: str) -> tuple[Limit, ...]:
        """The limits of a frame in the plan that is made; raises Refused when one cannot be."""
        found = {ref.id: fields for ref, fields in self.limits_there() if fields[FRAME] == frame}
        order = [name for name in self._order(frame) if name in found]
        return tuple(limit_of(name, found[name]) for name in order)

    def limit(self, ref: Ref) -> Limit:
        """A limit in the plan that is made; raises Refused when it cannot be."""
        return limit_of(ref.id, self.fields(ref))

    def has_limits(self, frame: str) -> bool:
        """Whether a frame has any limits in the plan that is made."""
        return any(fields[FRAME] == frame for _ref, fields in self.limits_there())

    def bare_frame(self, ref: Ref) -> Thing:
        """A frame in the plan that is made, with any limit that can be; raises Refused."""
        return thing_of(ref, self.fields(ref), _ANY_LIMIT)

    def differs(self, spot: Spot) -> bool:
        """Whether the sides differ in a spot."""
        return spot in self.choice

    def is_one_sided(self, ref: Ref | None) -> bool:
        """Whether only one side has a thing."""
        versions = self.things.get(ref)
        return versions is not None and versions.side is not None

    def limits_there(self) -> Iterator[tuple[Ref, Fields]]:
        """The limits that differ, or whose frames do, in the plan that is made."""
        for ref in self.things:
            if ref is not None and ref.kind is Kind.LIMIT and self.is_there(ref):
                yield ref, self.fields(ref)

    def _order(self, frame: str) -> list[str]:
        """In which order the limits of a frame stand: as mine, unless only they changed it.

        A limit of the other one stands behind the one that it stood behind there.
        """
        base, mine, theirs = (
            [] if plan is None or frame not in plan.frames else _limit_ids(plan.frames[frame])
            for plan in (self.base, self.mine, self.theirs)
        )
        first, then = (theirs, mine) if mine == base else (mine, theirs)
        order = list(first)
        for before, name in pairwise([None, *then]):
            if name not in first:
                order.insert(0 if before is None else order.index(before) + 1, str(name))
        return order

    def refs(self) -> Iterator[Ref]:
        """The things that differ, limits left out, in the order of theirs behind mine."""
        for ref in self.things:
            if ref is not None and ref.kind is not Kind.LIMIT:
                yield ref

    def settings(self) -> Settings:
        """The settings of the plan that is made; raises Refused when there can be none."""
        return Settings(**self.fields(None))


def _limit_ids(frame: Frame) -> list[str]:
    return [limit.id for limit in frame.limits]


def contest_of(base: Plan | None, mine: Plan, theirs: Plan) -> Contest:
    """All that differs between two plans, nothing chosen yet."""
    things: dict[Ref | None, Versions] = {None: _versions_of_settings(base, mine, theirs)}
    refs = _differing(mine, theirs)
    for ref in refs:
        found = (None if plan is None else plan.find(ref) for plan in (base, mine, theirs))
        things[ref] = Versions(*(None if thing is None else fields_of(thing) for thing in found))
    frames = [ref.id for ref in refs if ref.kind is Kind.FRAME]
    things.update(_limits_of(frames, base, mine, theirs))
    return Contest(base, mine, theirs, things)


def _versions_of_settings(base: Plan | None, mine: Plan, theirs: Plan) -> Versions:
    found = None if base is None else fields_of(base.settings)
    return Versions(found, fields_of(mine.settings), fields_of(theirs.settings))


def _differing(mine: Plan, theirs: Plan) -> list[Ref]:
    """What is not equal, list by list, in the order of theirs behind mine."""
    suspects = touched_between(mine, theirs)
    kinds = {ref.kind for ref in suspects}
    ordered = (
        Ref(kind, name)
        for kind in LISTS
        if kind in kinds
        for name in dict.fromkeys([*mine.table(kind), *theirs.table(kind)])
    )
    return [ref for ref in ordered if ref in suspects and mine.find(ref) != theirs.find(ref)]


def _limits_of(
    frames: list[str], base: Plan | None, mine: Plan, theirs: Plan
) -> Iterator[tuple[Ref, Versions]]:
    """The limits of frames that differ; what both began with may have been in other frames."""
    before = {} if base is None else limits_by_id(base.frames.things())
    now = [limits_by_id(frames_in(plan, frames)) for plan in (mine, theirs)]
    for name in dict.fromkeys([*now[0], *now[1]]):
        found = (limits.get(name) for limits in (before, *now))
        versions = (None if one is None else fields_of_limit(*one) for one in found)
        yield Ref(Kind.LIMIT, name), Versions(*versions)


def plan_of(contest: Contest) -> Plan:
    """The plan that is made: mine, with what counts of theirs; raises Refused."""
    plan = replace(contest.mine, settings=contest.settings())
    for ref in contest.refs():
        thing = contest.thing(ref)
        plan = plan.without(ref) if thing is None else plan.put(thing)
    return plan
