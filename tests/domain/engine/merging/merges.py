"""Merges of small plans, and what came of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.engine.merging import NOTHING, Conflict, Decisions, Merge, Side, Spot, merge
from domain.model import (
    Kind,
    Plan,
    Ref,
    Thing,
)
from domain.model.references import check_all
from tests.domain.plan_builder import (
    frame,
    limit,
    mission,
    plan,
    pool,
    post,
    rotation,
    step,
    unit,
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
