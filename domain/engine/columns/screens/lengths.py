"""Rotations that are shorter or longer than a bound that holds for them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from domain.engine.columns.arrays import Flags, Ints, Longs, Places
from domain.engine.columns.screens.screened import Screened, together
from domain.model import Category, Length, LengthRule
from domain.model.days import end_of, start_of

_EPOCH = 719_163
"""The day number of 1 January 1970, from which numpy counts."""
Breaks = Callable[[Longs | Ints, Longs], Flags]
"""Whether last days break bounds."""


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


def _broken(screened: Screened, which: str, breaks: Breaks) -> Places:
    """Rotations with a category whose bound they break: of their mission, else of the category."""
    numbers, own = screened.numbers, _lengths_of_missions(screened, which)
    found = list[Places]()
    for category, peopled in zip(Category, screened.peopled, strict=True):
        slots = peopled
        for length in dict.fromkeys(length for length in own if length is not None):
            same = np.array([one == length for one in own], np.bool_)[numbers.mission[slots]]
            found.append(_breaking(screened, slots[same], length, breaks))
            slots = slots[~same]
        for rule in screened.situation.standing.length_rules.get(category, ()):
            months: int | None = getattr(rule, f"{which}_months")
            if months is not None:
                held = _held(screened, slots, rule)
                found.append(_breaking(screened, held, Length(months=months), breaks))
    return together(*found)


def _held(screened: Screened, slots: Places, rule: LengthRule) -> Places:
    """Those that begin while a rule is valid."""
    starts = screened.numbers.start[slots]
    valid: Flags = (starts >= start_of(rule.first_day)) & (starts < end_of(rule.last_day))
    return slots[valid]


def _breaking(
    screened: Screened,
    slots: Places,
    length: Length,
    breaks: Callable[[Longs | Ints, Longs], Flags],
) -> Places:
    """Those that break a length."""
    if not len(slots):
        return slots
    starts = screened.numbers.start[slots]
    base = int(starts.min())
    bounds = last_days(length, base, int(starts.max()) - base + 1)[starts - base]
    return slots[breaks(screened.numbers.end[slots] - 1, bounds)]


def _lengths_of_missions(screened: Screened, which: str) -> list[Length | None]:
    missions = screened.missions
    return [None if one is None else getattr(one, f"{which}_length") for one in missions]
