"""Who is present at missions on some days, as arrays; handover deducted where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from domain.engine.columns.arrays import Ints, Places, times_of_each
from domain.engine.columns.columns import Columns
from domain.engine.columns.numbers import CANCELLED, NONE, TEAMS
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.engine.strength import left_on_relief, pieces
from domain.model import Category, Limit, Measure, Rotation

_FIELDS = TEAMS + 1


@dataclass(frozen=True, slots=True)
class Presence:
    """Rows of amounts from a start up to an end, each of the rotation in a slot."""

    slots: Places
    starts: Ints
    ends: Ints
    amounts: Ints
    """Four rows: the people of each category, and the teams."""

    def on(self, days: Span) -> tuple[Ints, Ints]:
        """The starts and ends, cut by some days; what lies outside starts when it has ended."""
        return np.maximum(self.starts, days[0]), np.minimum(self.ends, days[1])

    def and_(self, other: Presence) -> Presence:
        """The rows of both."""
        if not len(other.slots):
            return self
        return Presence(
            np.concatenate((self.slots, other.slots)),
            np.concatenate((self.starts, other.starts)),
            np.concatenate((self.ends, other.ends)),
            np.concatenate((self.amounts, other.amounts), axis=1),
        )


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
        self._any = bool(self.deducted.any())

    def whole(self, slots: Places) -> Presence:
        """The rotations in some slots, nothing deducted."""
        numbers = self._columns.numbers
        return Presence(
            slots, numbers.start[slots], numbers.end[slots], numbers.amounts.take(slots, axis=1)
        )

    def deductions(self, slots: Places) -> Presence:
        """What the rotations in some slots, which relieve others, take away from those."""
        numbers = self._columns.numbers
        if not self._any:
            return self.whole(slots[:0])
        days = self.deducted[numbers.mission[slots]]
        relieving = (days > 0) & (numbers.relieves[slots] != NONE)
        reliever, days = slots[relieving], days[relieving]
        relieved = numbers.relieves[reliever].astype(np.intp)
        starts = np.maximum(numbers.start[reliever], numbers.start[relieved])
        ends = np.minimum(numbers.start[reliever] + days, numbers.end[reliever])
        ends = np.minimum(ends, numbers.end[relieved])
        there = (starts < ends) & (numbers.status[relieved] != CANCELLED)
        reliever, relieved = reliever[there], relieved[there]
        alone = times_of_each(relieved) == 1
        least = np.minimum(numbers.amounts[:, relieved], numbers.amounts[:, reliever])[:, alone]
        least[TEAMS] = 0
        found = Presence(relieved[alone], starts[there][alone], ends[there][alone], -least)
        return found if alone.all() else found.and_(self._shared(np.unique(relieved[~alone])))

    def deduct_on(
        self, day: int, slots: Places, amounts: Ints, categories: Collection[Category]
    ) -> None:
        """Lessen amounts to what the rotations in some slots count on a day, where relieved."""
        if not self._any:
            return
        numbers = self._columns.numbers
        until = numbers.start[slots] + self.deducted[numbers.mission[slots]]
        relieving = slots[(until > day) & (numbers.relieves[slots] != NONE)]
        relievers: dict[int, list[Rotation]] = defaultdict(list)
        for relieved, by in zip(
            numbers.relieves[relieving].tolist(), self._columns.rotations(relieving), strict=True
        ):
            relievers[relieved].append(by)
        for place in np.flatnonzero(np.isin(slots, list(relievers))).tolist() if relievers else ():
            (rotation,) = self._columns.rotations(slots[place : place + 1])
            by_all = relievers[int(slots[place])]
            amounts[place] = left_on_relief(rotation, by_all, categories)

    def _shared(self, relieved: Places) -> Presence:
        """The deductions from rotations that several others relieve at once, one by one."""
        rotations = zip(relieved.tolist(), self._columns.rotations(relieved), strict=True)
        rows = [
            row
            for slot, rotation in rotations
            for row in _deductions_of(self._situation, slot, rotation)
        ]
        found = np.array(rows, np.int32).reshape(-1, 3 + _FIELDS)
        return Presence(found[:, 0].astype(np.intp), found[:, 1], found[:, 2], found[:, 3:].T)


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
