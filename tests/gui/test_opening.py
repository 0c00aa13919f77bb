"""Opening plans: the last one, one that is read only, newer, taken, broken, or gone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from domain.errors import Refused
from domain.model import MoveRotations, Plan
from domain.store import PlanFile
from gui.application import Kader, Request, request_of
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from gui.preferences import Preferences
from tests.gui.driving import Answer, click_row, find, on_disk

TOLD = 2


@pytest.fixture
def file(tmp_path: Path, plan: Plan) -> Path:
    path = tmp_path / "test.kader"
    PlanFile.create(path, [plan]).close()
    return path


def sentence_after_opening(program: Kader, file: Path, answer: Answer) -> str:
    """Open a plan that cannot be opened; the program shows one sentence and stays usable."""
    told = answer(SentenceDialog, "tell", None)
    assert not program.window.files.open_path(file)
    assert not program.document.is_open
    assert program.window.actions_of_window["open"].isEnabled()
    (args,) = told
    return str(args[TOLD])


def test_without_a_plan_there_is_a_welcome(program: Kader) -> None:
    assert program.window.welcome.isVisible()
    assert not any(dock.isVisible() for dock in program.window.layout_of_panes.docks)


def test_a_plan_takes_the_place_of_the_welcome(opened: Kader) -> None:
    assert opened.window.workspace.isVisible()
    assert all(dock.isVisible() for dock in opened.window.layout_of_panes.docks)
    assert opened.window.windowTitle() == "test – Basis – Kader"


def test_a_closed_plan_makes_room_for_the_welcome_and_is_listed_there(opened: Kader) -> None:
    opened.window.actions_of_window["close"].trigger()
    recent = find(opened.window, QListWidget, "recentPlans")
    assert opened.window.welcome.isVisible()
    assert recent.item(0).text().startswith("test")
    recent.itemActivated.emit(recent.item(0))
    assert opened.document.is_open


def test_a_recent_plan_that_is_gone_cannot_be_chosen(opened: Kader, tmp_path: Path) -> None:
    opened.window.actions_of_window["close"].trigger()
    (tmp_path / "test.kader").unlink()
    opened.window.files.recent_changed.emit()
    item = find(opened.window, QListWidget, "recentPlans").item(0)
    assert not item.flags()
    assert not opened.window.menus.recent.actions()[0].isEnabled()


def test_the_last_plan_is_opened_at_the_next_start(
    opened: Kader, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.window.close()
    again = Kader(qapp, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(again.window)
    again.open(Request())
    assert again.window.windowTitle() == "test – Basis – Kader"
    again.window.close()
    again.deleteLater()


def test_a_plan_that_was_closed_is_not_opened_at_the_next_start(
    opened: Kader, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.window.actions_of_window["close"].trigger()
    opened.window.close()
    again = Kader(qapp, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(again.window)
    again.open(Request())
    assert not again.document.is_open
    again.window.close()
    again.deleteLater()


def test_a_plan_that_may_not_be_written_is_shown_and_says_so(
    program: Kader, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = PlanFile.open(file, read_only=True)
    monkeypatch.setattr(PlanFile, "open", lambda _path: taken)
    assert program.window.files.open_path(file)
    assert program.window.status.saved.text() == "Read only"
    assert "read only" in program.window.windowTitle()
    assert not program.window.actions_of_window["add"].isEnabled()
    assert program.window.actions_of_window["export_excel"].isEnabled()


def test_a_plan_that_another_program_has_open_is_refused(
    program: Kader, file: Path, answer: Answer
) -> None:
    script = (
        "import sys; from pathlib import Path; from domain.store import PlanFile;"
        "file = PlanFile.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(file)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).absolute().parents[2])},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        sentence = sentence_after_opening(program, file, answer)
        assert "has been open" in sentence
        assert other.stdin is not None
        other.stdin.close()
    assert program.window.files.open_path(file)


def test_a_plan_of_a_newer_program_is_refused(program: Kader, file: Path, answer: Answer) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    assert "newer" in sentence_after_opening(program, file, answer)


@pytest.mark.parametrize("content", [b"", b"no plan at all", b"SQLite format 3\0" + b"x" * 500])
def test_a_file_that_is_no_plan_is_refused(
    program: Kader, tmp_path: Path, answer: Answer, content: bytes
) -> None:
    path = tmp_path / "odd.kader"
    path.write_bytes(content)
    assert "odd.kader" in sentence_after_opening(program, path, answer)
    assert path.read_bytes() == content


def test_a_plan_that_is_not_there_is_refused(
    program: Kader, tmp_path: Path, answer: Answer
) -> None:
    assert "gone.kader" in sentence_after_opening(program, tmp_path / "gone.kader", answer)


def test_an_unreadable_plan_leaves_the_open_one(
    opened: Kader, tmp_path: Path, answer: Answer
) -> None:
    answer(SentenceDialog, "tell", None)
    assert not opened.window.files.open_path(tmp_path / "gone.kader")
    assert opened.document.submit(MoveRotations(("a",), 1))


def test_the_sample_is_a_fresh_copy_each_time(program: Kader) -> None:
    program.open(Request(sample=True))
    scenarios = find(program.window, QListWidget, "scenarios")
    assert scenarios.count() == 2
    assert "made-up" in scenarios.item(1).text()
    first = program.document.file
    assert first is not None
    program.window.actions_of_window["sample"].trigger()
    assert program.document.file is not None
    assert program.document.file.path != first.path


def test_another_scenario_is_opened_and_kept_as_the_open_one(program: Kader) -> None:
    program.open(Request(sample=True))
    scenarios = program.window.missions.scenarios
    name = scenarios.names[1]
    click_row(scenarios, scenarios.indexFromItem(scenarios.item(1)))
    assert program.document.plan.scenario == name
    assert program.window.status.scenario.text() == name
    assert on_disk(program).scenario == name
    assert program.document.undo_stack.count() == 0


def test_save_as_goes_on_in_the_copy(opened: Kader, tmp_path: Path, answer: Answer) -> None:
    opened.document.submit(MoveRotations(("a",), 1))
    answer(FileDialog, "ask_save", tmp_path / "copy.kader")
    opened.window.actions_of_window["save_as"].trigger()
    assert opened.window.windowTitle() == "copy – Basis – Kader"
    opened.window.actions_of_window["undo"].trigger()
    with PlanFile.open(tmp_path / "test.kader") as original:
        assert original.load().rotations["a"] != opened.document.plan.rotations["a"]


def test_save_says_that_all_is_saved(opened: Kader) -> None:
    opened.window.actions_of_window["save"].trigger()
    assert "test.kader" in opened.window.status.message.text()


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], Request()),
        (["plan.kader"], Request(Path("plan.kader"))),
        (["--sample"], Request(sample=True)),
        (["--picture", "w.png", "p.kader"], Request(Path("p.kader"), picture=Path("w.png"))),
    ],
)
def test_the_command_line_says_what_to_open(arguments: list[str], wanted: Request) -> None:
    assert request_of(arguments) == wanted


@pytest.mark.parametrize("arguments", [["--nonsense"], ["a", "b"], ["--picture"]])
def test_what_the_command_line_cannot_mean_is_refused(arguments: list[str]) -> None:
    with pytest.raises(Refused):
        request_of(arguments)
