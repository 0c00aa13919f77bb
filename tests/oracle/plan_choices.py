"""Choices that Hypothesis makes for a generated plan, each from a few values."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

Draw = st.DrawFn
T = TypeVar("T")


@cache
def _between(low: int, high: int) -> st.SearchStrategy[int]:
    """Kept, since making a strategy costs more than drawing from it."""
    return st.integers(low, high)


def number(draw: Draw, low: int, high: int) -> int:
    """A whole number from low to high."""
    return draw(_between(low, high))


def pick(draw: Draw, options: Sequence[T]) -> T:
    """One of these; the first is the simplest."""
    return options[number(draw, 0, len(options) - 1)]


def often(draw: Draw, usual: T, *others: T) -> T:
    """The usual value at least half of the time."""
    return pick(draw, [usual] * max(1, len(others)) + list(others))


def coin(draw: Draw) -> bool:
    """Yes or no."""
    return pick(draw, [False, True])


def some(draw: Draw, of: Sequence[T], at_least: int = 1, at_most: int | None = None) -> list[T]:
    """Some of these, each at most once; none if there are none."""
    most = len(of) if at_most is None else min(at_most, len(of))
    return mixed(draw, of)[: number(draw, min(at_least, most), most)]


def mixed(draw: Draw, of: Sequence[T]) -> list[T]:
    """All of these in some order; the given one is the simplest."""
    rest = list(of)
    return [rest.pop(number(draw, 0, len(rest) - 1)) for _ in of]
