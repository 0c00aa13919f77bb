"""Who makes the peaks of limits that are exceeded: all of them looked up at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from domain.engine.columns.arrays import Flags, Longs, Places, first_of_each, ranges
from domain.engine.columns.numbers import NONE, TEAMS
from domain.engine.columns.presence import counted_by
from domain.engine.columns.screens.limit_rows import ByMission, Rows
from domain.engine.columns.screens.screened import Screened

Peak = tuple[int, int]
"""The number of a row, and the first of the days on which a run of days above is highest."""
Amounts = list[tuple[str, int]]
"""What rotations, by id, add to a limit on a day."""


def amounts_at_peaks(
    screened: Screened, whole: ByMission, rows: Rows, above: Places
) -> Iterator[tuple[str, int, Amounts]]:
    """For each run of days above the number of some rows its limit, its peak, and who makes it."""
    if not len(above):
        return
    peaks = _peaks(rows, above)
    asked, missions = _asked(screened, rows, peaks)
    days = np.array([day for _row, day in peaks], np.int64)
    found, places = _present(screened, whole, (asked, missions, days))
    slots = whole.presence.slots[places]
    counts = np.zeros((len(peaks), TEAMS + 1), np.int64)
    for number, (row, _day) in enumerate(peaks):
        counts[number, list(counted_by(rows.limits[row][1]))] = 1
    amounts = whole.presence.amounts[:, places].astype(np.int64)
    _deduct(screened, (found, slots, days[found]), amounts)
    totals = (amounts * counts[found].T).sum(axis=0)
    kept = np.flatnonzero(totals)
    names = [rotation.id for rotation in screened.columns.rotations(slots[kept])]
    each = list(zip(names, totals[kept].tolist(), strict=True))
    bounds = np.searchsorted(found[kept], np.arange(len(peaks) + 1)).tolist()
    for (row, day), (begin, end) in zip(peaks, pairwise(bounds), strict=True):
        yield rows.limits[row][1].id, day, each[begin:end]


def _peaks(rows: Rows, above: Places) -> list[Peak]:
    """The peaks of all runs above the numbers of some rows."""
    numbers = np.array([rows.limits[row][1].number or 0 for row in above.tolist()])
    begins, ends = rows.offsets[above], rows.offsets[above + 1]
    sizes = ends - begins
    spans = zip(begins.tolist(), ends.tolist(), strict=True)
    cells = np.concatenate([rows.values[begin:end] for begin, end in spans])
    # The zero at the end of each row keeps runs of two rows apart.
    over = np.flatnonzero(cells > np.repeat(numbers, sizes))
    values, runs = cells[over], np.concatenate(([0], np.flatnonzero(np.diff(over) > 1) + 1))
    run_of = np.repeat(np.arange(len(runs)), np.diff([*runs, len(over)]))
    highest = np.flatnonzero(values == np.maximum.reduceat(values, runs)[run_of])
    places = over[highest[first_of_each(run_of[highest])]]
    offsets = np.cumsum(sizes) - sizes
    at = np.searchsorted(offsets, places, side="right") - 1
    days = rows.firsts[above][at] + places - offsets[at]
    return list(zip(above[at].tolist(), days.tolist(), strict=True))


def _asked(screened: Screened, rows: Rows, peaks: Sequence[Peak]) -> tuple[Longs, Longs]:
    """The missions at which each peak, by number, may be made: peaks, slots of missions."""
    slot = screened.situation.plan.missions.slot
    found = [
        (number, slot(name))
        for number, (row, _day) in enumerate(peaks)
        for name in dict.fromkeys(rows.limits[row][0].missions)
    ]
    asked, missions = np.array(found, np.int64).reshape(-1, 2).T
    return asked, missions


def _present(
    screened: Screened, whole: ByMission, questions: tuple[Longs, Longs, Longs]
) -> tuple[Longs, Places]:
    """Who is there: for each the number of a peak, in order, and a place in the presence."""
    asked, missions, days = questions
    begins = whole.begun(missions, days[asked] - screened.columns.longest() + 1)
    counts = whole.begun(missions, days[asked] + 1) - begins
    found = np.repeat(asked, counts)
    places = np.repeat(begins, counts) + ranges(counts)
    there = whole.ends[places] > days[found]
    return found[there], places[there]


def _deduct(screened: Screened, present: tuple[Longs, Places, Longs], amounts: Longs) -> None:
    """Lessen the people of those who are relieved, where the handover of their mission does so."""
    numbers, (found, slots, days) = screened.numbers, present
    handover = screened.reckoner.presences.deducted[numbers.mission[slots]]
    relieving: Flags = (numbers.start[slots] + handover > days) & (numbers.relieves[slots] != NONE)
    relievers = np.flatnonzero(relieving)
    size = len(numbers.start)
    keys = found * size + slots
    order = np.argsort(keys)
    wanted = found[relievers] * size + numbers.relieves[slots[relievers]]
    at = np.minimum(np.searchsorted(keys[order], wanted), len(order) - 1)
    here = keys[order][at] == wanted
    relieved, by = order[at[here]], relievers[here]
    taken = np.zeros_like(amounts)
    for category in range(TEAMS):
        np.add.at(taken[category], relieved, amounts[category, by])
    np.maximum(amounts - taken, 0, out=amounts)
