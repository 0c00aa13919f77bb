"""The reckoner: strength and demand by columns, for one part of a plan at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from weakref import proxy

import numpy as np

from domain.engine.bookings import commitment_span
from domain.engine.columns.arrays import EMPTY, Ints, Longs, Places
from domain.engine.columns.columns import Columns
from domain.engine.columns.numbers import NONE, TEAMS
from domain.engine.columns.presence import Presence, Presences, counted_by, summed
from domain.engine.columns.rows import Row, row_of, steps_of
from domain.engine.demand import claimed_by, forces_counting
from domain.engine.profile import Balance, Step
from domain.engine.quick import Drawing
from domain.engine.situation import Situation
from domain.engine.spans import Span, overlap
from domain.model import Category, Force, ForceMeasure, Frame, Limit, Measure


class Reckoner:
    """What the readable functions ask of a large plan; it follows the columns."""

    def __init__(self, columns: Columns, situation: Situation) -> None:
        """Reckon with the columns of a situation."""
        self._columns = columns
        # The situation holds this one: a round of the two would outlive both.
        self._situation: Situation = proxy(situation)
        self.presences = Presences(columns, self._situation)
        self.rows: dict[str, tuple[int, Row]] = {}
        """The strength of limits on their days, first day and row, while a plan is checked."""
        self.amounts: dict[tuple[str, int], list[tuple[str, int]]] = {}
        """What rotations add to limits on days of peaks, while a plan is checked."""
        self.balances: dict[str, Sequence[Balance]] = {}
        """The shortages of pools on all days, while a plan is checked."""
        self._known: dict[tuple[tuple[str, ...], Span], Presence] = {}
        self._version = columns.version

    def forget(self) -> None:
        """Drop what is kept while a plan is checked."""
        self.rows.clear()
        self.amounts.clear()
        self.balances.clear()

    def steps_on(self, frame: Frame, limit: Limit, days: Span, above: int) -> Sequence[Step]:
        """The strength of a limit as steps above a number, on days in force."""
        if limit.id in self.rows:
            first, row = self.rows[limit.id]
            return steps_of(first, row, above)
        whole, counted = self._present(frame.missions, days), counted_by(limit)
        starts, ends = whole.on(days)
        if not len(starts):
            return ()
        span = int(starts.min()), int(ends.max())
        row = row_of(span, starts, ends, summed(whole.amounts, counted))
        if row.max() <= above:
            return ()
        less = self.presences.deductions(whole.slots)
        if len(less.slots):
            row += row_of(span, *less.on(span), summed(less.amounts, counted))
        return steps_of(span[0], row, above)

    def amounts_on(self, frame: Frame, limit: Limit, day: int) -> list[tuple[str, int]]:
        """What each rotation, by id, adds to a limit on a day in force."""
        known = self.amounts.get((limit.id, day))
        if known is not None:
            return known
        slots = self._near_missions(frame.missions, (day, day + 1))
        amounts = summed(self._columns.numbers.amounts.take(slots, axis=1), counted_by(limit))
        if limit.measure is not Measure.TEAMS:
            self.presences.deduct_on(day, slots, amounts, limit.categories)
        kept = np.flatnonzero(amounts)
        rotations = self._columns.rotations(slots[kept])
        return list(zip(map(attrgetter("id"), rotations), amounts[kept].tolist(), strict=True))

    def total_in_year(self, frame: Frame, limit: Limit, days: Span) -> int:
        """What all rotations add to a yearly limit on the days in force of a year."""
        if limit.measure is Measure.AVERAGE_PER_YEAR:
            slots = self._near_missions(frame.missions, days)
            presence = self.presences.whole(slots).and_(self.presences.deductions(slots))
            starts, ends = presence.on(days)
            lengths = np.maximum(ends - starts, 0).astype(np.int64)
            return int((lengths * summed(presence.amounts, counted_by(limit))).sum())
        presence = self._present(frame.missions, days)
        begun = presence.starts >= days[0]
        amounts = summed(presence.amounts, counted_by(limit))
        return int(amounts[begun].sum(dtype=np.int64))

    def drawing_on(
        self, frame: Frame, categories: Collection[Category], days: Span
    ) -> Sequence[Drawing]:
        """The runs of days in force on which rotations have people in categories."""
        numbers = self._columns.numbers
        slots = self._near_missions(frame.missions, days)
        counted = [number for number, one in enumerate(Category) if one in categories]
        slots = slots[numbers.amounts[counted][:, slots].any(axis=0)]
        slots = slots[np.argsort(numbers.start[slots], kind="stable")]
        starts = np.maximum(numbers.start[slots], days[0])
        reach = np.maximum.accumulate(np.minimum(numbers.end[slots], days[1]))
        breaks = np.flatnonzero(starts[1:] > reach[:-1]) + 1
        return [
            (
                (int(starts[first]), int(reach[last - 1])),
                [rotation.id for rotation in self._columns.rotations(slots[first:last])],
            )
            for first, last in zip([0, *breaks], [*breaks, len(slots)], strict=True)
            if first < last
        ]

    def shortages(self, pool: Force, days: Span) -> Sequence[Balance]:
        """Where, on some days, more is asked of a pool than it holds."""
        if pool.id in self.balances:
            return self.balances[pool.id]
        claims = list(zip(*self._claims(pool, days), strict=True))
        starts, ends, asked = (np.concatenate(part) for part in claims)
        starts, ends = np.maximum(starts, days[0]), np.minimum(ends, days[1])
        if not len(starts):
            return ()
        span = int(starts.min()), int(ends.max())
        row = row_of(span, starts, ends, asked)
        return [
            Balance(part.start, part.end, part.value, step.quantity)
            for step in sorted(pool.supply, key=lambda step: step.start)
            if (common := overlap((step.start, step.end), span)) is not None
            for part in steps_of(
                common[0], row[common[0] - span[0] : common[1] - span[0]], step.quantity
            )
        ]

    def _claims(self, pool: Force, days: Span) -> Iterator[tuple[Ints, Ints, Longs]]:
        situation, numbers = self._situation, self._columns.numbers
        for name in forces_counting(situation, pool):
            code = situation.plan.forces.slot(name)
            slots = self._columns.near("force", code, days)
            yield numbers.start[slots], numbers.end[slots], self.asked(slots, pool.measure)
            for commitment in situation.standing.commitments_on.get(name, ()):
                span = commitment_span(situation, commitment)
                if span is not None and overlap(span, days) is not None:
                    start, end = (np.array([day], np.int32) for day in span)
                    yield start, end, np.array([claimed_by(commitment)], np.int64)

    def asked(self, slots: Places, measure: ForceMeasure) -> Longs:
        """How much each of some rotations asks of a force of a measure."""
        numbers = self._columns.numbers
        own: Longs
        if measure is ForceMeasure.PERSONS:
            own = numbers.amounts[:TEAMS, slots].sum(axis=0, dtype=np.int64)
        elif measure is ForceMeasure.TEAMS:
            own = np.maximum(numbers.amounts[TEAMS, slots], 1).astype(np.int64)
        else:
            own = np.ones(len(slots), np.int64)
        given = numbers.quantity[slots]
        return np.where(given == NONE, own, given)

    def _near_missions(self, missions: tuple[str, ...], days: Span) -> Places:
        slot = self._situation.plan.missions.slot
        names = dict.fromkeys(missions)
        found = [self._columns.near("mission", slot(name), days) for name in names]
        return found[0] if len(found) == 1 else np.concatenate([EMPTY, *found])

    def _present(self, missions: tuple[str, ...], days: Span) -> Presence:
        """Who is at missions on some days, nothing deducted; limits of one frame share it."""
        if self._version != self._columns.version:
            self._known, self._version = {}, self._columns.version
        key = missions, days
        if key not in self._known:
            self._known[key] = self.presences.whole(self._near_missions(missions, days))
        return self._known[key]
