"""FRA001."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Measure
from domain.rules.about import LimitOnDays
from domain.rules.finding import Severity
from domain.rules.frame.excess import daily_breaches, numbered
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA001",
    "limit-exceeded",
    Severity.ERROR,
    Scope.LIMIT,
    Words(
        title=N_("More persons at once than the frame allows"),
        says=N_(
            "{missions}: {measured_persons} at once on {peak_day} where the frame allows {bound} "
            "({categories}); {excess} too many."
        ),
        why=N_(
            "The cabinet told parliament how many persons take part at most at the same time. "
            "Who sends more needs another decision first."
        ),
        what_to_do=N_(
            "Move or shorten one of the rotations that make the peak, send fewer persons, or "
            "obtain a new decision before the first day. Reaching the limit is allowed. Above a "
            "'circa' number there is a margin in which this is a warning."
        ),
        source=N_("The decision on the frame; the margin of 'circa' is a house rule"),
    ),
)
def limit_exceeded(situation: Situation, about: LimitOnDays) -> Iterator[Breach]:
    """The strength at the missions of a frame is above its limit."""
    if numbered(about.limit, Measure.PERSONS):
        yield from daily_breaches(situation, about)
