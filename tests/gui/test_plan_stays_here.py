"""What is kept or copied for those who help says nothing of the plan, however it comes about."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from domain.errors import KnownError, UnwritableFile
from domain.model import Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.problem import ProblemDialog
from gui.problems import Problems
from tests.domain.store.plans import everything
from tests.gui.driving import Answer

MARK = "Zonnebloem"


def marked_plan() -> Plan:
    """A plan in which every name, note and description has the mark in it."""
    plan = everything()
    for mission in list(plan.missions.things()):
        plan = plan.put(replace(mission, name=f"{MARK} {mission.id}"))
    for force in list(plan.forces.things()):
        plan = plan.put(replace(force, name=f"{MARK} {force.id}"))
    for rotation in list(plan.rotations.things()):
        plan = plan.put(replace(rotation, note=f"{MARK}, note"))
    return replace(plan, name=f"{MARK} plan", scenario=f"{MARK} scenario")


@pytest.fixture
def marked(program: Kader, tmp_path: Path) -> Kader:
    """The window with that plan, in a file and a folder of that name."""
    folder = tmp_path / f"{MARK} folder"
    folder.mkdir()
    path = folder / f"{MARK}.kader"
    PlanFile.create(path, [marked_plan()]).close()
    program.document.open(PlanFile.open(path))
    return program


def of_a_missing_file(folder: Path) -> object:
    return PlanFile.open(folder / f"{MARK}.kader")


def of_a_file_that_stands_there(folder: Path) -> object:
    (folder / f"{MARK}.kader").touch()
    return PlanFile.create(folder / f"{MARK}.kader", [marked_plan()])


def of_a_key(_folder: Path) -> object:
    return marked_plan().missions[f"{MARK} mission"]


def of_the_system(folder: Path) -> object:
    return (folder / MARK / MARK).read_bytes()


def of_sqlite(_folder: Path) -> object:
    return sqlite3.connect(":memory:").execute(f"SELECT x FROM {MARK}")  # noqa: S608


def of_letters(_folder: Path) -> object:
    return f"{MARK} \udc80".encode()


def with_a_note(_folder: Path) -> object:
    error = ValueError(MARK)
    error.add_note(f"{MARK} was there")
    raise error


def of_several(_folder: Path) -> object:
    raise ExceptionGroup(MARK, [ValueError(MARK), KeyError(MARK)])


def while_another_was_told(folder: Path) -> object:
    try:
        return of_a_missing_file(folder)
    except KnownError as known:
        raise RuntimeError(known.sentence) from known


TROUBLES = [
    of_a_missing_file,
    of_a_file_that_stands_there,
    of_a_key,
    of_the_system,
    of_sqlite,
    of_letters,
    with_a_note,
    of_several,
    while_another_was_told,
]


def raised_by(trouble: Callable[[Path], object], folder: Path) -> Exception:
    try:
        trouble(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError


@pytest.mark.parametrize("trouble", TROUBLES)
def test_no_report_names_what_an_exception_says(
    trouble: Callable[[Path], object], tmp_path: Path
) -> None:
    reports = tmp_path / "reports"
    problems = Problems(folder=reports)
    met = raised_by(trouble, tmp_path)
    assert MARK in "".join([str(met), repr(met), *getattr(met, "__notes__", ())])
    # Where the program wraps what happened, and where it falls through as it is.
    wrapped = RuntimeError(str(met))
    wrapped.__cause__ = met
    for error in (met, wrapped):
        problems.meet(type(error), error, error.__traceback__)
    kept = [path.read_text(encoding="utf-8") for path in reports.glob("*")]
    assert kept
    for text in [*kept, *(path.name for path in reports.glob("*"))]:
        assert MARK not in text
        assert str(tmp_path) not in text


def test_nothing_of_the_plan_leaves_the_window(
    marked: Kader,
    answer: Answer,
    tmp_path: Path,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    reports = tmp_path / "reports"
    problems = Problems(folder=reports)
    told = answer(ProblemDialog, "tell", None)
    sentences = answer(SentenceDialog, "tell", None)
    problems.reported.connect(marked._on_problem)  # noqa: SLF001 - as the window hangs its own in
    problems.known.connect(marked._on_known)  # noqa: SLF001
    name = next(iter(marked.document.plan.missions.things())).name

    def fail() -> None:
        raise ArithmeticError(name)

    def refuse() -> None:
        raise UnwritableFile(name)

    with caplog.at_level(logging.DEBUG):
        with qtbot.captureExceptions() as caught:
            for what in (fail, refuse):
                QTimer.singleShot(0, what)
            qtbot.waitUntil(lambda: len(caught) == 2)
        for kind, error, traceback in caught:
            problems.meet(kind, error, traceback)
        marked.window.actions_of_window["diagnostics"].trigger()
    # Only the window itself says it, to the one who is at work on the plan.
    assert [args[2] for args in sentences] == [name]
    assert len(told) == 1
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    kept = [path.read_text(encoding="utf-8") for path in reports.glob("*")]
    for text in (copied, caplog.text, *kept):
        assert MARK not in text
    assert "ArithmeticError" in kept[0]
