"""FRA002."""

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
    "FRA002",
    "teams-exceeded",
    Severity.ERROR,
    Scope.LIMIT,
    Words(
        title=N_("More teams at once than the frame allows"),
        says=N_(
            "{missions}: {measured_teams} at once on {peak_day} where the frame allows {bound}; "
            "{excess} too many."
        ),
        why=N_("The frame says how many teams may be under way at the same time."),
        what_to_do=N_(
            "Let a team leave later or return earlier, or obtain a decision for more teams."
        ),
        source=N_("The decision on the frame"),
    ),
)
def teams_exceeded(situation: Situation, about: LimitOnDays) -> Iterator[Breach]:
    """The number of teams at the missions of a frame is above its limit."""
    if numbered(about.limit, Measure.TEAMS):
        yield from daily_breaches(situation, about)
