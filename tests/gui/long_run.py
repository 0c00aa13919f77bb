"""A long day at the window: scrolls, zooms and edits by the thousand, and what they leave behind.

``python -m tests.gui.long_run`` does it; ``--steps`` says how many steps, ``--write`` puts the
figures into docs/reliability.md. The same steps are drawn each time.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.plans import AS_OF, plan_of
from domain.model import ChangeRotations, MoveRotations
from domain.store import PlanFile
from gui.application import Kader
from gui.preferences import Preferences

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
ROTATIONS: Final = 5000
_DESK: Final = 100
"""So many rotations are worked on; all are looked at."""
_NOTES: Final = 20
_SECTION: Final = re.compile(r"(<!-- long run -->\n).*?(<!-- end -->)", re.DOTALL)
_KINDS: Final = ("scroll", "zoom", "select", "preview", "edit", "undo or redo", "fold", "view")
_WEIGHTS: Final = (30, 15, 10, 10, 20, 10, 3, 2)
_VIEWS: Final = ("view_forces", "view_frames", "view_sources")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the process holds at some moment."""

    megabytes: float
    handles: int
    objects: int


@dataclass(slots=True)
class Times:
    """How long steps took, by kind."""

    taken: dict[str, list[float]] = field(default_factory=dict)

    def add(self, kind: str, seconds: float) -> None:
        """One step more."""
        self.taken.setdefault(kind, []).append(seconds)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left behind: after the first part of it, and at its end."""

    steps: int
    edits: int
    """So many of them can be undone at the end."""
    marks: tuple[Mark, Mark, Mark]
    """The last is what is left when the steps to undo are forgotten."""
    times: tuple[Times, Times]

    def ratio(self, kind: str) -> float:
        """How much longer a step takes at the end than at first."""
        first, last = (median(times.taken[kind]) for times in self.times)
        return last / first

    @property
    def kinds(self) -> list[str]:
        """The kinds of steps that were made both at first and at the end."""
        first, last = self.times
        return [kind for kind in _KINDS if kind in first.taken and kind in last.taken]


class Day:
    """A window, and someone who never rests."""

    def __init__(self, program: Kader, seed: int = 1) -> None:
        """Sit down at the window of an open plan."""
        self._program, self._dice = program, Random(seed)
        self._desk = program.window.desk
        self._timeline = program.window.workspace.timeline
        self._names = [rotation.id for rotation in program.document.plan.rotations.things()]
        # The plan must not get worse by the hour: what is moved goes back the next time.
        self._worked_on = self._dice.sample(self._names, min(_DESK, len(self._names)))
        self._first_days: dict[str, int] = {}
        self._does: dict[str, Callable[[], object]] = {
            "scroll": self._scroll,
            "zoom": self._zoom,
            "select": self._select,
            "preview": self._preview,
            "edit": self._edit,
            "undo or redo": self._undo_or_redo,
            "fold": self._fold,
            "view": self._view,
        }

    def live(self, steps: int) -> Outcome:
        """Make so many steps; the first tenth only gets everything going."""
        for _step in range(steps // 10):
            self._step(Times())
        part = max(steps // 10, 1)
        marks, times = [mark()], [self._part(part)]
        for _step in range(steps - steps // 10 - 2 * part):
            self._step(Times())
        times.append(self._part(part))
        marks.append(mark())
        undo = self._program.document.undo_stack
        edits = undo.count()
        undo.clear()
        marks.append(mark())
        return Outcome(steps, edits, (marks[0], marks[1], marks[2]), (times[0], times[1]))

    def _part(self, steps: int) -> Times:
        times = Times()
        for _step in range(steps):
            self._step(times)
        return times

    def _step(self, times: Times) -> None:
        kind = self._dice.choices(_KINDS, _WEIGHTS)[0]
        start = process_time()
        self._does[kind]()
        QApplication.processEvents()
        times.add(kind, process_time() - start)

    def _scroll(self) -> None:
        canvas = self._timeline.canvas
        self._desk.axis.scroll_by(self._dice.randrange(-300, 300))
        canvas.set_offset(canvas.offset + self._dice.randrange(-400, 400))

    def _zoom(self) -> None:
        axis = self._desk.axis
        # Towards the middle of what is useful, or it would soon stand at an end.
        closer = axis.pixels_per_day < self._dice.choice((0.3, 1.0, 3.0))
        axis.zoom(1.25 if closer else 0.8, self._dice.randrange(1000))

    def _select(self) -> None:
        name = self._dice.choice(self._names)
        self._desk.selection.set_rotations([name])
        self._program.window.views.show_rotation(name)

    def _preview(self) -> None:
        document, name = self._program.document, self._dice.choice(self._names)
        for days in (1, 2, 3):
            document.preview(MoveRotations((name,), days))
            QApplication.processEvents()
        document.end_preview()

    def _edit(self) -> None:
        name, dice = self._dice.choice(self._worked_on), self._dice
        if dice.random() < 0.5:
            rotation = self._program.document.plan.rotations[name]
            first = self._first_days.setdefault(name, rotation.start)
            days = first - rotation.start or dice.choice((-7, -1, 1, 7))
            self._program.document.submit(MoveRotations((name,), days))
        else:
            fields = {"note": f"Note {dice.randrange(_NOTES)}"}
            self._program.document.submit(ChangeRotations((name,), fields))

    def _undo_or_redo(self) -> None:
        steps = self._program.document.undo_stack
        (steps.redo if steps.canRedo() else steps.undo)()

    def _fold(self) -> None:
        rows = self._desk.rows
        rows.set_collapsed(rows.missions[:10])
        QApplication.processEvents()
        rows.set_collapsed(())

    def _view(self) -> None:
        for name in (self._dice.choice(_VIEWS), "view_missions"):
            self._program.window.actions_of_window[name].trigger()
            QApplication.processEvents()


def mark() -> Mark:
    """What this process holds now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    megabytes = resident * os.sysconf("SC_PAGE_SIZE") / 1_048_576
    return Mark(
        megabytes,
        sum(1 for _file in Path("/proc/self/fd").iterdir()),
        len(gc.get_objects()) + gc.get_freeze_count(),
    )


