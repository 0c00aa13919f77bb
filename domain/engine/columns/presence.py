"""Who is present at missions on some days, as arrays; handover deducted where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from domain.engine.columns.arrays import Ints
from domain.engine.columns.columns import Columns
from domain.engine.columns.numbers import CANCELLED, NONE, TEAMS
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.engine.strength import pieces
from domain.model import Category, Limit, Measure, Rotation

_FIELDS = TEAMS + 1


@dataclass(frozen=True, slots=True)
class Presence:
    """Rows of amounts from a start up to an end, each of the rotation in a slot.

    Rotations stand first, whole; the rows after them deduct from them at a handover.
    """

    slots: Ints
    starts: Ints
    ends: Ints
    amounts: Ints
    """Four rows: the people of each category, and the teams."""
    whole: int
    """How many rows are rotations."""

    def on(self, days: Span) -> tuple[Ints, Ints]:
        """The starts and ends, cut by some days; what lies outside starts when it has ended."""
        return np.maximum(self.starts, days[0]), np.minimum(self.ends, days[1])


def counted_by(limit: Limit) -> tuple[int, ...]:
    """Which of the four amounts a limit adds up."""
    if limit.measure in {Measure.TEAMS, Measure.TEAMS_PER_YEAR}:
        return (TEAMS,)
    return tuple(number for number, one in enumerate(Category) if one in limit.categories)


def summed(amounts: Ints, counted: tuple[int, ...]) -> Ints:
    """Some of the four amounts of each row together."""
    total: Ints = amounts[counted[0]]
    for number in counted[1:]:
        total = total + amounts[number]  # a new array: the first is a row of the amounts
    return total


class Presences:
    """The presence of rotations in slots, by the handovers of their missions."""

    def __init__(self, columns: Columns, situation: Situation) -> None:
        """Look at missions once."""
        self._columns = columns
        self._situation = situation
        self.deducted: Ints = np.array(
            [
                0 if mission is None or mission.handover_counts else mission.handover_days
                for mission in situation.plan.missions.in_slots()
            ],
            np.int32,
        )
        """By the slot of a mission the days of handover in which the relieved counts for less."""

    def of(self, slots: Ints) -> Presence:
        """The presence of the rotations in some slots."""
        numbers = self._columns.numbers
        rows = [(slots, numbers.start[slots], numbers.end[slots], numbers.amounts[:, slots])]
        if len(self.deducted) and self.deducted[numbers.mission[slots]].any():
            rows += self._deductions(slots)
        return Presence(
            np.concatenate([row[0] for row in rows]),
            np.concatenate([row[1] for row in rows]),
            np.concatenate([row[2] for row in rows]),
            np.concatenate([row[3] for row in rows], axis=1),
            len(slots),
        )

    def _deductions(self, slots: Ints) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
        numbers = self._columns.numbers
        reliever = slots[numbers.relieves[slots] != NONE]
        relieved = numbers.relieves[reliever]
        days = self.deducted[numbers.mission[reliever]]
        starts = np.maximum(numbers.start[reliever], numbers.start[relieved])
        ends = np.minimum(numbers.start[reliever] + days, numbers.end[reliever])
        ends = np.minimum(ends, numbers.end[relieved])
        counts = (starts < ends) & (numbers.status[relieved] != CANCELLED)
        times = np.bincount(relieved[counts], minlength=len(numbers.start))
        alone = counts & (times[relieved] == 1)
        least = np.minimum(numbers.amounts[:, relieved[alone]], numbers.amounts[:, reliever[alone]])
        least[TEAMS] = 0
        yield relieved[alone], starts[alone], ends[alone], -least
        shared = np.unique(relieved[counts & ~alone])
        if len(shared):
            yield self._shared(shared)

    def _shared(self, relieved: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """The deductions from rotations that several others relieve at once, one by one."""
        rows = list(
            chain.from_iterable(
                _deductions_of(self._situation, slot, rotation)
                for slot, rotation in zip(
                    relieved.tolist(), self._columns.rotations(relieved), strict=True
                )
            )
        )
        found = np.array(rows, np.int32).reshape(-1, 3 + _FIELDS)
        return found[:, 0], found[:, 1], found[:, 2], found[:, 3:].T


def _deductions_of(
    situation: Situation, slot: int, rotation: Rotation
) -> Iterator[tuple[int, ...]]:
    people = [rotation.people(category) for category in Category]
    counted = [list(pieces(situation, rotation, (category,))) for category in Category]
    for parts in zip(*counted, strict=True):
        start, end = parts[0][0], parts[0][1]
        less = [part[2] - all_of_it for part, all_of_it in zip(parts, people, strict=True)]
        if any(less):
            yield slot, start, end, *less, 0
