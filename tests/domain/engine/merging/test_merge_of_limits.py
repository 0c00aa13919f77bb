"""Two versions made into one: the limits of frames, one by one."""

from __future__ import annotations

from dataclasses import replace

from domain.engine.merging import Decisions, Side, Spot
from domain.model import (
    Kind,
    Limit,
    Plan,
)
from tests.domain.engine.merging.merges import BASE, decided, merged, only, put, without
from tests.domain.plan_builder import (
    frame,
    limit,
)


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
