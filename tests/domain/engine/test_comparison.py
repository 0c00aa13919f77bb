"""What differs between two plans, thing by thing and field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.engine.comparison import Difference, How, changed_fields, differences
from domain.model import Plan, Rotation, Settings, Status
from tests.domain.plan_builder import day, frame, limit, mission, plan, refs, rotation, settings

MARCH = ("2026-03-01", "2026-03-31")
ONE = rotation("r1", "osc", *MARCH, military=4)
BEFORE = plan(frame("osc", limit("cap", 7)), ONE, rotation("r2", "osc", *MARCH))


def only(after: Plan) -> Difference:
    (difference,) = differences(BEFORE, after)
    return difference


def test_equal_plans_do_not_differ_whoever_made_them() -> None:
    same = plan(frame("osc", limit("cap", 7)), replace(ONE), rotation("r2", "osc", *MARCH))

    assert list(differences(BEFORE, same)) == []
    assert list(differences(BEFORE, BEFORE)) == []


def test_a_thing_that_was_added() -> None:
    new = rotation("r3", "osc", *MARCH)
    difference = only(BEFORE.put(new))

    assert (difference.how, difference.ref) == (How.ADDED, refs("rotation r3")[0])
    assert (difference.before, difference.after, difference.fields) == (None, new, ())


def test_a_thing_that_was_removed() -> None:
    difference = only(BEFORE.without(refs("rotation r1")[0]))

    assert (difference.how, difference.before, difference.after) == (How.REMOVED, ONE, None)
    assert difference.fields == ()


def test_a_thing_that_was_changed_says_in_which_fields() -> None:
    difference = only(BEFORE.put(replace(ONE, military=5, status=Status.APPROVED)))

    assert difference.how is How.CHANGED
    assert [(one.field, one.before, one.after) for one in difference.fields] == [
        ("military", 4, 5),
        ("status", Status.PLANNED, Status.APPROVED),
    ]


@pytest.mark.parametrize(
    ("after", "moved", "repeopled"),
    [
        (replace(ONE, last_day=day("2026-04-30")), True, False),
        (replace(ONE, mission="opg"), True, False),
        (replace(ONE, military=5), False, True),
        (replace(ONE, teams=1), False, True),
        (replace(ONE, first_day=day("2026-02-01"), civilian=1), True, True),
        (replace(ONE, note="other"), False, False),
    ],
)
def test_a_rotation_may_be_moved_or_have_other_people(
    *, after: Rotation, moved: bool, repeopled: bool
) -> None:
    difference = only(BEFORE.put(after))

    assert (difference.moved, difference.repeopled) == (moved, repeopled)


def test_another_thing_is_never_moved() -> None:
    difference = only(BEFORE.put(replace(BEFORE.frames["osc"], first_day=day("2026-01-01"))))

    assert (difference.how, difference.moved, difference.repeopled) == (How.CHANGED, False, False)


def test_all_lists_are_compared() -> None:
    after = BEFORE.put(mission("opg")).put(replace(ONE, police=1))

    assert {one.ref for one in differences(BEFORE, after)} == set(
        refs("mission opg", "rotation r1")
    )


def test_settings_can_be_compared_too() -> None:
    changed = list(changed_fields(Settings(), settings(percent=20)))

    assert [(one.field, one.before, one.after) for one in changed] == [("circa_percent", 10, 20)]
