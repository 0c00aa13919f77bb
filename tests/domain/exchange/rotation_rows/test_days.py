"""Days in cells."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.rotation_rows.cell import Cell, Kind
from domain.exchange.rotation_rows.days import Epoch, day_of
from domain.exchange.rotation_rows.doubt import Doubt

SENSIBLE = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(SENSIBLE)
def test_a_day_is_counted_from_1900_with_a_day_that_never_was(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    assert day_of(Cell(Kind.DATED, serial), Epoch.OF_1900) == day


@given(SENSIBLE)
def test_a_day_is_counted_from_1904(day: date) -> None:
    serial = str((day - date(1904, 1, 1)).days)
    assert day_of(Cell(Kind.DATED, serial), Epoch.OF_1904) == day


@given(SENSIBLE, st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", " %d-%m-%Y\n"]))
def test_a_day_is_written_in_two_forms(day: date, form: str) -> None:
    for kind in (Kind.TEXT, Kind.PLAIN):
        assert day_of(Cell(kind, day.strftime(form)), Epoch.OF_1900) == day


@given(st.text(max_size=12) | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"))
def test_any_other_text_is_refused_or_means_that_day(text: str) -> None:
    try:
        day = day_of(Cell(Kind.TEXT, text), Epoch.OF_1900)
    except Doubt:
        return
    assert text.strip() in {day.strftime("%d-%m-%Y"), day.isoformat()}


@pytest.mark.parametrize(
    ("serial", "words"),
    [
        ("1", "is 01-01-1900, which lies outside"),
        ("59", "is 28-02-1900, which lies outside"),
        ("60", "'60' is no date"),
        ("61", "is 01-03-1900, which lies outside"),
        ("0", "'0' is no date"),
        ("-1", "'-1' is no date"),
        ("32873", "is 31-12-1989, which lies outside"),
        ("73416", "is 01-01-2101, which lies outside"),
        ("2958465", "is 31-12-9999, which lies outside"),
        ("2958466", "is no date"),
        ("46023.5", "has a time of day"),
        ("1e999", "is no date"),
        ("NaN", "is no date"),
        ("", "is no date"),
    ],
)
def test_what_is_no_sensible_day_of_1900(serial: str, words: str) -> None:
    with pytest.raises(Doubt, match=words):
        day_of(Cell(Kind.DATED, serial), Epoch.OF_1900)


@pytest.mark.parametrize(
    ("serial", "words"),
    [("0", "is 01-01-1904"), ("60", "is 01-03-1904"), ("2957004", "is no date")],
)
def test_what_is_no_sensible_day_of_1904(serial: str, words: str) -> None:
    with pytest.raises(Doubt, match=words):
        day_of(Cell(Kind.DATED, serial), Epoch.OF_1904)


def test_the_same_number_is_another_day_four_years_later() -> None:
    cell = Cell(Kind.DATED, "46023")
    apart = day_of(cell, Epoch.OF_1904) - day_of(cell, Epoch.OF_1900)
    assert apart == timedelta(days=1462)


@pytest.mark.parametrize("text", ["46023.0", "4.6023E4", "046023"])
def test_a_whole_number_may_be_written_in_several_ways(text: str) -> None:
    assert day_of(Cell(Kind.DATED, text), Epoch.OF_1900) == date(2026, 1, 1)


@pytest.mark.parametrize("text", ["2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00.000Z"])
def test_a_day_in_iso(text: str) -> None:
    assert day_of(Cell(Kind.ISO, text), Epoch.OF_1904) == date(2026, 1, 1)


@pytest.mark.parametrize("text", ["2026-01-01T10:00:00", "2026-01", "T10:00"])
def test_a_moment_in_iso_is_no_day(text: str) -> None:
    with pytest.raises(Doubt, match="has a time of day"):
        day_of(Cell(Kind.ISO, text), Epoch.OF_1900)
