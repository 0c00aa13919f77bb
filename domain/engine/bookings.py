"""Bookings: what claims a unit, what two claims on one unit mean for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span, merged, overlap
from domain.model import Commitment, Kind, Ref, Rotation
from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Booking:
    """A rotation that draws on a unit, or an exclusive commitment, on its days."""

    thing: Rotation | Commitment
    ref: Ref
    force: str
    start: int
    end: int

    @property
    def order(self) -> tuple[int, int, Kind, str]:
        """Its place among bookings: first day, last day, kind, id."""
        return self.start, self.end, self.ref.kind, self.ref.id


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bookings of one unit, or of a unit and one inside it."""

    inner: str
    earlier: Booking
    later: Booking

    @property
    def names(self) -> tuple[str, str, str, str, str]:
        """What no other pair is called."""
        earlier, later = self.earlier.ref, self.later.ref
        return self.inner, earlier.kind, earlier.id, later.kind, later.id


_order: Final = attrgetter("order")


def booking_of(rotation: Rotation, force: str) -> Booking:
    """The booking of a force that a rotation is."""
    ref = Ref(Kind.ROTATION, rotation.id)
    return Booking(rotation, ref, force, rotation.start, rotation.end)


def commitment_booking(commitment: Commitment, span: Span) -> Booking:
    """The booking that an exclusive commitment is on its days."""
    return Booking(commitment, Ref(Kind.COMMITMENT, commitment.id), commitment.force, *span)


def bookings_on(situation: Situation, force: str, days: Span = ALWAYS) -> list[Booking]:
    """The bookings of a force itself on any of some days, in order."""
    found = [booking_of(rotation, force) for rotation in situation.rotations_on(force, days)]
    for commitment in situation.standing.commitments_on.get(force, ()):
        span = commitment_span(situation, commitment)
        if span is not None and overlap(span, days) is not None:
            found.append(commitment_booking(commitment, span))
    return sorted(found, key=_order) if len(found) > 1 else found


def commitment_span(situation: Situation, commitment: Commitment) -> Span | None:
    """The days of a commitment, open ones cut by the planning days."""
    first, last = commitment.first_day, commitment.last_day
    return situation.open_span(
        None if first is None else first.toordinal(),
        None if last is None else last.toordinal() + 1,
    )


def bookings_around(situation: Situation, unit: str, days: Span = ALWAYS) -> list[Booking]:
    """The bookings of the units that contain a unit, on any of some days."""
    return _bookings(situation, situation.standing.units_around(unit), days)


def bookings_within(situation: Situation, unit: str, days: Span = ALWAYS) -> list[Booking]:
    """The bookings of the units inside a unit, on any of some days."""
    return _bookings(situation, situation.standing.units_within(unit), days)


def _bookings(situation: Situation, forces: Iterable[str], days: Span) -> list[Booking]:
    return [booking for force in forces for booking in bookings_on(situation, force, days)]


def pairs_on(situation: Situation, unit: str) -> Iterator[Pair]:
    """The pairs of bookings of which a unit is the inner one, and which are near each other."""
    own, around = bookings_on(situation, unit), bookings_around(situation, unit)
    longest, open_ones = situation.standing.longest_preparation, list[Booking]()
    for later in sorted([*own, *around], key=_order):
        open_ones = [one for one in open_ones if one.end > later.start - longest]
        for earlier in open_ones:
            if unit in {earlier.force, later.force}:
                yield Pair(unit, earlier, later)
        open_ones.append(later)


def pairs_with(situation: Situation, booking: Booking) -> Iterator[Pair]:
    """The pairs of a booking of a unit with others that are near it."""
    near = (
        booking.start - _preparation(situation, booking),
        booking.end + situation.standing.longest_preparation,
    )
    unit = booking.force
    for other in bookings_on(situation, unit, near) + bookings_around(situation, unit, near):
        if other.thing is not booking.thing:
            yield _pair(unit, booking, other)
    for other in bookings_within(situation, unit, near):
        yield _pair(other.force, booking, other)


def _pair(inner: str, one: Booking, other: Booking) -> Pair:
    return Pair(inner, one, other) if one.order < other.order else Pair(inner, other, one)


def _preparation(situation: Situation, booking: Booking) -> int:
    if not isinstance(booking.thing, Rotation):
        return 0
    return situation.plan.missions[booking.thing.mission].preparation_days


def preparation(situation: Situation, booking: Booking) -> Span | None:
    """The days in which a unit prepares for a booking, or none; only rotations need any."""
    needed = _preparation(situation, booking)
    return (booking.start - needed, booking.start) if needed else None


def nested(situation: Situation, pair: Pair) -> bool:
    """Whether both are parts of the same whole."""
    one, other = pair.earlier.thing, pair.later.thing
    if not isinstance(one, Rotation) or not isinstance(other, Rotation):
        return False
    if one.part_of is other.part_of is None:
        return one is other
    return situation.whole_of(one) == situation.whole_of(other)


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
    sharings = situation.standing.sharings_for(pair.inner)
    if not sharings and one.relieves != other.id and other.relieves != one.id:
        return []
    missions = {one.mission, other.mission}
    spans = [
        (sharing.start, sharing.end) for sharing in sharings if missions <= set(sharing.missions)
    ]
    spans.extend(_handover(situation, one, other))
    spans.extend(_handover(situation, other, one))
    return merged(spans)


def _handover(situation: Situation, relieved: Rotation, reliever: Rotation) -> Iterator[Span]:
    if reliever.relieves == relieved.id:
        days = situation.plan.missions[reliever.mission].handover_days
        if days:
            yield reliever.start, reliever.start + days


def common_days(pair: Pair) -> Span | None:
    """The days that the two bookings have in common, or none."""
    one, other = pair.earlier, pair.later
    return overlap((one.start, one.end), (other.start, other.end))
