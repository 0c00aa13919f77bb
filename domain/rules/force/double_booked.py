"""FOR001."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.bookings import Pair, common_days, nested, shared_days
from domain.engine.situation import Situation
from domain.engine.spans import outside
from domain.language import N_
from domain.rules.finding import Severity
from domain.rules.force.pairs import breach_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FOR001",
    "double-booked",
    Severity.ERROR,
    Scope.PAIR,
    Words(
        title=N_("A unit is in two places at once"),
        says=N_("{force} is claimed by both {earlier} and {later} for {finding_days}."),
        why=N_(
            "There is one single set of forces: the same ship, team or person cannot be in two "
            "places on one day."
        ),
        what_to_do=N_(
            "Move one of the two, use another unit, or declare that the missions share it."
        ),
        source=N_("Single set of forces"),
    ),
)
def double_booked(situation: Situation, pair: Pair) -> Iterator[Breach]:
    """Two bookings of a unit, or of one inside the other, have days in common."""
    common = common_days(pair)
    if common is None or nested(situation, pair):
        return
    for days in outside(common, shared_days(situation, pair)):
        yield breach_of(situation, pair, days)
