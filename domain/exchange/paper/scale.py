"""Days as places on a page, and the parts of a period that stand on one page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from domain.engine.spans import Span, overlap
from domain.language import N_, _
from domain.reports.period import Period
from domain.words.days import SHORT_MONTHS

_MOST_PARTS = 100
_ROOM_FOR_A_WEEK = 11
"""Points that the number of a week needs."""


class Breadth(Enum):
    """How much time stands on one page, by its word."""

    ALL = N_("everything on the width of a page")
    TWO_YEARS = N_("two years a page")
    YEAR = N_("a year a page")
    HALF = N_("half a year a page")
    QUARTER = N_("three months a page")


_MONTHS_OF = {Breadth.TWO_YEARS: 24, Breadth.YEAR: 12, Breadth.HALF: 6, Breadth.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days stand between two places."""

    days: Span
    left: float
    right: float

    @property
    def per_day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / max(self.days[1] - self.days[0], 1)

    def x(self, day: int) -> float:
        """The place of the beginning of a day, never beyond the ends."""
        inside = min(max(day, self.days[0]), self.days[1])
        return self.left + (inside - self.days[0]) * self.per_day

    def part(self, days: Span) -> tuple[float, float] | None:
        """From where to where some days go; none where they lie outside."""
        common = overlap(self.days, days)
        return None if common is None else (self.x(common[0]), self.x(common[1]))


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of days with its name."""

    days: Span
    text: str


def parts_of(period: Period, breadth: Breadth) -> list[Span]:
    """The parts of a period that stand on one page each, from first days of months.

    Where those would be more than anyone leafs through it is one part.
    """
    start, end = period.span
    months = _MONTHS_OF.get(breadth)
    if months is None or (end - start) / (30 * months) > _MOST_PARTS:
        return [(start, end)]
    found = []
    first = _first_of_month(start)
    while first < end:
        after = _months_later(first, months)
        found.append((max(first, start), min(after, end)))
        first = after
    return found


def _first_of_month(day: int) -> int:
    return date.fromordinal(day).replace(day=1).toordinal()


def _months_later(day: int, months: int) -> int:
    """The first day of a month some months later, or the day after the last there is."""
    first = date.fromordinal(day)
    place = first.year * 12 + first.month - 1 + months
    if place // 12 > date.max.year:
        return date.max.toordinal() + 1
    return date(place // 12, place % 12 + 1, 1).toordinal()


def years_on(scale: Scale) -> list[Tick]:
    """The years on a scale."""
    first, last = (date.fromordinal(day) for day in (scale.days[0], scale.days[1] - 1))
    return [
        Tick((date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1), str(year))
        for year in range(first.year, last.year + 1)
    ]


def groups_on(scale: Scale) -> list[Tick]:
    """What stands above the finest stretches: months above weeks, else years."""
    if not _has_weeks(scale):
        return years_on(scale)
    return [
        Tick(tick.days, f"{tick.text} {date.fromordinal(tick.days[0]).year}")
        for tick in _months(scale.days, 1)
    ]


def _has_weeks(scale: Scale) -> bool:
    return 7 * scale.per_day >= _ROOM_FOR_A_WEEK


def ticks_on(scale: Scale) -> Sequence[Tick]:
    """The finest stretches that there is room for: weeks, months or quarters."""
    if _has_weeks(scale):
        return list(_weeks(scale.days))
    if 30 * scale.per_day >= 13:  # noqa: PLR2004 - as above, of a month
        return list(_months(scale.days, 1))
    if 91 * scale.per_day >= 9:  # noqa: PLR2004 - as above, of a quarter
        return list(_months(scale.days, 3))
    return []


def _weeks(days: Span) -> Iterator[Tick]:
    monday = days[0] - date.fromordinal(days[0]).weekday()
    for start in range(max(monday, 1), days[1], 7):
        yield Tick((start, start + 7), str(date.fromordinal(start).isocalendar().week))


def _months(days: Span, step: int) -> Iterator[Tick]:
    first = date.fromordinal(days[0])
    start = date(first.year, first.month - (first.month - 1) % step, 1).toordinal()
    while start < days[1]:
        month, after = date.fromordinal(start).month, _months_later(start, step)
        quarter = _("Q{quarter}").format(quarter=(month + 2) // 3)
        yield Tick((start, after), quarter if step > 1 else _(SHORT_MONTHS[month - 1]))
        start = after
