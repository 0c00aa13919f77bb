"""The journal: what it costs to prove that no entry was changed, and that it leads to the rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import plan_of
from benchmarks.writing import run
from domain.model import MoveRotations
from domain.store import PlanFile

_ROUNDS: Final = 3
_ROTATIONS: Final = 1_000
_SIZES: Final = (1_000, 20_000, 100_000)
_HEADS: Final = ("entries", "read and hashed, no more", "verified", "ratio", "file, MB")
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - so that the steps do not wait for a disk


def tables(sizes: Sequence[int]) -> str:
    """What verifying takes with so many entries in the journal."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(entries: int) -> list[str]:
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        path = Path(folder, "plan.kader")
        _make(path, entries)
        times = in_turn({"bare": lambda: _bare(path), "verify": lambda: _verify(path)}, _ROUNDS)
        bare, verify = times.values()
        megabytes = path.stat().st_size / 1_000_000
    return [
        f"{entries:,}",
        *(milliseconds(time) for time in (bare, verify)),
        f"{verify / bare:.1f}",
        f"{megabytes:.0f}",
    ]


def _make(path: Path, entries: int) -> None:
    """A plan file with so many steps, each a rotation that goes a day on, or back again."""
    plan = plan_of(_ROTATIONS)
    rotations = tuple(plan.rotations)
    with PlanFile.create(path, [plan]) as file:
        keeper = file.keeper(plan.scenario)
        for number in range(entries):
            there = number // _ROTATIONS % 2 == 0
            edit = MoveRotations((rotations[number % _ROTATIONS],), 1 if there else -1)
            applied = edit.apply(plan)
            keeper.save(plan, applied, edit.label)
            plan = applied.plan


def _bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for row in connection.execute("SELECT * FROM journal ORDER BY seq"):
            sha256(repr(row).encode()).hexdigest()


def _verify(path: Path) -> None:
    with PlanFile.open(path) as file:
        faults = file.verify()
    if faults:
        raise RuntimeError(faults[0])


if __name__ == "__main__":
    run("journal", __doc__, tables, _SIZES)
