"""A fault anywhere in any action: plan, file and list of steps agree, and the window goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import CodeType, FrameType

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from domain.exchange.plan_json import document_of
from domain.model import ChangeRotations, MoveRotations, Plan, Rotation
from domain.rules.acceptance import Grounds
from domain.rules.checker import check
from domain.store import PlanFile
from gui.action_list import SPECS
from gui.application import Kader
from gui.dialogs.accept_dialog import AcceptDialog
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.new_plan import NewPlanDialog
from gui.dialogs.problem import ProblemDialog
from gui.dialogs.rotation_dialog import RotationDialog
from gui.dialogs.scenario_dialog import Described, ScenarioDialog
from gui.theme import ThemeChoice
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click_row, find, on_disk

ROOT = Path(__file__).resolve().parents[2]
OWN = tuple(f"{ROOT / part}/" for part in ("domain", "gui"))
NAME = "Operatie Zonnebloem"
EDGES = ("submit", "move_to", "save", "update", "load", "keeper", "open", "create", "make_current")
"""What is let fail above all, where an action gets there: the way into the file and out of it."""
OF_QT = {"event", "paint", "data", "parent", "index", "flags", "_on_index_changed", "close"}
"""The last two are where a fault in a step is caught, and where a file is let go of after one."""
MOST_EDGES, OTHERS = 4, 2
"""So many of these, and of all other functions that an action gets to, are let fail."""

APART = "quit"
"""Nothing goes on after it: it has a test of its own."""


@pytest.fixture
def plan() -> Plan:
    """Two missions, one of them over its limit, and a frame that is not yet filled."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame("osc", build.limit("osc-cap", 7)),
        build.frame("vpd", build.limit("vpd-cap", 30)),
        replace(build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4), name=NAME),
        build.rotation("b", "osc", "2026-06-01", "2026-12-31", military=4),
        build.rotation("c", "vpd", "2026-03-01", "2026-05-31", military=11),
    )


class Stage:
    """The program with a plan in which every action has something to do."""

    def __init__(self, program: Kader, folder: Path, plan: Plan) -> None:
        self.program = program
        self._folder, self._plan, self._times = folder, plan, 0
        self.path = folder
        self.set()

    def set(self) -> None:
        """Open the plan anew, with a step to undo, one to redo, and something selected."""
        program, document = self.program, self.program.document
        program.speak("en")
        program.dress(ThemeChoice.SYSTEM)
        self._times += 1
        self.path = self._folder / f"stage-{self._times}.kader"
        PlanFile.create(self.path, [self._plan, replace(self._plan, scenario="Variant")]).close()
        assert program.window.files.open_path(self.path)
        for days in (1, 1):
            assert document.submit(MoveRotations(("c",), days))
        document.undo_stack.undo()
        program.window.show()
        table = find(program.window, QTableView, "findingsTable")
        if table.model().rowCount():
            click_row(table, table.model().index(0, 1))
        program.window.desk.selection.set_mission("vpd")
        program.window.desk.selection.set_rotations(["c"])

    def action(self, name: str) -> QAction:
        return self.program.window.actions_of_window[name]

    def require_whole(self) -> None:
        """Plan, file, findings and steps say the same."""
        document = self.program.document
        assert self.program.window.isVisible()
        if not document.is_open:
            assert (document.file, document.undo_stack.count()) == (None, 0)
            return
        assert document_of(on_disk(self.program)) == document_of(document.plan)
        assert document.findings == check(document.plan, document.as_of)
        steps = document.undo_stack
        if steps.count():
            assert document._index_of_plan() == steps.index()  # noqa: SLF001 - that they agree

    def require_usable(self) -> None:
        """The next edit works, and can be undone."""
        if not self.program.document.is_open:
            assert self.program.window.files.open_path(self.path)
        document = self.program.document
        name = next(iter(document.plan.rotations.things())).id
        before = document.plan
        assert document.submit(ChangeRotations((name,), {"note": "Later"}))
        self.action("undo").trigger()
        assert document.plan is before
        self.require_whole()


@pytest.fixture
def stage(program: Kader, tmp_path: Path, plan: Plan) -> Stage:
    return Stage(program, tmp_path, plan)


