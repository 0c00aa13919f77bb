"""Edits: what each makes of a plan, what it says that it touched, what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.errors import Refused
from domain.model import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    Kind,
    MoveRotations,
    Plan,
    Put,
    Ref,
    Remove,
    RemoveRotations,
    ReplacePlan,
    ResizeRotation,
    Rotation,
    Status,
    Together,
    touched_between,
)
from domain.model.references import check_all
from tests.domain.plan_builder import (
    frame,
    limit,
    mission,
    plan,
    post,
    refs,
    rotation,
    unit,
    waiver,
)

MARCH = ("2026-03-01", "2026-03-31")
R1 = rotation("r1", "osc", *MARCH, military=4, force="ship")
R2 = rotation("r2", "osc", "2026-04-01", "2026-06-30", military=4, relieves="r1", post="chief")
R3 = rotation("r3", "opg", "2026-04-01", "2026-06-30", military=4, continues="r2", part_of="r1")
BEFORE = plan(post("chief", "osc", 1), mission("osc"), mission("opg"), unit("ship"), R1, R2, R3)


def applied(edit: Edit, before: Plan = BEFORE) -> Applied:
    """What an edit makes of a plan: a plan that can be, and an honest word on what it touched."""
    result = edit.apply(before)
    check_all(result.plan)
    assert touched_between(before, result.plan) <= result.touched
    assert edit.label
    return result


def rotations(result: Applied) -> dict[str, Rotation]:
    return dict(result.plan.rotations)


def refusal(edit: Edit, before: Plan = BEFORE) -> str:
    with pytest.raises(Refused) as refused:
        edit.apply(before)
    assert refused.value.sentence.endswith(".")
    assert "\n" not in refused.value.sentence
    return refused.value.sentence


def test_rotations_that_are_added_stand_at_the_end() -> None:
    new = rotation("r0", "osc", *MARCH)
    result = applied(AddRotations((new,)))

    assert list(result.plan.rotations) == ["r1", "r2", "r3", "r0"]
    assert result.touched == set(refs("rotation r0"))


def test_rotations_that_refer_to_each_other_are_added_in_one_step() -> None:
    first = rotation("n1", "osc", *MARCH, relieves="n2")
    second = rotation("n2", "osc", *MARCH)

    assert rotations(applied(AddRotations((first, second))))["n1"] is first


def test_a_rotation_that_is_there_already_is_not_added() -> None:
    assert refusal(AddRotations((R1,))) == "There is already a rotation 'r1'."


def test_fields_of_several_rotations_are_changed_at_once() -> None:
    result = applied(ChangeRotations(("r1", "r3"), {"status": Status.APPROVED, "military": 5}))

    assert [rotations(result)[name].military for name in ("r1", "r2", "r3")] == [5, 4, 5]
    assert rotations(result)["r1"].status is Status.APPROVED
    assert rotations(result)["r2"] is R2
    assert result.touched == set(refs("rotation r1", "rotation r3"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"military": -1}, "R1: military is -1; it must be a whole number, 0 or more."),
        ({"military": 1.5}, "R1: military is 1.5; it must be a whole number, 0 or more."),
        ({"mission": "nowhere"}, "rotation r1: mission names 'nowhere', which does not exist."),
        ({"force": "nobody"}, "rotation r1: force names 'nobody', which does not exist."),
        ({"relieves": "r1"}, "rotation r1: relieves leads back to itself."),
        ({"continues": "r3"}, "rotation r1: continues leads back to itself."),
        ({"part_of": "r3"}, "rotation r1: part_of leads back to itself."),
        (
            {"last_day": date(2026, 2, 28)},
            "R1: the last day 2026-02-28 lies before the first day 2026-03-01.",
        ),
    ],
)
def test_a_change_to_what_cannot_be_is_refused(changes: dict[str, Any], sentence: str) -> None:
    before = BEFORE.put(replace(R2, continues="r1"))

    assert refusal(ChangeRotations(("r1",), changes), before) == sentence


@pytest.mark.parametrize(
    "edit",
    [
        ChangeRotations(("r9",), {"military": 1}),
        MoveRotations(("r1", "r9"), 1),
        ResizeRotation("r9", date(2026, 1, 1), date(2026, 1, 2)),
        RemoveRotations(("r9",)),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_an_edit_of_a_rotation_that_is_not_there_is_refused(edit: Edit) -> None:
    assert refusal(edit) == "There is no rotation 'r9' in this plan."


@pytest.mark.parametrize(
    ("by_days", "first", "last"),
    [
        (0, date(2026, 3, 1), date(2026, 3, 31)),
        (1, date(2026, 3, 2), date(2026, 4, 1)),
        (-60, date(2025, 12, 31), date(2026, 1, 30)),
        (365 * 3, date(2029, 2, 28), date(2029, 3, 30)),
    ],
)
def test_a_rotation_that_is_moved_keeps_its_length(by_days: int, first: date, last: date) -> None:
    result = applied(MoveRotations(("r1",), by_days))

    assert rotations(result)["r1"] == replace(R1, first_day=first, last_day=last)
    assert result.touched == set(refs("rotation r1"))


def test_several_rotations_move_together() -> None:
    result = applied(MoveRotations(("r1", "r2"), 10))

    assert [one.first_day.isoformat() for one in result.plan.rotations.things()] == [
        "2026-03-11",
        "2026-04-11",
        "2026-04-01",
    ]


def test_what_ties_a_rotation_to_its_mission_does_not_move_to_another() -> None:
    moved = rotations(applied(MoveRotations(("r2",), 0, "opg")))["r2"]

    assert (moved.mission, moved.post, moved.relieves) == ("opg", None, None)
    assert moved.first_day == R2.first_day


def test_what_does_not_tie_it_comes_along() -> None:
    moved = rotations(applied(MoveRotations(("r3",), 5, "osc")))["r3"]

    assert (moved.mission, moved.continues, moved.part_of) == ("osc", "r2", "r1")


def test_a_move_to_the_same_mission_unties_nothing() -> None:
    moved = rotations(applied(MoveRotations(("r2",), 5, "osc")))["r2"]

    assert (moved.post, moved.relieves) == ("chief", "r1")


def test_a_move_to_no_mission_is_refused() -> None:
    assert refusal(MoveRotations(("r2",), 0, "nowhere")) == (
        "rotation r2: mission names 'nowhere', which does not exist."
    )


def test_a_move_out_of_the_days_of_a_plan_is_refused() -> None:
    assert refusal(MoveRotations(("r1",), 80 * 366)) == "R1: 2106-05-01 lies outside 1990–2100."


def test_a_rotation_is_given_other_days() -> None:
    result = applied(ResizeRotation("r1", date(2026, 2, 1), date(2026, 2, 1)))

    assert rotations(result)["r1"] == replace(
        R1, first_day=date(2026, 2, 1), last_day=date(2026, 2, 1)
    )
    assert result.touched == set(refs("rotation r1"))


def test_days_the_wrong_way_round_are_refused() -> None:
    assert refusal(ResizeRotation("r1", date(2026, 2, 2), date(2026, 2, 1))) == (
        "R1: the last day 2026-02-01 lies before the first day 2026-02-02."
    )


def test_those_who_refer_to_a_rotation_that_is_removed_no_longer_do() -> None:
    result = applied(RemoveRotations(("r1",)))

    assert list(result.plan.rotations) == ["r2", "r3"]
    assert rotations(result)["r2"] == replace(R2, relieves=None)
    assert rotations(result)["r3"] == replace(R3, part_of=None)
    assert result.touched == set(refs("rotation r1", "rotation r2", "rotation r3"))


def test_those_who_do_not_are_left_as_they_were() -> None:
    result = applied(RemoveRotations(("r3",)))

    assert rotations(result) == {"r1": R1, "r2": R2}
    assert result.touched == set(refs("rotation r3"))


def test_rotations_that_refer_to_each_other_are_removed_together() -> None:
    result = applied(RemoveRotations(("r1", "r2", "r3")))

    assert len(result.plan.rotations) == 0


def test_a_thing_is_put_in_the_place_of_the_one_with_its_id() -> None:
    other = replace(BEFORE.missions["osc"], name="Other")
    result = applied(Put((other,)))

    assert list(result.plan.missions) == ["osc", "opg"]
    assert result.plan.missions["osc"] is other
    assert result.touched == set(refs("mission osc"))


def test_things_that_refer_to_each_other_are_put_in_one_step() -> None:
    things = (frame("new", limit("cap", 3)), mission("new"), rotation("n1", "new", *MARCH))

    assert applied(Put(things)).touched == set(refs("frame new", "mission new", "rotation n1"))


def test_a_thing_that_nothing_refers_to_is_removed() -> None:
    result = applied(Remove(Ref(Kind.ROTATION, "r3")))

    assert "r3" not in result.plan.rotations
    assert result.touched == set(refs("rotation r3"))


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        (
            "mission osc",
            "'osc' is still used by post chief, rotation r1, rotation r2; change those first.",
        ),
        ("force ship", "'ship' is still used by rotation r1; change those first."),
        ("post chief", "'chief' is still used by rotation r2; change those first."),
        ("rotation r1", "'r1' is still used by rotation r2, rotation r3; change those first."),
        ("mission nowhere", "There is no 'nowhere' in this plan."),
    ],
)
def test_a_thing_that_is_used_or_is_not_there_is_not_removed(ref: str, sentence: str) -> None:
    assert refusal(Remove(refs(ref)[0])) == sentence


def test_an_import_makes_the_plan_what_the_other_says() -> None:
    other = plan(mission("osc"), rotation("r1", "osc", *MARCH, military=9))
    result = applied(ReplacePlan(other))

    assert result.plan == other
    assert {ref for ref in result.touched if ref.kind is Kind.ROTATION} == set(
        refs("rotation r1", "rotation r2", "rotation r3")
    )


def test_an_import_of_what_cannot_be_is_refused() -> None:
    other = Plan().put(rotation("r1", "nowhere", *MARCH))

    assert refusal(ReplacePlan(other)) == (
        "rotation r1: mission names 'nowhere', which does not exist."
    )


def test_edits_together_are_done_in_their_order() -> None:
    result = applied(
        Together(
            (
                MoveRotations(("r1",), 1),
                MoveRotations(("r1",), 1),
                ChangeRotations(("r2",), {"military": 9}),
            )
        )
    )

    assert rotations(result)["r1"].first_day == date(2026, 3, 3)
    assert result.touched == set(refs("rotation r1", "rotation r2"))


def test_if_one_of_several_edits_is_refused_all_are() -> None:
    edits = Together((MoveRotations(("r1",), 1), RemoveRotations(("r9",))))

    assert refusal(edits) == "There is no rotation 'r9' in this plan."


def test_a_waiver_does_not_hold_a_rotation_back() -> None:
    before = BEFORE.put(waiver("FRA005", ["rotation r3"], MARCH))

    assert "r3" not in applied(RemoveRotations(("r3",)), before).plan.rotations
    assert "r3" not in applied(Remove(Ref(Kind.ROTATION, "r3")), before).plan.rotations


@pytest.mark.parametrize(
    "edit",
    [
        AddRotations((rotation("n1", "osc", *MARCH),)),
        ChangeRotations(("r1",), {"military": 9}),
        MoveRotations(("r1",), 9, "opg"),
        ResizeRotation("r1", date(2026, 1, 1), date(2026, 1, 2)),
        RemoveRotations(("r1",)),
        Put((mission("new"),)),
        Remove(Ref(Kind.ROTATION, "r3")),
        ReplacePlan(Plan()),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_an_edit_leaves_the_plan_before_as_it_was(edit: Edit) -> None:
    before = {kind: tuple(BEFORE.table(kind).things()) for kind in Kind if kind is not Kind.LIMIT}
    edit.apply(BEFORE)

    assert before == {
        kind: tuple(BEFORE.table(kind).things()) for kind in Kind if kind is not Kind.LIMIT
    }
