"""FOR004."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.bookings import (
    Booking,
    Pair,
    in_one_chain,
    nested,
    pairs_of,
    shared_days,
)
from domain.engine.situation import Situation
from domain.engine.spans import Span, outside, overlap
from domain.language import N_
from domain.model import Force, Rotation
from domain.rules.finding import Severity
from domain.rules.force.pairs import breach_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FOR004",
    "preparation-overlap",
    Severity.WARNING,
    Scope.UNIT,
    Words(
        title=N_("A unit should be preparing while it is still needed"),
        says=N_(
            "{force} should prepare for {later} but is still claimed by {earlier} "
            "for {finding_days}."
        ),
        why=N_("In the days before a rotation its unit prepares and is not free for another task."),
        what_to_do=N_("Let the rotation begin later, or free the unit earlier."),
    ),
)
def preparation_overlap(situation: Situation, unit: Force) -> Iterator[Breach]:
    """Preparation days of a later booking lie inside an earlier one."""
    for pair in pairs_of(situation, unit.id):
        days = _preparation_inside(situation, pair)
        if days is None or nested(situation, pair) or in_one_chain(situation, pair):
            continue
        for part in outside(days, shared_days(situation, pair)):
            yield breach_of(situation, pair, part)


def _preparation_inside(situation: Situation, pair: Pair) -> Span | None:
    needed = _preparation_days(situation, pair.later)
    preparing = pair.later.start - needed, pair.later.start
    return overlap(preparing, (pair.earlier.start, pair.earlier.end)) if needed else None


def _preparation_days(situation: Situation, booking: Booking) -> int:
    if not isinstance(booking.thing, Rotation):
        return 0
    return situation.plan.missions[booking.thing.mission].preparation_days
