"""Calendar periods, their names, and the scale that suits a zoom."""

from __future__ import annotations

from datetime import date

import pytest

from gui.timeline.periods import Unit, names_of, periods, scale_of


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("pixels", "upper", "lower"),
    [
        (40.0, Unit.MONTH, Unit.DAY),
        (6.0, Unit.MONTH, Unit.WEEK),
        (1.0, Unit.YEAR, Unit.MONTH),
        (0.4, Unit.YEAR, Unit.QUARTER),
        (0.1232, Unit.DECADE, Unit.YEAR),
    ],
)
def test_the_tiers_of_the_header_follow_the_zoom(pixels: float, upper: Unit, lower: Unit) -> None:
    scale = scale_of(pixels)
    assert (scale.upper, scale.lower) == (upper, lower)


@pytest.mark.parametrize(
    ("unit", "first", "second"),
    [
        (Unit.DAY, "2026-12-31", "2027-01-01"),
        (Unit.WEEK, "2026-12-28", "2027-01-04"),
        (Unit.MONTH, "2026-12-01", "2027-01-01"),
        (Unit.QUARTER, "2026-10-01", "2027-01-01"),
        (Unit.YEAR, "2026-01-01", "2027-01-01"),
        (Unit.DECADE, "2020-01-01", "2030-01-01"),
    ],
)
def test_periods_begin_before_what_is_in_sight(unit: Unit, first: str, second: str) -> None:
    seen = periods(unit, number("2026-12-31"), number("2027-01-01") + 0.5)
    start, end = next(seen)
    assert (start, end) == (number(first), number(second))


def test_weeks_are_named_as_iso_names_them() -> None:
    assert names_of(Unit.WEEK, number("2026-12-28")) == ("wk 53", "53")
    assert names_of(Unit.WEEK, number("2027-01-04")) == ("wk 1", "1")


def test_a_month_needs_no_year_below_one() -> None:
    march = number("2027-03-01")
    assert names_of(Unit.MONTH, march) == ("March 2027", "Mar 2027", "Mar")
    assert names_of(Unit.MONTH, march, below_year=True) == ("March", "Mar")


def test_other_periods_have_short_names() -> None:
    first = number("2027-04-01")
    assert names_of(Unit.QUARTER, first) == ("Q2",)
    assert names_of(Unit.YEAR, first)[0] == "2027"
    assert names_of(Unit.DECADE, number("2020-01-01"))[0] == "2020–2029"
    assert names_of(Unit.DAY, first) == ("1",)
