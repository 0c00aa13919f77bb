"""All bookings of units as arrays, and which units with bookings lie inside which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from domain.engine.bookings import Booking, booking_of, commitment_booking, commitment_span
from domain.engine.columns.arrays import Flags, Longs, Places, order_of, ranges
from domain.engine.columns.numbers import NONE
from domain.engine.columns.screens.screened import Screened
from domain.engine.recovery import UNHURRIED
from domain.engine.spans import Span
from domain.model import Commitment

Kinship = tuple[Longs, Longs]
"""Codes of units with bookings, and of such units around each: one row for each two."""


class Bookings:
    """The bookings of units, by number: first the rotations, by slot, then the commitments."""

    def __init__(self, screened: Screened) -> None:
        """Collect them."""
        numbers = screened.numbers
        self._rows = screened.columns.rows
        self._tree = screened.columns.tree(screened.situation.plan.forces)
        units = self._tree.units
        self.slots: Places = np.flatnonzero(screened.living & units[numbers.force])
        self.commitments = list(_commitments(screened, units))
        spans = np.array([(code, *days) for _one, code, days in self.commitments], np.int64)
        codes, starts, ends = spans.reshape(-1, 3).T
        self.force: Longs = np.concatenate((numbers.force[self.slots], codes))
        """The code of the unit that each is of."""
        self.start: Longs = np.concatenate((numbers.start[self.slots], starts))
        self.end: Longs = np.concatenate((numbers.end[self.slots], ends))
        self._by_force = order_of(self.force)
        self._counts = np.bincount(self.force, minlength=len(units))
        self._begins = np.cumsum(self._counts) - self._counts
        self._made: dict[int, Booking] = {}

    def booking(self, number: int) -> Booking:
        """One of them, as the rules look at it."""
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def _make(self, number: int) -> Booking:
        if number >= len(self.slots):
            commitment, _code, span = self.commitments[number - len(self.slots)]
            return commitment_booking(commitment, span)
        rotation = self._rows[self.slots[number]]
        if rotation is None:
            raise LookupError(number)
        return booking_of(rotation, str(rotation.force))

    def of(self, units: Longs) -> tuple[Longs, Longs]:
        """All bookings of some units, one unit after another: places among the units, numbers."""
        counts = self._counts[units]
        places = np.repeat(np.arange(len(units)), counts)
        return places, self._by_force[self._begins[units][places] + ranges(counts)]

    @cached_property
    def under_inner(self) -> tuple[Longs, Longs]:
        """Each booking under its own unit, and under each unit inside that has bookings itself.

        Gives units and numbers, in the order of unit and first day.
        """
        inner, outer = self.kinship
        places, numbers = self.of(outer)
        units = np.concatenate((self.force, inner[places]))
        numbers = np.concatenate((np.arange(len(self.force)), numbers))
        order = order_of(units, self.start[numbers])
        return units[order], numbers[order]

    @cached_property
    def claims_near(self) -> tuple[Longs, Longs, Longs]:
        """The tours that may claim days of a unit, its own and those around and inside it.

        Gives units, the inner one of the two units, and numbers of bookings.
        """
        inner, outer = self.kinship
        own = np.arange(len(self.slots))
        around_places, around = self.of(outer)
        within_places, within = self.of(inner)
        units = (self.force[own], inner[around_places], outer[within_places])
        inners = (self.force[own], inner[around_places], inner[within_places])
        return np.concatenate(units), np.concatenate(inners), np.concatenate((own, around, within))

    @cached_property
    def tours_and_hurried(self) -> tuple[Longs, Longs, Places]:
        """The ends of the tours near units, then what may not begin while a unit recovers.

        Gives, in the order of unit and day: units, days, and places among the tours near units
        followed by the hurried bookings.
        """
        units, _inners, tours = self.claims_near
        later = np.flatnonzero(self._hurried())
        units = np.concatenate((units, self.force[later]))
        days = np.concatenate((self.end[tours], self.start[later]))
        order = order_of(units, days)
        return units[order], days[order], order

    def _hurried(self) -> Flags:
        """Which bookings may not begin while a unit recovers."""
        unhurried = [one.kind in UNHURRIED for one, _code, _days in self.commitments]
        return ~np.array([*[False] * len(self.slots), *unhurried], np.bool_)

    @cached_property
    def kinship(self) -> Kinship:
        """The units with bookings that lie inside others with bookings, at any depth."""
        parents, inner = self._tree.parents, np.flatnonzero(self._counts > 0)
        outer = parents[inner]
        found: list[Kinship] = [(inner[:0], inner[:0])]
        while len(inner):
            inner, outer = inner[outer != NONE], outer[outer != NONE]
            booked = self._counts[outer] > 0
            found.append((inner[booked], outer[booked]))
            outer = parents[outer]
        return np.concatenate([one for one, _o in found]), np.concatenate([o for _i, o in found])


def _commitments(screened: Screened, units: Flags) -> Iterator[tuple[Commitment, int, Span]]:
    slot = screened.situation.plan.forces.slot
    for force, commitments in screened.situation.standing.commitments_on.items():
        if units[slot(force)]:
            for commitment in commitments:
                span = commitment_span(screened.situation, commitment)
                if span is not None:
                    yield commitment, slot(force), span
