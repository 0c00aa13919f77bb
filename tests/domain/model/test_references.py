"""Plans that cannot be: references to nothing, cycles, and links across missions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import Refused
from domain.model import Kind, Plan, Put, Ref, Table, Thing
from domain.model.references import check_all, users_of
from tests.domain.plan_builder import (
    commitment,
    frame,
    limit,
    mandate,
    mission,
    plan,
    pool,
    post,
    recovery_rule,
    refs,
    rotation,
    sharing,
    unit,
)

MARCH = ("2026-03-01", "2026-03-31")
KNOWN = plan(
    mission("osc"),
    mission("opg"),
    unit("ship"),
    unit("helicopter", "ship"),
    frame("osc", limit("cap", 7)),
    frame("osc", limit("later", 7), id_="f2", supersedes=("osc",)),
    post("chief", "osc", 1),
    rotation("r1", "osc", *MARCH),
    rotation("r2", "osc", *MARCH, relieves="r1", continues="r1", part_of="r1"),
)


def refusal_of(thing: Thing) -> str:
    """Why a plan with this thing cannot be: the same when it is put in and when it is read."""
    with pytest.raises(Refused) as at_once:
        Put((thing,)).apply(KNOWN)
    with pytest.raises(Refused) as as_a_whole:
        check_all(KNOWN.put(thing))
    assert as_a_whole.value.sentence.endswith(".")
    return at_once.value.sentence


UNKNOWN: dict[str, Thing] = {
    "rotation r9: mission names 'nowhere'": rotation("r9", "nowhere", *MARCH),
    "rotation r9: force names 'nobody'": rotation("r9", "osc", *MARCH, force="nobody"),
    "rotation r9: post names 'nobody'": rotation("r9", "osc", *MARCH, post="nobody"),
    "rotation r9: relieves names 'r0'": rotation("r9", "osc", *MARCH, relieves="r0"),
    "rotation r9: continues names 'r0'": rotation("r9", "osc", *MARCH, continues="r0"),
    "rotation r9: part_of names 'r0'": rotation("r9", "osc", *MARCH, part_of="r0"),
    "rotation r9: supports names 'nowhere'": rotation(
        "r9", "osc", *MARCH, supports=("osc", "nowhere")
    ),
    "mandate mandate: mission names 'nowhere'": mandate("nowhere", *MARCH),
    "post p9: mission names 'nowhere'": post("p9", "nowhere", 1),
    "frame f9: missions names 'nowhere'": frame("osc nowhere", id_="f9"),
    "frame f9: supersedes names 'f0'": frame("osc", id_="f9", supersedes=("f0",)),
    "force f9: parent names 'nobody'": unit("f9", "nobody"),
    "commitment c9: force names 'nobody'": commitment("c9", "nobody", *MARCH),
    "sharing sharing: force names 'nobody'": sharing("nobody", "osc"),
    "sharing sharing: missions names 'nowhere'": sharing("ship", "osc nowhere"),
    "recovery_rule rr: forces names 'nobody'": recovery_rule("rr", days=1, forces="ship nobody"),
    "recovery_rule rr: exempt_missions names 'nowhere'": recovery_rule(
        "rr", days=1, exempt="nowhere"
    ),
}


@pytest.mark.parametrize(("beginning", "thing"), UNKNOWN.items(), ids=UNKNOWN.keys())
def test_a_reference_to_nothing_is_refused(beginning: str, thing: Thing) -> None:
    assert refusal_of(thing) == f"{beginning}, which does not exist."


CYCLES: dict[str, Thing] = {
    "rotation r1: relieves": rotation("r1", "osc", *MARCH, relieves="r2"),
    "rotation r1: continues": rotation("r1", "osc", *MARCH, continues="r2"),
    "rotation r1: part_of": rotation("r1", "osc", *MARCH, part_of="r2"),
    "force ship: parent": unit("ship", "helicopter"),
    "frame osc: supersedes": frame("osc", limit("cap", 7), supersedes=("f2",)),
}


@pytest.mark.parametrize(("beginning", "thing"), CYCLES.items(), ids=CYCLES.keys())
def test_a_cycle_is_refused(beginning: str, thing: Thing) -> None:
    assert refusal_of(thing) == f"{beginning} leads back to itself."


ITSELF: dict[str, Thing] = {
    "rotation r9: relieves": rotation("r9", "osc", *MARCH, relieves="r9"),
    "rotation r9: continues": rotation("r9", "osc", *MARCH, continues="r9"),
    "rotation r9: part_of": rotation("r9", "osc", *MARCH, part_of="r9"),
    "force f9: parent": unit("f9", "f9"),
    "frame f9: supersedes": frame("osc", id_="f9", supersedes=("f2", "f9")),
}


@pytest.mark.parametrize(("beginning", "thing"), ITSELF.items(), ids=ITSELF.keys())
def test_a_thing_that_refers_to_itself_is_refused(beginning: str, thing: Thing) -> None:
    assert refusal_of(thing) == f"{beginning} leads back to itself."


def test_a_cycle_of_several_is_refused() -> None:
    rotations = [
        rotation("r1", "osc", *MARCH, continues="r3"),
        rotation("r2", "osc", *MARCH, continues="r1"),
        rotation("r3", "osc", *MARCH, continues="r2"),
    ]
    with pytest.raises(Refused, match=r"^rotation r\d: continues leads back to itself\.$"):
        check_all(Plan(missions=KNOWN.missions, rotations=Table(rotations)))


def test_two_that_lead_to_the_same_are_no_cycle() -> None:
    check_all(
        plan(
            frame("osc", id_="f1"),
            frame("osc", id_="f2", supersedes=("f1",)),
            frame("osc", id_="f3", supersedes=("f1",)),
            frame("osc", id_="f4", supersedes=("f2", "f3", "f1")),
        )
    )


def test_different_links_may_lead_round() -> None:
    check_all(
        plan(
            rotation("r1", "osc", *MARCH, continues="r2"),
            rotation("r2", "osc", *MARCH, part_of="r1"),
        )
    )


def test_relief_at_another_mission_is_refused() -> None:
    thing = rotation("r9", "opg", *MARCH, relieves="r1")

    assert refusal_of(thing) == "rotation r9: it relieves 'r1', which is at another mission."


def test_to_continue_or_be_part_of_a_rotation_at_another_mission_is_not() -> None:
    check_all(KNOWN.put(rotation("r9", "opg", *MARCH, continues="r1", part_of="r1")))


def test_a_post_of_another_mission_is_refused() -> None:
    thing = rotation("r9", "opg", *MARCH, post="chief")

    assert refusal_of(thing) == "rotation r9: post 'chief' belongs to another mission."


@pytest.mark.parametrize(
    "thing",
    [
        frame("opg", limit("cap", 3), id_="f9"),
        frame("opg", limit("l9", 3), limit("l9", 4), id_="f9"),
    ],
    ids=["in another frame", "in the same frame"],
)
def test_a_limit_id_that_occurs_twice_is_refused(thing: Thing) -> None:
    name = "cap" if "cap" in str(thing) else "l9"

    assert refusal_of(thing) == f"Limit {name} occurs twice; limit ids are unique."


def test_a_unit_may_stand_below_a_pool_below_a_unit() -> None:
    check_all(plan(unit("a"), pool("b", parent="a"), unit("c", "b")))


def test_everything_that_refers_to_a_thing_is_found() -> None:
    about = plan(
        mandate("osc", *MARCH),
        post("chief", "osc", 1),
        frame("osc", id_="f1"),
        sharing("ship", "osc"),
        recovery_rule("rr", days=1, exempt="osc"),
        rotation("r1", "osc", *MARCH),
        rotation("r2", "opg", *MARCH, supports=("osc",)),
        rotation("r3", "opg", *MARCH),
    )

    assert set(users_of(about, Ref(Kind.MISSION, "osc"))) == set(
        refs(
            "mandate mandate",
            "post chief",
            "frame f1",
            "sharing sharing",
            "recovery_rule rr",
            "rotation r1",
            "rotation r2",
        )
    )


def test_a_thing_of_another_kind_with_the_same_id_is_not_meant() -> None:
    about = plan(mission("a"), unit("a"), rotation("r1", "a", *MARCH))

    assert list(users_of(about, Ref(Kind.FORCE, "a"))) == []
    assert replace(about, rotations=Table()).find(Ref(Kind.MISSION, "a")) is not None
