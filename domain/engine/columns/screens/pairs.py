"""Pairs of bookings of a unit, or of one inside another, that are near each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from domain.engine.bookings import Pair
from domain.engine.columns.arrays import Longs, highest_before
from domain.engine.columns.screens.bookings import Bookings
from domain.engine.columns.screens.screened import Screened


def near_pairs(screened: Screened, bookings: Bookings) -> Iterator[Pair]:
    """The pairs in which one begins, or begins to prepare, before an earlier one has ended."""
    units, numbers = bookings.under_inner
    ends = bookings.end[numbers]
    starts = bookings.start[numbers] - _preparation(screened, bookings)[numbers]
    names, own = screened.force_names, bookings.force[numbers] == units
    found = np.flatnonzero(starts < highest_before(ends, units))
    begins = np.searchsorted(units, units[found]).tolist()
    for begin, later in zip(begins, found.tolist(), strict=True):
        unit, near = int(units[later]), ends[begin:later] > starts[later]
        if not own[later]:
            near &= own[begin:later]
        one = bookings.booking(int(numbers[later]))
        for number in numbers[begin:later][near].tolist():
            other = bookings.booking(number)
            first, second = (one, other) if one.order < other.order else (other, one)
            yield Pair(names[unit], first, second)


def _preparation(screened: Screened, bookings: Bookings) -> Longs:
    """The days that each booking needs before it begins; a commitment needs none."""
    needed = screened.by_mission("preparation_days")[screened.numbers.mission[bookings.slots]]
    return np.concatenate((needed, np.zeros(len(bookings.commitments), np.int64)))
