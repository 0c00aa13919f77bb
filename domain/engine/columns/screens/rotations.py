"""Rotations whose handover, team size or day of decision is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from domain.engine.columns.arrays import Flags, Ints, Places
from domain.engine.columns.numbers import CANCELLED, NONE, TEAMS, UNDECIDED
from domain.engine.columns.screens.screened import Screened, together
from domain.engine.spans import Span
from domain.model import Category, Frame, Limit


def handover(screened: Screened) -> Places:
    """Rotations that leave a gap after the one they relieve, or are there with it too long."""
    numbers = screened.numbers
    slots = np.flatnonzero(screened.living & (numbers.relieves != NONE))
    relieved = numbers.relieves[slots]
    common: Ints = np.minimum(numbers.end[slots], numbers.end[relieved])
    common -= np.maximum(numbers.start[slots], numbers.start[relieved])
    meant = screened.by_mission("handover_days")[numbers.mission[slots]]
    wrong: Flags = (common > meant) | (common < 0)
    there: Flags = numbers.status[relieved] != CANCELLED
    return slots[wrong & there]


def decision_overdue(screened: Screened) -> Places:
    """Rotations not decided on, whose day of decision has passed."""
    numbers, as_of = screened.numbers, screened.situation.as_of
    if as_of is None:
        return np.empty(0, np.intp)
    slots = np.flatnonzero(np.isin(numbers.status, UNDECIDED))
    ahead = screened.by_mission("preparation_days") + screened.by_mission("decision_lead_days")
    decisions = numbers.start[slots] - ahead[numbers.mission[slots]]
    passed: Flags = decisions < as_of.toordinal()
    return slots[passed]


def team_size(screened: Screened) -> Places:
    """Rotations whose headcount is not their teams times the size that a frame fixes."""
    numbers, groups = screened.numbers, screened.columns.groups("mission")
    found = []
    for mission, limit, span in _team_sizes(screened):
        slots = groups.of(mission)
        counted = [number for number, one in enumerate(Category) if one in limit.categories]
        people = numbers.amounts[counted][:, slots].sum(axis=0, dtype=np.int64)
        wrong = people != numbers.amounts[TEAMS, slots].astype(np.int64) * (limit.number or 0)
        begun = (numbers.start[slots] >= span[0]) & (numbers.start[slots] < span[1])
        found.append(slots[(people > 0) & wrong & begun])
    return together(*found)


def _team_sizes(screened: Screened) -> Iterator[tuple[int, Limit, Span]]:
    """Each limit on the size of teams with the slot of a mission, and its days in force."""
    situation = screened.situation
    for name, slot in situation.plan.missions.slots.items():
        for frame, limit in situation.standing.team_sizes_at(name):
            span = _in_force(screened, frame)
            if span is not None:
                yield slot, limit, span


def _in_force(screened: Screened, frame: Frame) -> Span | None:
    return screened.situation.standing.in_force[frame.id]
