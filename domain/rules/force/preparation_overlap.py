"""FOR004."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.bookings import Pair, in_one_chain, nested, preparation, shared_days
from domain.engine.situation import Situation
from domain.engine.spans import outside, overlap
from domain.language import N_
from domain.rules.finding import Severity
from domain.rules.force.pairs import breach_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FOR004",
    "preparation-overlap",
    Severity.WARNING,
    Scope.PAIR,
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
def preparation_overlap(situation: Situation, pair: Pair) -> Iterator[Breach]:
    """Preparation days of a later booking lie inside an earlier one."""
    preparing = preparation(situation, pair.later)
    days = preparing and overlap(preparing, (pair.earlier.start, pair.earlier.end))
    if days is None or nested(situation, pair) or in_one_chain(situation, pair):
        return
    for part in outside(days, shared_days(situation, pair)):
        yield breach_of(situation, pair, part)
