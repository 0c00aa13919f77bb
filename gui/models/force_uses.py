"""What a force is used for: rotations and commitments, with what goes before and comes after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.engine.bookings import booking_of as booking_of_rotation
from domain.engine.bookings import bookings_around, commitment_span, preparation
from domain.engine.demand import claims_on
from domain.engine.profile import Step
from domain.engine.recovery import claim_of, rule_holds_for
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.engine.strength import cumulated
from domain.model import Commitment, Force, ForceKind, Kind, RecoveryKind, Ref, Rotation

Thing = Rotation | Commitment


@dataclass(frozen=True, slots=True)
class Use:
    """A rotation or a commitment on a force; half-open day numbers.

    Preparation goes from ``lead`` to ``start``, recovery from ``end`` to ``rest``. A unit inside
    another is used ``via`` that one.
    """

    thing: Thing
    start: int
    end: int
    lead: int
    rest: int
    via: str | None = None

    @property
    def ref(self) -> Ref:
        """The rotation or commitment that it is."""
        kind = Kind.ROTATION if isinstance(self.thing, Rotation) else Kind.COMMITMENT
        return Ref(kind, self.thing.id)

    @property
    def rotation(self) -> str | None:
        """The id of the rotation that it is, or none."""
        return self.thing.id if isinstance(self.thing, Rotation) else None


def uses_of(
    situation: Situation,
    force: Force,
    rotations: Sequence[Rotation],
    commitments: Sequence[Commitment],
    continued: Collection[str | None],
) -> list[Use]:
    """What a force is used for, through units around it too, in the order of days.

    Rotations that are continued by another need not recover.
    """
    uses = [use_of(situation, force, rotation, continued) for rotation in rotations]
    for commitment in commitments:
        span = commitment_span(situation, commitment)
        if span is not None:
            uses.append(Use(commitment, *span, *span))
    if force.kind is ForceKind.UNIT:
        uses.extend(_through(situation, force.id))
    return sorted(uses, key=lambda use: (use.start, use.end, use.thing.name))


def _through(situation: Situation, unit: str) -> Iterator[Use]:
    for booking in bookings_around(situation, unit):
        span = booking.start, booking.end
        yield Use(booking.thing, *span, *span, via=booking.force)


def use_of(
    situation: Situation, force: Force, rotation: Rotation, continued: Collection[str | None]
) -> Use:
    """A rotation on a force, with the days of preparation and recovery where it is a unit."""
    start, end = rotation.start, rotation.end
    if force.kind is not ForceKind.UNIT or rotation.cancelled:
        return Use(rotation, start, end, start, end)
    lead, rest = start, end
    if rotation.continues is None:
        prepares = preparation(situation, booking_of_rotation(rotation, force.id))
        lead = start if prepares is None else prepares[0]
    if rotation.id not in continued:
        rest = max([end, *_claims(situation, force.id, rotation)])
    return Use(rotation, start, end, lead, rest)


def _claims(situation: Situation, unit: str, rotation: Rotation) -> Iterator[int]:
    """Until when the unit recovers under each rule that asks for days."""
    for rule in situation.plan.recovery_rules.things():
        if rule.kind is not RecoveryKind.QUOTA and rule_holds_for(situation, rule, unit):
            claim = claim_of(rule, rotation)
            if claim is not None:
                yield claim.end


def in_lanes(uses: Iterable[Use]) -> list[list[Use]]:
    """Uses in order of days, in lanes in which none overlaps another."""
    lanes: list[list[Use]] = []
    for use in uses:
        lane = next((lane for lane in lanes if lane[-1].end <= use.start), None)
        if lane is None:
            lanes.append([use])
        else:
            lane.append(use)
    return lanes


@dataclass(frozen=True, slots=True)
class PoolStrip:
    """What is asked of a pool over time, and what it holds: steps in order."""

    demand: tuple[Step, ...]
    supply: tuple[Step, ...]

    @property
    def top(self) -> int:
        """The highest value of both."""
        return max((step.value for step in (*self.demand, *self.supply)), default=0)

    def supply_on(self, days: Span) -> int | None:
        """What the pool holds on the first of some days; none where that is not known."""
        start = days[0]
        found = (step.value for step in self.supply if step.start <= start < step.end)
        return next(found, None)


def strip_of(situation: Situation, pool: Force) -> PoolStrip:
    """The demand on a pool, and its supply."""
    changes: dict[int, int] = {}
    for _ref, (start, end), amount in claims_on(situation, pool):
        changes[start] = changes.get(start, 0) + amount
        changes[end] = changes.get(end, 0) - amount
    supply = sorted(pool.supply, key=lambda step: step.start)
    return PoolStrip(
        tuple(cumulated(changes)),
        tuple(Step(step.start, step.end, step.quantity) for step in supply),
    )
