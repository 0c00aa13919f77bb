"""How long a plan of 100,000 rotations takes to open after a crash, beside an ordinary start.

``python -m tests.reliability.starting`` measures it; each start is a process of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

from domain.store import PlanFile
from tests.domain.store.plans import long_plan

ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = """
import sys
from pathlib import Path
from domain.store import PlanFile
with PlanFile.open(Path(sys.argv[1])) as file:
    assert len(file.load().rotations) == int(sys.argv[2])
"""
_CRASH: Final = """
import os, sys
from pathlib import Path
from domain.store.driver import connect_and_hold
connection = connect_and_hold(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size = 10")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE rotations SET note = note || 'half'")
os.kill(os.getpid(), 9)
"""
"""Every rotation is being changed, and part of that is in the file already."""


def seconds_to_start(path: Path, rotations: int) -> float:
    """How long a process takes from its start to the plan being open and read."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", _START, str(path), str(rotations)], cwd=ROOT, check=True)
    return perf_counter() - start


def crash(path: Path) -> int:
    """End a program in the midst of a step that changes everything; bytes that it left beside."""
    subprocess.run([sys.executable, "-c", _CRASH, str(path)], cwd=ROOT, check=False)
    return path.with_name(f"{path.name}-journal").stat().st_size


def measure(folder: Path, rotations: int, turns: int) -> tuple[float, float, int]:
    """The median start, that after a crash, and the bytes a crash left to be undone."""
    path, after = folder / "a.kader", folder / "b.kader"
    PlanFile.create(path, [long_plan(rotations)]).close()
    ordinary, crashed, left = [], [], 0
    for _turn in range(turns):
        ordinary.append(seconds_to_start(path, rotations))
        shutil.copyfile(path, after)
        left = crash(after)
        crashed.append(seconds_to_start(after, rotations))
    return statistics.median(ordinary), statistics.median(crashed), left


def main() -> None:
    """Measure, and say it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rotations", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_DATA_HOME"] = place
        ordinary, crashed, left = measure(Path(place), asked.rotations, asked.turns)
    sys.stdout.write(
        f"{asked.rotations} rotations: {ordinary:.2f} s; after a crash that left {left} bytes "
        f"to be undone: {crashed:.2f} s, {crashed / ordinary:.2f} times as long\n"
    )


if __name__ == "__main__":
    main()
