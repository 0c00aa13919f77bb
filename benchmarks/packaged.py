"""The package against the source: a cold start until the plan is painted, a check, a version.

python -m benchmarks.packaged FOLDER [--write | --plan]: FOLDER is what `make package` builds.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.measuring import milliseconds, table
from benchmarks.plans import plan_of
from benchmarks.writing import write
from domain.store import PlanFile

_ROUNDS: Final = 11
_SIZE: Final = 5_000
_MAIN: Final = Path(__file__).parent.parent / "main.py"


def _seconds(command: Sequence[str], variables: Mapping[str, str]) -> float:
    """The processor time of a program of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603 - the program itself
        command, check=False, capture_output=True, env=variables, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _row(name: str, source: Sequence[str], package: Sequence[str], home: Path) -> tuple[str, ...]:
    """What something takes from source and from the package, in turn, all modules compiled."""
    compiled = {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    alone = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(1 + _ROUNDS):
        ways = ((times[0], source, os.environ | alone | compiled), (times[1], package, alone))
        # Whoever comes second finds other files in the memory: each is first every other time.
        for found, command, variables in ways[:: 1 if number % 2 else -1]:
            took = _seconds(command, variables)
            if number:  # the first time every module is compiled, every file read from the disk
                found.append(took)
    from_source, packaged = (median(found) for found in times)
    ratio = f"{packaged / from_source:.2f}"
    return name, milliseconds(from_source), milliseconds(packaged), ratio


def make(plan: Path) -> None:
    """Write the plan that is opened and checked."""
    named = replace(plan_of(_SIZE), name="Benchmark", scenario="Plan")
    PlanFile.create(plan, [named]).close()


def tables(program: Path) -> str:
    """The table of a packaged program."""
    with tempfile.TemporaryDirectory() as place:
        plan = Path(place, "start.kader")
        make(plan)
        asked = {
            "`--version`": ["--version"],
            f"`check`, {_SIZE:,} rotations": ["check", str(plan)],
            f"the window, {_SIZE:,} rotations, painted": ["--leave", str(plan)],
        }
        rows = [
            _row(name, [sys.executable, str(_MAIN), *words], [str(program), *words], Path(place))
            for name, words in asked.items()
        ]
    return table(("start", "from source, ms", "the package, ms", "/ source"), rows)


def main() -> None:
    """Measure, print, and write on request."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.packaged", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder that make package builds")
    parser.add_argument("--plan", action="store_true", help="FOLDER is a plan to be: only make it")
    parser.add_argument("--write", action="store_true", help="put the table into the page")
    asked = parser.parse_args()
    if asked.plan:
        make(asked.folder)
        return
    text = tables((asked.folder / "kader").resolve())
    print(text)
    if asked.write:
        write("packaged", text)


if __name__ == "__main__":
    main()
