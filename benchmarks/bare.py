"""The yardstick: nine rules in bare numpy, by sorting packed numbers and adding them up.

It looks at the same plan, knows no handovers, ties, sharing, waivers or words, and gives arrays
of numbers where the checker gives findings. Each rule is as short as it can be.
"""

from __future__ import annotations

import numpy as np

from benchmarks.bare_columns import BareColumns, Longs

_DAY_BITS = 20
_DELTA_BITS = 22
_BIAS = 1 << (_DELTA_BITS - 1)
_FACTOR, _INTERVAL = 1, 90
_SHORTEST, _LONGEST = 90, 366


def bare_check(columns: BareColumns) -> list[Longs]:
    """What nine rules find, each as an array."""
    return [
        *limits_exceeded(columns),
        *outside_frames(columns),
        outside_mandates(columns),
        *wrong_lengths(columns),
        *units_overbooked(columns),
        pools_exhausted(columns),
    ]


def runs_above(subject: Longs, start: Longs, end: Longs, amount: Longs, most: Longs) -> Longs:
    """The runs of days on which the sum of amounts is above the most: subject, days, peak."""
    keys = np.concatenate((_packed(subject, start, amount), _packed(subject, end, -amount)))
    keys.sort()
    sums = np.cumsum((keys & ((1 << _DELTA_BITS) - 1)) - _BIAS)
    places = keys >> _DELTA_BITS
    last = np.flatnonzero(np.append(places[1:] != places[:-1], True))
    sums, subjects, days = (
        sums[last],
        places[last] >> _DAY_BITS,
        places[last] & ((1 << _DAY_BITS) - 1),
    )
    above = sums > most[subjects]
    begins = np.flatnonzero(above & ~np.concatenate(([False], above[:-1])))
    if not len(begins):
        return np.empty((4, 0), np.int64)
    ends = np.flatnonzero(above & ~np.append(above[1:], False))
    peaks = np.maximum.reduceat(np.where(above, sums, 0), begins)
    return np.stack((subjects[begins], days[begins], days[ends + 1], peaks))


def _packed(subject: Longs, day: Longs, delta: Longs) -> Longs:
    return (((subject << _DAY_BITS) | day) << _DELTA_BITS) + (delta + _BIAS)


def limits_exceeded(columns: BareColumns) -> list[Longs]:
    """FRA001: each rotation once for each limit that counts at its mission."""
    order = np.argsort(columns.limits[:, 0], kind="stable")
    limits = columns.limits[order]
    begins = np.searchsorted(limits[:, 0], np.arange(columns.covered.shape[0] + 1))
    counts = np.diff(begins)[columns.mission]
    rotation = np.repeat(np.arange(columns.size), counts)
    offset = np.arange(len(rotation)) - np.repeat(np.cumsum(counts) - counts, counts)
    _mission, limit, first, last = limits[begins[columns.mission[rotation]] + offset].T
    start = np.maximum(columns.start[rotation], first)
    end = np.minimum(columns.end[rotation], last)
    people = (columns.people[:, rotation] * columns.counted[limit].T).sum(axis=0)
    there = (start < end) & (people > 0)
    found = runs_above(limit[there], start[there], end[there], people[there], columns.numbers)
    return [found]


def outside_frames(columns: BareColumns) -> list[Longs]:
    """FRA005 and FRA006: people of a category on days, or on no day, that a frame covers."""
    outside, never = [], []
    for number in range(len(columns.people)):
        rows = np.flatnonzero(columns.people[number] > 0)
        first, last = columns.covered[columns.mission[rows], number].T
        bare = first > last
        late = ~bare & ((columns.start[rows] < first) | (columns.end[rows] > last))
        outside.append(rows[late])
        never.append(rows[bare])
    return [np.unique(np.concatenate(outside)), np.unique(np.concatenate(never))]


def outside_mandates(columns: BareColumns) -> Longs:
    """MAN001: days outside the mandates of a mission."""
    first, last = columns.mandated[columns.mission].T
    return np.flatnonzero((columns.start < first) | (columns.end > last))


def wrong_lengths(columns: BareColumns) -> list[Longs]:
    """ROT001 and ROT002: shorter or longer than so many days."""
    days = columns.end - columns.start
    return [np.flatnonzero(days < _SHORTEST), np.flatnonzero(days > _LONGEST)]


def units_overbooked(columns: BareColumns) -> list[Longs]:
    """FOR001 and FOR003: a unit booked while it is away, or while it recovers."""
    rows = np.flatnonzero(columns.unit >= 0)
    keys = (((columns.unit[rows] << _DAY_BITS) | columns.start[rows]) << _DELTA_BITS) | rows
    keys.sort()
    order = keys & ((1 << _DELTA_BITS) - 1)
    unit, start, end = columns.unit[order], columns.start[order], columns.end[order]
    needed = np.maximum((end - start) * _FACTOR, _INTERVAL)
    base = unit << 40
    busy = np.maximum.accumulate(base + end)[:-1] - base[1:]
    claimed = np.maximum.accumulate(base + end + needed)[:-1] - base[1:]
    double = start[1:] < busy
    return [order[1:][double], order[1:][~double & (start[1:] < claimed)]]


def pools_exhausted(columns: BareColumns) -> Longs:
    """FOR002: more persons asked of a pool than it holds."""
    rows = np.flatnonzero(columns.pool >= 0)
    people = columns.people[:, rows].sum(axis=0)
    start, end = columns.start[rows], columns.end[rows]
    return runs_above(columns.pool[rows], start, end, people, columns.supply)
