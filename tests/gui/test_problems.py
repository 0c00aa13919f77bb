"""What nobody foresaw: told once, written without anything of the plan, and the window goes on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import Refused
from domain.model import MoveRotations
from gui.application import Kader
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.problem import ProblemDialog
from gui.problems import Problems, report_of
from tests.gui.driving import Answer

NAME = "Operatie Zonnebloem"


def broken() -> Exception:
    try:
        int(NAME)
    except ValueError as error:
        return error
    raise AssertionError


def broken_elsewhere() -> Exception:
    try:
        dict[str, int]()[NAME]
    except KeyError as error:
        return error
    raise AssertionError


def meet(problems: Problems, error: BaseException) -> None:
    problems.meet(type(error), error, error.__traceback__)


def test_a_report_holds_the_place_and_nothing_of_the_plan(tmp_path: Path) -> None:
    problems = Problems(folder=tmp_path)
    reports: list[str] = []
    problems.reported.connect(reports.append)
    meet(problems, broken())
    report = Path(reports[0])
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "tests/gui/test_problems.py" in text
    assert NAME not in text
    assert str(tmp_path) not in text
    assert report.stat().st_mode & 0o777 == 0o600


def test_what_caused_it_is_in_the_report_too() -> None:
    error = RuntimeError(NAME)
    error.__cause__ = broken()
    text = report_of(error)
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert NAME not in text


def test_the_same_place_is_told_of_once(tmp_path: Path) -> None:
    problems = Problems(folder=tmp_path)
    reports: list[str] = []
    problems.reported.connect(reports.append)
    for _time in range(100):
        meet(problems, broken())
    meet(problems, broken_elsewhere())
    assert len(reports) == 2


def test_old_reports_are_thrown_away(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"problem-2020{number:02}.txt").touch()
    problems = Problems(folder=tmp_path)
    meet(problems, broken())
    assert len(list(tmp_path.glob("problem-*.txt"))) == 20


def test_a_report_that_cannot_be_written_is_no_second_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    problems = Problems(folder=tmp_path / "file")
    reports: list[str] = []
    problems.reported.connect(reports.append)
    meet(problems, broken())
    assert reports == [""]


def test_a_problem_on_another_thread_is_told_in_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    problems = Problems(folder=tmp_path)
    error = broken()
    with qtbot.waitSignal(problems.reported):
        thread = threading.Thread(target=meet, args=(problems, error))
        thread.start()
        thread.join()


def test_what_the_user_can_mend_is_told_as_a_sentence(program: Kader, answer: Answer) -> None:
    told = answer(SentenceDialog, "tell", None)
    meet(program.problems, Refused("That cannot be."))
    assert [args[2] for args in told] == ["That cannot be."]


def test_an_exception_in_an_action_leaves_a_usable_window(
    opened: Kader, answer: Answer, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told = answer(ProblemDialog, "tell", None)
    before = opened.document.plan

    def fail() -> None:
        raise ZeroDivisionError(NAME)

    monkeypatch.setattr(opened.document.session, "submit", lambda _edit: fail())
    opened.window.desk.selection.set_rotations(["a"])
    with qtbot.captureExceptions() as caught:
        opened.window.actions_of_window["remove"].trigger()
    kind, error, traceback = caught[0]
    opened.problems.meet(kind, error, traceback)
    assert len(told) == 1
    assert opened.document.plan is before
    assert opened.document.undo_stack.count() == 0

    monkeypatch.undo()
    assert opened.document.submit(MoveRotations(("a",), 1))
