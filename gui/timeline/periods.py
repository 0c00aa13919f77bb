"""Calendar periods: days, ISO weeks, months, quarters, years, decades, with their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum, auto
from typing import Final

from domain.language import N_, _
from domain.values import dataclass
from domain.words.days import SHORT_MONTHS

MONTHS: Final = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


class Unit(Enum):
    """A kind of calendar period."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    YEAR = auto()
    DECADE = auto()


@dataclass(frozen=True, slots=True)
class Scale:
    """Which periods stand in the two tiers of the header, from so many pixels a day on."""

    least_pixels: float
    upper: Unit
    lower: Unit


SCALES: Final = (
    Scale(19.0, Unit.MONTH, Unit.DAY),
    Scale(4.6, Unit.MONTH, Unit.WEEK),
    Scale(0.95, Unit.YEAR, Unit.MONTH),
    Scale(0.28, Unit.YEAR, Unit.QUARTER),
    Scale(0.0, Unit.DECADE, Unit.YEAR),
)


def scale_of(pixels_per_day: float) -> Scale:
    """The scale that can be read at a width of a day."""
    return next(scale for scale in SCALES if pixels_per_day >= scale.least_pixels)


def next_month(day: int, months: int = 1) -> int:
    """The first day, as day number, of the month so many months after that of a day."""
    then = date.fromordinal(day)
    count = then.year * 12 + then.month - 1 + months
    return date(count // 12, count % 12 + 1, 1).toordinal()


def start_of_period(unit: Unit, day: int) -> int:
    """The day number on which the period begins in which a day lies."""
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return day - (day - 1) % 7
    then = date.fromordinal(day)
    if unit is Unit.MONTH:
        return then.replace(day=1).toordinal()
    if unit is Unit.QUARTER:
        return date(then.year, (then.month - 1) // 3 * 3 + 1, 1).toordinal()
    year = then.year if unit is Unit.YEAR else then.year // 10 * 10
    return date(year, 1, 1).toordinal()


_MONTHS_IN: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}


def end_of_period(unit: Unit, start: int) -> int:
    """The day number after a period that begins on a day."""
    if unit is Unit.DAY:
        return start + 1
    return start + 7 if unit is Unit.WEEK else next_month(start, _MONTHS_IN[unit])


def periods(unit: Unit, first: float, end: float) -> Iterator[tuple[int, int]]:
    """The periods that touch a stretch of days, each as its first day and the day after it."""
    start = start_of_period(unit, int(first))
    while start < end:
        after = end_of_period(unit, start)
        yield start, after
        start = after


def _day_names(day: date) -> tuple[str, ...]:
    return (str(day.day),)


def _week_names(day: date) -> tuple[str, ...]:
    week = day.isocalendar().week
    return _("wk {week}").format(week=week), str(week)


def _month_names(day: date) -> tuple[str, ...]:
    long, short = _(MONTHS[day.month - 1]), _(SHORT_MONTHS[day.month - 1])
    return f"{long} {day.year}", f"{short} {day.year}", short


def _quarter_names(day: date) -> tuple[str, ...]:
    return (_("Q{quarter}").format(quarter=(day.month + 2) // 3),)


def _year_names(day: date) -> tuple[str, ...]:
    return str(day.year), f"’{day.year % 100:02}"


def _decade_names(day: date) -> tuple[str, ...]:
    return f"{day.year}–{day.year + 9}", str(day.year)


_NAMES: Final[dict[Unit, Callable[[date], tuple[str, ...]]]] = {
    Unit.DAY: _day_names,
    Unit.WEEK: _week_names,
    Unit.MONTH: _month_names,
    Unit.QUARTER: _quarter_names,
    Unit.YEAR: _year_names,
    Unit.DECADE: _decade_names,
}


def names_of(unit: Unit, start: int, *, below_year: bool = False) -> tuple[str, ...]:
    """What a period is called, the longest name first; below a year a month needs no year."""
    day = date.fromordinal(start)
    if unit is Unit.MONTH and below_year:
        return _(MONTHS[day.month - 1]), _(SHORT_MONTHS[day.month - 1])
    return _NAMES[unit](day)
