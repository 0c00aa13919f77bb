"""A whole check, all rules, against nine rules in bare numpy and against pure Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.bare import bare_check
from benchmarks.bare_columns import read_columns
from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.rules.checker import Checker

_ROUNDS: Final = 7
_LARGEST_IN_PYTHON: Final = 20_000
_HEADS: Final = (
    "rotations", "findings", "bare: nine rules", "all rules again", "ratio",
    "bare, columns read first", "all rules, first check", "ratio", "pure Python",
)  # fmt: skip


def tables(sizes: Sequence[int]) -> str:
    """What a check costs in plans of some sizes."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(size: int) -> list[str]:
    plan = plan_of(size)
    columns, standing = read_columns(plan), Checker(plan, AS_OF, quick=True)
    found = len(standing.findings)
    times = in_turn(
        {
            "bare": lambda: bare_check(columns),
            "again": lambda: _again(standing),
            "bare first": lambda: bare_check(read_columns(plan)),
            "first": lambda: Checker(plan, AS_OF, quick=True).findings,
        },
        _ROUNDS,
    )
    python = "–"
    if size <= _LARGEST_IN_PYTHON:
        slowly = in_turn({"it": lambda: Checker(plan, AS_OF, quick=False).findings}, 1)
        python = milliseconds(slowly["it"])
    return [
        f"{size:,}",
        f"{found:,}",
        milliseconds(times["bare"]),
        milliseconds(times["again"]),
        f"{times['again'] / times['bare']:.2f}",
        milliseconds(times["bare first"]),
        milliseconds(times["first"]),
        f"{times['first'] / times['bare first']:.2f}",
        python,
    ]


def _again(checker: Checker) -> object:
    """The whole plan anew, as after an edit of a frame: the columns of rotations stand."""
    return checker._check(checker.plan).found.all()  # noqa: SLF001 - the check, nothing beside it


if __name__ == "__main__":
    run("check", __doc__, tables)
