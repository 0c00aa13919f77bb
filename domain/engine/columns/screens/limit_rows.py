"""The strength that limits count, day by day: the rows of many limits in one array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.engine.columns.arrays import (
    Ints,
    Longs,
    Places,
    first_of_each,
    order_of,
    stretches,
)
from domain.engine.columns.presence import Presence, counted_by, summed
from domain.engine.columns.rows import Row
from domain.engine.columns.screens.screened import Screened
from domain.engine.spans import Span
from domain.model import Frame, Limit

CELLS: Final = 1 << 20
"""How many days of all rows together are reckoned at once: as many as stay in the cache."""
COUNTED: Final = 1 << 16
"""How many rotations are counted at once, each once for each limit."""
_APART: Final = 1 << 40
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


class ByMission:
    """Presence, sorted by mission and first day."""

    def __init__(self, presence: Presence, missions: Ints) -> None:
        """Look up where each mission stands."""
        self.presence = presence
        self.starts, self.ends, self._amounts = presence.starts, presence.ends, presence.amounts
        self._sums: dict[tuple[int, ...], Ints] = {}
        own = stretches(missions)
        self.places = {int(missions[begin]): slice(begin, end) for begin, end in own}
        self._keys = missions.astype(np.int64) * _APART + self.starts

    def begun(self, missions: Longs, days: Longs) -> Places:
        """How many rows stand before those at missions that begin on some days, or later."""
        return np.searchsorted(self._keys, missions * _APART + days)

    def summed(self, counted: tuple[int, ...]) -> Ints:
        """Some of the four amounts together; reckoned once for limits that count alike."""
        if counted not in self._sums:
            self._sums[counted] = summed(self._amounts, counted)
        return self._sums[counted]


def _whole(screened: Screened) -> ByMission:
    mission, slots = screened.numbers.mission, screened.numbers.living()
    slots = slots[order_of(mission[slots], screened.numbers.start[slots])]
    return ByMission(screened.reckoner.presences.whole(slots), mission[slots])


def _deducted(screened: Screened) -> ByMission:
    mission = screened.numbers.mission
    found = screened.reckoner.presences.deductions(screened.numbers.living())
    order = order_of(mission[found.slots], found.starts)
    sorted_ = Presence(
        found.slots[order], found.starts[order], found.ends[order], found.amounts[:, order]
    )
    return ByMission(sorted_, mission[sorted_.slots])


class LimitRows:
    """All rotations by mission, from which rows are made."""

    def __init__(self, screened: Screened) -> None:
        """Sort the presence of all rotations by mission, where that does not stand already."""
        missions = screened.situation.plan.missions
        self._slot = missions.slot
        standing = screened.columns.standing
        self.whole: ByMission = standing("whole by mission", (), lambda: _whole(screened))
        self._sources = [
            self.whole,
            standing("deducted by mission", (missions,), lambda: _deducted(screened)),
        ]

    def batches(self, limits: Sequence[InForce]) -> Iterator[Rows]:
        """The rows of limits, so many at once as fit."""
        whole = self._sources[0]
        if not len(whole.starts):
            return
        extent = int(whole.starts.min()), int(whole.ends.max())
        some, cells, counted = list[InForce](), 0, 0
        for one in limits:
            cells += max(0, min(one[2][1], extent[1]) - max(one[2][0], extent[0]))
            counted += self._count(one[0])
            some.append(one)
            if cells > CELLS or counted > COUNTED:
                yield from self._rows(some)
                some, cells, counted = [], 0, 0
        yield from self._rows(some)

    def _count(self, frame: Frame) -> int:
        """How many rotations there are at the missions of a frame."""
        nowhere, places = slice(0, 0), self._sources[0].places
        own = (places.get(self._slot(name), nowhere) for name in frame.missions)
        return sum(place.stop - place.start for place in own)

    def _rows(self, limits: Sequence[InForce]) -> Iterator[Rows]:
        """The rows of some limits; nothing where no rotation counts for any."""
        parts = list(self._parts(limits))
        if not parts:
            return
        limit_of = np.repeat(
            [number for number, _s, _p in parts],
            [place.stop - place.start for _n, _s, place in parts],
        )
        firsts = np.array([span[0] for _frame, _limit, span in limits], np.int32)
        lasts = np.array([span[1] for _frame, _limit, span in limits], np.int32)
        counted = [counted_by(limit) for _frame, limit, _span in limits]
        starts = np.concatenate([source.starts[place] for _n, source, place in parts])
        ends = np.concatenate([source.ends[place] for _n, source, place in parts])
        amounts = np.concatenate(
            [source.summed(counted[number])[place] for number, source, place in parts]
        )
        starts = np.maximum(starts, firsts[limit_of])
        ends = np.minimum(ends, lasts[limit_of])
        kept = np.flatnonzero((starts < ends) & (amounts != 0))
        if len(kept):
            yield _filled(limits, limit_of[kept], starts[kept], ends[kept], amounts[kept])

    def _parts(self, limits: Sequence[InForce]) -> Iterator[tuple[int, ByMission, slice]]:
        """For each limit, by number, where what it counts stands."""
        for number, (frame, _limit, _span) in enumerate(limits):
            for code in dict.fromkeys(map(self._slot, frame.missions)):
                for source in self._sources:
                    if code in source.places:
                        yield number, source, source.places[code]


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
