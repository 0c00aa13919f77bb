"""Sustainment: how many teams or persons it takes to keep a post filled for good.

The reckoning is the usual one of force planners: of each cycle of preparation, tour and
recovery only the tour, less the handover in which two are there at once, fills the post:

    needed = (preparation + tour + recovery) / (tour - overlap), for each one to be kept filled.

With a tour of six months, as long a preparation and as long a recovery that is the three for one
by which armed forces are wont to reckon. What the parts last comes from the plan: mission
(preparation, handover) and recovery rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from domain.engine.recovery import needed_for
from domain.engine.standing import Standing
from domain.errors import Refused
from domain.language import _
from domain.model import Plan, RecoveryKind, RecoveryRule

DAYS_A_YEAR: Final = Fraction(1461, 4)


@dataclass(frozen=True, slots=True)
class Cycle:
    """The days of one round: preparation, tour, recovery, and the handover within the tour."""

    preparation: int
    tour: int
    recovery: int
    overlap: int

    def __post_init__(self) -> None:
        """Refuse a tour that is all handover."""
        if min(self.preparation, self.recovery, self.overlap) < 0 or self.tour <= self.overlap:
            raise Refused(
                _("A tour of {tour} days is not longer than its handover of {overlap}.").format(
                    tour=self.tour, overlap=self.overlap
                )
            )

    @property
    def needed(self) -> Fraction:
        """How many it takes to keep one filled, exactly."""
        return Fraction(self.preparation + self.tour + self.recovery, self.tour - self.overlap)

    @property
    def tours_a_year(self) -> Fraction:
        """How many tours begin in a year, of 365¼ days, to keep one filled."""
        return DAYS_A_YEAR / (self.tour - self.overlap)


@dataclass(frozen=True, slots=True)
class Sustainment:
    """What it takes to keep so many filled."""

    filled: int
    cycle: Cycle

    @property
    def needed(self) -> Fraction:
        """How many it takes in all, exactly."""
        return self.filled * self.cycle.needed

    @property
    def needed_whole(self) -> int:
        """How many it takes in all, rounded up."""
        return ceil(self.needed)

    @property
    def a_year(self) -> Fraction:
        """How many go out in a year."""
        return self.filled * self.cycle.tours_a_year


@dataclass(frozen=True, slots=True)
class Together:
    """What it takes to keep several missions filled from the same people."""

    parts: tuple[Sustainment, ...]

    @property
    def needed(self) -> Fraction:
        """How many it takes in all, exactly."""
        return sum((part.needed for part in self.parts), Fraction(0))

    @property
    def needed_whole(self) -> int:
        """How many it takes in all, rounded up once, for those left over serve elsewhere."""
        return ceil(self.needed)

    @property
    def a_year(self) -> Fraction:
        """How many go out in a year."""
        return sum((part.a_year for part in self.parts), Fraction(0))


def cycle_at(
    plan: Plan, mission_id: str, tour: int, rules: Iterable[RecoveryRule] | None = None
) -> Cycle:
    """The cycle of tours of so many days at a mission, by the recovery rules that hold for all.

    Other rules, such as those of one pool, can be given. Raises Refused where the handover
    fills the tour.
    """
    mission = plan.missions[mission_id]
    found = list(_general_rules(plan) if rules is None else rules)
    claims = (needed_for(rule, tour) for rule in found if not _exempts(rule, mission_id))
    return Cycle(mission.preparation_days, tour, max(claims, default=0), mission.handover_days)


def _general_rules(plan: Plan) -> Iterator[RecoveryRule]:
    return (rule for rule in plan.recovery_rules.things() if not rule.forces)


def _exempts(rule: RecoveryRule, mission_id: str) -> bool:
    if rule.kind is RecoveryKind.QUOTA:
        return True
    return any(exemption.mission == mission_id for exemption in rule.exempt_missions)


def of_mission(plan: Plan, mission_id: str, filled: int, tour: int) -> Sustainment:
    """What it takes to keep so many persons at a mission, in tours of so many days."""
    return Sustainment(filled, cycle_at(plan, mission_id, tour))


def of_scenario(plan: Plan, filled: Mapping[str, int], tour: int) -> Together:
    """What it takes to keep so many persons at each of several missions, together."""
    return _together((cycle_at(plan, mission, tour), n) for mission, n in filled.items())


def of_pool(plan: Plan, pool_id: str, filled: Mapping[str, int], tour: int) -> Together:
    """What a pool must hold, in its own measure, to keep so many filled at several missions."""
    standing = Standing(plan)
    rules = [
        rule
        for rule in plan.recovery_rules.things()
        if not rule.forces or any(standing.contains(force, pool_id) for force in rule.forces)
    ]
    return _together((cycle_at(plan, mission, tour, rules), n) for mission, n in filled.items())


def _together(cycles: Iterable[tuple[Cycle, int]]) -> Together:
    return Together(tuple(Sustainment(number, cycle) for cycle, number in cycles))
