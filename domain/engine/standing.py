"""Everything about a plan except its rotations, ready for quick look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from domain.engine.coverage import Coverage
from domain.engine.in_force import in_force_spans
from domain.engine.spans import ALWAYS, Span, merged
from domain.model import (
    NUMBERED,
    UNCERTAIN,
    Commitment,
    Force,
    ForceKind,
    Frame,
    Limit,
    Measure,
    Plan,
    Sharing,
    Table,
)

T = TypeVar("T")
K = TypeVar("K")


class Standing:
    """Frames by mission, days in force, the tree of forces, claims on it."""

    def __init__(self, plan: Plan, before: Standing | None = None) -> None:
        """Look everything up once; what rests on the same lists as before is taken over."""
        self.plan = plan
        self.in_force = in_force_spans(plan)
        self.frames_at: dict[str, list[Frame]] = defaultdict(list)
        self.limits: dict[str, tuple[Frame, Limit]] = {}
        self.numbered_at: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        """By mission the limits with a number that binds, and their days in force."""
        self.uncertain_at: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        """By mission the frames with a limit that is not known, and their days in force."""
        self._read_frames(plan)
        self.coverage = Coverage(self.frames_at, self.in_force)
        self.mandates_at = _by(plan.mandates.things(), lambda mandate: mandate.mission)
        self.length_rules = _by(plan.length_rules.things(), lambda rule: rule.category)
        self.commitments_on: dict[str, list[Commitment]] = (
            before.commitments_on
            if before is not None and before.plan.commitments is plan.commitments
            else _by((one for one in plan.commitments.things() if one.exclusive), _force_of)
        )
        self.children: dict[str, list[str]] = (
            before.children
            if before is not None and before.plan.forces is plan.forces
            else _children(plan.forces)
        )
        self.longest_preparation = max(
            (m.preparation_days for m in plan.missions.things()), default=0
        )
        self._mandated: dict[str, list[Span]] = {}
        self._sharings: dict[str, list[Sharing]] = {}

    def _read_frames(self, plan: Plan) -> None:
        for frame in plan.frames.things():
            span, missions = self.in_force[frame.id], dict.fromkeys(frame.missions)
            for mission in missions:
                self.frames_at[mission].append(frame)
            for limit in frame.limits:
                self.limits[limit.id] = (frame, limit)
                for mission in missions if span and is_numbered(limit) else ():
                    self.numbered_at[mission].append((limit.id, span or ALWAYS))
            for mission in missions if span and is_uncertain(frame) else ():
                self.uncertain_at[mission].append((frame.id, span or ALWAYS))

    def mandated_days(self, mission: str) -> list[Span]:
        """The days inside any mandate of a mission, as runs."""
        if mission not in self._mandated:
            mandates = self.mandates_at.get(mission, ())
            self._mandated[mission] = merged((mandate.start, mandate.end) for mandate in mandates)
        return self._mandated[mission]

    def ancestors(self, force_id: str) -> Iterator[Force]:
        """The forces that contain a force, the nearest first."""
        forces: Mapping[str, Force] = self.plan.forces
        parent = forces[force_id].parent
        while parent is not None:
            yield forces[parent]
            parent = forces[parent].parent

    def descendants(self, force_id: str) -> Iterator[str]:
        """The ids of all forces inside a force, at any depth."""
        waiting = list(self.children.get(force_id, ()))
        while waiting:
            name = waiting.pop()
            yield name
            waiting.extend(self.children.get(name, ()))

    def is_unit(self, force_id: str) -> bool:
        """Whether a force is a unit."""
        return self.plan.forces[force_id].kind is ForceKind.UNIT

    def units_around(self, force_id: str) -> list[str]:
        """The units that contain a force, the nearest first."""
        return [force.id for force in self.ancestors(force_id) if force.kind is ForceKind.UNIT]

    def units_within(self, force_id: str) -> list[str]:
        """The units inside a force, at any depth."""
        return [name for name in self.descendants(force_id) if self.is_unit(name)]

    def pools_counting(self, force_id: str) -> list[str]:
        """The pools whose demand counts what is asked of a force: itself, or around it, alike."""
        own = self.plan.forces[force_id]
        return [
            force.id
            for force in (own, *self.ancestors(force_id))
            if force.kind is ForceKind.POOL and force.measure is own.measure
        ]

    def contains(self, outer: str, inner: str) -> bool:
        """Whether a force is another one or contains it."""
        return outer == inner or any(force.id == outer for force in self.ancestors(inner))

    def sharings_for(self, inner: str) -> list[Sharing]:
        """The declared sharings whose force is this one or contains it."""
        if inner not in self._sharings:
            self._sharings[inner] = [
                sharing
                for sharing in self.plan.sharings.things()
                if self.contains(sharing.force, inner)
            ]
        return self._sharings[inner]

    def team_sizes_at(self, mission: str) -> Iterator[tuple[Frame, Limit]]:
        """The limits on the size of a team at a mission."""
        for frame in self.frames_at.get(mission, ()):
            for limit in frame.limits:
                if limit.measure is Measure.TEAM_SIZE and limit.number is not None:
                    yield frame, limit


def _force_of(commitment: Commitment) -> str:
    return commitment.force


def _children(forces: Table[Force]) -> dict[str, list[str]]:
    """By force those that lie in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for force in forces.things():
        if force.parent is not None:
            found[force.parent].append(force.id)
    return found


def _by(things: Iterator[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return found


def is_numbered(limit: Limit) -> bool:
    """Whether a limit counts something against a number that binds."""
    return limit.binding in NUMBERED and limit.measure is not Measure.TEAM_SIZE


def is_uncertain(frame: Frame) -> bool:
    """Whether a frame has a limit whose number or measure is not known."""
    return any(limit.binding in UNCERTAIN for limit in frame.limits)
