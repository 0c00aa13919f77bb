"""Days and lengths as the window writes and reads them: dd-mm-yyyy in every language."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from domain.language import _
from domain.model.days import FIRST_YEAR, LAST_YEAR, add_months, last_day_of_months
from domain.words.days import day_text
from domain.words.numbers import days_text, months_text

_DAY_FIRST: Final = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_MOST_MONTHS: Final = 240


def moment_text(moment: datetime) -> str:
    """A moment in the time of here: 24-11-2026 18:05."""
    here = moment.astimezone()
    return f"{day_text(here.date())} {here:%H:%M}"


def read_day(text: str) -> date | None:
    """The day that a text names, as 31-12-2027, 31/12/2027, 31.12.2027 or 2027-12-31; else none."""
    text = text.strip()
    found = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def whole_months(first_day: date, last_day: date) -> int | None:
    """How many months a period lasts, when it lasts a whole number of them; else none."""
    months = (last_day.year - first_day.year) * 12 + last_day.month - first_day.month
    for number in (months, months + 1):
        if 1 <= number <= _MOST_MONTHS and last_day_of_months(first_day, number) == last_day:
            return number
    return None


def length_text(first_day: date, last_day: date) -> str:
    """A length as 6 mo, or as 45 d where it is no whole number of months."""
    months = whole_months(first_day, last_day)
    if months is not None:
        return _("{number} mo").format(number=months)
    return _("{number} d").format(number=(last_day - first_day).days + 1)


def full_length_text(first_day: date, last_day: date) -> str:
    """A length in months, where it is a whole number of them, and in days."""
    days = (last_day - first_day).days + 1
    in_days = days_text(days)
    months = whole_months(first_day, last_day)
    if months is None:
        return in_days
    in_months = months_text(months)
    return f"{in_months} · {in_days}"


def same_length_from(first_day: date, last_day: date, start: date) -> date:
    """The last day of a period as long as this one that begins on another day."""
    months = whole_months(first_day, last_day)
    if months is not None:
        return last_day_of_months(start, months)
    return start + (last_day - first_day)


def moved_by_months(day: date, months: int) -> date:
    """The same day some months earlier or later, within the years that a plan can hold."""
    moved = add_months(day, months)
    return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else day
