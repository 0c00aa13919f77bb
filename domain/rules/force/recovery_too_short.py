"""FOR003."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from domain.engine.bookings import (
    Booking,
    bookings_on,
    same_people,
)
from domain.engine.recovery import (
    UNHURRIED,
    Claim,
    Overuse,
    claim_of,
    days_on_tour,
    is_tour,
    over_quota,
    reach_of,
    rule_holds_for,
)
from domain.engine.situation import Situation
from domain.engine.spans import NO_DAYS, Span, day_count, inside
from domain.language import N_
from domain.model import (
    Commitment,
    Force,
    Kind,
    RecoveryKind,
    RecoveryRule,
    Ref,
    Rotation,
)
from domain.rules.about import UnitOnDays
from domain.rules.finding import Severity, contributors_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FOR003",
    "recovery-too-short",
    Severity.ERROR,
    Scope.UNIT,
    Words(
        title=N_("A unit has too little time to recover"),
        says=N_(
            "{force} has {measured_days} between {tour} and {booking}; the rule '{rule}' asks "
            "{limit_days}."
        ),
        why=N_(
            "After a tour people and material need time at home; sending them too soon wears "
            "out the forces that later rotations count on."
        ),
        what_to_do=N_("Let the next task begin later, or give it to another unit."),
        source=N_("The recovery rule"),
        variants={
            "quota": N_(
                "{force}: {measured_days} on tour in the window that ends on {peak_day}; the rule "
                "'{rule}' allows {limit_days}."
            )
        },
    ),
)
def recovery_too_short(situation: Situation, about: UnitOnDays) -> Iterator[Breach]:
    """A booking begins within the recovery of a unit, or its tours break a quota."""
    rules = list(situation.plan.recovery_rules.things())
    claiming = [rule_ for rule_ in rules if rule_.kind is not RecoveryKind.QUOTA]
    if claiming and about.days != NO_DAYS:
        yield from _too_soon(situation, about, claiming)
    for quota in rules if about.quotas else ():
        if quota.kind is RecoveryKind.QUOTA:
            yield from _quota(situation, about.unit, quota)


def _too_soon(
    situation: Situation, about: UnitOnDays, rules: list[RecoveryRule]
) -> Iterator[Breach]:
    unit, (start, end), reach = about.unit.id, about.days, reach_of(situation)
    later = [
        booking
        for booking in bookings_on(situation, unit, about.days)
        if start <= booking.start and _hurried(booking.thing)
    ]
    tours = _tours_near(situation, unit, (start - reach, end)) if later else []
    ends = [tour.end for _inner, tour in tours]
    for rule_ in rules:
        claims = list(_claims_under(situation, unit, rule_, tours))
        for booking in later:
            ended = slice(
                bisect_right(ends, booking.start - reach), bisect_right(ends, booking.start)
            )
            active = [one for one in claims[ended] if one and _delays(situation, one, booking)]
            if active:
                yield _claimed(about.unit, rule_, booking, active)


def _hurried(thing: Rotation | Commitment) -> bool:
    return isinstance(thing, Rotation) or thing.kind not in UNHURRIED


def _tours_near(situation: Situation, unit: str, days: Span) -> list[tuple[str, Rotation]]:
    """The rotations on a unit, around it and inside it, each with the inner of the two units.

    They stand in the order of their last days.
    """
    standing = situation.standing
    outer = [(unit, name) for name in (unit, *standing.units_around(unit))]
    inner = [(name, name) for name in standing.units_within(unit)]
    tours = [
        (inner_one, tour)
        for inner_one, name in outer + inner
        for tour in situation.rotations_on(name, days)
    ]
    return sorted(tours, key=lambda tour: tour[1].last_day)


def _claims_under(
    situation: Situation, unit: str, rule_: RecoveryRule, tours: list[tuple[str, Rotation]]
) -> Iterator[Claim | None]:
    """What each tour claims under a rule, where it is about the inner of the two units."""
    own = rule_holds_for(situation, rule_, unit)
    for inner, tour in tours:
        holds = own if inner == unit else rule_holds_for(situation, rule_, inner)
        yield claim_of(rule_, tour) if holds else None


def _delays(situation: Situation, claim: Claim, booking: Booking) -> bool:
    return booking.start < claim.end and not same_people(situation, claim.tour, booking.thing)


def _claimed(
    unit: Force,
    rule_: RecoveryRule,
    booking: Booking,
    claims: list[Claim],
) -> Breach:
    last = max(claims, key=lambda claim: (claim.end, claim.tour.end, claim.tour.id))
    return Breach(
        (Ref(Kind.FORCE, unit.id), booking.ref, Ref(Kind.RECOVERY_RULE, rule_.id)),
        booking.start,
        min(booking.end, last.end),
        measured=booking.start - last.tour.end,
        limit=last.needed,
        contributors=contributors_of(
            Kind.ROTATION, ((claim.tour.id, claim.needed) for claim in claims)
        ),
        parameters={
            "force": unit.name,
            "rule": rule_.id,
            "tour": last.tour.name,
            "booking": booking.thing.name,
        },
    )


def _quota(situation: Situation, unit: Force, rule_: RecoveryRule) -> Iterator[Breach]:
    own = [tour for tour in situation.rotations_on(unit.id) if is_tour(rule_, tour)]
    if not own or not rule_holds_for(situation, rule_, unit.id):
        return
    around = situation.standing.units_around(unit.id)
    tours = own + [
        tour for name in around for tour in situation.rotations_on(name) if is_tour(rule_, tour)
    ]
    for over in over_quota(rule_, days_on_tour(rule_, tours)):
        yield _over_quota(unit, rule_, tours, over)


def _over_quota(
    unit: Force,
    rule_: RecoveryRule,
    tours: list[Rotation],
    over: Overuse,
) -> Breach:
    first = over.peak - (rule_.window_days or 0) + 1
    window = (max(rule_.start, first), min(rule_.end, over.peak + 1))
    amounts = [(tour, day_count(inside(window, [(tour.start, tour.end)]))) for tour in tours]
    return Breach(
        (Ref(Kind.FORCE, unit.id), Ref(Kind.RECOVERY_RULE, rule_.id)),
        *over.days,
        measured=over.used,
        limit=rule_.days,
        peak=over.peak,
        contributors=contributors_of(
            Kind.ROTATION, ((tour.id, amount) for tour, amount in amounts if amount)
        ),
        parameters={"force": unit.name, "rule": rule_.id, "variant": "quota"},
    )
