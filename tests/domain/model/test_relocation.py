"""Rotations that go to another mission: what comes along, and what cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import Refused
from domain.model import (
    Applied,
    ChangeRotations,
    Edit,
    MoveRotations,
    Plan,
    Put,
    Rotation,
    Together,
)
from domain.model.references import check_all
from tests.domain.plan_builder import mission, plan, post, refs, rotation

MARCH = ("2026-03-01", "2026-03-31")
FIRST = rotation("r1", "osc", *MARCH, military=4, post="chief")
SECOND = rotation("r2", "osc", "2026-04-01", "2026-04-30", military=4, relieves="r1", post="chief")
THIRD = rotation("r3", "osc", "2026-05-01", "2026-05-31", military=4, relieves="r2")
BEFORE = plan(
    mission("osc"),
    mission("opg"),
    post("chief", "osc", 4),
    post("deputy", "opg", 4),
    FIRST,
    SECOND,
    THIRD,
)


def applied(edit: Edit, before: Plan = BEFORE) -> Applied:
    result = edit.apply(before)
    check_all(result.plan)
    return result


def ties(result: Applied) -> dict[str, tuple[str, str | None, str | None]]:
    """Of each rotation its mission, whom it relieves, and the post it fills."""
    return {one.id: (one.mission, one.relieves, one.post) for one in result.plan.rotations.things()}


@pytest.mark.parametrize(
    "edit",
    [MoveRotations(("r1",), 0, "opg"), ChangeRotations(("r1",), {"mission": "opg"})],
    ids=["moved", "changed"],
)
def test_who_relieves_one_that_goes_away_no_longer_does(edit: Edit) -> None:
    result = applied(edit)

    assert ties(result) == {
        "r1": ("opg", None, None),
        "r2": ("osc", None, "chief"),
        "r3": ("osc", "r2", None),
    }
    assert result.touched >= set(refs("rotation r1", "rotation r2"))


@pytest.mark.parametrize(
    "edit",
    [
        MoveRotations(("r1", "r2"), 0, "opg"),
        MoveRotations(("r2", "r1"), 0, "opg"),
        ChangeRotations(("r1", "r2"), {"mission": "opg"}),
    ],
    ids=["moved", "in another order", "changed"],
)
def test_those_who_go_together_still_relieve_each_other(edit: Edit) -> None:
    assert ties(applied(edit)) == {
        "r1": ("opg", None, None),
        "r2": ("opg", "r1", None),
        "r3": ("osc", None, None),
    }


def test_a_post_at_the_other_mission_may_be_taken_up_at_once() -> None:
    result = applied(ChangeRotations(("r1",), {"mission": "opg", "post": "deputy"}))

    assert ties(result)["r1"] == ("opg", None, "deputy")


def test_days_and_people_come_along() -> None:
    moved = applied(MoveRotations(("r1",), 7, "opg")).plan.rotations["r1"]

    assert moved.first_day.isoformat() == "2026-03-08"
    assert (moved.military, moved.name) == (FIRST.military, FIRST.name)


@pytest.mark.parametrize(
    ("thing", "sentence"),
    [
        (
            replace(FIRST, mission="opg", post=None),
            "rotation r2: it relieves 'r1', which is at another mission.",
        ),
        (
            replace(BEFORE.posts["chief"], mission="opg"),
            "rotation r1: post 'chief' belongs to another mission.",
        ),
    ],
    ids=["a relieved rotation", "a post"],
)
def test_a_thing_put_at_another_mission_does_not_leave_others_tied_to_it(
    thing: Rotation, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        Put((thing,)).apply(BEFORE)
    assert refused.value.sentence == sentence


def test_a_thing_that_nobody_is_tied_to_may_be_put_at_another_mission() -> None:
    applied(Put((replace(THIRD, mission="opg", relieves=None),)))
    applied(Put((replace(BEFORE.posts["deputy"], mission="osc"),)))


def test_first_untied_and_then_put_elsewhere_is_one_step() -> None:
    result = applied(
        Together(
            (
                ChangeRotations(("r1", "r2"), {"post": None}),
                Put((replace(BEFORE.posts["chief"], mission="opg"),)),
            )
        )
    )

    assert result.plan.posts["chief"].mission == "opg"


@pytest.mark.parametrize("days", [10**5, 3 * 10**6, -(3 * 10**6), 10**9, 10**12])
def test_a_move_beyond_all_days_is_refused(days: int) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        MoveRotations(("r1",), days).apply(BEFORE)
