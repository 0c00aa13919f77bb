"""How a whole check grows with rotations, limits, years and units, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import AS_OF, Shape, plan_in
from benchmarks.writing import SIZES, run
from domain.rules.checker import Checker

_ROUNDS: Final = 3
_SIZE: Final = 20_000
_HEADS: Final = (
    "plan",
    "rotations",
    "limits",
    "forces",
    "findings",
    "whole check",
    "µs a rotation",
    "/ as usual, 20,000",
)


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
    usual = Shape(_SIZE)
    base = _check(usual).each
    return table(_HEADS, [_row(name, shape, base) for name, shape in shapes])


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a plan took, and how much there was in it."""

    seconds: float
    each: float
    """The seconds that one rotation took."""
    limits: int
    forces: int
    findings: int


@cache
def _check(shape: Shape) -> Checked:
    plan = plan_in(shape)
    checker = Checker(plan, AS_OF, quick=True)
    found = len(checker.findings)
    again = in_turn({"it": lambda: checker._check(plan)}, _ROUNDS)["it"]  # noqa: SLF001 - the check
    limits = sum(1 for _limit in plan.limits())
    return Checked(again, again / shape.rotations, limits, len(plan.forces), found)


def _row(name: str, shape: Shape, base: float) -> list[str]:
    checked = _check(shape)
    return [
        name,
        f"{shape.rotations:,}",
        f"{checked.limits:,}",
        f"{checked.forces:,}",
        f"{checked.findings:,}",
        milliseconds(checked.seconds),
        f"{checked.each * 1_000_000:.2f}",
        f"{checked.each / base:.2f}",
    ]


if __name__ == "__main__":
    run("growth", __doc__, tables, (*SIZES, 1_000_000))
