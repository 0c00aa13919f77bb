"""Measuring: things in turn within one run, in processor time, each figure a median."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """The processor time that something takes, once."""
    begun = time.process_time()
    kept = work()
    ended = time.process_time()
    del kept  # what it made is let go after the clock has stopped
    return ended - begun


def in_turn(works: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """The median processor time of each thing, all measured in turn in so many rounds."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            gc.collect()
            found[name].append(seconds(work))
    return {name: median(times) for name, times in found.items()}


def quantile(times: Sequence[float], share: float) -> float:
    """The time that a share of some times does not exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def milliseconds(time_in_seconds: float) -> str:
    """A time in milliseconds, with three digits or so."""
    value = time_in_seconds * 1_000
    digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - digits shown
    return f"{value:,.{digits}f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are numbers."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
