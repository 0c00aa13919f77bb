"""What a series is like unless the user wants it otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.engine.series import SeriesWish
from domain.errors import Refused
from domain.model import Length, Plan
from gui.series_wishes import (
    ForceFits,
    filled,
    last_at,
    last_day_to_fill,
    last_in_chain,
    usual_months,
    usual_wish,
)
from tests.domain import plan_builder as build

NOW = date(2026, 1, 1)


def a_plan() -> Plan:
    """A frame until the end of 2027, and two rotations of which one relieves the other."""
    return build.plan(
        build.mission("osc", handover_days=7, min_length=Length(months=3)),
        build.frame("osc", id_="old", days=("2024-01-01", "2026-06-30")),
        build.frame("osc", id_="new", days=("2026-07-01", "2027-12-31")),
        build.unit("marines"),
        build.unit("engineers"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30"),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", relieves="a", force="marines"),
    )


def test_it_goes_on_as_before_until_the_frame_ends() -> None:
    plan = a_plan()
    wish = usual_wish(plan, plan.rotations["b"])
    assert (wish.last_day, wish.months) == (date(2027, 12, 31), 6)
    assert (wish.handover_days, wish.shortest_months) == (7, 3)


def test_a_frame_without_an_end_is_filled_for_the_planning_days_else_for_two_years() -> None:
    plan = build.plan(build.frame("osc"), build.rotation("a", "osc", "2026-01-01", "2026-06-30"))
    assert last_day_to_fill(plan, plan.rotations["a"]) == date(2028, 6, 30)
    until = replace(plan, settings=build.settings(planning=(None, "2029-12-31")))
    assert last_day_to_fill(until, plan.rotations["a"]) == date(2029, 12, 31)


def test_a_mission_filled_until_the_end_of_its_frame_is_refused() -> None:
    plan = a_plan().put(build.rotation("c", "osc", "2027-01-01", "2027-12-31"))
    wish = usual_wish(plan, plan.rotations["c"])
    assert wish.last_day == date(2029, 12, 31)
    with pytest.raises(Refused, match="nothing to fill"):
        replace(wish, last_day=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "longest", "months"),
    [
        ("2026-01-01", "2026-04-30", None, 4),
        ("2026-01-01", "2026-04-15", None, 3),
        ("2026-01-01", "2026-01-05", None, 1),
        ("2026-01-01", "2026-12-31", 6, 6),
    ],
)
def test_a_series_is_as_long_as_what_was_there_within_what_the_mission_allows(
    first: str, last: str, longest: int | None, months: int
) -> None:
    rotation = build.rotation("a", "osc", first, last)
    mission = build.mission("osc")
    if longest is not None:
        mission = replace(mission, max_length=Length(months=longest))
    assert usual_months(rotation, mission) == months


def test_a_series_follows_the_last_that_relieves() -> None:
    plan = a_plan()
    assert last_in_chain(plan, plan.rotations["a"]).id == "b"
    last = last_at(plan, "osc")
    assert last is not None
    assert last.id == "b"
    assert last_at(plan.put(build.mission("new")), "new") is None


def test_a_force_that_is_elsewhere_lets_the_next_go_first() -> None:
    plan = a_plan().put(build.mission("vpd"))
    plan = plan.put(build.rotation("x", "vpd", "2027-01-01", "2027-06-30", force="engineers"))
    wish = SeriesWish(
        plan.rotations["b"], date(2027, 12, 31), months=6, forces=("engineers", "marines")
    )
    rotations = filled(plan, wish, ForceFits(plan, NOW))
    assert [rotation.force for rotation in rotations] == ["marines", "engineers"]
    assert len({rotation.id for rotation in rotations}) == 2


def test_a_series_without_end_is_refused() -> None:
    plan = a_plan()
    wish = SeriesWish(plan.rotations["b"], date(2100, 12, 31), months=1)
    with pytest.raises(Refused, match="choose an earlier last day"):
        filled(plan, wish, ForceFits(plan, NOW))
