"""Pairs of bookings of a unit, or of one inside another, that are near each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from domain.engine.bookings import Pair
from domain.engine.columns.arrays import Longs, first_of_each, highest_before, order_of
from domain.engine.columns.screens.bookings import Bookings
from domain.engine.columns.screens.screened import Screened
from domain.model import Kind


def near_pairs(screened: Screened, bookings: Bookings) -> Iterator[Pair]:
    """The pairs in which one begins, or begins to prepare, before an earlier one has ended."""
    units, numbers = _under_inner_units(bookings)
    order = order_of(units, bookings.start[numbers])
    units, numbers = units[order], numbers[order]
    ends = bookings.end[numbers]
    starts = bookings.start[numbers] - _preparation(screened, bookings)[numbers]
    begins = first_of_each(units)
    names = screened.names(Kind.FORCE)
    for later in np.flatnonzero(starts < highest_before(ends, units)).tolist():
        begin = int(begins[np.searchsorted(begins, later, side="right") - 1])
        earlier = begin + np.flatnonzero(ends[begin:later] > starts[later])
        unit = int(units[later])
        if bookings.force[numbers[later]] != unit:
            earlier = earlier[bookings.force[numbers[earlier]] == unit]
        one = bookings.booking(int(numbers[later]))
        for number in numbers[earlier].tolist():
            other = bookings.booking(number)
            first, second = (one, other) if one.order < other.order else (other, one)
            yield Pair(names[unit], first, second)


def _under_inner_units(bookings: Bookings) -> tuple[Longs, Longs]:
    """Each booking under its own unit, and under each unit inside that has bookings itself."""
    inner, outer = bookings.kinship
    places, numbers = bookings.of(outer)
    units = np.concatenate((bookings.force, inner[places]))
    return units, np.concatenate((np.arange(len(bookings.force)), numbers))


def _preparation(screened: Screened, bookings: Bookings) -> Longs:
    """The days that each booking needs before it begins; a commitment needs none."""
    needed = screened.by_mission("preparation_days")[screened.numbers.mission[bookings.slots]]
    return np.concatenate((needed, np.zeros(len(bookings.commitments), np.int64)))
