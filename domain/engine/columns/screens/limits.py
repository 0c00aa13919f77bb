"""Limits that are exceeded, on days or in years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from domain.engine.columns.arrays import Places
from domain.engine.columns.presence import counted_by, summed
from domain.engine.columns.rows import Row
from domain.engine.columns.screens.limit_rows import InForce, LimitRows
from domain.engine.columns.screens.peaks import amounts_at_peaks
from domain.engine.columns.screens.screened import Screened
from domain.engine.spans import ALWAYS, Span
from domain.engine.standing import is_numbered
from domain.engine.strength import PER_DAY, year_of
from domain.model import Limit, Measure


def exceeded(screened: Screened) -> Iterator[tuple[Limit, Span]]:
    """The limits that are exceeded, and days that hold all those on which they are.

    The rows of daily ones, and who makes their peaks, are left with the reckoner, which the
    rules then ask.
    """
    limits = _numbered(screened)
    rows = LimitRows(screened)
    for batch in rows.batches([one for one in limits if one[1].measure in PER_DAY]):
        numbers = np.array([limit.number or 0 for _frame, limit, _span in batch.limits])
        above = np.flatnonzero(batch.peaks() > numbers)
        for name, day, amounts in amounts_at_peaks(screened, rows.whole, batch, above):
            screened.reckoner.amounts[name, day] = amounts
        for place in above.tolist():
            limit = batch.limits[place][1]
            screened.reckoner.rows[limit.id] = batch.row(place)
            yield limit, ALWAYS
    means = [one for one in limits if one[1].measure is Measure.AVERAGE_PER_YEAR]
    for batch in rows.batches(means):
        for place, (_frame, limit, _span) in enumerate(batch.limits):
            yield from _in_years(limit, _years_of_row(limit, *batch.row(place)))
    first_years = _FirstYears(screened)
    for _frame, limit, span in (one for one in limits if one[1].measure in _BEGUN):
        yield from _in_years(limit, first_years.above(_frame.missions, limit, span))


_BEGUN = frozenset({Measure.TEAMS_PER_YEAR, Measure.PERSONS_PER_YEAR})


def _numbered(screened: Screened) -> list[InForce]:
    standing = screened.situation.standing
    return [
        (frame, limit, span)
        for frame, limit in standing.limits.values()
        if is_numbered(limit) and (span := standing.in_force[frame.id]) is not None
    ]


def _in_years(limit: Limit, years: list[int]) -> Iterator[tuple[Limit, Span]]:
    if years:
        yield limit, (year_of(min(years))[0], year_of(max(years))[1])


def _years_of_row(limit: Limit, first: int, row: Row) -> list[int]:
    """The years in which the mean of a row of days is above a limit."""
    start, end = date.fromordinal(first).year, date.fromordinal(first + len(row) - 1).year
    years = range(start, end + 1)
    days = np.array([year_of(year) for year in years])
    begins = np.maximum(days[:, 0] - first, 0)
    totals = np.add.reduceat(row, begins, dtype=np.int64)
    above = totals > (limit.number or 0) * (days[:, 1] - days[:, 0])
    return [years[place] for place in np.flatnonzero(above).tolist()]


class _FirstYears:
    """All rotations by the year of their first day."""

    def __init__(self, screened: Screened) -> None:
        """Look up where years begin."""
        self._columns, self._slot = screened.columns, screened.situation.plan.missions.slot
        first, last = screened.columns.extremes() or (1, 1)
        self._first = date.fromordinal(first).year
        years = range(self._first, date.fromordinal(last).year + 1)
        self._begins = np.array([year_of(year)[0] for year in years], np.int32)

    def above(self, missions: tuple[str, ...], limit: Limit, span: Span) -> list[int]:
        """The years in which more begin than a limit allows."""
        groups, numbers = self._columns.groups("mission"), self._columns.numbers
        slots: Places = np.concatenate(
            [groups.of(self._slot(name)) for name in dict.fromkeys(missions)]
        )
        starts = numbers.start[slots]
        slots = slots[(starts >= span[0]) & (starts < span[1])]
        if not len(slots):
            return []
        amounts = summed(numbers.amounts[:, slots], counted_by(limit))
        years = np.searchsorted(self._begins, numbers.start[slots], side="right") - 1
        totals = np.bincount(years, weights=amounts)
        above = np.flatnonzero(totals > (limit.number or 0)).tolist()
        return [self._first + place for place in above]
