"""Conditions that a user puts together: what each comparison means, and how groups go together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.model import Plan, Rotation, Status
from gui.conditions import (
    COMPARISONS,
    FIELDS,
    Comparison,
    Condition,
    Value,
    holding,
    kept,
    read,
    value_count,
)
from tests.domain import plan_builder as build

C = Comparison


@pytest.fixture(scope="module")
def plan() -> Plan:
    return build.plan(
        replace(build.mission("osc"), name="OSC Énergie", region="Middle East"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
    )


@pytest.fixture(scope="module")
def rotation(plan: Plan) -> Rotation:
    """Six months of four soldiers, without a force, teams or a note."""
    return replace(plan.rotations["a"], name="Staf Noord")


@pytest.mark.parametrize(
    ("condition", "so"),
    [
        (("name", C.CONTAINS, ("noord",)), True),
        (("name", C.CONTAINS, ("zuid",)), False),
        (("name", C.LACKS, ("zuid",)), True),
        (("name", C.LACKS, ("STAF",)), False),
        (("name", C.IS, ("staf noord",)), True),
        (("name", C.IS, ("staf",)), False),
        (("name", C.IS_NOT, ("staf",)), True),
        (("mission", C.CONTAINS, ("energie",)), True),
        (("region", C.IS, ("Middle East",)), True),
        (("note", C.EMPTY, ()), True),
        (("note", C.FILLED, ()), False),
        (("note", C.CONTAINS, ("",)), False),
        (("note", C.LACKS, ("x",)), True),
        (("force", C.EMPTY, ()), True),
        (("first_day", C.FROM, (date(2026, 1, 1),)), True),
        (("first_day", C.FROM, (date(2026, 1, 2),)), False),
        (("last_day", C.UNTIL, (date(2026, 6, 30),)), True),
        (("last_day", C.UNTIL, (date(2026, 6, 29),)), False),
        (("last_day", C.BETWEEN, (date(2026, 6, 30), date(2026, 7, 1))), True),
        (("last_day", C.BETWEEN, (date(2026, 7, 1), date(2026, 7, 2))), False),
        (("first_day", C.IS, (date(2026, 1, 1),)), True),
        (("length", C.IS, (181,)), True),
        (("length", C.FROM, (182,)), False),
        (("military", C.FROM, (4,)), True),
        (("military", C.FROM, (5,)), False),
        (("military", C.UNTIL, (4,)), True),
        (("military", C.UNTIL, (3,)), False),
        (("military", C.BETWEEN, (4, 4)), True),
        (("military", C.IS_NOT, (4,)), False),
        (("civilian", C.EMPTY, ()), True),
        (("civilian", C.UNTIL, (3,)), False),
        (("headcount", C.IS, (4,)), True),
        (("teams", C.EMPTY, ()), True),
        (("teams", C.IS_NOT, (2,)), True),
        (("status", C.IS, (Status.PLANNED,)), True),
        (("status", C.IS_NOT, (Status.PLANNED,)), False),
        (("relieves", C.EMPTY, ()), True),
        (("part_of", C.FILLED, ()), False),
    ],
)
def test_each_comparison_means_what_it_says(
    plan: Plan, rotation: Rotation, condition: tuple[str, C, tuple[Value, ...]], so: bool
) -> None:
    assert holding(((Condition(*condition),),))(rotation, plan) is so


def test_no_teams_is_a_number_and_not_empty(plan: Plan, rotation: Rotation) -> None:
    none_at_all = replace(rotation, teams=0)
    assert holding(((Condition("teams", C.IS, (0,)),),))(none_at_all, plan)
    assert not holding(((Condition("teams", C.EMPTY),),))(none_at_all, plan)


def test_all_of_a_group_must_hold_but_of_one_group_only(plan: Plan, rotation: Rotation) -> None:
    yes, no = Condition("name", C.CONTAINS, ("staf",)), Condition("note", C.FILLED)
    assert holding(((yes,),))(rotation, plan)
    assert not holding(((yes, no),))(rotation, plan)
    assert holding(((yes, no), (yes,)))(rotation, plan)
    assert not holding(((no,), (no, yes)))(rotation, plan)


VALUES: dict[str, Value] = {
    "text": "Zr.Ms. „Karel”",
    "day": date(2028, 2, 29),
    "number": 7,
    "status": Status.DRAFT,
}


def test_every_condition_can_be_kept_and_read_again() -> None:
    groups = tuple(
        tuple(
            Condition(name, how, (VALUES.get(field.sort, ""),) * value_count(how))
            for how in COMPARISONS[field.sort]
        )
        for name, field in FIELDS.items()
    )
    assert read(kept(groups)) == groups


@pytest.mark.parametrize(
    "found",
    [
        [[["colour", "is", "red"]]],
        [[["name", "between", "a", "b"]]],
        [[["first_day", "from", "2026-02-30"]]],
        [[["military", "from", "many"]]],
        [[["military", "between", "1"]]],
        [[["status", "is", "gone"]]],
        [[["name", "empty", "x"]]],
    ],
)
def test_what_is_no_condition_is_not_read(found: list[list[list[str]]]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(found)
