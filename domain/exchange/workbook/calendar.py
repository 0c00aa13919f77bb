"""Days as columns of a sheet: weeks, months or years, each with its days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from domain.engine.spans import Span
from domain.language import _
from domain.model.days import add_months
from domain.reports.period import Period
from domain.words.days import SHORT_MONTHS

MOST_WEEKS: Final = 106
"""Two years; more columns than that are months."""
MOST_MONTHS: Final = 240
"""Twenty years; more columns than that are years."""
Step = Callable[[date], date]
Names = tuple[str, str, str, str]
"""The key of a stretch, its title, its short name, its group."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A column: the days of a week, month or year that lie in the period shown.

    ``short`` names it under ``group``, which stands once above all that share it.
    """

    days: Span
    key: str
    title: str
    short: str
    group: str


class Unit(Enum):
    """What a column of a grid is."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Grid:
    """A period in columns of one unit; no columns for no period."""

    unit: Unit
    stretches: Sequence[Stretch]


def month_grid(period: Period | None) -> Grid:
    """The months of a period, or its years where those are too many."""
    months = _stretches(period, Unit.MONTH)
    if len(months) <= MOST_MONTHS:
        return Grid(Unit.MONTH, months)
    return Grid(Unit.YEAR, _stretches(period, Unit.YEAR))


def week_grid(period: Period | None) -> Grid:
    """The ISO weeks of a period, or its months or years where those are too many."""
    weeks = _stretches(period, Unit.WEEK)
    return Grid(Unit.WEEK, weeks) if len(weeks) <= MOST_WEEKS else month_grid(period)


def places_of(stretches: Sequence[Stretch], days: Span) -> range:
    """The places of the stretches in which any of some days lies."""
    first = bisect_right(stretches, days[0], key=lambda stretch: stretch.days[0])
    after = bisect_left(stretches, days[1], key=lambda stretch: stretch.days[0])
    start = max(first - 1, 0)
    if start < len(stretches) and stretches[start].days[1] <= days[0]:
        start += 1
    return range(start, max(after, start))


def _stretches(period: Period | None, unit: Unit) -> list[Stretch]:
    return [] if period is None else list(_stretches_of(period, unit))


def _stretches_of(period: Period, unit: Unit) -> Iterator[Stretch]:
    start, end = period.span
    begin, following, names = _UNITS[unit]
    day = begin(period.first_day)
    while day.toordinal() < end:
        after = following(day)
        days = max(day.toordinal(), start), min(after.toordinal(), end)
        yield Stretch(days, *names(day))
        day = after


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(monday: date) -> Names:
    year, week, _weekday = monday.isocalendar()
    return f"{year}-W{week:02}", f"{week:02}-{year}", f"{week}", f"{year}"


def _month(first: date) -> Names:
    return f"{first:%Y-%m}", f"{first:%m-%Y}", _(SHORT_MONTHS[first.month - 1]), f"{first.year}"


def _year(first: date) -> Names:
    return f"{first.year}", f"{first.year}", f"{first.year}", ""


_UNITS: Final[Mapping[Unit, tuple[Step, Step, Callable[[date], Names]]]] = {
    Unit.WEEK: (_monday, lambda day: day + timedelta(days=7), _week),
    Unit.MONTH: (lambda day: day.replace(day=1), lambda day: add_months(day, 1), _month),
    Unit.YEAR: (lambda day: day.replace(month=1, day=1), lambda day: add_months(day, 12), _year),
}
"""The first day of the unit in which a day lies, that of the next one, and how it is called."""