def lived(
    application: QApplication, steps: int, folder: Path, rotations: int = ROTATIONS
) -> Outcome:
    """A day of so many steps over a plan of so many rotations."""
    program = Kader(application, Preferences(folder / "window.ini"))
    program.document.as_of = AS_OF
    path = folder / "day.kader"
    PlanFile.create(path, [plan_of(rotations)]).close()
    assert program.window.files.open_path(path)
    program.window.resize(1600, 1000)
    program.window.show()
    QApplication.processEvents()
    try:
        return Day(program).live(steps)
    finally:
        program.document.close()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rows_of(outcome: Outcome) -> Sequence[str]:
    """The table of an outcome."""
    first, last, forgotten = outcome.marks
    lines = [
        "| what | after the first tenth | at the end | at the end / before |",
        "|---|---:|---:|---:|",
        _row(f"memory, MB, with {outcome.edits:,} steps to undo", first.megabytes, last.megabytes),
        _row("memory, MB, once these are forgotten", first.megabytes, forgotten.megabytes),
        _row("objects of Python, once these are forgotten", first.objects, forgotten.objects),
        _row("open files", first.handles, last.handles),
    ]
    for kind in outcome.kinds:
        before, after = (median(times.taken[kind]) * 1000 for times in outcome.times)
        lines.append(_row(f"{kind}, median ms of processor time", before, after))
    return lines


def _row(what: str, before: float, after: float) -> str:
    numbers = (f"{number:,.1f}" if number < 100 else f"{number:,.0f}" for number in (before, after))
    return f"| {what} | {' | '.join(numbers)} | {after / before:.2f} |"


def main() -> int:
    """Live the day, and tell or write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kader-", ignore_cleanup_errors=True) as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        application = QApplication(["kader"])
        outcome = lived(application, wishes.steps, Path(folder))
    where = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    told = "\n".join(
        [
            *rows_of(outcome),
            "",
            f"{outcome.steps:,} steps over {ROTATIONS:,} rotations; {where}.",
            "",
        ]
    )
    sys.stdout.write(told)
    if wishes.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_SECTION.sub(lambda found: found[1] + told + found[2], page), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
