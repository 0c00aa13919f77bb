"""What an edit of rotations affects: the parts whose findings may change, and on which days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from domain.engine.recovery import reach_of
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span, hull, touch
from domain.model import Commitment, Rotation
from domain.rules.amended import Amended
from domain.rules.parts import Part, unit_or_pool
from domain.rules.rule import Scope


class Affected:
    """The parts near some rotations, as they were before an edit and as they are after it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.rotations: set[str] = set()
        self.handovers: set[str] = set()
        self.bookings: set[str] = set()
        self.on_days: dict[Part, Span] = {}

    def look(self, situation: Situation, names: Iterable[str], tied: Iterable[str]) -> None:
        """Take up what rotations have a part in, as the plan is now.

        Tied are those whose ties to wholes or chains change with the edit: no more than who may
        share their units depends on that.
        """
        for name in names:
            self.rotations.add(name)
            self.handovers.add(name)
            self.handovers.update(one.id for one in situation.relievers(name))
            rotation = situation.plan.rotations.get(name)
            if rotation is not None and not rotation.cancelled:
                self._look_around(situation, rotation)
        for name in tied:
            rotation = situation.plan.rotations.get(name)
            if rotation is not None and not rotation.cancelled:
                self._look_at_units(situation, rotation)

    def look_at_missions(self, situation: Situation, missions: Collection[str]) -> None:
        """Take up everything about some missions that rests on their frames, mandates or words."""
        standing, plan = situation.standing, situation.plan
        for frame in {one.id for name in missions for one in standing.frames_at.get(name, ())}:
            self.add((Scope.FRAME, frame), ALWAYS)
            for limit in plan.frames[frame].limits:
                self.add((Scope.LIMIT, limit.id), ALWAYS)
        for post in plan.posts.things():
            if post.mission in missions:
                self.add((Scope.POST, post.id), ALWAYS)
        self.add((Scope.FRAMES, ""), ALWAYS)
        self.rotations.update(rotation.id for rotation in situation.rotations_at(missions))

    def look_at_forces(self, situation: Situation, change: Amended) -> None:
        """Take up what rests on the forces, the rules on recovery and the posts that differ."""
        standing = situation.standing
        for post in change.posts:
            self.add((Scope.POST, post), ALWAYS)
        for force in change.forces:
            self.add(unit_or_pool(situation, force), ALWAYS)
            if standing.is_unit(force):
                self.bookings.update(one.id for one in situation.rotations_on(force))
        named = {name for rule in change.rules for name in rule.forces}
        for force in named & set(situation.plan.forces):
            for unit in (force, *standing.units_around(force), *standing.units_within(force)):
                if standing.is_unit(unit):
                    self.add((Scope.UNIT, unit), ALWAYS)

    def add(self, part: Part, days: Span) -> None:
        """Take up a part on some days."""
        known = self.on_days.get(part)
        self.on_days[part] = days if known is None else hull(known, days)

    def _look_around(self, situation: Situation, rotation: Rotation) -> None:
        standing, days = situation.standing, (rotation.start, rotation.end)
        for limit, span in standing.numbered_at.get(rotation.mission, ()):
            if touch(span, days):
                self.add((Scope.LIMIT, limit), days)
        for frame, span in standing.uncertain_at.get(rotation.mission, ()):
            if touch(span, days):
                self.add((Scope.FRAME, frame), days)
        if rotation.post is not None:
            self.add((Scope.POST, rotation.post), days)
        if rotation.force is not None:
            for pool in standing.pools_counting(rotation.force):
                self.add((Scope.POOL, pool), days)
            self._look_at_units(situation, rotation)

    def _look_at_units(self, situation: Situation, rotation: Rotation) -> None:
        standing, force = situation.standing, rotation.force
        if force is None or not standing.is_unit(force):
            return
        self.bookings.add(rotation.id)
        if situation.plan.recovery_rules:
            days = rotation.start, max(rotation.end + reach_of(situation), rotation.start + 1)
            for unit in (force, *standing.units_around(force), *standing.units_within(force)):
                self.add((Scope.UNIT, unit), days)


def parts_cut(situation: Situation) -> Iterator[Part]:
    """The parts with open days, which the first and last day of all rotations cut off.

    Pairs of bookings among them are not named; see ``cuts_bookings``.
    """
    plan = situation.plan
    if any(None in {frame.first_day, frame.last_day} for frame in plan.frames.things()):
        yield Scope.FRAMES, ""
    for post in plan.posts.things():
        if None in {post.first_day, post.last_day}:
            yield Scope.POST, post.id
    for commitment in _open_commitments(situation):
        for pool in situation.standing.pools_counting(commitment.force):
            yield Scope.POOL, pool


def cuts_bookings(situation: Situation) -> bool:
    """Whether a booking of a unit has an open day."""
    return any(
        situation.standing.is_unit(commitment.force) for commitment in _open_commitments(situation)
    )


def _open_commitments(situation: Situation) -> Iterator[Commitment]:
    for commitments in situation.standing.commitments_on.values():
        for commitment in commitments:
            if None in {commitment.first_day, commitment.last_day}:
                yield commitment
