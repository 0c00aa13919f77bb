"""FRA003."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.engine.strength import PER_YEAR, amounts_in_year, hundredths, year_of, years_of
from domain.language import N_
from domain.model import NUMBERED, Frame, Kind, Limit, Measure, Ref, Rotation
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
def yearly_limit_exceeded(situation: Situation, about: tuple[Frame, Limit]) -> Iterator[Breach]:
    """The count or mean of a calendar year is above a yearly limit."""
    frame, limit = about
    if limit.measure not in PER_YEAR or limit.binding not in NUMBERED:
        return
    for year in years_of(situation, frame):
        amounts = amounts_in_year(situation, frame, limit, year)
        exact = _exact(limit, amounts, year_of(year))
        if exact > (limit.number or 0):
            yield _breach(situation, frame, limit, year, amounts)


def _exact(limit: Limit, amounts: list[tuple[Rotation, int]], days: Span) -> Fraction:
    total = sum(amount for _rotation, amount in amounts)
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
    amounts: list[tuple[Rotation, int]],
) -> Breach:
    days = year_of(year)
    total = sum(amount for _rotation, amount in amounts)
    return Breach(
        (Ref(Kind.LIMIT, limit.id),),
        *days,
        measured=_printed(limit, total, year),
        limit=limit.number,
        contributors=contributing(amounts),
        severity=severity_of(situation, limit, _exact(limit, amounts, days)),
        parameters={
            **words_of(situation, frame, limit),
            "year": year,
            "measure": (limit.measure or Measure.PERSONS_PER_YEAR).value,
        },
    )
