"""Two versions made into one: each case by itself, in plans of a few things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.engine.merging import NOTHING, Conflict, Decisions, Merge, Side, Spot, Why, merge
from domain.model import (
    Kind,
    Limit,
    Marking,
    Mission,
    OpenPoint,
    Plan,
    Ref,
    Rotation,
    Settings,
    Thing,
)
from domain.model.references import check_all
from tests.domain.plan_builder import (
    commitment,
    day,
    frame,
    limit,
    mission,
    plan,
    pool,
    post,
    recovery_rule,
    rotation,
    sharing,
    step,
    unit,
    waiver,
)

BASE = plan(
    frame("osc", limit("osc/cap", 7), limit("osc/civ", 3, "civilian"), id_="osc-2025"),
    mission("fer"),
    unit("ship"),
    pool("genie", step(5)),
    post("adviser", "osc", 1),
    rotation("r1", "osc", "2026-01-01", "2026-03-31", military=4, force="ship"),
    rotation("r2", "osc", "2026-04-01", "2026-06-30", military=4),
)


def put(base: Plan, *things: Thing) -> Plan:
    for thing in things:
        base = base.put(thing)
    check_all(base)
    return base


def changed(base: Plan, id_: str, **fields: object) -> Plan:
    """A plan with other values in a rotation."""
    values: dict[str, Any] = fields
    return put(base, replace(base.rotations[id_], **values))


def without(base: Plan, *names: str) -> Plan:
    """A plan without things, each written as kind and id."""
    for name in names:
        kind, id_ = name.split()
        base = base.without(Ref(Kind(kind), id_))
    check_all(base)
    return base


def merged(
    mine: Plan,
    theirs: Plan,
    base: Plan | None = BASE,
    decisions: Decisions = NOTHING,
    default: Side | None = None,
) -> Merge:
    found = merge(base, mine, theirs, decisions, default)
    check_all(found.plan)
    return found


def only(found: Merge) -> Conflict:
    (conflict,) = found.conflicts
    return conflict


def decided(mine: Plan, theirs: Plan, side: Side, base: Plan | None = BASE) -> Plan:
    """What comes of it when the one conflict that there is is decided."""
    spots = only(merged(mine, theirs, base)).spots
    found = merged(mine, theirs, base, decisions={spots: side})
    assert not found.open
    assert merged(mine, theirs, base, default=side) == found
    return found.plan


def r(id_: str, field: str) -> Spot:
    return Spot(Kind.ROTATION, id_, field)


# Fields


def test_what_only_one_changed_is_taken_also_in_the_same_thing() -> None:
    mine = changed(BASE, "r1", military=5)
    theirs = changed(BASE, "r1", name="First")
    found = merged(mine, theirs)
    assert not found.conflicts
    assert found.plan == changed(mine, "r1", name="First")


def test_what_both_did_alike_is_taken_once() -> None:
    new = rotation("r3", "fer", "2026-01-01", "2026-03-31")
    both = without(put(changed(BASE, "r1", military=5), new), "rotation r2")
    assert merged(both, both) == Merge(both, (), {})


def test_what_both_changed_otherwise_is_a_conflict_with_both_values() -> None:
    mine, theirs = changed(BASE, "r1", military=5), changed(BASE, "r1", military=6)
    conflict = only(merged(mine, theirs))
    assert conflict.spots == (r("r1", "military"),)
    assert (conflict.base, conflict.mine, conflict.theirs) == ((4,), (5,), (6,))
    assert (conflict.why, conflict.decided) == (Why.BOTH_CHANGED, None)
    assert str(conflict) == "rotation r1 military"


def test_while_it_is_open_mine_stands_and_either_can_be_chosen() -> None:
    mine, theirs = changed(BASE, "r1", military=5), changed(BASE, "r1", military=6)
    assert merged(mine, theirs).plan == mine
    assert decided(mine, theirs, Side.MINE) == mine
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_one_conflict_keeps_nothing_else_from_being_taken() -> None:
    mine = changed(BASE, "r1", military=5)
    theirs = changed(changed(BASE, "r1", military=6, note="x"), "r2", military=1)
    found = merged(mine, theirs)
    assert len(found.conflicts) == 1
    assert found.plan == changed(changed(mine, "r1", note="x"), "r2", military=1)


def test_the_parts_of_notes_on_days_are_taken_one_by_one() -> None:
    notes = BASE.rotations["r1"].day_notes
    mine = changed(BASE, "r1", day_notes=replace(notes, first_note="begin January"))
    theirs = changed(BASE, "r1", day_notes=replace(notes, last_note="end of March"))
    both = replace(notes, first_note="begin January", last_note="end of March")
    assert merged(mine, theirs).plan.rotations["r1"].day_notes == both
    other = changed(BASE, "r1", day_notes=replace(notes, first_note="in January"))
    assert str(only(merged(mine, other))) == "rotation r1 first_day_note"


def test_the_name_and_the_scenario_stay_mine() -> None:
    theirs = replace(changed(BASE, "r1", military=6), name="B", scenario="B", derived_from="A")
    assert merged(BASE, theirs).plan == changed(BASE, "r1", military=6)


# Things that come and go


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


# What cannot be together


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


# Limits


def with_limits(base: Plan, *limits: Limit, id_: str = "osc-2025") -> Plan:
    return put(base, replace(base.frames[id_], limits=limits))


CAP, CIVILIANS = BASE.frames["osc-2025"].limits


def test_limits_of_one_frame_are_merged_one_by_one() -> None:
    mine = with_limits(BASE, replace(CAP, number=9), CIVILIANS)
    theirs = with_limits(BASE, CAP, replace(CIVILIANS, number=1), limit("new", 2, "police"))
    found = merged(mine, theirs)
    assert not found.conflicts
    expected = (replace(CAP, number=9), replace(CIVILIANS, number=1), limit("new", 2, "police"))
    assert found.plan.frames["osc-2025"].limits == expected


def test_a_number_that_both_changed_is_a_conflict_of_the_limit() -> None:
    mine = with_limits(BASE, replace(CAP, number=9), CIVILIANS)
    theirs = with_limits(BASE, replace(CAP, number=8), CIVILIANS)
    assert only(merged(mine, theirs)).spots == (Spot(Kind.LIMIT, "osc/cap", "number"),)
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_a_limit_that_one_removed_and_the_other_changed_is_a_conflict() -> None:
    mine = with_limits(BASE, CIVILIANS)
    theirs = with_limits(BASE, replace(CAP, number=8), CIVILIANS)
    assert only(merged(mine, theirs)).spots == (Spot(Kind.LIMIT, "osc/cap"),)
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_a_frame_keeps_a_limit_when_each_takes_one_away() -> None:
    mine, theirs = with_limits(BASE, CAP), with_limits(BASE, CIVILIANS)
    conflict = only(merged(mine, theirs))
    assert conflict.reason == "Frame osc-2025 has no limits."
    assert decided(mine, theirs, Side.MINE) == mine
    assert decided(mine, theirs, Side.THEIRS) == theirs


def test_a_binding_and_a_number_that_cannot_be_together_are_one_conflict() -> None:
    mine = with_limits(BASE, limit("osc/cap", None), CIVILIANS)
    theirs = with_limits(BASE, replace(CAP, number=8), CIVILIANS)
    number, binding = (Spot(Kind.LIMIT, "osc/cap", name) for name in ("number", "binding"))
    assert only(merged(mine, theirs)).spots == (number,)
    decided_number: Decisions = {(number,): Side.THEIRS}
    found = merged(mine, theirs, decisions=decided_number)
    assert [one.spots for one in found.open] == [(number, binding)]
    decisions: Decisions = {(number,): Side.THEIRS, (number, binding): Side.THEIRS}
    assert merged(mine, theirs, decisions=decisions).plan == theirs


def test_limits_go_and_stay_with_their_frame() -> None:
    base = put(BASE, frame("osc", limit("old", 5), id_="osc-2024"))
    theirs = with_limits(base, limit("old", 6), id_="osc-2024")
    mine = without(base, "frame osc-2024")
    assert only(merged(mine, theirs, base)).spots == (Spot(Kind.FRAME, "osc-2024"),)
    assert decided(mine, theirs, Side.MINE, base) == mine
    assert decided(mine, theirs, Side.THEIRS, base).frames["osc-2024"].limits == (limit("old", 6),)


def test_a_limit_that_went_to_another_frame_is_in_one_frame_only() -> None:
    base = put(BASE, frame("osc", limit("old", 5), id_="osc-2024"))
    theirs = with_limits(with_limits(base, CIVILIANS), limit("old", 5), CAP, id_="osc-2024")
    mine = with_limits(base, replace(CAP, number=9), CIVILIANS)
    found = merged(mine, theirs, base)
    assert not found.conflicts
    assert found.plan.frames["osc-2025"].limits == (CIVILIANS,)
    assert found.plan.frames["osc-2024"].limits == (limit("old", 5), replace(CAP, number=9))


# Both made something with one id


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


# What holds for the whole plan


def marked(level: int | str | None, text: str = "") -> Plan:
    marking = None if level is None else Marking(level, text or f"Level {level}", "#f00")
    return replace(BASE, settings=Settings(marking=marking))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "level"),
    [(0, 0, 2, 2), (0, 2, 0, 2), (0, 1, 2, 2), (2, 2, 1, 2), (2, 1, 2, 2), (2, 1, 1, 1)],
)
def test_of_two_markings_the_higher_counts(base: int, mine: int, theirs: int, level: int) -> None:
    found = merged(marked(mine), marked(theirs), marked(base))
    assert found.plan == marked(level)
    assert not found.conflicts


def test_a_marking_is_higher_than_none() -> None:
    assert merged(marked(None), marked("secret"), marked(None)).plan == marked("secret")
    assert merged(marked(None), marked(1), marked(1)).plan == marked(1)


def test_markings_that_cannot_be_compared_are_a_conflict() -> None:
    mine, theirs = marked("secret"), marked("restricted")
    assert str(only(merged(mine, theirs, mine))) == "settings marking"
    assert decided(mine, theirs, Side.THEIRS, mine) == theirs


def test_of_one_level_the_text_is_merged_as_any_field() -> None:
    assert merged(marked(1, "A"), marked(1, "B"), marked(1, "A")).plan == marked(1, "B")
    assert str(only(merged(marked(1, "A"), marked(1, "B"), marked(1, "C")))) == "settings marking"


def test_settings_are_merged_one_by_one() -> None:
    mine = replace(BASE, settings=Settings(circa_percent=5))
    theirs = replace(BASE, settings=Settings(circa_least=3))
    assert merged(mine, theirs).plan.settings == Settings(circa_percent=5, circa_least=3)


def test_open_points_that_someone_settled_are_gone_and_new_ones_come() -> None:
    old, gone, new, newer = (OpenPoint(text, text) for text in ("old", "gone", "new", "newer"))
    base = replace(BASE, open_points=(old, gone))
    mine = replace(BASE, open_points=(old, gone, new))
    theirs = replace(BASE, open_points=(newer, old))
    assert merged(mine, theirs, base).plan.open_points == (old, new, newer)


# Without a plan that both began with


def test_without_a_common_beginning_all_that_differs_is_a_conflict() -> None:
    mine = put(changed(BASE, "r1", military=5), mission("mine"))
    theirs = put(without(BASE, "rotation r2"), mission("theirs"))
    found = merged(mine, theirs, None)
    assert str(only(found)) == "rotation r1 military"
    assert only(found).base == (None,)
    assert found.plan == put(mine, mission("theirs"))


def test_a_rotation_in_both_keeps_what_is_mine_until_it_is_decided() -> None:
    mine = (
        Plan()
        .put(Mission("m", "M"))
        .put(Rotation("r", "m", "", day("2026-01-01"), day("2026-01-02")))
    )
    theirs = mine.put(replace(mine.rotations["r"], name="R", note="x"))
    found = merged(mine, theirs, None)
    assert found.plan == mine
    assert [str(one) for one in found.open] == ["rotation r name", "rotation r note"]
    assert merged(mine, theirs, None, default=Side.THEIRS).plan == theirs
