"""Which strengths the strip shows for what is selected."""

from __future__ import annotations

import pytest

from domain.model import Plan
from gui.selection import Selection
from gui.timeline.lanes import LaneBook
from tests.domain import plan_builder as build


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def plan() -> Plan:
    """OSC: 7 together, of whom 4 military; UNTSO: two frames after each other, and teams a year."""
    return build.plan(
        build.frame("osc", build.limit("mil", 4, "military"), build.limit("all", 7)),
        build.frame("untso", build.limit("one", 12), id_="first", days=(None, "2025-12-31")),
        build.frame(
            "untso",
            build.limit("two", 14),
            build.limit("year", 175, measure="teams_per_year"),
            id_="second",
            days=("2026-01-01", None),
        ),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30"),
    )


def shown(plan: Plan, selection: Selection) -> list[tuple[str, ...]]:
    return [lane.limits for lane in LaneBook().shown(plan, selection)]


def test_nothing_is_shown_for_nothing(plan: Plan, selection: Selection) -> None:
    assert shown(plan, selection) == []


def test_a_mission_shows_its_daily_limits_the_widest_first(
    plan: Plan, selection: Selection
) -> None:
    selection.set_mission("osc")
    assert shown(plan, selection) == [("all",), ("mil",)]


def test_limits_that_follow_each_other_share_a_lane(plan: Plan, selection: Selection) -> None:
    selection.set_mission("untso")
    assert shown(plan, selection) == [("one", "two")]


def test_a_rotation_shows_those_of_its_mission(plan: Plan, selection: Selection) -> None:
    selection.set_mission("untso")
    selection.set_rotations(["a"])
    assert shown(plan, selection) == [("all",), ("mil",)]


def test_a_yearly_limit_is_shown_alone(plan: Plan, selection: Selection) -> None:
    selection.set_mission("untso")
    selection.set_limit("year")
    assert shown(plan, selection) == [("year",)]


def test_a_daily_limit_is_shown_with_the_others(plan: Plan, selection: Selection) -> None:
    selection.set_mission("osc")
    selection.set_limit("mil")
    assert shown(plan, selection) == [("all",), ("mil",)]


def test_the_limit_of_another_mission_is_left_out(plan: Plan, selection: Selection) -> None:
    selection.set_mission("osc")
    selection.set_limit("two")
    assert shown(plan, selection) == [("all",), ("mil",)]


def test_a_limit_alone_brings_its_lane(plan: Plan, selection: Selection) -> None:
    selection.set_limit("two")
    assert shown(plan, selection) == [("one", "two")]


def test_limits_that_hold_at_the_same_time_have_lanes_of_their_own(selection: Selection) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("a", 7), id_="one"),
        build.frame("osc", build.limit("b", 9), id_="two"),
    )
    selection.set_mission("osc")
    assert shown(plan, selection) == [("a",), ("b",)]


def test_there_are_four_lanes_at_most(selection: Selection) -> None:
    limits = [build.limit(f"l{number}", number) for number in range(6)]
    frames = [build.frame("osc", limit, id_=f"f{limit.id}") for limit in limits]
    selection.set_mission("osc")
    selection.set_limit("l5")
    assert shown(build.plan(*frames), selection) == [("l0",), ("l1",), ("l2",), ("l5",)]


def test_a_mission_under_the_mouse_takes_the_place_of_the_selected(
    plan: Plan, selection: Selection
) -> None:
    selection.set_rotations(["a"])
    lanes = LaneBook().shown(plan, selection, "untso")
    assert [lane.limits for lane in lanes] == [("one", "two")]
