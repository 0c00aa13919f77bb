"""Two versions of a plan made into one, by what both began with."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from domain.engine.merging.contest import contest_of
from domain.engine.merging.renaming import base_with_taken, names_apart, renamed_plan
from domain.engine.merging.settling import Settlement
from domain.engine.merging.spots import Conflict, Decisions, Merge, Side, Spot, Why, spot_of
from domain.model import OpenPoint, Plan

NOTHING: Final[Decisions] = MappingProxyType({})


def merge(
    base: Plan | None,
    mine: Plan,
    theirs: Plan,
    decisions: Decisions = NOTHING,
    default: Side | None = None,
) -> Merge:
    """Mine with what they changed, field by field, by the plan that both began with.

    What only one side changed is taken, and so is what both did alike. Where both did otherwise
    it is a conflict, which is decided by its spots, or all at once by a default. Things that
    both made with one id are kept apart: theirs gets another. Of two markings the higher counts.
    Without a plan that both began with, everything that differs is a conflict, and nothing was
    removed. The name, the scenario and what it was derived from stay mine.
    """
    names = {} if base is None else names_apart(base, mine, theirs)
    theirs = renamed_plan(theirs, names)
    base = None if base is None else base_with_taken(base, mine, theirs, names)
    settlement = Settlement(contest_of(base, mine, theirs), decisions, default)
    plan = settlement.plan()
    points = _points(base, mine, theirs)
    if points != plan.open_points:
        plan = replace(plan, open_points=points)
    return Merge(plan, settlement.conflicts(), names)


def _points(base: Plan | None, mine: Plan, theirs: Plan) -> tuple[OpenPoint, ...]:
    """The open points that nobody took away, and those that anybody added."""
    before = frozenset() if base is None else frozenset(base.open_points)
    kept = [one for one in mine.open_points if one in theirs.open_points or one not in before]
    added = [one for one in theirs.open_points if one not in before]
    return tuple(dict.fromkeys([*kept, *added]))


__all__ = [
    "NOTHING",
    "Conflict",
    "Decisions",
    "Merge",
    "Side",
    "Spot",
    "Why",
    "merge",
    "spot_of",
]
