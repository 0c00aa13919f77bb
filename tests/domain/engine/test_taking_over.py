"""Taking over from another plan: things and fields, as one edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.comparison import differences
from domain.engine.taking_over import TakeOver, Wish, taking_of
from domain.errors import Refused
from domain.model import Plan, Rotation
from tests.domain.plan_builder import (
    day,
    frame,
    limit,
    mission,
    plan,
    refs,
    rotation,
    settings,
    unit,
)

MARCH = ("2026-03-01", "2026-03-31")
APRIL = ("2026-04-01", "2026-04-30")
ONE = rotation("r1", "osc", *MARCH, military=4)
TWO = rotation("r2", "osc", *APRIL, relieves="r1")
MINE = plan(frame("osc", limit("cap", 7)), ONE, TWO, mission("vpd"))


def ref(text: str) -> Wish:
    return Wish(refs(text)[0])


def taken(theirs: Plan, *wishes: Wish, mine: Plan = MINE) -> Plan:
    return TakeOver(replace(theirs, scenario="B"), wishes).apply(mine).plan


def test_one_field_is_taken_and_the_others_stay() -> None:
    theirs = MINE.put(replace(ONE, military=6, last_day=day("2026-04-15")))
    after = taken(theirs, Wish(refs("rotation r1")[0], "military"))
    assert after.rotations["r1"] == replace(ONE, military=6)


def test_a_whole_thing_is_taken_with_all_its_fields() -> None:
    other = replace(ONE, military=6, last_day=day("2026-04-15"))
    after = taken(MINE.put(other), ref("rotation r1"), Wish(refs("rotation r1")[0], "military"))
    assert after.rotations["r1"] == other


def test_what_is_new_there_comes_with_what_it_refers_to() -> None:
    company = unit("45cie", parent="45")
    other = rotation("r3", "atalanta", *MARCH, force="45cie")
    theirs = MINE.put(mission("atalanta")).put(unit("45")).put(company).put(other)
    after = taken(theirs, ref("rotation r3"))
    assert after.rotations["r3"] == other
    assert {"atalanta", "45", "45cie"} <= {*after.missions, *after.forces}
    along = taking_of(MINE, theirs, (ref("rotation r3"),)).along
    assert {one.id for one in along} == {"atalanta", "45", "45cie"}


def test_what_is_gone_there_goes_and_links_to_it_are_dropped() -> None:
    theirs = MINE.without(refs("rotation r1")[0]).put(replace(TWO, relieves=None))
    after = taken(theirs, ref("rotation r1"))
    assert list(after.rotations) == ["r2"]
    assert after.rotations["r2"].relieves is None


def test_what_is_still_used_does_not_go() -> None:
    theirs = plan(mission("vpd"))
    with pytest.raises(Refused, match="'osc' is still used by frame"):
        taken(theirs, ref("mission osc"))
    after = taken(theirs, *map(Wish, (one.ref for one in differences(MINE, theirs))))
    assert differences(after, theirs) == ()


def test_a_mission_alone_is_taken_without_ties_that_cannot_be() -> None:
    moved = MINE.put(replace(ONE, mission="vpd")).put(replace(TWO, relieves=None))
    after = taken(moved, Wish(refs("rotation r1")[0], "mission"))
    assert after.rotations["r1"].mission == "vpd"
    assert after.rotations["r2"].relieves is None


def test_settings_are_taken_by_field() -> None:
    theirs = replace(MINE, settings=settings(percent=5, least=3))
    after = taken(theirs, Wish(None, "circa_percent"))
    assert after.settings == replace(MINE.settings, circa_percent=5)
    assert taken(theirs, Wish(None)).settings == theirs.settings


def test_what_cannot_be_is_refused_and_nothing_is_half_done() -> None:
    theirs = MINE.put(replace(ONE, first_day=day("2026-05-01"), last_day=day("2026-05-31")))
    with pytest.raises(Refused):
        taken(theirs, Wish(refs("rotation r1")[0], "first_day"))


def test_it_says_how_much_is_taken_and_from_where() -> None:
    theirs = replace(MINE, scenario="Variant")
    one = Wish(refs("rotation r1")[0], "military")
    assert TakeOver(theirs, (one,)).label == "Take over a change from Variant"
    assert TakeOver(theirs, (one, one)).label == "Take over 2 changes from Variant"


ROTATIONS = st.lists(
    st.builds(
        lambda name, at, people: rotation(name, at, *MARCH, military=people, force=f"f{people}"),
        st.sampled_from("abcdef"),
        st.sampled_from(("osc", "vpd", "atalanta")),
        st.integers(0, 3),
    ),
    unique_by=lambda one: one.id,
)


@given(ROTATIONS, ROTATIONS)
def test_all_that_differs_taken_over_makes_two_plans_one(
    mine: list[Rotation], theirs: list[Rotation]
) -> None:
    one, other = plan(*mine), plan(*theirs)
    found = differences(one, other)
    after = taken(other, *(Wish(difference.ref) for difference in found), mine=one)
    assert differences(after, other) == ()
