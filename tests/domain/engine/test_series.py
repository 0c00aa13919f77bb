"""A series of rotations until the end of a frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.lengths import LengthFits
from domain.engine.series import series
from domain.engine.series_days import SeriesWish, series_days
from domain.errors import Refused
from domain.model import Length, Mission, Plan, Rotation, Status

FIRST = Rotation(
    "r1", "osc", "Staff", date(2026, 1, 1), date(2026, 6, 30), military=4, status=Status.DEPLOYED
)


def a_wish(**fields: object) -> SeriesWish:
    values: dict[str, object] = {
        "follows": FIRST,
        "last_day": date(2027, 6, 30),
        "months": 6,
        **fields,
    }
    return SeriesWish(**values)  # type: ignore[arg-type]


def made(wish: SeriesWish, *busy: str, mission: Mission | None = None) -> tuple[Rotation, ...]:
    plan = Plan().put(mission or Mission("osc", "OSC")).put(wish.follows)
    names = (f"n{number}" for number in count(1))
    return series(plan, wish, names, lambda _plan, rotation: rotation.force not in busy)


def between(least: int, most: int) -> LengthFits:
    """Whether a rotation lasts so many days."""
    return lambda first, last: least <= (last - first).days + 1 <= most


def any_length(_first_day: date, _last_day: date) -> bool:
    return True


THREE_TO_TWELVE = between(89, 366)


def test_the_series_reaches_the_last_day_without_a_gap() -> None:
    assert series_days(a_wish(), any_length) == (
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 6, 30)),
    )


def test_each_begins_the_days_of_the_handover_before_the_other_ends() -> None:
    days = series_days(a_wish(handover_days=7, last_day=date(2027, 3, 1)), any_length)
    assert days[0] == (date(2026, 6, 24), date(2026, 12, 23))
    assert days[1] == (date(2026, 12, 17), date(2027, 3, 1))


def test_a_last_one_that_is_nearly_long_enough_shares_with_the_one_before_by_whole_months() -> None:
    days = series_days(a_wish(last_day=date(2027, 3, 15)), THREE_TO_TWELVE)
    assert days == (
        (date(2026, 7, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), date(2027, 3, 15)),
    )


def test_where_whole_months_do_not_fit_they_share_to_the_day() -> None:
    days = series_days(a_wish(last_day=date(2027, 3, 15)), between(128, 130))
    assert days == (
        (date(2026, 7, 1), date(2026, 11, 6)),
        (date(2026, 11, 7), date(2027, 3, 15)),
    )


def test_a_few_days_at_the_end_are_taken_in_by_the_one_before() -> None:
    days = series_days(a_wish(last_day=date(2027, 1, 31)), THREE_TO_TWELVE)
    assert days == ((date(2026, 7, 1), date(2027, 1, 31)),)


def test_less_than_a_third_is_taken_in_even_where_no_length_forbids_it() -> None:
    assert series_days(a_wish(last_day=date(2027, 2, 15)), any_length) == (
        (date(2026, 7, 1), date(2027, 2, 15)),
    )
    assert len(series_days(a_wish(last_day=date(2027, 3, 15)), any_length)) == 2


def test_where_that_makes_one_too_long_more_of_them_share() -> None:
    days = series_days(a_wish(months=12, last_day=date(2028, 8, 31)), between(360, 400))
    assert days == (
        (date(2026, 7, 1), date(2027, 7, 31)),
        (date(2027, 8, 1), date(2028, 8, 31)),
    )


def test_where_no_way_fits_what_remains_stays_as_it_is() -> None:
    days = series_days(a_wish(last_day=date(2027, 1, 31)), between(180, 184))
    assert days[-1] == (date(2027, 1, 1), date(2027, 1, 31))


def test_sharing_keeps_the_days_of_handover() -> None:
    days = series_days(a_wish(last_day=date(2027, 2, 28), handover_days=10), THREE_TO_TWELVE)
    assert days == (
        (date(2026, 6, 21), date(2026, 10, 31)),
        (date(2026, 10, 22), date(2027, 2, 28)),
    )


def test_all_there_is_to_fill_is_taken_in_by_the_one_before_where_it_is_too_short() -> None:
    osc = Mission("osc", "OSC", min_length=Length(months=3), max_length=Length(months=12))
    (longer,) = made(a_wish(last_day=date(2026, 8, 31)), mission=osc)
    assert longer == replace(FIRST, last_day=date(2026, 8, 31))


def test_what_is_completed_is_not_made_longer() -> None:
    osc = Mission("osc", "OSC", min_length=Length(months=3))
    over = replace(FIRST, status=Status.COMPLETED)
    (added,) = made(a_wish(follows=over, last_day=date(2026, 8, 31)), mission=osc)
    assert (added.id, added.first_day) == ("n1", date(2026, 7, 1))


def test_one_that_is_meant_to_be_short_is_added_as_it_is() -> None:
    osc = Mission("osc", "OSC", min_length=Length(months=3))
    found = made(a_wish(months=2, last_day=date(2026, 8, 31)), mission=osc)
    assert [rotation.id for rotation in found] == ["n1"]


def test_a_rotation_of_the_series_is_as_the_one_it_follows_and_relieves_it() -> None:
    one, other = made(a_wish())
    assert (one.id, one.name, one.relieves, one.military) == ("n1", "Staff – 2", "r1", 4)
    assert (other.name, other.relieves, other.status) == ("Staff – 3", "n1", Status.PLANNED)


def test_forces_take_turns() -> None:
    wish = a_wish(months=3, forces=("a", "b", "c"))
    assert [rotation.force for rotation in made(wish)] == ["a", "b", "c", "a"]


def test_a_force_that_does_not_fit_lets_the_next_go_first() -> None:
    wish = a_wish(months=3, forces=("a", "b"))
    assert [rotation.force for rotation in made(wish, "a")] == ["b", "b", "b", "b"]


def test_where_none_fits_the_turn_stays_as_it_was() -> None:
    wish = a_wish(forces=("a", "b"))
    assert [rotation.force for rotation in made(wish, "a", "b")] == ["a", "b"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"months": 0}, "1 month or more"),
        ({"handover_days": 200}, "handover is longer"),
        ({"last_day": date(2026, 6, 30)}, "nothing to fill"),
    ],
)
def test_what_leads_nowhere_is_refused(fields: dict[str, object], says: str) -> None:
    with pytest.raises(Refused, match=says):
        a_wish(**fields)


@given(
    months=st.integers(1, 12),
    handover=st.integers(0, 20),
    days=st.integers(1, 2000),
    least=st.integers(1, 100),
)
def test_every_day_until_the_last_is_filled(
    months: int, handover: int, days: int, least: int
) -> None:
    last_day = date.fromordinal(FIRST.last_day.toordinal() + days)
    wish = a_wish(last_day=last_day, months=months, handover_days=handover)
    found = series_days(wish, between(least, 400))
    assert found[-1][1] == last_day
    for (_first, earlier_last), (later_first, later_last) in pairwise(found):
        assert (earlier_last - later_first).days + 1 == handover
        assert later_first <= later_last
    if days > 100 and handover == 0 and least <= 28:  # enough for one that is long enough
        assert all(between(least, 400)(*one) for one in found)
