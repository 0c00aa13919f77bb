"""FOR003."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from domain.engine.bookings import (
    Booking,
    bookings_around,
    bookings_on,
    bookings_within,
    same_people,
)
from domain.engine.recovery import (
    Claim,
    claim_of,
    days_on_tour,
    is_tour,
    over_quota,
    rule_holds_for,
)
from domain.engine.situation import Situation
from domain.engine.spans import day_count, inside
from domain.language import N_
from domain.model import (
    Commitment,
    CommitmentKind,
    Force,
    Kind,
    RecoveryKind,
    RecoveryRule,
    Ref,
    Rotation,
)
from domain.rules.finding import Contributor, Severity
from domain.rules.rule import Breach, Scope, Words, rule

UNHURRIED = frozenset({CommitmentKind.MAINTENANCE, CommitmentKind.EXERCISE})


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
def recovery_too_short(situation: Situation, unit: Force) -> Iterator[Breach]:
    """A booking begins within the recovery of a unit, or its tours break a quota."""
    for recovery_rule in situation.plan.recovery_rules.things():
        if recovery_rule.kind is RecoveryKind.QUOTA:
            yield from _quota(situation, unit, recovery_rule)
        else:
            yield from _claims(situation, unit, recovery_rule)


def _claims(situation: Situation, unit: Force, rule_: RecoveryRule) -> Iterator[Breach]:
    later = [booking for booking in bookings_on(situation, unit.id) if _hurried(booking.thing)]
    if not later:
        return
    claims = list(_claims_on(situation, unit, rule_))
    for booking in later:
        active = [claim for claim in claims if _claims_start(situation, claim, booking)]
        if active:
            yield _claimed(unit, rule_, booking, active)


def _hurried(thing: Rotation | Commitment) -> bool:
    return isinstance(thing, Rotation) or thing.kind not in UNHURRIED


def _claims_on(situation: Situation, unit: Force, rule_: RecoveryRule) -> Iterator[Claim]:
    """What tours on a unit, inside it or around it claim, where the rule is about the inner one."""
    own = rule_holds_for(situation, rule_, unit.id)
    near = [*bookings_on(situation, unit.id), *bookings_around(situation, unit.id)]
    bookings = near if own else []
    bookings += [
        booking
        for booking in bookings_within(situation, unit.id)
        if rule_holds_for(situation, rule_, booking.force)
    ]
    for booking in bookings:
        claim = claim_of(rule_, booking.thing) if isinstance(booking.thing, Rotation) else None
        if claim is not None:
            yield claim


def _claims_start(situation: Situation, claim: Claim, booking: Booking) -> bool:
    return claim.tour.end <= booking.start < claim.end and not same_people(
        situation, claim.tour, booking.thing
    )


def _claimed(
    unit: Force,
    rule_: RecoveryRule,
    booking: Booking,
    claims: list[Claim],
) -> Breach:
    last = max(claims, key=lambda claim: (claim.end, claim.tour.end))
    return Breach(
        (Ref(Kind.FORCE, unit.id), booking.ref, Ref(Kind.RECOVERY_RULE, rule_.id)),
        booking.start,
        min(booking.end, last.end),
        measured=booking.start - last.tour.end,
        limit=last.needed,
        contributors=tuple(
            Contributor(Ref(Kind.ROTATION, claim.tour.id), claim.needed) for claim in claims
        ),
        parameters={
            "force": unit.name,
            "rule": rule_.id,
            "tour": last.tour.name,
            "booking": booking.thing.name,
        },
    )


def _quota(situation: Situation, unit: Force, rule_: RecoveryRule) -> Iterator[Breach]:
    own = _tours(rule_, bookings_on(situation, unit.id))
    if not own or not rule_holds_for(situation, rule_, unit.id):
        return
    tours = own + _tours(rule_, bookings_around(situation, unit.id))
    over = over_quota(rule_, days_on_tour(rule_, tours))
    for _run, group in groupby(enumerate(over), key=lambda pair: pair[1][0] - pair[0]):
        days = [day for _number, day in group]
        yield _over_quota(unit, rule_, tours, days)


def _tours(rule_: RecoveryRule, bookings: list[Booking]) -> list[Rotation]:
    return [
        booking.thing
        for booking in bookings
        if isinstance(booking.thing, Rotation) and is_tour(rule_, booking.thing)
    ]


def _over_quota(
    unit: Force,
    rule_: RecoveryRule,
    tours: list[Rotation],
    days: list[tuple[int, int]],
) -> Breach:
    peak, used = max(days, key=lambda pair: pair[1])
    window = (max(rule_.start, peak - (rule_.window_days or 0) + 1), min(rule_.end, peak + 1))
    amounts = [(tour, day_count(inside(window, [(tour.start, tour.end)]))) for tour in tours]
    return Breach(
        (Ref(Kind.FORCE, unit.id), Ref(Kind.RECOVERY_RULE, rule_.id)),
        days[0][0],
        days[-1][0] + 1,
        measured=used,
        limit=rule_.days,
        peak=peak,
        contributors=tuple(
            Contributor(Ref(Kind.ROTATION, tour.id), amount) for tour, amount in amounts if amount
        ),
        parameters={"force": unit.name, "rule": rule_.id, "variant": "quota"},
    )
