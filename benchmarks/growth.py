"""How a whole check grows with rotations, limits, years and units, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import AS_OF, Shape, plan_in
from benchmarks.writing import run
from domain.rules.checker import Checker

_ROUNDS: Final = 3
_SIZE: Final = 20_000
_HEADS: Final = ("plan", "rotations", "limits", "units", "findings", "whole check", "µs a rotation")


def tables(sizes: Sequence[int]) -> str:
    """What a check costs in plans of some sizes, and of other shapes at one size."""
    shapes = [("as usual", Shape(size)) for size in sizes]
    shapes += [
        ("8 frames after one another", Shape(_SIZE, frames=8)),
        ("60 missions", Shape(_SIZE, missions=60)),
        ("40 years", Shape(_SIZE, years=40)),
        ("no units", Shape(_SIZE, units=0)),
        ("all lines on units", Shape(_SIZE, units=1)),
    ]
    return table(_HEADS, [_row(name, shape) for name, shape in shapes])


def _row(name: str, shape: Shape) -> list[str]:
    plan = plan_in(shape)
    checker = Checker(plan, AS_OF, quick=True)
    found = len(checker.findings)
    again = in_turn({"it": lambda: checker._check(plan)}, _ROUNDS)["it"]  # noqa: SLF001 - the check
    return [
        name,
        f"{shape.rotations:,}",
        f"{sum(1 for _limit in plan.limits()):,}",
        f"{len(plan.forces):,}",
        f"{found:,}",
        milliseconds(again),
        f"{again / shape.rotations * 1_000_000:.2f}",
    ]


if __name__ == "__main__":
    run("growth", __doc__, tables)
