"""Calendar days: arithmetic with months, and what a source says about a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

from domain.errors import Refused
from domain.language import _
from domain.model.demands import LONGEST_DAYS, LONGEST_MONTHS
from domain.values import dataclass

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
BEFORE_ALL: Final = date(1, 1, 1).toordinal()
AFTER_ALL: Final = date(9999, 12, 31).toordinal()
ONE_DAY: Final = timedelta(days=1)


class Precision(StrEnum):
    """How much of a day is real."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    APPROX = "approx"


class EndKind(StrEnum):
    """Why a last day is given or open."""

    DATE = "date"
    INDEFINITE = "indefinite"
    ONGOING = "ongoing"
    PER_ACTIVITY = "per_activity"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class DayNotes:
    """What a source says about a first and a last day, beside the days themselves."""

    first_precision: Precision = Precision.DAY
    last_precision: Precision = Precision.DAY
    first_note: str = ""
    last_note: str = ""
    last_kind: EndKind | None = None


NO_NOTES: Final = DayNotes()


@dataclass(frozen=True, slots=True)
class Length:
    """So many days, or so many months; exactly one of the two."""

    days: int | None = None
    months: int | None = None

    def __post_init__(self) -> None:
        """Refuse both, neither, and what is below zero."""
        given = [number for number in (self.days, self.months) if number is not None]
        if len(given) != 1 or given[0] < 0:
            raise Refused(_("A length is a number of days or of months, 0 or more."))
        if (self.days or 0) > LONGEST_DAYS or (self.months or 0) > LONGEST_MONTHS:
            raise Refused(
                _("A length is at most {days} days or {months} months.").format(
                    days=LONGEST_DAYS, months=LONGEST_MONTHS
                )
            )

    def last_day_from(self, first_day: date) -> date:
        """The last day of this length that begins on a first day (both inside)."""
        if self.months is not None:
            return last_day_of_months(first_day, self.months)
        return first_day + timedelta(days=(self.days or 0) - 1)


def add_months(day: date, months: int) -> date:
    """The same day some months later, at the latest the end of that month."""
    return day + relativedelta(months=months)


def last_day_of_months(first_day: date, months: int) -> date:
    """The last day of n months from a first day: plus n months, clamped, minus one day.

    Three months from 31 January 2025 end on 29 April 2025.
    """
    return add_months(first_day, months) - ONE_DAY


def start_of(first_day: date | None) -> int:
    """The day number on which something begins; an open first day is before all days."""
    return BEFORE_ALL if first_day is None else first_day.toordinal()


def end_of(last_day: date | None) -> int:
    """The day number after the last day; an open last day is after all days."""
    return AFTER_ALL if last_day is None else last_day.toordinal() + 1


def require_order(first_day: date | None, last_day: date | None, what: str) -> None:
    """Refuse a last day before the first, and days that no plan can hold."""
    for day in (first_day, last_day):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Refused(
                _("{what}: {day} lies outside {first}–{last}.").format(
                    what=what, day=day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR
                )
            )
    if first_day is not None and last_day is not None and last_day < first_day:
        raise Refused(
            _("{what}: the last day {last} lies before the first day {first}.").format(
                what=what, first=first_day.isoformat(), last=last_day.isoformat()
            )
        )


class Spanned:
    """Anything with a first and a last day, either of which may be open."""

    __slots__ = ()
    first_day: date | None
    last_day: date | None

    @property
    def start(self) -> int:
        """The day number of the first day."""
        return start_of(self.first_day)

    @property
    def end(self) -> int:
        """The day number after the last day."""
        return end_of(self.last_day)
