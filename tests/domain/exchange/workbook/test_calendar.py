"""Days as columns: every day of a period lies in exactly one of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.workbook.calendar import Grid, Unit, month_grid, places_of, week_grid
from domain.reports import Period
from tests.domain import plan_builder as build

DAYS = st.dates(date(1995, 1, 1), date(2095, 12, 31))


def period(first: str, last: str) -> Period:
    return Period(build.day(first), build.day(last))


@given(first=DAYS, days=st.integers(0, 9_000))
def test_columns_follow_each_other_and_hold_the_period(first: date, days: int) -> None:
    whole = Period(first, min(first + timedelta(days=days), date(2100, 12, 31)))
    for grid in (week_grid(whole), month_grid(whole)):
        spans = [stretch.days for stretch in grid.stretches]
        assert (spans[0][0], spans[-1][1]) == whole.span
        assert [end for _start, end in spans[:-1]] == [start for start, _end in spans[1:]]
        assert all(start < end for start, end in spans)
        assert len({stretch.key for stretch in grid.stretches}) == len(spans)
        assert len({stretch.title for stretch in grid.stretches}) == len(spans)


@given(start=st.integers(-40, 900), length=st.integers(1, 400))
def test_places_are_the_columns_that_a_span_touches(start: int, length: int) -> None:
    grid = month_grid(period("2026-01-15", "2028-03-10"))
    first = date(2026, 1, 1).toordinal() + start
    span = first, first + length
    touched = [
        place
        for place, stretch in enumerate(grid.stretches)
        if stretch.days[0] < span[1] and span[0] < stretch.days[1]
    ]
    assert list(places_of(grid.stretches, span)) == touched


def test_weeks_are_those_of_iso_under_their_years() -> None:
    grid = week_grid(period("2026-12-30", "2027-01-05"))
    named = [(stretch.key, stretch.short, stretch.group) for stretch in grid.stretches]
    assert grid.unit is Unit.WEEK
    assert named == [("2026-W53", "53", "2026"), ("2027-W01", "1", "2027")]


def test_months_have_their_days_in_the_period_only() -> None:
    grid = month_grid(period("2026-01-15", "2026-02-10"))
    titles = [(one.key, one.title, one.short, one.group) for one in grid.stretches]
    assert titles == [
        ("2026-01", "01-2026", "Jan", "2026"),
        ("2026-02", "02-2026", "Feb", "2026"),
    ]
    assert [end - start for start, end in (one.days for one in grid.stretches)] == [17, 10]


@pytest.mark.parametrize(
    ("first", "last", "weeks", "months"),
    [
        ("2026-01-01", "2027-12-31", Unit.WEEK, Unit.MONTH),
        ("2026-01-01", "2028-06-30", Unit.MONTH, Unit.MONTH),
        ("2000-01-01", "2020-06-30", Unit.YEAR, Unit.YEAR),
    ],
)
def test_too_many_columns_become_longer_ones(
    first: str, last: str, weeks: Unit, months: Unit
) -> None:
    assert week_grid(period(first, last)).unit is weeks
    assert month_grid(period(first, last)).unit is months


def test_no_period_has_no_columns() -> None:
    assert week_grid(None) == Grid(Unit.WEEK, [])
    assert month_grid(None) == Grid(Unit.MONTH, [])
    assert list(places_of([], (1, 2))) == []
