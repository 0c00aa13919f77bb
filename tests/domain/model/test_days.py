"""Days: arithmetic with months, open ends, and days that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from domain.errors import Refused
from domain.model import Length
from domain.model.days import (
    AFTER_ALL,
    BEFORE_ALL,
    add_months,
    end_of,
    last_day_of_months,
    require_order,
    start_of,
)
from tests.domain.plan_builder import day, open_day


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2025-01-31", 3, "2025-04-29"),
        ("2025-05-01", 3, "2025-07-31"),
        ("2024-02-29", 12, "2025-02-27"),
        ("2024-02-29", 48, "2028-02-28"),
        ("2025-01-01", 12, "2025-12-31"),
        ("2025-01-29", 1, "2025-02-27"),
        ("2025-01-30", 1, "2025-02-27"),
        ("2025-01-31", 1, "2025-02-27"),
        ("2024-01-29", 1, "2024-02-28"),
        ("2024-01-30", 1, "2024-02-28"),
        ("2024-12-31", 2, "2025-02-27"),
        ("2025-12-01", 1, "2025-12-31"),
        ("2100-02-01", 1, "2100-02-28"),
    ],
)
def test_months_end_a_day_before_the_same_day_clamped_to_the_end_of_the_month(
    first: str, months: int, last: str
) -> None:
    assert last_day_of_months(day(first), months) == day(last)
    assert Length(months=months).last_day_from(day(first)) == day(last)


@pytest.mark.parametrize(
    ("first", "months", "later"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-03-15", 0, "2025-03-15"),
        ("2025-10-31", 1, "2025-11-30"),
    ],
)
def test_months_later_is_the_same_day_or_the_end_of_the_month(
    first: str, months: int, later: str
) -> None:
    assert add_months(day(first), months) == day(later)


@pytest.mark.parametrize(
    ("days", "last"), [(1, "2025-01-31"), (2, "2025-02-01"), (70, "2025-04-10")]
)
def test_n_days_end_on_the_nth(days: int, last: str) -> None:
    assert Length(days=days).last_day_from(day("2025-01-31")) == day(last)


@pytest.mark.parametrize("numbers", [{}, {"days": 1, "months": 1}, {"days": -1}, {"months": -1}])
def test_a_length_is_days_or_months_and_never_negative(numbers: dict[str, int]) -> None:
    with pytest.raises(Refused, match=r"^A length is .*\.$"):
        Length(**numbers)


def test_a_length_of_nought_ends_before_it_begins() -> None:
    assert Length(days=0).last_day_from(day("2026-03-01")) == day("2026-02-28")
    assert Length(months=0).last_day_from(day("2026-03-01")) == day("2026-02-28")


def test_an_open_day_lies_before_or_after_all_others() -> None:
    assert start_of(None) == BEFORE_ALL < start_of(date(1990, 1, 1))
    assert end_of(None) == AFTER_ALL > end_of(date(2100, 12, 31))


def test_inside_a_span_runs_up_to_the_day_after_its_last() -> None:
    assert end_of(date(2026, 3, 31)) == start_of(date(2026, 4, 1))
    assert end_of(date(2026, 3, 1)) - start_of(date(2026, 3, 1)) == 1


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-03-01", "2026-03-01"),
        ("1990-01-01", "2100-12-31"),
        (None, "2026-03-01"),
        ("2026-03-01", None),
        (None, None),
    ],
)
def test_days_in_order_are_taken(first: str | None, last: str | None) -> None:
    require_order(open_day(first), open_day(last), "this")


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (
            "2026-03-02",
            "2026-03-01",
            "this: the last day 2026-03-01 lies before the first day 2026-03-02.",
        ),
        ("1989-12-31", None, "this: 1989-12-31 lies outside 1990–2100."),
        (None, "2101-01-01", "this: 2101-01-01 lies outside 1990–2100."),
    ],
)
def test_other_days_are_refused_with_a_sentence(
    first: str | None, last: str | None, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        require_order(open_day(first), open_day(last), "this")

    assert refusal.value.sentence == sentence
