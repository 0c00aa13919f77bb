"""Snapshots and backups from the window: made, listed, put back; and the check of the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, Plan
from domain.store import PlanFile
from domain.store.keeping import Reason
from gui.application import Kader
from gui.dialogs.backups_dialog import BackupsDialog
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.name_dialog import NameDialog
from gui.dialogs.progress import ProgressDialog
from gui.dialogs.verify_dialog import VerifyDialog
from gui.models.backup_table import NAME, ROTATIONS, SCENARIOS, WHY, size_text
from tests.gui.driving import Answer, click, done, find, on_disk, texts, words_in
from tests.gui.holding import held_up


def plan_file(program: Kader) -> PlanFile:
    assert program.document.file is not None
    return program.document.file


@pytest.fixture
def named(opened: Kader, answer: Answer) -> Plan:
    """A snapshot of the plan, which is changed afterwards; what it was."""
    before = opened.document.plan
    answer(NameDialog, "ask", "Before the talk")
    opened.window.actions_of_window["snapshot"].trigger()
    opened.document.submit(ChangeRotations(("a",), {"military": 1}))
    return before


def in_the_list(
    program: Kader, qtbot: QtBot, answer: Answer, act: Callable[[BackupsDialog], None]
) -> None:
    def driven(dialog: BackupsDialog) -> int:
        done(program, qtbot)
        act(dialog)
        return 0

    answer(BackupsDialog, "exec", driven)
    program.window.actions_of_window["snapshots"].trigger()
    done(program, qtbot)


def test_a_snapshot_has_a_name_and_holds_the_plan(opened: Kader, named: Plan) -> None:
    (backup,) = plan_file(opened).backups()
    assert (backup.label, backup.reason) == ("Before the talk", Reason.NAMED)
    assert "'Before the talk' was made and checked" in opened.window.notice.sentence
    with PlanFile.open(backup.path, read_only=True) as copy:
        assert copy.load() == named


def test_the_list_says_what_each_is(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer
) -> None:
    plan_file(opened).back_up(reason=Reason.DAY)

    def look(dialog: BackupsDialog) -> None:
        rows = zip(texts(dialog.table, WHY), texts(dialog.table, NAME), strict=True)
        assert set(rows) == {("First change of a day", ""), ("Snapshot", "Before the talk")}
        assert texts(dialog.table, ROTATIONS) == [str(len(named.rotations))] * 2
        assert texts(dialog.table, SCENARIOS) == ["1", "1"]

    in_the_list(opened, qtbot, answer, look)


def test_put_back_it_is_as_it_was_and_can_be_undone(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer
) -> None:
    changed = opened.document.plan
    in_the_list(opened, qtbot, answer, lambda dialog: click(dialog.put_back))
    assert on_disk(opened) == named
    assert opened.document.plan == named
    assert plan_file(opened).backups()[0].reason is Reason.RESTORE
    assert plan_file(opened).verify() == ()
    in_the_list(opened, qtbot, answer, lambda dialog: click(dialog.put_back))
    assert on_disk(opened) == changed


def put_back_and(program: Kader, qtbot: QtBot, answer: Answer, then: Callable[[], object]) -> None:
    """Ask for a backup to be put back, and do something before it is."""

    def driven(dialog: BackupsDialog) -> int:
        done(program, qtbot)
        hold.enter_context(held_up(program))
        click(dialog.put_back)
        return 0

    answer(BackupsDialog, "exec", driven)
    with ExitStack() as hold:
        program.window.actions_of_window["snapshots"].trigger()
        then()
    done(program, qtbot)


def test_a_plan_that_was_changed_meanwhile_is_left_alone(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer
) -> None:
    document = opened.document
    edit = ChangeRotations(("a",), {"military": 2})
    told = answer(SentenceDialog, "tell", None)
    put_back_and(opened, qtbot, answer, lambda: document.submit(edit))
    assert "was changed while the backup was being read" in str(told[0][2])
    assert on_disk(opened) == document.plan
    assert document.plan.rotations["a"].military == 2
    assert named.rotations["a"].military == 4


def test_while_a_backup_is_read_it_can_be_stopped_and_nothing_is_changed(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer
) -> None:
    changed = opened.document.plan

    def stop() -> None:
        for dialog in opened.window.findChildren(ProgressDialog):
            dialog.findChildren(QPushButton)[0].click()

    put_back_and(opened, qtbot, answer, stop)
    assert opened.window.notice.sentence == "Stopped; nothing was changed."
    assert on_disk(opened) == changed != named
    assert [one.reason for one in plan_file(opened).backups()] == [Reason.NAMED]


def test_without_a_folder_for_temporary_files_that_is_said(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(SentenceDialog, "tell", None)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    in_the_list(opened, qtbot, answer, lambda dialog: click(dialog.put_back))
    opened.window.actions_of_window["verify"].trigger()
    done(opened, qtbot)
    assert ["No folder for temporary files" in str(one[2]) for one in told] == [True, True]
    assert on_disk(opened) != named


def test_a_damaged_backup_is_not_put_back(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer
) -> None:
    (backup,) = plan_file(opened).backups()
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    told = answer(SentenceDialog, "tell", None)
    in_the_list(opened, qtbot, answer, lambda dialog: click(dialog.put_back))
    assert "damaged" in str(told[0][2])
    assert on_disk(opened).rotations["a"].military == 1
    assert named.rotations["a"].military == 4


def test_a_backup_can_be_saved_as_a_plan_of_its_own(
    opened: Kader, named: Plan, qtbot: QtBot, answer: Answer, tmp_path: Path
) -> None:
    path = tmp_path / "copy.kader"
    answer(FileDialog, "ask_save", path)
    in_the_list(opened, qtbot, answer, lambda dialog: click(dialog.save_copy))
    with PlanFile.open(path, read_only=True) as copy:
        assert copy.load() == named
    click(find(opened.window, QPushButton, "noticeButton"))
    assert plan_file(opened).path == path


def test_without_backups_the_list_says_when_there_will_be_one(
    opened: Kader, qtbot: QtBot, answer: Answer
) -> None:
    def look(dialog: BackupsDialog) -> None:
        assert "There is no backup yet" in words_in(dialog)
        assert not dialog.put_back.isEnabled()
        assert not dialog.save_copy.isEnabled()

    in_the_list(opened, qtbot, answer, look)


def verified(program: Kader, qtbot: QtBot, answer: Answer) -> str:
    """What the check of the file says; the head of the journal is copied too."""
    seen: list[str] = []

    def driven(dialog: VerifyDialog) -> int:
        seen.append(words_in(dialog))
        click(find(dialog, QPushButton, "verifyCopy"))
        return 0

    answer(VerifyDialog, "exec", driven)
    program.window.actions_of_window["verify"].trigger()
    done(program, qtbot)
    (said,) = seen
    return said


def test_a_whole_file_is_said_to_be_so_with_the_head_of_its_journal(
    opened: Kader, qtbot: QtBot, answer: Answer
) -> None:
    said = verified(opened, qtbot, answer)
    assert "test.kader is whole." in said
    assert plan_file(opened).head() in said.replace(" ", "")
    assert QGuiApplication.clipboard().text() == plan_file(opened).head()
    assert opened.document.submit(ChangeRotations(("a",), {"note": "still writable"}))


def test_what_is_wrong_with_a_file_is_said(
    program: Kader, qtbot: QtBot, answer: Answer, tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / "test.kader"
    PlanFile.create(path, [plan]).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE rotations SET military = 9 WHERE id = 'a'")
        connection.commit()
    assert program.window.files.open_path(path)
    said = verified(program, qtbot, answer)
    assert "test.kader is not whole." in said
    assert "of the journal left it" in said


@pytest.mark.parametrize(
    ("size", "text"), [(None, "–"), (100, "1 kB"), (52_000, "52 kB"), (5_169_152, "5.2 MB")]
)
def test_a_size_is_said_in_kilobytes_or_megabytes(size: int | None, text: str) -> None:
    assert size_text(size) == text
