"""Two versions made into one: fields that one or both changed, and what holds for the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.engine.merging import Merge, Side, Why
from domain.model import (
    Marking,
    Mission,
    OpenPoint,
    Plan,
    Rotation,
    Settings,
)
from tests.domain.engine.merging.merges import BASE, changed, decided, merged, only, put, r, without
from tests.domain.plan_builder import (
    day,
    mission,
    rotation,
)


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
