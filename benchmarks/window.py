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
_WHOLE: Final = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from domain.language import set_language
set_language("en")
from gui.application import Kader
from gui.preferences import Preferences
from domain.store import PlanFile
app = QApplication(["kader"])
program = Kader(app, Preferences(Path(sys.argv[1]).with_suffix(".ini")))
program.window.resize(1600, 1000)
program.window.show()
program.document.open(PlanFile.open(Path(sys.argv[1])))
app.processEvents()
"""


def _cost(*arguments: str) -> tuple[float, int]:
    """The processor time of a program of its own, and the most memory that any so far took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *arguments], check=True, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss


def _starts(plan: Path) -> str:
    """The cold start with 5,000 rotations, against a bare window, in turn."""
    times: dict[str, list[float]] = {"bare": [], "whole": []}
    memory = {"bare": 0, "whole": 0}
    for _round in range(_ROUNDS):
        for name, arguments in (("bare", (_BARE,)), ("whole", (_WHOLE, str(plan)))):
            cost, most = _cost(*arguments)
            times[name].append(cost)
            memory[name] = memory[name] or most
    bare, whole = (median(times[name]) for name in ("bare", "whole"))
    heads = ("cold start", "processor time, ms", "/ bare", "memory, MB", "/ bare")
    small, large = memory["bare"] / 1024, memory["whole"] / 1024
    return table(
        heads,
        [
            ("bare window", milliseconds(bare), "1.00", f"{small:.0f}", "1.00"),
            (
                f"{_START:,} rotations, painted",
                milliseconds(whole),
                f"{whole / bare:.2f}",
                f"{large:.0f}",
                f"{large / small:.2f}",
            ),
        ],
    )


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
