"""A plan that cannot be opened says why, and its newest backup can be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import QuestionDialog, SentenceDialog, WaysDialog
from gui.dialogs.rescue_dialog import RescueDialog
from tests.domain.store.plans import long_plan
from tests.gui.driving import Answer, click, find, words_in

YES, NO = True, False


@pytest.fixture
def held(tmp_path: Path, plan: Plan) -> Iterator[PlanFile]:
    """A plan that someone else has open, and that was changed since its backup."""
    with PlanFile.create(tmp_path / "held.kader", [plan]) as file:
        yield file


def changed(file: PlanFile) -> None:
    plan = file.load()
    edit = ChangeRotations(("a",), {"military": 1})
    file.keeper(plan.scenario).save(plan, edit.apply(plan), edit.label)


def test_who_has_it_is_said_and_the_backup_is_offered(
    program: Kader, held: PlanFile, answer: Answer, plan: Plan
) -> None:
    held.back_up("Before")
    changed(held)
    asked = answer(QuestionDialog, "ask", YES)
    assert not program.window.files.open_path(held.path)
    sentence = str(asked[0][2])
    assert "has been open with " in sentence
    assert " since 2" in sentence
    assert "The newest backup is of " in sentence
    document = program.document
    assert document.plan == plan
    assert not document.can_edit
    assert document.file is not None
    assert document.file.path.parent != held.path.parent
    assert program.window.windowTitle().startswith("held 2")
    assert "(read only)" in program.window.windowTitle()
    changed(held)


def test_where_it_is_not_wanted_nothing_is_opened(
    program: Kader, held: PlanFile, answer: Answer
) -> None:
    held.back_up("Before")
    answer(QuestionDialog, "ask", NO)
    assert not program.window.files.open_path(held.path)
    assert not program.document.is_open


def test_without_a_backup_only_the_reason_is_said(
    program: Kader, held: PlanFile, answer: Answer
) -> None:
    told = answer(SentenceDialog, "tell", None)
    assert not program.window.files.open_path(held.path)
    assert "has been open with " in str(told[0][2])


def test_a_damaged_plan_offers_its_backup_too(
    program: Kader, held: PlanFile, answer: Answer, plan: Plan
) -> None:
    held.back_up("Before")
    path = held.path
    held.close()
    path.write_bytes(path.read_bytes()[:6000])
    asked = answer(WaysDialog, "ask", 0)
    assert not program.window.files.open_path(path)
    assert "damaged" in str(asked[0][2])
    assert "The newest backup is of " in str(asked[0][2])
    assert asked[0][3] == ["Look at the backup", "Save what can be read…"]
    assert program.document.plan == plan


@pytest.fixture
def damaged(tmp_path: Path, plan: Plan) -> Path:
    """A plan of two scenarios of which a page is lost that holds rotations."""
    path = tmp_path / "hurt.kader"
    PlanFile.create(path, [plan, replace(long_plan(600), scenario="B")]).close()
    content = bytearray(path.read_bytes())
    place = content.index(b"Rotatie 300") // 4096 * 4096
    content[place : place + 4096] = bytes(4096)
    path.write_bytes(content)
    return path


def rescued_to(program: Kader, damaged: Path, qtbot: QtBot, answer: Answer, target: Path) -> None:
    """Have what can be read saved."""
    answer(WaysDialog, "ask", 0)
    answer(FileDialog, "ask_save", target)
    assert not program.window.files.open_path(damaged)
    background = program.window.exchanging.background
    qtbot.waitUntil(lambda: not background.is_busy, timeout=30_000)


def test_what_can_be_read_is_saved_and_what_is_lost_is_said(
    program: Kader, damaged: Path, qtbot: QtBot, answer: Answer, tmp_path: Path
) -> None:
    before = damaged.read_bytes()
    said: list[str] = []

    def driven(dialog: RescueDialog) -> int:
        said.append(words_in(dialog))
        click(find(dialog, QPushButton, "rescueOpen"))
        return int(dialog.result())

    answer(RescueDialog, "exec", driven)
    rescued_to(program, damaged, qtbot, answer, tmp_path / "new.kader")
    assert re.search(r"^\d{3} rows are saved in new\.kader\.$", said[0], re.MULTILINE)
    assert "rotations cannot be read" in said[0]
    assert "The journal begins anew." in said[0]
    assert "hurt.kader is as it was." in said[0]
    assert damaged.read_bytes() == before
    document = program.document
    assert document.file is not None
    assert document.file.path == tmp_path / "new.kader"
    assert document.can_edit
    assert document.file.verify() == ()
    assert 500 < len(document.file.load("B").rotations) < 600


def test_where_nothing_can_be_saved_one_sentence_says_so_and_the_window_goes_on(
    program: Kader, damaged: Path, qtbot: QtBot, answer: Answer, plan: Plan
) -> None:
    taken = damaged.with_name("taken.kader")
    taken.write_text("something else")
    told = answer(SentenceDialog, "tell", None)
    rescued_to(program, damaged, qtbot, answer, taken)
    assert "is there already" in str(told[0][2])
    assert taken.read_text() == "something else"
    other = damaged.with_name("other.kader")
    PlanFile.create(other, [plan]).close()
    assert program.window.files.open_path(other)


def test_a_backup_that_is_gone_or_not_whole_says_so(
    program: Kader, held: PlanFile, answer: Answer
) -> None:
    backup = held.back_up("Before")
    backup.path.write_bytes(backup.path.read_bytes()[:6000])
    answer(QuestionDialog, "ask", YES)
    told = answer(SentenceDialog, "tell", None)
    assert not program.window.files.open_path(held.path)
    assert "damaged" in str(told[0][2])
    assert not program.document.is_open
