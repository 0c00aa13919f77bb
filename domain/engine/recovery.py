"""Recovery after tours: what each tour claims, and how much of a window units are on tour."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import accumulate
from typing import Final

from domain.engine.situation import Situation
from domain.engine.spans import Span, inside, merged
from domain.engine.strength import counting
from domain.model import CommitmentKind, RecoveryKind, RecoveryRule, Rotation
from domain.values import dataclass

UNHURRIED: Final = frozenset({CommitmentKind.MAINTENANCE, CommitmentKind.EXERCISE})
"""The kinds of commitments that may begin while a unit recovers."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The days after a tour that its unit needs."""

    tour: Rotation
    needed: int

    @property
    def end(self) -> int:
        """The day number after the last day claimed."""
        return self.tour.end + self.needed


@dataclass(frozen=True, slots=True)
class Overuse:
    """Days that break a quota, the first of those with the most used, and how many that are."""

    days: Span
    peak: int
    used: int


def rule_holds_for(situation: Situation, rule: RecoveryRule, unit: str) -> bool:
    """Whether a rule is about a unit: it names it, or one that contains it, or names none."""
    if not rule.forces:
        return True
    return any(situation.standing.contains(force, unit) for force in rule.forces)


def is_tour(rule: RecoveryRule, rotation: Rotation) -> bool:
    """Whether a rule sees a rotation as a tour: people in its categories, no exempt mission."""
    if not counting(rule.categories)(rotation):
        return False
    return all(exemption.mission != rotation.mission for exemption in rule.exempt_missions)


def needed_for(rule: RecoveryRule, tour_days: int) -> int:
    """How many days a rule asks after a tour of so many days."""
    if rule.kind is RecoveryKind.RATIO:
        exact = (rule.factor or Decimal(0)) * tour_days
        return int(exact.to_integral_value(rounding=ROUND_CEILING))
    return rule.days or 0


def claim_of(rule: RecoveryRule, tour: Rotation) -> Claim | None:
    """What a tour claims under a rule that holds on its last day, or none."""
    if not is_tour(rule, tour) or not rule.start <= tour.end - 1 < rule.end:
        return None
    return Claim(tour, needed_for(rule, tour.days))


def reach_of(situation: Situation) -> int:
    """As many days as any tour claims under any rule, or more."""
    rules = situation.plan.recovery_rules.things()
    return max((needed_for(rule, situation.ways.longest()) for rule in rules), default=0)


def days_on_tour(rule: RecoveryRule, tours: Iterable[Rotation]) -> list[Span]:
    """The days on which a unit is on tour and the rule holds, as runs."""
    runs = merged((tour.start, tour.end) for tour in tours)
    return list(inside((rule.start, rule.end), runs))


def over_quota(rule: RecoveryRule, on_tour: Sequence[Span]) -> Iterator[Overuse]:
    """Where the days on tour break a quota, at most once in each run of them.

    Within a run the days used in the window never grow fewer from one day to the next: each day
    adds one and at most one falls out. So the days that break the quota are the last of the run.
    """
    window, quota = rule.window_days or 0, rule.days or 0
    used = _used_within(on_tour, window)
    for start, end in on_tour:
        most = used(end - 1)
        if most > quota:
            first = _first_day_with(quota + 1, used, start)
            yield Overuse((first, end), _first_day_with(most, used, first), most)


def _first_day_with(wanted: int, used: Callable[[int], int], day: int) -> int:
    """The first day of a run, from a day on, on which so many are used: none adds more than one."""
    while (short := wanted - used(day)) > 0:
        day += short
    return day


def _used_within(on_tour: Sequence[Span], window: int) -> Callable[[int], int]:
    """For a day, how many days on tour there are among it and those before it in its window."""
    starts = [start for start, _end in on_tour]
    before = [0, *accumulate(end - start for start, end in on_tour)]

    def until(day: int) -> int:
        number = bisect_right(starts, day)
        if not number:
            return 0
        start, end = on_tour[number - 1]
        return before[number - 1] + min(day + 1, end) - start

    return lambda day: until(day) - until(day - window)
