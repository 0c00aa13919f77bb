"""The strength that limits count, day by day: the rows of many limits in one array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.engine.columns.arrays import Ints, Longs, first_of_each, order_of, stretches
from domain.engine.columns.presence import counted_by, summed
from domain.engine.columns.rows import Row
from domain.engine.columns.screens.screened import Screened
from domain.engine.spans import Span
from domain.model import Frame, Limit

CELLS: Final = 1 << 23
"""How many days of all rows together are reckoned at once."""
_FITS: Final = (1 << 31) - 1
InForce = tuple[Frame, Limit, Span]
"""A limit with its frame and the days in force."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some limits; those without any rotation are left out."""

    limits: Sequence[InForce]
    firsts: Longs
    """The first day of each row."""
    offsets: Longs
    """Where each row begins among the values; one more for the end of the last."""
    values: Row
    """After each row stands one value more, which is zero."""

    def peaks(self) -> Row:
        """The highest value of each row."""
        return np.maximum.reduceat(self.values, self.offsets[:-1])

    def row(self, number: int) -> tuple[int, Row]:
        """The first day and the values of one row."""
        start, end = self.offsets[number], self.offsets[number + 1] - 1
        return int(self.firsts[number]), self.values[start:end]


class LimitRows:
    """All rotations by mission, from which rows are made."""

    def __init__(self, screened: Screened) -> None:
        """Sort the presence of all rotations by mission."""
        numbers, self._slot = screened.numbers, screened.situation.plan.missions.slot
        presence = screened.reckoner.presences.of(
            np.flatnonzero(screened.living()).astype(np.int32)
        )
        missions = numbers.mission[presence.slots]
        order = order_of(missions)
        self._starts, self._ends = presence.starts[order], presence.ends[order]
        self._amounts = presence.amounts[:, order]
        self._sums: dict[tuple[int, ...], Ints] = {}
        own = stretches(missions[order])
        self._of_mission = {int(missions[order[begin]]): (begin, end) for begin, end in own}

    def batches(self, limits: Sequence[InForce]) -> Iterator[Rows]:
        """The rows of limits, so many at once as fit."""
        if not len(self._starts):
            return
        extent = int(self._starts.min()), int(self._ends.max())
        some, cells = list[InForce](), 0
        for one in limits:
            cells += max(0, min(one[2][1], extent[1]) - max(one[2][0], extent[0]))
            some.append(one)
            if cells > CELLS:
                yield from self._rows(some)
                some, cells = [], 0
        yield from self._rows(some)

    def _rows(self, limits: Sequence[InForce]) -> Iterator[Rows]:
        """The rows of some limits; nothing where no rotation counts for any."""
        parts = [
            (number, *self._of_mission[code])
            for number, (frame, _limit, _span) in enumerate(limits)
            for code in dict.fromkeys(map(self._slot, frame.missions))
            if code in self._of_mission
        ]
        if not parts:
            return
        limit_of = np.repeat([one[0] for one in parts], [one[2] - one[1] for one in parts])
        spans = np.array([span for _frame, _limit, span in limits], np.int32)
        starts = np.concatenate([self._starts[begin:end] for _n, begin, end in parts])
        ends = np.concatenate([self._ends[begin:end] for _n, begin, end in parts])
        amounts = np.concatenate(
            [self._summed(limits[number][1])[begin:end] for number, begin, end in parts]
        )
        starts = np.maximum(starts, spans[limit_of, 0])
        ends = np.minimum(ends, spans[limit_of, 1])
        counts = (starts < ends) & (amounts != 0)
        if counts.any():
            kept = limit_of[counts]
            yield _filled(limits, kept, starts[counts], ends[counts], amounts[counts])

    def _summed(self, limit: Limit) -> Ints:
        """What each rotation adds to a limit; reckoned once for limits that count alike."""
        counted = counted_by(limit)
        if counted not in self._sums:
            self._sums[counted] = summed(self._amounts, counted)
        return self._sums[counted]


def _filled(
    limits: Sequence[InForce], limit_of: Longs, starts: Ints, ends: Ints, amounts: Ints
) -> Rows:
    begins = first_of_each(limit_of)
    firsts: Longs = np.minimum.reduceat(starts, begins).astype(np.int64)
    sizes = np.maximum.reduceat(ends, begins) - firsts + 1
    offsets = np.zeros(len(sizes) + 1, np.int64)
    offsets[1:] = np.cumsum(sizes)
    shift = np.repeat(offsets[:-1] - firsts, np.diff([*begins, len(limit_of)]))
    small = int(np.abs(amounts).sum(dtype=np.int64)) <= _FITS
    size = int(offsets[-1])
    values: Row = np.zeros(size, np.int32) if small else np.zeros(size, np.int64)
    added = amounts.astype(values.dtype, copy=False)
    np.add.at(values, starts + shift, added)
    np.subtract.at(values, ends + shift, added)
    np.cumsum(values, dtype=values.dtype, out=values)
    return Rows([limits[number] for number in limit_of[begins].tolist()], firsts, offsets, values)
