"""What a series is like unless the user wants it otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.engine.series_days import SeriesWish
from domain.errors import Refused
from domain.model import Length, Plan
from gui.series_wishes import (
    ForceFits,
    ends_text,
    ends_to_fill,
    fill_edit,
    filled,
    last_at,
    last_day_to_fill,
    last_in_chain,
    rest_text,
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
        build.rotation(
            "b", "osc", "2026-07-01", "2026-12-31", relieves="a", force="marines", military=4
        ),
    )


def test_it_goes_on_as_before_until_the_frame_ends() -> None:
    plan = a_plan()
    wish = usual_wish(plan, plan.rotations["b"])
    assert (wish.last_day, wish.months) == (date(2027, 12, 31), 6)
    assert wish.handover_days == 7


def test_it_stops_where_the_mandate_ends_while_the_frame_goes_on() -> None:
    plan = a_plan().put(build.mandate("osc", "2024-01-01", "2027-06-30"))
    assert last_day_to_fill(plan, plan.rotations["b"]) == date(2027, 6, 30)
    assert ends_text(ends_to_fill(plan, plan.rotations["b"])) == (
        "The frame ends on 31-12-2027, the mandate on 30-06-2027."
    )


def test_a_mandate_that_is_over_is_no_end() -> None:
    plan = a_plan().put(build.mandate("osc", "2024-01-01", "2026-06-30"))
    assert last_day_to_fill(plan, plan.rotations["b"]) == date(2027, 12, 31)


def test_it_stops_where_the_frame_of_its_own_people_ends() -> None:
    plan = a_plan().put(
        build.frame(
            "osc", build.limit("civ", 3, "civilian"), id_="civ", days=("2026-01-01", "2029-12-31")
        )
    )
    soldiers = replace(plan.rotations["b"], military=4)
    assert last_day_to_fill(plan, soldiers) == date(2027, 12, 31)
    assert last_day_to_fill(plan, replace(soldiers, military=0, civilian=1)) == date(2029, 12, 31)


def test_what_becomes_of_too_few_days_is_said() -> None:
    plan = a_plan()
    fits = ForceFits(plan, NOW)

    def said(last_day: str, months: int = 6) -> str:
        wish = SeriesWish(plan.rotations["b"], date.fromisoformat(last_day), months)
        return rest_text(wish, filled(plan, wish, fits))

    assert said("2027-12-31") == ""
    assert said("2027-07-31").endswith("the last rotation takes them in.")
    assert said("2027-09-15").endswith("the last 2 share them.")
    assert said("2027-01-31").endswith(
        "until 31-01-2027 is too short for a rotation of its own: B lasts longer."
    )


def test_the_one_before_that_lasts_longer_is_one_change_of_its_days() -> None:
    plan = a_plan()
    wish = SeriesWish(plan.rotations["b"], date(2027, 1, 31), 6)
    edit = fill_edit(plan, wish, filled(plan, wish, ForceFits(plan, NOW)))
    after = edit.apply(plan).plan
    assert list(after.rotations) == ["a", "b"]
    assert after.rotations["b"].last_day == date(2027, 1, 31)


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
