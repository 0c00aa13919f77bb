"""Rotations with days on which no frame or mandate covers them, or only undecided frames do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from domain.engine.columns.arrays import Flags, Places
from domain.engine.columns.numbers import NEVER
from domain.engine.columns.screens.screened import Screened, together
from domain.engine.spans import Span
from domain.model import Category

Runs = Sequence[Sequence[Span]]
"""For each mission, by slot, runs of days."""


def outside_frame(screened: Screened) -> Places:
    """Rotations with people in a category that is covered on some days, not on all of theirs."""
    return _in_any_category(screened, _not_within, _covered)


def no_frame(screened: Screened) -> Places:
    """Rotations with people in a category that is covered on no day at all."""
    return _in_any_category(screened, _where_none, _covered)


def conditional_frame(screened: Screened) -> Places:
    """Rotations that may be there on days on which only undecided frames cover a category."""
    if not any(frame.undecided for frame in screened.situation.plan.frames.things()):
        return np.empty(0, np.intp)
    return _in_any_category(screened, _near, _undecided)


def outside_mandate(screened: Screened) -> Places:
    """Rotations with days outside every mandate of a mission that has any."""
    runs = _of_missions(screened, screened.situation.standing.mandated_days)
    return _not_within(screened, np.flatnonzero(screened.living), runs)


def _in_any_category(
    screened: Screened,
    found_in: Callable[[Screened, Places, Runs], Places],
    runs_of: Callable[[Screened, Category], Runs],
) -> Places:
    found = [
        found_in(screened, slots, runs_of(screened, category))
        for category, slots in zip(Category, screened.peopled, strict=True)
    ]
    return together(*found)


def _covered(screened: Screened, category: Category) -> Runs:
    coverage = screened.situation.standing.coverage
    return _of_missions(screened, partial(coverage.days, category=category))


def _undecided(screened: Screened, category: Category) -> Runs:
    coverage = screened.situation.standing.coverage
    return _of_missions(screened, partial(coverage.undecided_days, category=category))


def _of_missions(screened: Screened, runs_at: Callable[[str], Sequence[Span]]) -> Runs:
    return [() if one is None else runs_at(one.id) for one in screened.missions]


def _have_any(runs: Runs) -> Flags:
    return np.array([bool(own) for own in runs], np.bool_)


def _where_none(screened: Screened, slots: Places, runs: Runs) -> Places:
    """Slots at missions without any runs."""
    return slots[~_have_any(runs)[screened.numbers.mission[slots]]] if len(runs) else slots


def _not_within(screened: Screened, slots: Places, runs: Runs) -> Places:
    """Slots whose days do not lie within one of the runs of their mission, which has some."""
    numbers, left = screened.numbers, slots
    for number in range(max(map(len, runs), default=0)):
        some = [own[number] if len(own) > number else (NEVER, 0) for own in runs]
        first, last = np.array(some, np.int32).T
        at = numbers.mission[left]
        left = left[(numbers.start[left] < first[at]) | (numbers.end[left] > last[at])]
    return left[_have_any(runs)[numbers.mission[left]]] if len(runs) else left


def _near(screened: Screened, slots: Places, runs: Runs) -> Places:
    """Slots whose days may touch any of the runs of their mission."""
    if not any(runs):
        return slots[:0]
    numbers = screened.numbers
    hulls = [(own[0][0], own[-1][1]) if own else (NEVER, 0) for own in runs]
    first, last = np.array(hulls, np.int32).T
    at = numbers.mission[slots]
    near: Flags = (numbers.start[slots] < last[at]) & (numbers.end[slots] > first[at])
    return slots[near]
