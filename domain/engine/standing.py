"""Everything about a plan except its rotations, ready for quick look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from domain.engine.in_force import in_force_spans
from domain.engine.spans import Span, merged, outside
from domain.model import (
    Category,
    Commitment,
    Force,
    ForceKind,
    Frame,
    LengthRule,
    Limit,
    Mandate,
    Measure,
    Plan,
    Sharing,
)


class Standing:
    """Frames by mission, days in force, the tree of forces, claims on it."""

    def __init__(self, plan: Plan) -> None:
        """Look everything up once."""
        self.plan = plan
        self.in_force = in_force_spans(plan)
        self.frames_at: dict[str, list[Frame]] = defaultdict(list)
        self.limits: dict[str, tuple[Frame, Limit]] = {}
        self.mandates_at: dict[str, list[Mandate]] = defaultdict(list)
        self.commitments_on: dict[str, list[Commitment]] = defaultdict(list)
        self.children: dict[str, list[str]] = defaultdict(list)
        self.length_rules: dict[Category, list[LengthRule]] = defaultdict(list)
        self._covers: dict[tuple[str, Category], list[Frame]] = {}
        self._read_frames(plan)
        for mandate in plan.mandates.things():
            self.mandates_at[mandate.mission].append(mandate)
        for rule in plan.length_rules.things():
            self.length_rules[rule.category].append(rule)
        for force in plan.forces.things():
            if force.parent is not None:
                self.children[force.parent].append(force.id)
        for commitment in plan.commitments.things():
            if commitment.exclusive:
                self.commitments_on[commitment.force].append(commitment)

    def _read_frames(self, plan: Plan) -> None:
        for frame in plan.frames.things():
            for mission in dict.fromkeys(frame.missions):
                self.frames_at[mission].append(frame)
            for limit in frame.limits:
                self.limits[limit.id] = (frame, limit)

    def covering(self, mission: str, category: Category) -> list[Frame]:
        """The frames, in force on some day, that cover a category at a mission."""
        key = mission, category
        if key not in self._covers:
            self._covers[key] = [
                frame
                for frame in self.frames_at.get(mission, ())
                if self.in_force[frame.id] is not None and category in frame.categories
            ]
        return self._covers[key]

    def covered_days(self, mission: str, category: Category) -> list[Span]:
        """The days on which a category is covered at a mission, as runs."""
        spans = (self.in_force[frame.id] for frame in self.covering(mission, category))
        return merged(span for span in spans if span is not None)

    def undecided_days(self, mission: str, category: Category) -> list[Span]:
        """The days on which all frames in force that cover a category are undecided, as runs."""
        frames = self.covering(mission, category)
        decided = merged(
            span
            for frame in frames
            if not frame.undecided and (span := self.in_force[frame.id]) is not None
        )
        return merged(
            part
            for frame in frames
            if frame.undecided and (span := self.in_force[frame.id]) is not None
            for part in outside(span, decided)
        )

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

    def contains(self, outer: str, inner: str) -> bool:
        """Whether a force is another one or contains it."""
        return outer == inner or any(force.id == outer for force in self.ancestors(inner))

    def sharings_for(self, inner: str) -> list[Sharing]:
        """The declared sharings whose force is this one or contains it."""
        return [
            sharing
            for sharing in self.plan.sharings.things()
            if self.contains(sharing.force, inner)
        ]

    def team_sizes_at(self, mission: str) -> Iterator[tuple[Frame, Limit]]:
        """The limits on the size of a team at a mission."""
        for frame in self.frames_at.get(mission, ()):
            for limit in frame.limits:
                if limit.measure is Measure.TEAM_SIZE and limit.number is not None:
                    yield frame, limit
