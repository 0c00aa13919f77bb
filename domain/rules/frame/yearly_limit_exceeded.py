"""FRA003."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.engine.strength import (
    PER_YEAR,
    amounts_in_year,
    hundredths,
    total_in_year,
    year_of,
    years_on,
)
from domain.language import N_
from domain.model import NUMBERED, Frame, Kind, Limit, Measure, Ref
from domain.rules.about import LimitOnDays
from domain.rules.finding import Number, Severity
from domain.rules.frame.excess import contributing, severity_of, words_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA003",
    "yearly-limit-exceeded",
    Severity.ERROR,
    Scope.LIMIT,
    Words(
        title=N_("More in a calendar year than the frame allows"),
        says=N_(
            "{missions}: {measured} in {year} ({measure}) where the frame allows {bound}; "
            "{excess} too many."
        ),
        why=N_("The frame limits a calendar year as a whole, beside what is there at once."),
        what_to_do=N_(
            "Let a rotation begin in another year, combine rotations, or obtain a decision. "
            "A rotation counts in the year of its first day; a mean counts every day."
        ),
        source=N_("The decision on the frame"),
    ),
)
def yearly_limit_exceeded(situation: Situation, about: LimitOnDays) -> Iterator[Breach]:
    """The count or mean of a calendar year is above a yearly limit."""
    frame, limit = about.frame, about.limit
    if limit.measure not in PER_YEAR or limit.binding not in NUMBERED:
        return
    for year in years_on(situation, frame, about.days):
        total = total_in_year(situation, frame, limit, year)
        if _exact(limit, total, year_of(year)) > (limit.number or 0):
            yield _breach(situation, frame, limit, year, total)


def _exact(limit: Limit, total: int, days: Span) -> Fraction:
    if limit.measure is Measure.AVERAGE_PER_YEAR:
        return Fraction(total, days[1] - days[0])
    return Fraction(total)


def _printed(limit: Limit, total: int, year: int) -> Number:
    if limit.measure is Measure.AVERAGE_PER_YEAR:
        return Decimal(hundredths(total, year)).scaleb(-2)
    return total


def _breach(
    situation: Situation,
    frame: Frame,
    limit: Limit,
    year: int,
    total: int,
) -> Breach:
    days = year_of(year)
    return Breach(
        (Ref(Kind.LIMIT, limit.id),),
        *days,
        measured=_printed(limit, total, year),
        limit=limit.number,
        contributors=contributing(amounts_in_year(situation, frame, limit, year)),
        severity=severity_of(situation, limit, _exact(limit, total, days)),
        parameters={
            **words_of(situation, frame, limit),
            "year": year,
            "measure": (limit.measure or Measure.PERSONS_PER_YEAR).value,
        },
    )
