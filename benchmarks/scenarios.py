"""Scenarios as a whole: copying one in its file, and comparing two that differ in a tenth."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.engine.comparison import differences, sharing
from domain.model import MoveRotations, Plan
from domain.rules.checker import Checker
from domain.rules.comparison import comparison_of
from domain.store import PlanFile

_ROUNDS: Final = 5
_SHARE: Final = 10
"""One rotation in so many is on other days."""
_HEADS: Final = (
    "rotations", "duplicate", "load", "first comparison of things", "after an edit",
    "check of the other", "findings and limits",
)  # fmt: skip


def tables(sizes: Sequence[int]) -> str:
    """What copying and comparing cost in plans of some sizes."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(size: int) -> list[str]:
    with TemporaryDirectory() as folder:
        mine = plan_of(size)
        with PlanFile.create(Path(folder, "plan.kader"), [mine]) as file:
            return [f"{size:,}", *_times(file, mine)]


def _times(file: PlanFile, mine: Plan) -> list[str]:
    numbers = count()
    name = mine.scenario
    theirs = file.load(name)
    moved = tuple(theirs.rotations)[::_SHARE]
    theirs = MoveRotations(moved, 5).apply(theirs).plan
    shared = sharing(mine, theirs)
    sides = Checker(mine, AS_OF), Checker(theirs, AS_OF)
    times = in_turn(
        {
            "duplicate": lambda: file.duplicate(name, f"copy {next(numbers)}"),
            "load": lambda: file.load(name),
            "first": lambda: differences(mine, sharing(mine, theirs)),
            "again": lambda: differences(mine, shared),
            "check": lambda: Checker(theirs, AS_OF).findings,
            "rules": lambda: comparison_of(*sides),
        },
        _ROUNDS,
    )
    return [milliseconds(time) for time in times.values()]


if __name__ == "__main__":
    run("scenarios", __doc__, tables)
