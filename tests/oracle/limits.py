"""FRA001 to FRA003: more than a limit allows, on a day or in a calendar year."""

from datetime import date
from fractions import Fraction
from math import ceil

from tests.oracle.dates import days_of, runs_with_peak
from tests.oracle.findings import Finding, Number, Subject, contributors, two_decimals
from tests.oracle.in_force import InForce
from tests.oracle.strength import headcount, persons, rotations_that_count, teams
from tests.oracle.words import Frame, Limit, Plan, Settings

Amounts = dict[tuple[str, str], int]


def margin(number: int, settings: Settings) -> int:
    """How far a circa limit may be passed before that is an error.

    "The margin = the larger of ⌈number x `circa_percent` / 100⌉ and `circa_least`."
    """
    return max(ceil(Fraction(number * settings.circa_percent, 100)), settings.circa_least)


def severity(limit: Limit, measured: Number, settings: Settings) -> str | None:
    """How bad so much is, or None when it fits.

    "Equal to the limit is no breach, nor is less." "Above the number is a warning; above number +
    margin an error." "`modular` is treated as `circa`. `maximum` and `exact`: above is an error."
    """
    number = compared_number(limit)
    if number is None or measured <= number:
        return None
    if limit.binding in {"circa", "modular"} and measured <= number + margin(number, settings):
        return "warning"
    return "error"


def compared_number(limit: Limit) -> int | None:
    """The number to compare with; none for `unlimited`, `unknown` and `unread`."""
    comparable = limit.binding in {"maximum", "exact", "circa", "modular"}
    return limit.number if comparable else None


def limit_findings(plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA001, FRA002 and FRA003 of every limit of every frame."""
    found = []
    for frame in plan.frames:
        for limit in frame.limits:
            if limit.measure in {"persons", "teams"}:
                found += _days_above(frame, limit, plan, in_force)
            elif limit.measure in {"teams_per_year", "persons_per_year", "average_per_year"}:
                found += _years_above(frame, limit, plan, in_force)
    return found


def _amounts_on(frame: Frame, limit: Limit, day: date, plan: Plan, in_force: InForce) -> Amounts:
    if limit.measure == "teams":
        return teams(frame, day, plan, in_force)
    return persons(frame, limit.categories, day, plan, in_force)


def _days_with_rotations(plan: Plan) -> set[date]:
    """The only days on which anything can be counted: "On other days the strength is 0"."""
    return {day for r in plan.rotations for day in days_of(r.first_day, r.last_day)}


def _days_above(frame: Frame, limit: Limit, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA001 and FRA002: "limit → days above. A run's severity is that of its peak"."""
    number = compared_number(limit)
    if number is None:
        return []
    amounts = {
        day: _amounts_on(frame, limit, day, plan, in_force) for day in _days_with_rotations(plan)
    }
    above = {
        day: sum(parts.values()) - number
        for day, parts in amounts.items()
        if sum(parts.values()) > number
    }
    return [
        Finding(
            code="FRA001" if limit.measure == "persons" else "FRA002",
            severity=severity(limit, sum(amounts[peak].values()), plan.settings) or "",
            subjects=(Subject("limit", limit.id),),
            first_day=first,
            last_day=last,
            measured=sum(amounts[peak].values()),
            limit=number,
            peak_day=peak,
            contributors=contributors(amounts[peak]),
        )
        for first, last, peak in runs_with_peak(above)
    ]


def _first_days_in(year: int, frame: Frame, limit: Limit, plan: Plan, in_force: InForce) -> Amounts:
    """What each rotation that begins in the year adds.

    "`…_per_year` count rotations whose first day is in the calendar year and on a day on which the
    frame is in force." "Teams and first days are counted in full."
    """
    return {
        ("rotation", r.id): (
            r.teams or 0 if limit.measure == "teams_per_year" else headcount(r, limit.categories)
        )
        for r in plan.rotations
        if r.first_day.year == year
        and r in rotations_that_count(frame, r.first_day, plan, in_force)
    }


def _person_days_in(
    year: int, frame: Frame, limit: Limit, plan: Plan, in_force: InForce
) -> Amounts:
    """The person-days of each rotation in the year: "the sum of the daily strength"."""
    total: Amounts = {}
    for day in _days_with_rotations(plan):
        if day.year == year:
            parts = persons(frame, limit.categories, day, plan, in_force)
            for rotation, amount in parts.items():
                total[rotation] = total.get(rotation, 0) + amount
    return total


def _years_above(frame: Frame, limit: Limit, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA003: "limit → each calendar year above (1 January - 31 December)"."""
    years = sorted({day.year for day in _days_with_rotations(plan)})
    found = [_year_above(year, frame, limit, plan, in_force) for year in years]
    return [finding for finding in found if finding is not None]


def _year_above(
    year: int, frame: Frame, limit: Limit, plan: Plan, in_force: InForce
) -> Finding | None:
    """The finding of one year.

    "The mean is the sum of the daily strength on the days in force divided by all days of the
    calendar year (365 or 366), compared exactly, printed with two decimals."
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    measured: Number
    if limit.measure == "average_per_year":
        amounts = _person_days_in(year, frame, limit, plan, in_force)
        measured = Fraction(sum(amounts.values()), len(days_of(first, last)))
    else:
        amounts = _first_days_in(year, frame, limit, plan, in_force)
        measured = sum(amounts.values())
    how_bad = severity(limit, measured, plan.settings)
    if how_bad is None:
        return None
    return Finding(
        code="FRA003",
        severity=how_bad,
        subjects=(Subject("limit", limit.id),),
        first_day=first,
        last_day=last,
        measured=two_decimals(measured) if isinstance(measured, Fraction) else measured,
        limit=limit.number,
        contributors=contributors(amounts),
    )
