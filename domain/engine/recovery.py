"""Recovery after tours: what each tour claims, and how much of a window units are on tour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from domain.engine.situation import Situation
from domain.engine.spans import Span, inside, merged
from domain.model import RecoveryKind, RecoveryRule, Rotation


@dataclass(frozen=True, slots=True)
class Claim:
    """The days after a tour that its unit needs."""

    tour: Rotation
    needed: int

    @property
    def end(self) -> int:
        """The day number after the last day claimed."""
        return self.tour.end + self.needed


def rule_holds_for(situation: Situation, rule: RecoveryRule, unit: str) -> bool:
    """Whether a rule is about a unit: it names it, or one that contains it, or names none."""
    if not rule.forces:
        return True
    return any(situation.standing.contains(force, unit) for force in rule.forces)


def is_tour(rule: RecoveryRule, rotation: Rotation) -> bool:
    """Whether a rule sees a rotation as a tour: people in its categories, no exempt mission."""
    return bool(rotation.people_in(rule.categories)) and not any(
        exemption.mission == rotation.mission for exemption in rule.exempt_missions
    )


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


def days_on_tour(rule: RecoveryRule, tours: Iterable[Rotation]) -> list[Span]:
    """The days on which a unit is on tour and the rule holds, as runs."""
    runs = merged((tour.start, tour.end) for tour in tours)
    return list(inside((rule.start, rule.end), runs))


def over_quota(rule: RecoveryRule, on_tour: list[Span]) -> Iterator[tuple[int, int]]:
    """The days on tour that break a quota, each with the days used in its window."""
    window, quota = rule.window_days or 0, rule.days or 0
    days = [day for start, end in on_tour for day in range(start, end)]
    oldest = 0
    for number, day in enumerate(days):
        while days[oldest] <= day - window:
            oldest += 1
        used = number - oldest + 1
        if used > quota:
            yield day, used
