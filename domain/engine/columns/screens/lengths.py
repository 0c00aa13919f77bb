"""Rotations that are shorter or longer than a bound that holds for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from domain.engine.columns.arrays import Flags, Ints, Longs, Places
from domain.engine.columns.screens.screened import Screened, together
from domain.model import Category, Length, LengthRule, Mission
from domain.model.days import end_of, start_of

_EPOCH = 719_163
"""The day number of 1 January 1970, from which numpy counts."""
Bounds = Callable[[Mission | LengthRule], Length | None]


def too_short(screened: Screened) -> Places:
    """Rotations that end before a shortest length from their first day does."""
    return _broken(screened, "min", lambda last, bound: last < bound)


def too_long(screened: Screened) -> Places:
    """Rotations that end after a longest length from their first day does."""
    return _broken(screened, "max", lambda last, bound: last > bound)


def last_days(length: Length, first: int, count: int) -> Longs:
    """The last day of a length from each of some first days that follow one another."""
    days = np.arange(first, first + count, dtype=np.int64)
    if length.months is None:
        return days + ((length.days or 0) - 1)
    dates = (days - _EPOCH).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    later = months + length.months
    begins: Longs = later.astype("datetime64[D]").astype(np.int64)
    longest = (later + 1).astype("datetime64[D]").astype(np.int64) - begins
    offsets = np.minimum((dates - months.astype("datetime64[D]")).astype(np.int64), longest - 1)
    begins += offsets + (_EPOCH - 1)
    return begins


def _broken(
    screened: Screened, which: str, breaks: Callable[[Longs | Ints, Longs], Flags]
) -> Places:
    numbers = screened.numbers
    living = np.flatnonzero(screened.living() & (numbers.amounts[:-1] > 0).any(axis=0))
    if not len(living):
        return living
    base = int(numbers.start[living].min())
    count = int(numbers.start[living].max()) - base + 1
    own = _lengths_of_missions(screened, which)
    found = []
    for length, slots in _slots_by_length(screened, living, own):
        bound = last_days(length, base, count)[numbers.start[slots] - base]
        found.append(slots[breaks(numbers.end[slots] - 1, bound)])
    left = living[~_flags(own)[numbers.mission[living]]]
    for number, category in enumerate(Category):
        slots = left[numbers.amounts[number, left] > 0]
        for rule in screened.situation.standing.length_rules.get(category, ()):
            months: int | None = getattr(rule, f"{which}_months")
            if months is None:
                continue
            starts = numbers.start[slots]
            held = slots[(starts >= start_of(rule.first_day)) & (starts < end_of(rule.last_day))]
            bound = last_days(Length(months=months), base, count)[numbers.start[held] - base]
            found.append(held[breaks(numbers.end[held] - 1, bound)])
    return together(*found)


def _lengths_of_missions(screened: Screened, which: str) -> list[Length | None]:
    missions = screened.missions()
    return [None if one is None else getattr(one, f"{which}_length") for one in missions]


def _flags(lengths: list[Length | None]) -> Flags:
    return np.array([length is not None for length in lengths], np.bool_)


def _slots_by_length(
    screened: Screened, living: Places, lengths: list[Length | None]
) -> Iterator[tuple[Length, Places]]:
    """Each length that missions have of their own, with the rotations there."""
    at = screened.numbers.mission[living]
    for length in dict.fromkeys(length for length in lengths if length is not None):
        same = np.array([one == length for one in lengths], np.bool_)
        yield length, living[same[at]]
