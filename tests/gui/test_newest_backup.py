"""A plan that cannot be opened says why, and its newest backup can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.model import ChangeRotations, Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.messages import QuestionDialog, SentenceDialog
from tests.gui.driving import Answer

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
    asked = answer(QuestionDialog, "ask", YES)
    assert not program.window.files.open_path(path)
    assert "damaged" in str(asked[0][2])
    assert program.document.plan == plan


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
