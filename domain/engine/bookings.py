"""Bookings: what claims a unit, what two claims on one unit mean for each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from domain.engine.situation import Situation
from domain.engine.spans import Span, merged, overlap
from domain.model import Commitment, Kind, Ref, Rotation


@dataclass(frozen=True, slots=True)
class Booking:
    """A rotation that draws on a unit, or an exclusive commitment, on its days."""

    thing: Rotation | Commitment
    force: str
    start: int
    end: int

    @property
    def ref(self) -> Ref:
        """The rotation or commitment that it is."""
        kind = Kind.ROTATION if isinstance(self.thing, Rotation) else Kind.COMMITMENT
        return Ref(kind, self.thing.id)

    @property
    def order(self) -> tuple[int, int, Kind, str]:
        """Its place among bookings: first day, last day, kind, id."""
        return self.start, self.end, self.ref.kind, self.thing.id


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bookings of one unit, or of a unit and one inside it."""

    inner: str
    earlier: Booking
    later: Booking


def bookings_on(situation: Situation, force: str) -> list[Booking]:
    """The bookings of a force itself, in order."""
    found = [
        Booking(rotation, force, rotation.start, rotation.end)
        for rotation in situation.rotations_on(force)
    ]
    for commitment in situation.standing.commitments_on.get(force, ()):
        span = commitment_span(situation, commitment)
        if span is not None:
            found.append(Booking(commitment, force, *span))
    return sorted(found, key=lambda booking: booking.order)


def commitment_span(situation: Situation, commitment: Commitment) -> Span | None:
    """The days of a commitment, open ones cut by the planning days."""
    first, last = commitment.first_day, commitment.last_day
    return situation.open_span(
        None if first is None else first.toordinal(),
        None if last is None else (last + timedelta(days=1)).toordinal(),
    )


def bookings_around(situation: Situation, unit: str) -> list[Booking]:
    """The bookings of the units that contain a unit."""
    return [
        booking
        for force in situation.standing.ancestors(unit)
        if situation.standing.is_unit(force.id)
        for booking in bookings_on(situation, force.id)
    ]


def bookings_within(situation: Situation, unit: str) -> list[Booking]:
    """The bookings of the units inside a unit."""
    return [
        booking
        for name in situation.standing.descendants(unit)
        if situation.standing.is_unit(name)
        for booking in bookings_on(situation, name)
    ]


def pairs_of(situation: Situation, unit: str) -> Iterator[Pair]:
    """All pairs of bookings of which this unit is the inner one."""
    own = bookings_on(situation, unit)
    for number, one in enumerate(own):
        for other in own[number + 1 :]:
            yield Pair(unit, one, other)
    around = bookings_around(situation, unit)
    for one in own:
        for other in around:
            earlier, later = sorted((one, other), key=lambda booking: booking.order)
            yield Pair(unit, earlier, later)


def nested(situation: Situation, pair: Pair) -> bool:
    """Whether both are parts of the same whole."""
    one, other = pair.earlier.thing, pair.later.thing
    return (
        isinstance(one, Rotation)
        and isinstance(other, Rotation)
        and situation.whole_of(one) == situation.whole_of(other)
    )


def in_one_chain(situation: Situation, pair: Pair) -> bool:
    """Whether both are the same people, one continuing the other."""
    return same_people(situation, pair.earlier.thing, pair.later.thing)


def same_people(
    situation: Situation, one: Rotation | Commitment, other: Rotation | Commitment
) -> bool:
    """Whether two things are rotations in one chain of `continues`."""
    return (
        isinstance(one, Rotation)
        and isinstance(other, Rotation)
        and situation.origin_of(one) == situation.origin_of(other)
    )


def shared_days(situation: Situation, pair: Pair) -> list[Span]:
    """The days on which both may use the unit, as runs: declared, or at a handover."""
    one, other = pair.earlier.thing, pair.later.thing
    if not isinstance(one, Rotation) or not isinstance(other, Rotation):
        return []
    missions = {one.mission, other.mission}
    spans = [
        (sharing.start, sharing.end)
        for sharing in situation.standing.sharings_for(pair.inner)
        if missions <= set(sharing.missions)
    ]
    spans.extend(_handover(situation, one, other))
    spans.extend(_handover(situation, other, one))
    return merged(spans)


def _handover(situation: Situation, relieved: Rotation, reliever: Rotation) -> Iterator[Span]:
    days = situation.plan.missions[reliever.mission].handover_days
    if reliever.relieves == relieved.id and days:
        yield reliever.start, reliever.start + days


def common_days(pair: Pair) -> Span | None:
    """The days that the two bookings have in common, or none."""
    return overlap((pair.earlier.start, pair.earlier.end), (pair.later.start, pair.later.end))
