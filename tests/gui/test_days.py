"""Days and lengths as the window writes and reads them."""

from __future__ import annotations

from datetime import date

import pytest

from domain.words.days import day_text, period_text
from gui.days import (
    full_length_text,
    length_text,
    moved_by_months,
    read_day,
    same_length_from,
    whole_months,
)


@pytest.mark.parametrize(
    "text", ["05-03-2027", "5-3-2027", "2027-03-05", " 05-03-2027 ", "5/3/2027", "5.3.2027"]
)
def test_a_day_is_read_in_every_usual_way(text: str) -> None:
    assert read_day(text) == date(2027, 3, 5)


@pytest.mark.parametrize(
    "text",
    ["", "31-02-2026", "5-3-27", "2027", "tomorrow", "05-13-2027", "1-1-1066", "2027-03-05x"],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


def test_days_are_written_with_the_day_first() -> None:
    assert day_text(date(2027, 3, 5)) == "05-03-2027"
    assert day_text(None) == ""
    assert period_text(date(2027, 3, 5), date(2027, 4, 1)) == "05-03-2027 – 01-04-2027"
    assert period_text(date(2027, 3, 5), date(2027, 3, 5)) == "05-03-2027"
    assert period_text(None, date(2027, 3, 5)) == "… – 05-03-2027"


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 1, 31), date(2025, 4, 29), 3),
        (date(2025, 5, 1), date(2025, 7, 31), 3),
        (date(2024, 2, 29), date(2025, 2, 27), 12),
        (date(2025, 5, 1), date(2025, 7, 30), None),
        (date(2025, 5, 1), date(2025, 5, 31), 1),
        (date(2025, 5, 1), date(2025, 5, 1), None),
    ],
)
def test_whole_months_are_known_as_such(first: date, last: date, months: int | None) -> None:
    assert whole_months(first, last) == months


def test_a_length_is_in_months_only_where_it_is_a_whole_number_of_them() -> None:
    assert length_text(date(2025, 5, 1), date(2025, 10, 31)) == "6 mo"
    assert length_text(date(2025, 5, 1), date(2025, 5, 10)) == "10 d"
    assert full_length_text(date(2025, 5, 1), date(2025, 10, 31)) == "6 months · 184 days"
    assert full_length_text(date(2025, 5, 1), date(2025, 5, 1)) == "1 day"


def test_the_same_length_is_in_months_where_it_was() -> None:
    first, last = date(2025, 5, 1), date(2025, 10, 31)
    assert same_length_from(first, last, date(2025, 11, 1)) == date(2026, 4, 30)
    assert same_length_from(first, date(2025, 5, 10), date(2025, 5, 11)) == date(2025, 5, 20)


def test_a_month_on_stays_within_the_years_of_a_plan() -> None:
    assert moved_by_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert moved_by_months(date(2100, 12, 31), 1) == date(2100, 12, 31)
