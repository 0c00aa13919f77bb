"""The whole window: its cold start against a bare one, an edit and a drag until all is painted."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.measuring import milliseconds, quantile, seconds, table
from benchmarks.plans import plan_of
from benchmarks.writing import run
from domain.model import Plan

_ROUNDS: Final = 5
_EDITS: Final = 30
_MOST: Final = 0.95
_START: Final = 5_000
_BARE: Final = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"])
window = QMainWindow()
window.resize(1600, 1000)
window.show()
app.processEvents()
"""
_FLOOR: Final = f"""{_BARE}
import datetime, json, locale, sqlite3, typing_extensions
from PySide6.QtCore import QAbstractTableModel, QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QDockWidget, QMenuBar, QSplitter, QStyledItemDelegate, QTableView
"""
"""What any window that shows a table of a plan has to load, before a line of our own."""
_WHOLE: Final = """
import gc, sys
gc.disable()
from pathlib import Path
from gui.application import Kader, Request, _application
from gui.preferences import Preferences
app = _application()
program = Kader(app, Preferences(Path(sys.argv[1]).with_suffix(".ini")))
program.window.resize(1600, 1000)
program.window.show()
program.open(Request(Path(sys.argv[1])))
"""
_PAINTED: Final = f"""{_WHOLE}
from gui.first_paint import after_paint
seen = []
after_paint(program.window, lambda: seen.append(True))
program.document.check = lambda: None
while not seen:
    app.processEvents()
"""
_FURNISHED: Final = f"""{_WHOLE}
seen = []
program.document.check = lambda: None
program.window.furnished.connect(lambda: seen.append(True))
while not seen:
    app.processEvents()
app.processEvents()
"""
_CHECKED: Final = f"""{_WHOLE}
while not program.document.is_checked:
    app.processEvents()
app.processEvents()
"""
_PEAK: Final = """
print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
"""


def _cost(folder: Path, *arguments: str) -> tuple[float, int]:
    """The processor time of a program of its own, and the most memory it took, in kilobytes."""
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | compiled,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    time = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time, int(done.stdout.split()[-1])


def _starts(plan: Path) -> str:
    """The cold start with 5,000 rotations, against a bare window, in turn."""
    programs = {
        "bare window": (_BARE + _PEAK,),
        "bare window, and what a plan needs of Qt and Python": (_FLOOR + _PEAK,),
        f"{_START:,} rotations, painted": (_PAINTED + _PEAK, str(plan)),
        f"{_START:,} rotations, every pane there": (_FURNISHED + _PEAK, str(plan)),
        f"{_START:,} rotations, findings shown": (_CHECKED + _PEAK, str(plan)),
    }
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
    for number in range(1 + _ROUNDS):
        for name, arguments in programs.items():
            cost = _cost(plan.parent, *arguments)
            if number:  # the first time every module is compiled
                found[name].append(cost)
    bare, *_others = (_medians(costs) for costs in found.values())
    rows = []
    for name, costs in found.items():
        time, memory = _medians(costs)
        rows.append(
            (
                name,
                milliseconds(time),
                f"{time / bare[0]:.2f}",
                f"{memory / 1024:.0f}",
                f"{memory / bare[1]:.2f}",
            )
        )
    return table(("cold start", "processor time, ms", "/ bare", "memory, MB", "/ bare"), rows)


def _medians(costs: Sequence[tuple[float, int]]) -> tuple[float, float]:
    times, memories = zip(*costs, strict=True)
    return median(times), median(memories)


def _painted(folder: Path, size: int) -> tuple[str, ...]:
    """What one edit and one event of a drag cost until every pane is painted again."""
    from PySide6.QtWidgets import QApplication

    from domain.model import Edit, MoveRotations
    from domain.store import PlanFile
    from gui.application import Kader
    from gui.preferences import Preferences

    application = QApplication.instance() or QApplication(["kader"])
    program = Kader(application, Preferences(folder / f"{size}.ini"))  # type: ignore[arg-type]
    program.window.resize(1600, 1000)
    program.window.show()
    program.window.furnish()
    program.document.open(PlanFile.create(folder / f"{size}.kader", [_named(size)]))
    application.processEvents()
    names = list(program.document.plan.rotations)
    step = max(1, len(names) // _EDITS)

    def done(work: Callable[[Edit], object], edit: Edit) -> float:
        return seconds(lambda: (work(edit), application.processEvents()))

    edits, drags = [], []
    for number, name in enumerate(names[::step][:_EDITS]):
        move = MoveRotations((name,), 1 + number % 3)
        drags.append(done(program.document.preview, move))
        program.document.end_preview()
        edits.append(done(program.document.submit, move))
    program.document.close()
    program.window.close()
    return (
        f"{size:,}",
        milliseconds(median(edits)),
        milliseconds(quantile(edits, _MOST)),
        milliseconds(median(drags)),
        milliseconds(quantile(drags, _MOST)),
    )


def _named(size: int) -> Plan:
    return replace(plan_of(size), name="Benchmark", scenario="Plan")


def tables(sizes: Sequence[int]) -> str:
    """The tables of the window, without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from domain.store import PlanFile

    heads = ("rotations", "edit, median", "95 of 100", "drag event, median", "95 of 100")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        PlanFile.create(folder / "start.kader", [_named(_START)]).close()
        starts = _starts(folder / "start.kader")
        rows = [_painted(folder, size) for size in sizes]
    return f"{starts}\n\n{table(heads, rows)}"


if __name__ == "__main__":
    run("window", __doc__ or "", tables)
