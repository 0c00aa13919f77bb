"""Days, runs and months of the second opinion, by hand."""

from datetime import date

import pytest

from tests.oracle.dates import (
    Span,
    days_of,
    last_of_days,
    last_of_months,
    number_of_days,
    runs,
    runs_with_peak,
)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2025, 1, 31), 3, date(2025, 4, 29)),
        (date(2025, 5, 1), 3, date(2025, 7, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 27)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 27)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
        (date(2026, 8, 15), 4, date(2026, 12, 14)),
        (date(2026, 8, 15), 5, date(2027, 1, 14)),
        (date(2026, 8, 15), 0, date(2026, 8, 14)),
    ],
)
def test_so_many_months_end_on_the_day_before(first: date, months: int, last: date) -> None:
    assert last_of_months(first, months) == last


def test_ten_days_end_on_the_tenth() -> None:
    assert last_of_days(date(2028, 2, 25), 10) == date(2028, 3, 5)


def test_both_the_first_and_the_last_day_are_inside() -> None:
    assert days_of(date(2028, 2, 28), date(2028, 3, 1)) == [
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


def test_there_are_no_days_when_the_last_lies_before_the_first() -> None:
    assert number_of_days(date(2026, 3, 2), date(2026, 3, 1)) == 0


@pytest.mark.parametrize(
    ("day", "inside"),
    [(date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)],
)
def test_an_open_first_day_has_every_day_until_the_last(day: date, *, inside: bool) -> None:
    assert Span(None, date(2026, 12, 31)).has(day) is inside


def test_consecutive_days_are_one_run_across_a_year_end() -> None:
    days = {date(2027, 1, 1), date(2026, 12, 31), date(2027, 1, 3)}

    assert runs(days) == [
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 3), date(2027, 1, 3)),
    ]


def test_the_peak_is_the_first_day_of_the_largest_excess() -> None:
    excess = {
        date(2026, 1, 1): 1,
        date(2026, 1, 2): 3,
        date(2026, 1, 3): 3,
        date(2026, 1, 5): 2,
    }

    assert runs_with_peak(excess) == [
        (date(2026, 1, 1), date(2026, 1, 3), date(2026, 1, 2)),
        (date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 5)),
    ]