@pytest.fixture
def answers(answer: Answer, tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a user says to each dialog; what is not named here is called off."""
    numbers = iter(range(10_000))

    def fresh(ending: str) -> Path:
        return tmp_path / f"{next(numbers)}{ending}"

    def other(*_about: object) -> Path:
        path = fresh(".kader")
        PlanFile.create(path, [plan]).close()
        return path

    def renamed(*about: object) -> Rotation:
        rotation = about[-1]
        assert isinstance(rotation, Rotation)
        return replace(rotation, military=5)

    monkeypatch.setattr(QDialog, "exec", lambda _self: 0)
    monkeypatch.setattr(QMessageBox, "exec", lambda _self: 0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_about: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: ("", ""))
    monkeypatch.setattr(QApplication, "exec", lambda: 0)
    answer(NewPlanDialog, "ask", lambda *_about: ("nl-2025", fresh(".kader")))
    answer(FileDialog, "ask_open", other)
    answer(FileDialog, "ask_save", lambda *about: fresh(str(about[2])))
    answer(RotationDialog, "ask", renamed)
    answer(AcceptDialog, "ask", Grounds("Agreed.", "J. de Vries", date(2026, 1, 1), None))
    answer(ImportDialog, "ask", lambda *_about: True)
    answer(ScenarioDialog, "ask", lambda *_about: Described(f"Nr {next(numbers)}", "Why.", "Basis"))


@contextmanager
def noting() -> Iterator[list[CodeType]]:
    """Which of our own functions run, each named once."""
    seen: dict[CodeType, None] = {}

    def note(frame: FrameType, event: str, _about: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(OWN):
            seen.setdefault(frame.f_code)

    found: list[CodeType] = []
    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(None)
        found += [code for code in seen if not is_of_qt(code)]


def is_of_qt(code: CodeType) -> bool:
    """Whether a function is written as Qt writes: it runs when Qt wants."""
    name = code.co_name
    return name != name.lower() or name in OF_QT


@contextmanager
def failing(code: CodeType) -> Iterator[None]:
    """A function fails the first time that it runs."""

    def fail(frame: FrameType, event: str, _about: object) -> None:
        if event == "call" and frame.f_code is code:
            sys.setprofile(None)
            raise RuntimeError(NAME)

    sys.setprofile(fail)
    try:
        yield
    finally:
        sys.setprofile(None)


def chosen(codes: list[CodeType]) -> list[CodeType]:
    """The functions to let fail: those at the edges, and some of the others."""
    edges = [code for code in codes if code.co_name in EDGES]
    others = [code for code in codes if code not in edges and code.co_name[0] != "<"]
    step = max(len(others) // OTHERS, 1)
    return edges[:MOST_EDGES] + others[::step][:OTHERS]


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("name", [s.name for s in SPECS if s.name != APART])
def test_a_fault_anywhere_in_an_action_leaves_everything_whole(
    name: str, stage: Stage, answer: Answer, qtbot: QtBot
) -> None:
    told = answer(ProblemDialog, "tell", None)
    answer(SentenceDialog, "tell", None)
    action = stage.action(name)
    with qtbot.captureExceptions(), noting() as codes:
        action.trigger()
    with qtbot.captureExceptions():  # what shows the plan may stumble too, until it is read again
        for code in chosen(codes):
            stage.set()
            action = stage.action(name)
            with qtbot.captureExceptions() as caught, failing(code):
                action.trigger()
            for kind, error, traceback in caught:
                stage.program.problems.meet(kind, error, traceback)
            stage.require_whole()
            stage.require_usable()
    assert all(NAME not in Path(str(args[1])).read_text("utf-8") for args in told)


@pytest.mark.usefixtures("answers")
def test_a_fault_while_quitting_keeps_nobody_in_and_loses_nothing(
    stage: Stage, answer: Answer, qtbot: QtBot
) -> None:
    answer(ProblemDialog, "tell", None)
    program = stage.program
    with qtbot.captureExceptions(), noting() as codes:
        stage.action(APART).trigger()
    for code in codes:
        stage.set()
        before, action = program.document.plan, stage.action(APART)
        with qtbot.captureExceptions(), failing(code):
            action.trigger()
        if program.window.isVisible():  # the fault came before it began to close
            assert code.co_filename.startswith(OWN[1])
            stage.require_whole()
        program.document.close_file()
        with PlanFile.open(stage.path) as file:
            assert document_of(file.load()) == document_of(before)
            assert file.verify() == ()
        assert program.preferences.recent[0] == stage.path
