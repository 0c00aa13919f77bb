"""Pools of which more is asked than they hold: all of them swept at once, by pool and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from domain.engine.bookings import commitment_span
from domain.engine.columns.arrays import Longs, Places, order_of, stretches
from domain.engine.columns.screens.screened import Screened
from domain.engine.demand import claimed_by, forces_counting
from domain.engine.profile import Balance
from domain.model import Force, ForceKind

Events = tuple[Longs, Longs, Longs, Longs, Longs]
"""Pool, day, and by how much the demand, the supply, and the number of supply steps change."""
Counting = tuple[int, str]
"""A pool, by number, and a force whose claims it counts."""


def shortages(screened: Screened) -> Iterator[tuple[Force, list[Balance]]]:
    """The pools of which more is asked than they hold, and where."""
    plan = screened.situation.plan
    basis = plan.forces, plan.commitments, plan.settings
    pools, events = screened.columns.standing("pools", basis, lambda: _sorted(screened))
    if not pools:
        return
    pool, day, *deltas = events
    demand, supply, known = (np.cumsum(delta)[:-1] for delta in deltas)
    lasts = (pool[1:] == pool[:-1]) & (day[1:] > day[:-1])
    short = np.flatnonzero(lasts & (known > 0) & (demand > supply))
    for begin, end in stretches(pool[short]):
        own = short[begin:end]
        columns = (column.tolist() for column in (day[own], day[own + 1], demand[own], supply[own]))
        yield pools[int(pool[own[0]])], [Balance(*row) for row in zip(*columns, strict=True)]


def _sorted(screened: Screened) -> tuple[list[Force], Events]:
    """The pools with a supply, and where anything about them changes, by pool and day."""
    forces = screened.situation.plan.forces.things()
    pools = [force for force in forces if force.kind is ForceKind.POOL and force.supply]
    if not pools:
        return [], _events([])
    counting = [
        (number, name)
        for number, pool in enumerate(pools)
        for name in forces_counting(screened.situation, pool)
    ]
    changes = [
        *_asked(screened, pools, counting),
        _committed(screened, counting),
        _supplied(pools),
    ]
    pool, day, demand, supply, known = (
        np.concatenate(parts) for parts in zip(*changes, strict=True)
    )
    order = order_of(pool, day)
    return pools, (pool[order], day[order], demand[order], supply[order], known[order])


def _asked(
    screened: Screened, pools: Sequence[Force], counting: Sequence[Counting]
) -> Iterator[Events]:
    groups, slot = screened.columns.groups("force"), screened.situation.plan.forces.slot
    for measure in {pool.measure for pool in pools}:
        found: list[tuple[int, Places]] = [
            (number, groups.of(slot(name)))
            for number, name in counting
            if pools[number].measure is measure
        ]
        numbers = [number for number, _slots in found]
        pool = np.repeat(np.array(numbers, np.int64), [len(slots) for _number, slots in found])
        slots = np.concatenate([slots for _number, slots in found])
        starts, ends = screened.numbers.start[slots], screened.numbers.end[slots]
        amounts, nothing = (
            screened.reckoner.asked(slots, measure),
            np.zeros(2 * len(slots), np.int64),
        )
        yield (
            np.concatenate((pool, pool)),
            np.concatenate((starts, ends)).astype(np.int64),
            np.concatenate((amounts, -amounts)),
            nothing,
            nothing,
        )


def _committed(screened: Screened, counting: Sequence[Counting]) -> Events:
    situation, rows = screened.situation, list[tuple[int, int, int, int, int]]()
    for number, name in counting:
        for commitment in situation.standing.commitments_on.get(name, ()):
            span = commitment_span(situation, commitment)
            if span is not None:
                amount = claimed_by(commitment)
                rows += [(number, span[0], amount, 0, 0), (number, span[1], -amount, 0, 0)]
    return _events(rows)


def _supplied(pools: Sequence[Force]) -> Events:
    return _events(
        [
            row
            for number, pool in enumerate(pools)
            for step in pool.supply
            for row in (
                (number, step.start, 0, step.quantity, 1),
                (number, step.end, 0, -step.quantity, -1),
            )
        ]
    )


def _events(rows: Sequence[tuple[int, int, int, int, int]]) -> Events:
    pool, day, demand, supply, known = np.array(rows, np.int64).reshape(-1, 5).T
    return pool, day, demand, supply, known
