"""A series of rotations until the end of a frame."""

from __future__ import annotations

from datetime import date
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.series import SeriesWish, series, series_days
from domain.errors import Refused
from domain.model import Mission, Plan, Rotation, Status

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


def made(wish: SeriesWish, *busy: str) -> tuple[Rotation, ...]:
    plan = Plan().put(Mission("osc", "OSC")).put(wish.follows)
    names = (f"n{number}" for number in count(1))
    return series(plan, wish, names, lambda _plan, rotation: rotation.force not in busy)


def test_the_series_reaches_the_last_day_without_a_gap() -> None:
    assert series_days(a_wish()) == (
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 6, 30)),
    )


def test_each_begins_the_days_of_the_handover_before_the_other_ends() -> None:
    days = series_days(a_wish(handover_days=7, last_day=date(2027, 3, 1)))
    assert days[0] == (date(2026, 6, 24), date(2026, 12, 23))
    assert days[1] == (date(2026, 12, 17), date(2027, 3, 1))


def test_a_last_one_that_is_too_short_shares_with_the_one_before() -> None:
    days = series_days(a_wish(last_day=date(2027, 1, 31), shortest_months=3))
    assert days == (
        (date(2026, 7, 1), date(2026, 10, 16)),
        (date(2026, 10, 17), date(2027, 1, 31)),
    )


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
    shortest=st.integers(0, 3),
)
def test_every_day_until_the_last_is_filled(
    months: int, handover: int, days: int, shortest: int
) -> None:
    last_day = date.fromordinal(FIRST.last_day.toordinal() + days)
    found = series_days(
        a_wish(last_day=last_day, months=months, handover_days=handover, shortest_months=shortest)
    )
    assert found[-1][1] == last_day
    for (_first, earlier_last), (later_first, later_last) in pairwise(found):
        assert (earlier_last - later_first).days + 1 == handover
        assert later_first <= later_last
