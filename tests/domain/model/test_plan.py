"""The plan as a value: things put in and taken out, and what two plans differ in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import LISTS, Kind, Plan, Ref, Thing, touched_between
from tests.domain.plan_builder import (
    commitment,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    post,
    recovery_rule,
    refs,
    rotation,
    sharing,
    unit,
    waiver,
)

MARCH = ("2026-03-01", "2026-03-31")
ONE_OF_EACH: dict[Kind, Thing] = {
    Kind.MISSION: mission("x"),
    Kind.MANDATE: mandate("x", *MARCH, "x"),
    Kind.FRAME: frame("x"),
    Kind.FORCE: unit("x"),
    Kind.COMMITMENT: commitment("x", "x", *MARCH),
    Kind.SHARING: replace(sharing("x", "x"), id="x"),
    Kind.RECOVERY_RULE: recovery_rule("x", days=1),
    Kind.LENGTH_RULE: replace(length_rule("police"), id="x"),
    Kind.POST: post("x", "x", 1),
    Kind.ROTATION: rotation("x", "x", *MARCH),
    Kind.WAIVER: waiver("FRA001", ["limit x"], MARCH, id_="x"),
}


def test_every_list_of_a_plan_has_its_kind() -> None:
    assert ONE_OF_EACH.keys() == LISTS.keys()


@pytest.mark.parametrize(("kind", "thing"), ONE_OF_EACH.items())
def test_a_thing_put_in_is_found_in_its_list_and_only_there(kind: Kind, thing: Thing) -> None:
    before = Plan()
    after = before.put(thing)

    assert after.find(Ref(kind, "x")) is thing
    assert [other for other in LISTS if after.table(other)] == [kind]
    assert before == Plan()


@pytest.mark.parametrize(("kind", "thing"), ONE_OF_EACH.items())
def test_a_thing_taken_out_is_gone_and_the_plan_before_still_has_it(
    kind: Kind, thing: Thing
) -> None:
    before = Plan().put(thing)
    after = before.without(Ref(kind, "x"))

    assert after.find(Ref(kind, "x")) is None
    assert before.find(Ref(kind, "x")) is thing


def test_what_is_not_touched_stays_the_same_object() -> None:
    before = plan(mission("osc"), rotation("r1", "osc", *MARCH), rotation("r2", "osc", *MARCH))
    after = before.put(rotation("r1", "osc", *MARCH, military=4))

    assert after.missions is before.missions
    assert after.rotations["r2"] is before.rotations["r2"]


def test_two_plans_differ_in_what_is_not_the_same_object() -> None:
    before = plan(
        mission("osc"),
        rotation("r1", "osc", *MARCH),
        rotation("r2", "osc", *MARCH),
        rotation("r3", "osc", *MARCH),
    )
    after = (
        before.put(rotation("r1", "osc", *MARCH, military=4))
        .without(Ref(Kind.ROTATION, "r2"))
        .put(rotation("r4", "osc", *MARCH))
        .put(mission("opg"))
    )

    differing = set(refs("rotation r1", "rotation r2", "rotation r4", "mission opg"))
    assert touched_between(before, after) == differing
    assert touched_between(after, before) == differing
    assert touched_between(after, after) == set()


def test_all_limits_come_with_their_frames_in_the_order_of_the_plan() -> None:
    about = plan(
        frame("osc", limit("b", 1), limit("a", 2), id_="f2"), frame("osc", limit("c", 3), id_="f1")
    )

    assert [(one.id, two.id) for one, two in about.limits()] == [
        ("f2", "b"),
        ("f2", "a"),
        ("f1", "c"),
    ]
