"""Rows: a number for each day of a span, and the steps in which it changes."""

from __future__ import annotations

from typing import Final

import numpy as np

from domain.engine.columns.arrays import Ints, Longs
from domain.engine.profile import Step
from domain.engine.spans import Span
from domain.model.unfrozen import unfrozen

Row = Ints | Longs
_OpenStep: Final = unfrozen(Step)


def row_of(days: Span, starts: Ints, ends: Ints, amounts: Ints | Longs) -> Longs:
    """The sum of amounts on each of some days; starts and ends lie within or at the end of them."""
    changes = np.zeros(days[1] - days[0] + 1, np.int64)
    there = starts < ends
    np.add.at(changes, starts[there] - days[0], amounts[there])
    np.subtract.at(changes, ends[there] - days[0], amounts[there])
    total: Longs = np.cumsum(changes)
    return total[:-1]


def steps_of(first: int, row: Row, above: int) -> list[Step]:
    """The steps of a row that begins on a day, those above a number only."""
    if not len(row) or row.max() <= above:
        return []
    edges = np.flatnonzero(row[1:] != row[:-1]) + 1
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(row)]))
    values = row[starts]
    kept = values > above
    rows = zip(
        (starts[kept] + first).tolist(),
        (ends[kept] + first).tolist(),
        values[kept].tolist(),
        strict=True,
    )
    steps: list[Step] = []
    for start, end, value in rows:
        one = _OpenStep()
        one.start, one.end, one.value, one.__class__ = start, end, value, Step
        steps.append(one)
    return steps
