"""Two versions made into one: what came and went, and what both made with one id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.engine.merging import Decisions, Merge, Side, Spot, Why
from domain.model import (
    Kind,
    OpenPoint,
    Ref,
    Thing,
)
from tests.domain.engine.merging.merges import BASE, changed, decided, merged, only, put, without
from tests.domain.plan_builder import (
    commitment,
    frame,
    limit,
    mission,
    post,
    recovery_rule,
    rotation,
    sharing,
    unit,
    waiver,
)


def test_what_either_added_or_removed_is_added_or_removed() -> None:
    third = rotation("r3", "fer", "2026-01-01", "2026-03-31")
    fourth = rotation("r4", "fer", "2026-01-01", "2026-03-31")
    mine = without(put(BASE, third), "rotation r1")
    theirs = without(put(BASE, fourth), "rotation r2")
    found = merged(mine, theirs)
    assert not found.conflicts
    assert list(found.plan.rotations) == ["r3", "r4"]


@pytest.mark.parametrize("mine_removes", [True, False])
def test_what_one_removed_and_the_other_changed_is_a_conflict(mine_removes: bool) -> None:
    less, more = without(BASE, "rotation r1"), changed(BASE, "r1", military=5)
    mine, theirs = (less, more) if mine_removes else (more, less)
    conflict = only(merged(mine, theirs))
    assert conflict.spots == (Spot(Kind.ROTATION, "r1"),)
    assert conflict.why is Why.REMOVED_AND_CHANGED
    assert str(conflict) == "rotation r1"
    assert merged(mine, theirs).plan == mine
    side = Side.THEIRS if mine_removes else Side.MINE
    assert decided(mine, theirs, side) == more
    assert decided(mine, theirs, side.other) == less


@pytest.mark.parametrize("mine_removes", [True, False])
def test_what_one_removed_and_the_other_newly_uses_is_brought_back(mine_removes: bool) -> None:
    less = without(BASE, "mission fer")
    more = put(BASE, rotation("r3", "fer", "2026-01-01", "2026-03-31"))
    mine, theirs = (less, more) if mine_removes else (more, less)
    conflict = only(merged(mine, theirs))
    assert conflict.spots == (Spot(Kind.MISSION, "fer"),)
    assert conflict.why is Why.REMOVED_AND_USED
    assert conflict.reason == "rotation r3 mission refers to it."
    assert merged(mine, theirs).plan.rotations == more.rotations
    side = Side.THEIRS if mine_removes else Side.MINE
    assert decided(mine, theirs, side).missions.get("fer") == BASE.missions["fer"]
    assert decided(mine, theirs, side.other) == less


def test_what_stays_away_is_let_go_of_where_that_can_be() -> None:
    mine = without(changed(BASE, "r1", force=None), "force ship")
    theirs = changed(BASE, "r2", force="ship")
    assert decided(mine, theirs, Side.MINE) == mine
    assert decided(mine, theirs, Side.THEIRS).rotations["r2"].force == "ship"


def test_a_new_thing_does_without_what_stays_away() -> None:
    mine = without(changed(BASE, "r1", force=None), "force ship")
    new = rotation("r3", "fer", "2026-01-01", "2026-03-31", force="ship", supports=("osc",))
    theirs = put(BASE, new)
    assert decided(mine, theirs, Side.MINE) == put(mine, replace(new, force=None))


def test_lists_lose_only_what_stays_away() -> None:
    mine = without(BASE, "mission fer")
    new = rotation("r3", "osc", "2026-01-01", "2026-03-31", supports=("osc", "fer"))
    rule = recovery_rule("rest", days=10, exempt="fer osc")
    theirs = put(BASE, new, rule)
    kept = decided(mine, theirs, Side.MINE)
    assert kept.rotations["r3"].supports == ("osc",)
    assert [one.mission for one in kept.recovery_rules["rest"].exempt_missions] == ["osc"]


def test_what_cannot_do_without_it_goes_with_what_stays_away() -> None:
    mine = without(changed(BASE, "r1", force=None), "force ship")
    theirs = put(BASE, commitment("nfm", "ship", "2026-01-01", None), sharing("ship", "osc fer"))
    kept = decided(mine, theirs, Side.MINE)
    assert (len(kept.commitments), len(kept.sharings)) == (0, 0)


def test_what_is_brought_back_brings_back_what_it_needs() -> None:
    base = put(BASE, unit("staff", parent="genie"))
    mine = without(base, "force staff", "force genie")
    theirs = changed(base, "r2", force="staff")
    found = merged(mine, theirs, base)
    assert found.plan.forces == base.forces
    assert [str(one) for one in found.open] == ["force staff", "force genie"]
    spots = (Spot(Kind.FORCE, "genie"),)
    decisions: Decisions = {spots: Side.MINE}
    apart = merged(mine, theirs, base, decisions)
    assert apart.plan.forces["staff"].parent is None


def test_two_decisions_that_cannot_both_be_bring_it_back() -> None:
    mine = without(BASE, "mission fer")
    theirs = changed(put(BASE, mission("fer", note="x")), "r1", mission="fer")
    mine = changed(mine, "r1", mission="osc", military=5)
    mine = put(without(mine, "rotation r1"), mission("yon"))
    decisions: Decisions = {
        (Spot(Kind.MISSION, "fer"),): Side.MINE,
        (Spot(Kind.ROTATION, "r1"),): Side.THEIRS,
    }
    found = merged(mine, theirs, decisions=decisions)
    assert not found.open
    assert found.plan.rotations["r1"].mission == "fer"
    assert found.plan.missions["fer"].note == "x"


def test_what_both_made_with_one_id_is_kept_apart() -> None:
    mine = put(BASE, rotation("r3", "fer", "2026-01-01", "2026-03-31", military=1))
    other = rotation("r3", "fer", "2026-07-01", "2026-09-30", military=2)
    later = rotation("r4", "fer", "2026-10-01", "2026-12-31", relieves="r3")
    theirs = put(BASE, other, later)
    found = merged(mine, theirs)
    name = found.renamed[Ref(Kind.ROTATION, "r3")]
    assert name.startswith("r3-")
    assert not found.conflicts
    assert found.plan.rotations["r3"].military == 1
    assert found.plan.rotations[name] == replace(other, id=name)
    assert found.plan.rotations["r4"].relieves == name


def test_taken_in_again_it_is_the_same_also_when_i_changed_it_since() -> None:
    mine = put(BASE, rotation("r3", "fer", "2026-01-01", "2026-03-31", military=1))
    theirs = put(BASE, rotation("r3", "fer", "2026-07-01", "2026-09-30", military=2))
    once = merged(mine, theirs)
    assert merged(once.plan, theirs) == Merge(once.plan, (), once.renamed)
    since = changed(once.plan, once.renamed[Ref(Kind.ROTATION, "r3")], military=9)
    assert merged(since, theirs) == Merge(since, (), once.renamed)


def test_all_that_names_it_follows() -> None:
    def made(note: str) -> tuple[Thing, ...]:
        return (
            mission("new", note=note),
            unit("band"),
            replace(unit("band"), name=note),
            frame("new osc", limit("new/cap", 3), id_="new-frame"),
            post("seat", "new", 1),
            rotation("r8", "new", "2026-01-01", "2026-02-01", force="band", post="seat"),
            rotation("r9", "new", "2026-02-01", "2026-03-01", relieves="r8", supports=("new",)),
            commitment("drill", "band", None, None),
            sharing("band", "new osc"),
            recovery_rule("rest", days=1, forces="band", exempt="new"),
            waiver(
                "FRA001",
                ("limit new/cap", "rotation r8"),
                ("2026-01-01", "2026-01-31"),
                contributors=("rotation r8",),
            ),
        )

    point = OpenPoint("?", "?", "mission", "new")
    mine = replace(put(BASE, *made("mine")), open_points=(point,))
    theirs = replace(put(BASE, *made("theirs")), open_points=(point,))
    found = merged(mine, theirs)
    new = {ref.id: name for ref, name in found.renamed.items()}
    merged_plan = found.plan
    assert merged_plan.rotations[new["r8"]].mission == new["new"]
    assert merged_plan.rotations[new["r8"]].post == new["seat"]
    assert merged_plan.rotations[new["r9"]].relieves == new["r8"]
    assert merged_plan.rotations[new["r9"]].supports == (new["new"],)
    assert merged_plan.commitments[new["drill"]].force == new["band"]
    assert merged_plan.sharings[new["sharing"]].missions == (new["new"], "osc")
    assert merged_plan.frames[new["new-frame"]].limits[0].id == new["new/cap"]
    rule = merged_plan.recovery_rules[new["rest"]]
    assert (rule.forces, rule.exempt_missions[0].mission) == ((new["band"],), new["new"])
    accepted = merged_plan.waivers[new["waiver"]]
    assert accepted.subjects == (
        Ref(Kind.LIMIT, new["new/cap"]),
        Ref(Kind.ROTATION, new["r8"]),
    )
    assert accepted.accepted.contributors == (Ref(Kind.ROTATION, new["r8"]),)
    assert {one.subject_id for one in merged_plan.open_points} == {"new", new["new"]}


def test_limits_with_one_id_in_two_new_frames_are_kept_apart() -> None:
    mine = put(BASE, frame("fer", limit("cap", 1), id_="mine"))
    theirs = put(BASE, frame("fer", limit("cap", 1), id_="theirs"))
    found = merged(mine, theirs)
    assert found.plan.frames["mine"].limits[0].id == "cap"
    name = found.renamed[Ref(Kind.LIMIT, "cap")]
    assert found.plan.frames["theirs"].limits[0].id == name


def test_a_long_id_stays_an_id() -> None:
    name = "x" * 64
    mine, theirs = put(BASE, mission(name)), put(BASE, mission(name, note="x"))
    found = merged(mine, theirs)
    assert len(found.renamed[Ref(Kind.MISSION, name)]) == 64
