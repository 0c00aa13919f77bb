"""Calendar days: sets of days, runs of consecutive days, and months counted from a day."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From a first to a last day; None is an open end.

    "First and last day are both inside."
    """

    first: date | None
    last: date | None

    def has(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def days_of(first: date, last: date) -> list[date]:
    """Every day from first to last, both inside; none if the last lies before the first."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def number_of_days(first: date, last: date) -> int:
    return len(days_of(first, last))


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """First and last day of "each longest run of consecutive days"."""
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and found[-1][1] + ONE_DAY == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def runs_with_peak(excess: dict[date, int]) -> list[tuple[date, date, date]]:
    """First, last and peak day of each run.

    "The peak day is the first day on which the excess is largest."
    """
    found = []
    for first, last in runs(excess):
        largest = max(excess[day] for day in days_of(first, last))
        peak = next(day for day in days_of(first, last) if excess[day] == largest)
        found.append((first, last, peak))
    return found


def last_of_months(first: date, months: int) -> date:
    """The day on which so many months from the first day end.

    "n months from day x is x + n months, clamped to the end of the month, minus one day."
    """
    years, month_index = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month_index + 1
    day = min(first.day, calendar.monthrange(year, month)[1])
    return date(year, month, day) - ONE_DAY


def last_of_days(first: date, days: int) -> date:
    """The day on which so many days from the first day end.

    "n days from x end on x + n - 1."
    """
    return first + timedelta(days=days - 1)
