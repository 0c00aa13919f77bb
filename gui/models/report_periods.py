"""The periods that a report can be about: reporting years, calendar years, the whole plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.language import _
from domain.model import Plan
from domain.reports.period import Period, period_of
from domain.reports.printed import printed_for, printed_tables

_FIRST_MONTH: Final = 5
"""A reporting year begins in May. Source: Kamerstuk 29521, the yearly reports since 2021."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A period with the words by which it is chosen."""

    text: str
    period: Period


def choices_of(plan: Plan) -> list[Choice]:
    """What a report of a plan can be about; reporting years first, the whole plan at the end."""
    whole = period_of(plan)
    printed = _printed(plan, whole)
    days = [] if whole is None else [whole.first_day, whole.last_day]
    days += [day for period in printed for day in (period.first_day, period.last_day)]
    if not days:
        return []
    first, last = min(days), max(days)
    choices = [_reporting_year(year) for year in range(first.year - 1, last.year + 1)]
    choices += [_calendar_year(year) for year in range(first.year, last.year + 1)]
    shown = [choice for choice in choices if choice.period.touches(first, last)]
    if whole is not None:
        shown.append(Choice(_("the whole plan"), whole))
    return shown


def first_choice(plan: Plan, today: date) -> Period | None:
    """The period with printed totals that is latest, else the reporting year of today."""
    choices = choices_of(plan)
    printed = _printed(plan, period_of(plan))
    if printed:
        return max(printed, key=lambda period: period.last_day)
    now = [one.period for one in choices if one.period.touches(today, today)]
    return next(iter(now or [one.period for one in choices]), None)


def _printed(plan: Plan, whole: Period | None) -> list[Period]:
    """The periods with printed totals that the plan is about, in part at least."""
    return [
        table.period
        for table in printed_tables()
        if printed_for(plan, table.period) is not None
        and (whole is None or table.period.touches(whole.first_day, whole.last_day))
    ]


def _reporting_year(year: int) -> Choice:
    period = Period(date(year, _FIRST_MONTH, 1), date(year + 1, _FIRST_MONTH - 1, 30))
    text = _("May {year} – April {next}").format(year=year, next=year + 1)
    return Choice(text, period)


def _calendar_year(year: int) -> Choice:
    return Choice(str(year), Period(date(year, 1, 1), date(year, 12, 31)))
