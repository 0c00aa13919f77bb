"""Ids for rotations that have none yet."""

from __future__ import annotations

from domain.model.new_ids import NewIds


def test_new_ids_are_free() -> None:
    ids = NewIds({"osc-1"}, ["osc-3"])
    assert [ids.for_mission("OSC") for _ in range(3)] == ["osc-2", "osc-4", "osc-5"]
    assert ids.for_mission("!") == "rotation-1"
    assert len(ids.for_mission("x" * 64)) <= 64
