"""A day of so many steps, and what is left of it."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.plans import AS_OF, plan_of
from domain.rules.checker import check
from domain.store import PlanFile
from gui.application import Kader
from gui.preferences import Preferences
from tests.gui.long_run.marks import Mark, Outcome, Times, mark
from tests.gui.long_run.rare import Rare
from tests.gui.long_run.usual import Usual

ROTATIONS: Final = 5000
WEIGHTS: Final = {
    "scroll": 300,
    "zoom": 150,
    "select": 100,
    "preview": 100,
    "edit": 200,
    "undo or redo": 100,
    "fold": 30,
    "view": 20,
    "export": 2,
    "import": 3,
    "scenario": 2,
    "snapshot": 2,
    "comparison": 2,
    "dialog": 6,
}
"""How often each step is made, in about a thousand."""


class Day:
    """A window, and someone who never rests; the same steps are drawn each time."""

    def __init__(self, program: Kader, folder: Path, seed: int = 1) -> None:
        """Sit down at the window of an open plan."""
        self._program, self._dice = program, Random(seed)
        rare = Rare(program, self._dice, folder)
        self.does = {**Usual(program, self._dice).steps(), **rare.steps()}
        self._done = Counter[str]()

    def live(self, steps: int) -> Outcome:
        """Make so many steps; the first tenth only gets everything going."""
        for kind in WEIGHTS:
            self.make(kind)  # also what would come for the first time after the first tenth
        self._part(steps // 10)
        part = max(steps // 10, 1)
        marks, times = [self._mark()], [self._part(part)]
        self._part(steps - steps // 10 - 2 * part)
        times.append(self._part(part))
        marks.append(self._mark())
        undo = self._program.document.undo_stack
        edits = undo.count()
        undo.clear()
        marks.append(self._mark())
        document, rotations = self._program.document, len(self._program.document.plan.rotations)
        fresh = check(document.plan, document.as_of)
        return Outcome(
            steps,
            rotations,
            edits,
            (marks[0], marks[1], marks[2]),
            (times[0], times[1]),
            self._done,
            document.file.verify() if document.file is not None else ("closed",),
            fresh == document.findings,
        )

    def _mark(self) -> Mark:
        return mark(len(self._program.document.findings))

    def _part(self, steps: int) -> Times:
        times = Times()
        for _step in range(steps):
            (kind,) = self._dice.choices(list(WEIGHTS), list(WEIGHTS.values()))
            start = process_time()
            self.make(kind)
            times.add(kind, process_time() - start)
        return times

    def forget_steps(self) -> None:
        """Let nothing be undone any more."""
        self._program.document.undo_stack.clear()

    def make(self, kind: str) -> None:
        """Make a step of a kind, until all is drawn."""
        self._done[kind] += 1
        self.does[kind]()
        QApplication.processEvents()


def lived(
    application: QApplication, steps: int, folder: Path, rotations: int = ROTATIONS
) -> Outcome:
    """A day of so many steps over a plan of so many rotations."""
    temporary = folder / "temporary"
    temporary.mkdir()
    usual, tempfile.tempdir = tempfile.tempdir, str(temporary)
    program = opened(application, folder, rotations)
    try:
        return Day(program, folder).live(steps)
    finally:
        close(program)
        # A folder so deep is too long a name for what other work makes in it.
        tempfile.tempdir = usual


def opened(application: QApplication, folder: Path, rotations: int) -> Kader:
    """The program with a plan of two scenarios."""
    program = Kader(application, Preferences(folder / "window.ini"))
    program.document.as_of = AS_OF
    plan, path = replace(plan_of(rotations), scenario="Plan"), folder / "day.kader"
    PlanFile.create(path, [plan, replace(plan, scenario="Another way")]).close()
    assert program.window.files.open_path(path)
    program.window.resize(1600, 1000)
    program.window.show()
    program.window.furnish()
    QApplication.processEvents()
    return program


def close(program: Kader) -> None:
    """Close the plan and the window."""
    program.document.close()
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
