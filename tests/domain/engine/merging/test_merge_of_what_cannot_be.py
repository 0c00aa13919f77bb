"""Two versions made into one: changes that can be alone, but not together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.engine.merging import Decisions, Side, Why
from domain.model import (
    Settings,
)
from tests.domain.engine.merging.merges import BASE, changed, decided, merged, only, put, r
from tests.domain.plan_builder import (
    day,
    frame,
    limit,
    rotation,
    unit,
)


def test_days_that_cannot_be_together_are_one_conflict() -> None:
    mine = changed(BASE, "r1", last_day=day("2026-01-10"), name="First")
    theirs = changed(BASE, "r1", first_day=day("2026-02-01"), note="x")
    conflict = only(merged(mine, theirs))
    assert conflict.spots == (r("r1", "first_day"), r("r1", "last_day"))
    assert conflict.why is Why.CANNOT_BE
    assert "lies before the first day" in conflict.reason
    later = {"first_day": day("2026-02-01"), "last_day": day("2026-03-31"), "note": "x"}
    assert decided(mine, theirs, Side.MINE) == changed(mine, "r1", note="x")
    assert decided(mine, theirs, Side.THEIRS) == changed(mine, "r1", **later)


def test_a_conflict_about_one_day_becomes_part_of_that_about_both() -> None:
    mine = changed(BASE, "r1", first_day=day("2026-01-05"), last_day=day("2026-01-10"))
    theirs = changed(BASE, "r1", first_day=day("2026-02-01"))
    decisions: Decisions = {(r("r1", "first_day"),): Side.THEIRS}
    found = merged(mine, theirs, decisions=decisions)
    assert str(only(found)) == "rotation r1 first_day, rotation r1 last_day"
    assert found.plan == mine
    both: Decisions = {**decisions, only(found).spots: Side.THEIRS}
    assert merged(mine, theirs, decisions=both).plan == theirs


def test_a_relief_at_a_mission_that_the_relieved_left_is_a_conflict() -> None:
    mine = changed(BASE, "r1", mission="fer")
    theirs = changed(BASE, "r2", relieves="r1")
    conflict = only(merged(mine, theirs))
    assert set(conflict.spots) == {r("r1", "mission"), r("r2", "relieves")}
    assert decided(mine, theirs, Side.MINE) == mine
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_a_new_rotation_loses_a_relief_that_cannot_be() -> None:
    mine = changed(BASE, "r1", mission="fer")
    new = rotation("r3", "osc", "2026-07-01", "2026-09-30", relieves="r1")
    theirs = put(BASE, new)
    assert decided(mine, theirs, Side.MINE) == put(mine, replace(new, relieves=None))
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_a_post_of_a_mission_that_the_rotation_left_is_a_conflict() -> None:
    mine = changed(BASE, "r1", mission="fer")
    theirs = changed(BASE, "r1", post="adviser")
    conflict = only(merged(mine, theirs))
    assert set(conflict.spots) == {r("r1", "post"), r("r1", "mission")}
    assert decided(mine, theirs, Side.MINE) == mine


@pytest.mark.parametrize("field", ["relieves", "continues", "part_of"])
def test_two_references_that_make_a_circle_are_a_conflict(field: str) -> None:
    mine = changed(BASE, "r1", **{field: "r2"})
    theirs = changed(BASE, "r2", **{field: "r1"})
    conflict = only(merged(mine, theirs))
    assert set(conflict.spots) == {r("r1", field), r("r2", field)}
    assert decided(mine, theirs, Side.MINE) == mine
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_forces_and_frames_make_no_circle_either() -> None:
    base = put(BASE, frame("osc", limit("old", 5), id_="osc-2024"))
    mine = put(base, unit("ship", parent="genie"))
    theirs = put(base, replace(base.forces["genie"], parent="ship"))
    assert decided(mine, theirs, Side.THEIRS, base) == theirs
    mine = put(base, replace(base.frames["osc-2025"], supersedes=("osc-2024",)))
    theirs = put(base, replace(base.frames["osc-2024"], supersedes=("osc-2025",)))
    assert decided(mine, theirs, Side.MINE, base) == mine


def test_a_new_thing_leaves_a_circle_that_it_would_close() -> None:
    mine = changed(BASE, "r1", continues="r2")
    new = rotation("r3", "osc", "2026-07-01", "2026-09-30", continues="r1")
    theirs = changed(put(BASE, new), "r2", continues="r3")
    assert decided(mine, theirs, Side.MINE) == put(mine, replace(new, continues="r1"))


def test_a_period_of_planning_that_cannot_be_is_a_conflict() -> None:
    mine = replace(BASE, settings=Settings(planning_first_day=day("2027-01-01")))
    theirs = replace(BASE, settings=Settings(planning_last_day=day("2026-12-31")))
    conflict = only(merged(mine, theirs))
    assert str(conflict) == "settings planning_first_day, settings planning_last_day"
    assert decided(mine, theirs, Side.THEIRS) == theirs
