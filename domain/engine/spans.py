"""Spans of days: half-open pairs of day numbers, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from domain.model.days import AFTER_ALL, BEFORE_ALL

Span = tuple[int, int]
"""A first day number and the day number after the last; never empty."""

ALWAYS: Final[Span] = (BEFORE_ALL, AFTER_ALL)
"""All days that there are."""
NO_DAYS: Final[Span] = (BEFORE_ALL, BEFORE_ALL)
"""No day at all; the only span that is empty."""


def overlap(one: Span, other: Span) -> Span | None:
    """The days that two spans have in common, or none."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def hull(one: Span, other: Span) -> Span:
    """The days from the first to the last of two spans."""
    return min(one[0], other[0]), max(one[1], other[1])


def touch(one: Span, other: Span) -> bool:
    """Whether two spans have a day in common or lie next to each other."""
    return one[0] <= other[1] and other[0] <= one[1]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days as longest runs, in order."""
    runs: list[Span] = []
    for start, end in sorted(spans):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def inside(span: Span, runs: Iterable[Span]) -> Iterator[Span]:
    """The parts of a span that lie in runs."""
    for run in runs:
        common = overlap(span, run)
        if common is not None:
            yield common


def outside(span: Span, runs: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that lie in none of the runs, which are in order and do not touch."""
    start, end = span
    for run_start, run_end in runs:
        if run_start >= end:
            break
        if run_start > start:
            yield start, run_start
        start = max(start, run_end)
    if start < end:
        yield start, end


def day_count(spans: Iterable[Span]) -> int:
    """How many days there are in spans that do not overlap."""
    return sum(end - start for start, end in spans)
