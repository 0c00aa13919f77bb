"""Runs: what holds on consecutive days, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Lasting(Protocol):
    """Anything from a day number up to but not including another."""

    @property
    def start(self) -> int:
        """The first day number."""

    @property
    def end(self) -> int:
        """The day number after the last."""


L = TypeVar("L", bound=Lasting)


def runs_of(parts: Iterable[L]) -> Iterator[list[L]]:
    """Parts in order, in runs of consecutive days, each as long as can be."""
    run: list[L] = []
    for part in parts:
        if run and run[-1].end != part.start:
            yield run
            run = []
        run.append(part)
    if run:
        yield run
