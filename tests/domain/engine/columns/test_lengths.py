"""Last days of lengths, reckoned for all first days at once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.engine.columns.screens.lengths import last_days
from domain.model import Length

LENGTHS = st.builds(Length, days=st.integers(0, 900)) | st.builds(
    Length, months=st.integers(0, 130)
)


@given(length=LENGTHS, first_day=st.dates(date(1990, 1, 1), date(2099, 1, 1)))
def test_a_last_day_is_that_of_the_calendar(length: Length, first_day: date) -> None:
    first = first_day.toordinal()
    days = [date.fromordinal(first + number) for number in range(40)]

    assert last_days(length, first, 40).tolist() == [
        length.last_day_from(day).toordinal() for day in days
    ]
