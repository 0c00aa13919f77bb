"""Opening a plan file, checked and painted, against loading its rotations as bare tuples."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from benchmarks.measuring import Work, milliseconds, seconds, table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.model import Plan
from domain.rules.checker import Checker
from domain.store import PlanFile

if TYPE_CHECKING:
    from gui.application import Kader

_ROUNDS: Final = 5
_HEADS: Final = (
    "rotations", "tuples", "opened, examined", "and loaded", "and checked", "ratio",
    "and painted, findings shown", "ratio",
)  # fmt: skip


def tables(sizes: Sequence[int]) -> str:
    """What opening plans of some sizes costs, each step with all those before it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["XDG_DATA_HOME"] = place
        program = _window(folder)
        return table(_HEADS, [_row(folder, program, size) for size in sizes])


def _row(folder: Path, program: Kader, size: int) -> list[str]:
    path = folder / f"{size}.kader"
    PlanFile.create(path, [replace(plan_of(size), name="Benchmark", scenario="Plan")]).close()
    works: dict[str, Work] = {
        "tuples": lambda: _tuples(path),
        "opened": lambda: _with_file(path, lambda file: file.name),
        "loaded": lambda: _with_file(path, PlanFile.load),
        "checked": lambda: _with_file(path, _checked),
        "painted": lambda: _painted(program, path),
    }
    found: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(_ROUNDS):
        for name, work in works.items():
            gc.collect()
            found[name].append(seconds(work))
            program.document.close()  # after the clock has stopped
    times = {name: median(own) for name, own in found.items()}
    ratios = [f"{times[name] / times['tuples']:.2f}" for name in ("checked", "painted")]
    shown = [milliseconds(time) for time in times.values()]
    return [f"{size:,}", *shown[:4], ratios[0], shown[4], ratios[1]]


def _tuples(path: Path) -> list[tuple[object, ...]]:
    """The yardstick: the rows of one table, and nothing about them is asked."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM rotations").fetchall()


def _with_file(path: Path, work: Callable[[PlanFile], object]) -> object:
    with PlanFile.open(path) as file:
        return work(file)


def _checked(file: PlanFile) -> tuple[Plan, Checker, int]:
    plan = file.load()
    checker = Checker(plan, AS_OF)
    return plan, checker, len(checker.findings)


def _window(folder: Path) -> Kader:
    from PySide6.QtWidgets import QApplication

    from gui.application import Kader
    from gui.preferences import Preferences

    application = QApplication.instance() or QApplication(["kader"])
    program = Kader(application, Preferences(folder / "preferences.ini"))  # type: ignore[arg-type]
    program.document.as_of = AS_OF
    program.window.resize(1600, 1000)
    program.window.show()
    application.processEvents()
    return program


def _painted(program: Kader, path: Path) -> None:
    """Open a plan in the window, until all of it is painted and checked."""
    from PySide6.QtCore import QCoreApplication

    program.document.open(PlanFile.open(path))
    while not program.document.is_checked:
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


if __name__ == "__main__":
    run("opening", __doc__, tables)
