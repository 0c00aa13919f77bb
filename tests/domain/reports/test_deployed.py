"""Deployed: everyone who passed through a mission in a period, each person once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model import Plan, Rotation
from domain.reports import Deployed, Period, passages
from domain.reports.deployed import NOBODY, stayed_behind
from tests.domain import plan_builder as build

YEAR = Period(build.day("2026-01-01"), build.day("2026-12-31"))


def deployed(plan: Plan, period: Period = YEAR) -> dict[str, Deployed]:
    return {mission: passage.deployed for mission, passage in passages(plan, period).items()}


def total(plan: Plan) -> int:
    return sum(one.total for one in deployed(plan).values())


def test_two_groups_of_eleven_one_after_the_other_are_twenty_two() -> None:
    plan = build.plan(
        build.frame("untso", build.limit("cap", 12)),
        build.rotation("r1", "untso", "2026-01-01", "2026-06-30", military=11),
        build.rotation("r2", "untso", "2026-07-01", "2026-12-31", military=11, relieves="r1"),
    )
    assert deployed(plan) == {"untso": Deployed(military=22)}


def test_the_days_of_a_handover_are_not_deducted() -> None:
    plan = build.plan(
        build.mission("untso", handover_days=14, handover_counts=False),
        build.rotation("r1", "untso", "2026-01-01", "2026-06-30", military=11),
        build.rotation("r2", "untso", "2026-06-17", "2026-12-31", military=11, relieves="r1"),
    )
    assert deployed(plan) == {"untso": Deployed(military=22)}


@pytest.mark.parametrize(
    ("first", "last", "people"),
    [
        ("2025-07-01", "2025-12-31", 0),
        ("2025-07-01", "2026-01-01", 5),
        ("2026-12-31", "2027-06-30", 5),
        ("2027-01-01", "2027-06-30", 0),
        ("2025-01-01", "2027-12-31", 5),
    ],
)
def test_who_was_there_on_one_day_of_the_period_counts_once(
    first: str, last: str, people: int
) -> None:
    plan = build.plan(build.rotation("r1", "osc", first, last, civilian=5))
    assert deployed(plan).get("osc", NOBODY) == Deployed(civilian=people)


def test_who_was_cancelled_did_not_go() -> None:
    plan = build.plan(
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4, status="cancelled"),
    )
    assert deployed(plan) == {}


def test_who_supports_another_mission_counts_at_the_own_one() -> None:
    plan = build.plan(
        build.rotation(
            "ship", "aspides", "2026-05-11", "2026-08-09", military=180, supports=("opg",)
        ),
    )
    assert deployed(plan) == {"aspides": Deployed(military=180)}


def test_a_part_counts_beside_its_whole() -> None:
    plan = build.plan(
        build.rotation("ship", "aspides", "2026-05-11", "2026-08-09", military=180),
        build.rotation("staff", "aspides", "2026-06-15", "2026-08-08", military=5, part_of="ship"),
    )
    assert deployed(plan) == {"aspides": Deployed(military=185)}


def test_who_changes_mission_is_one_person_counted_at_the_last() -> None:
    plan = build.plan(
        build.rotation("r1", "opg", "2025-10-01", "2026-01-31", military=1),
        build.rotation("r2", "jmic", "2026-02-01", "2026-09-30", military=1, continues="r1"),
    )
    passed = passages(plan, YEAR)
    assert passed["opg"].deployed == NOBODY
    assert passed["opg"].counted_elsewhere == Deployed(military=1)
    assert passed["jmic"].deployed == Deployed(military=1)


def test_who_changes_category_is_one_person_counted_as_the_last() -> None:
    plan = build.plan(
        build.rotation("r1", "niger", "2026-01-01", "2026-08-31", military=1),
        build.rotation("r2", "niger", "2026-09-01", "2026-12-31", civilian=1, continues="r1"),
    )
    passage = passages(plan, YEAR)["niger"]
    assert passage.deployed == Deployed(civilian=1)
    assert passage.present == Deployed(military=1, civilian=1)


def test_the_last_is_the_last_in_the_period() -> None:
    plan = build.plan(
        build.rotation("r1", "opg", "2026-10-01", "2026-12-31", military=1),
        build.rotation("r2", "jmic", "2027-01-01", "2027-09-30", military=1, continues="r1"),
    )
    assert deployed(plan) == {"opg": Deployed(military=1)}


def test_a_chain_counts_as_many_as_its_largest_part() -> None:
    plan = build.plan(
        build.rotation("r1", "a", "2026-01-01", "2026-03-31", military=10),
        build.rotation("r2", "b", "2026-04-01", "2026-06-30", military=8, continues="r1"),
        build.rotation("r3", "c", "2026-07-01", "2026-09-30", military=9, continues="r2"),
    )
    assert deployed(plan) == {
        "a": Deployed(military=1),
        "b": NOBODY,
        "c": Deployed(military=9),
    }


def test_a_group_that_splits_is_still_the_same_people() -> None:
    plan = build.plan(
        build.rotation("r1", "a", "2026-01-01", "2026-03-31", military=10),
        build.rotation("r2", "b", "2026-04-01", "2026-06-30", military=6, continues="r1"),
        build.rotation("r3", "c", "2026-04-01", "2026-06-30", military=4, continues="r1"),
    )
    assert deployed(plan) == {
        "a": NOBODY,
        "b": Deployed(military=6),
        "c": Deployed(military=4),
    }


def test_a_chain_runs_through_what_was_cancelled() -> None:
    plan = build.plan(
        build.rotation("r1", "a", "2026-01-01", "2026-03-31", military=3),
        build.rotation(
            "r2", "b", "2026-04-01", "2026-06-30", military=3, continues="r1", status="cancelled"
        ),
        build.rotation("r3", "c", "2026-07-01", "2026-09-30", military=3, continues="r2"),
    )
    assert deployed(plan) == {"a": NOBODY, "c": Deployed(military=3)}


def test_rotations_without_people_are_told_apart() -> None:
    plan = build.plan(
        build.rotation("ship", "aspides", "2026-05-11", "2026-08-09", force="frigate"),
        build.rotation("staff", "aspides", "2026-06-15", "2026-08-08", military=5),
    )
    passage = passages(plan, YEAR)["aspides"]
    assert (passage.deployed.total, passage.without_people) == (5, 1)


@pytest.mark.parametrize(
    ("here", "further", "behind"),
    [
        (Deployed(5, 0, 0), Deployed(0, 0, 0), Deployed(5, 0, 0)),
        (Deployed(5, 5, 0), Deployed(4, 0, 0), Deployed(1, 5, 0)),
        (Deployed(1, 0, 0), Deployed(0, 1, 0), Deployed(0, 0, 0)),
        (Deployed(5, 5, 5), Deployed(7, 0, 0), Deployed(0, 3, 5)),
        (Deployed(2, 0, 0), Deployed(0, 0, 9), Deployed(0, 0, 0)),
    ],
)
def test_who_stayed_behind_are_those_who_did_not_go_on(
    here: Deployed, further: Deployed, behind: Deployed
) -> None:
    assert stayed_behind(here, further) == behind


PEOPLE = st.builds(Deployed, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(here=PEOPLE, further=PEOPLE)
def test_nobody_is_lost_and_nobody_counted_twice(here: Deployed, further: Deployed) -> None:
    behind = stayed_behind(here, further)
    assert behind.total == max(0, here.total - further.total)
    assert min(behind.military, behind.civilian, behind.police) >= 0
    assert (here - behind).total == min(here.total, further.total)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=6))
def test_a_line_of_the_same_people_is_its_largest_number(numbers: list[int]) -> None:
    rotations: list[Rotation] = []
    for place, number in enumerate(numbers):
        before = {"continues": f"r{place - 1}"} if place else {}
        first, last = f"2026-{place + 1:02}-01", f"2026-{place + 1:02}-28"
        rotations.append(
            build.rotation(
                f"r{place}",
                f"m{place % 2}",
                first,
                last,
                military=number,
                **before,  # type: ignore[arg-type]
            )
        )
    assert total(build.plan(*rotations)) == max(numbers)


def test_a_chain_of_thousands_is_counted() -> None:
    rotations = [build.rotation("r0", "a", "2026-01-01", "2026-01-01", military=2)]
    rotations += [
        build.rotation(f"r{n}", "a", "2026-01-01", "2026-01-01", military=2, continues=f"r{n - 1}")
        for n in range(1, 3000)
    ]
    plan = Plan(missions=build.plan(build.mission("a")).missions)
    for rotation in rotations:
        plan = plan.put(rotation)
    assert deployed(plan) == {"a": Deployed(military=2)}
