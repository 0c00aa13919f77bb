"""The document: edits, undo and redo, previews, and what happens when they cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import UnwritableFile
from domain.model import Applied, ChangeRotations, MoveRotations, Plan, ResizeRotation
from domain.rules.finding import Finding
from domain.store import PlanFile
from domain.store.plan_file import Keeper
from gui.document import Document


def move(by: int = 31) -> MoveRotations:
    return MoveRotations(("a",), by)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def saved(document: Document) -> Plan:
    """The plan as another program would read it from the file."""
    assert document.file is not None
    return document.file.load()


def test_an_edit_is_on_disk_before_it_is_told(document: Document, qtbot: QtBot) -> None:
    told: list[date] = []
    document.changed.connect(lambda _c: told.append(saved(document).rotations["a"].first_day))
    with qtbot.waitSignal(document.changed):
        assert document.submit(move())
    assert told == [date(2026, 2, 1)]


def test_undo_and_redo_go_through_the_file(document: Document) -> None:
    document.submit(move())
    document.undo_stack.undo()
    assert saved(document).rotations["a"].first_day == date(2026, 1, 1)
    document.undo_stack.redo()
    assert saved(document).rotations["a"].first_day == date(2026, 2, 1)


def test_steps_are_named(document: Document) -> None:
    document.submit(move())
    assert document.undo_stack.undoText() == "Move rotation"


def test_findings_come_and_go_with_the_edit(document: Document) -> None:
    assert len(document.findings) == 0
    document.submit(MoveRotations(("b",), -30))
    assert codes(document.findings) == ["FRA001"]
    document.undo_stack.undo()
    assert len(document.findings) == 0


def test_many_steps_back_at_once_are_one_change(document: Document) -> None:
    for _step in range(5):
        document.submit(move(1))
    changes: list[object] = []
    document.changed.connect(changes.append)
    document.undo_stack.setIndex(1)
    assert len(changes) == 1
    assert document.plan.rotations["a"].first_day == date(2026, 1, 2)
    assert saved(document).rotations["a"].first_day == date(2026, 1, 2)


def test_a_new_step_forgets_those_that_were_taken_back(document: Document) -> None:
    document.submit(move(1))
    document.submit(move(1))
    document.undo_stack.undo()
    document.submit(move(10))
    assert document.undo_stack.count() == 2
    assert document.plan.rotations["a"].first_day == date(2026, 1, 12)
    document.undo_stack.setIndex(0)
    assert document.plan.rotations["a"].first_day == date(2026, 1, 1)


def test_a_refused_edit_changes_nothing_and_says_why(document: Document, qtbot: QtBot) -> None:
    before = document.plan
    with qtbot.waitSignal(document.failed) as said:
        assert not document.submit(ResizeRotation("a", date(2026, 5, 1), date(2026, 4, 1)))
    assert "lies before the first day" in said.args[0]
    assert document.plan is before
    assert document.undo_stack.count() == 0


def break_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Keeper, _before: Plan, _applied: Applied, _label: str) -> None:
        raise UnwritableFile("The disk is full.")

    monkeypatch.setattr(Keeper, "save", refuse)


def test_an_edit_that_cannot_be_saved_has_not_happened(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = document.plan
    break_saving(monkeypatch)
    with qtbot.waitSignal(document.failed) as said:
        assert not document.submit(move())
    assert said.args == ["The disk is full."]
    assert document.plan is before
    assert document.undo_stack.count() == 0


@pytest.mark.parametrize("index", [0, 1, 3])
def test_a_step_that_cannot_be_taken_back_stays_in_the_list(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, index: int
) -> None:
    for _step in range(3):
        document.submit(move(1))
    document.undo_stack.setIndex(2)
    here = document.plan
    with monkeypatch.context() as broken:
        break_saving(broken)
        with qtbot.waitSignal(document.failed):
            document.undo_stack.setIndex(index)
    assert document.plan is here
    assert (document.undo_stack.index(), document.undo_stack.count()) == (2, 3)
    document.undo_stack.setIndex(index)
    assert document.plan.rotations["a"].first_day == date(2026, 1, 1 + index)


def test_a_preview_shows_what_would_be_and_leaves_what_is(document: Document) -> None:
    before = document.plan
    preview = document.preview(MoveRotations(("b",), -30), ["osc-cap"])
    assert preview is not None
    assert preview.profiles["osc-cap"].peak == 8
    assert codes(document.shown_findings) == ["FRA001"]
    assert document.plan is before
    assert document.findings == ()
    document.end_preview()
    assert document.shown_plan is before
    assert document.shown_findings == ()


def test_a_preview_of_what_cannot_be_shows_nothing(document: Document, qtbot: QtBot) -> None:
    edit = ResizeRotation("a", date(2026, 5, 1), date(2026, 4, 1))
    with qtbot.waitSignal(document.previewed) as shown:
        assert document.preview(edit) is None
    assert shown.args == [None]


def test_an_edit_ends_the_preview(document: Document) -> None:
    document.preview(move())
    document.submit(move(2))
    assert document.shown_plan is document.plan


def test_a_copy_of_the_file_takes_over_with_all_steps(document: Document, tmp_path: Path) -> None:
    document.submit(move(1))
    copy = tmp_path / "copy.kader"
    assert document.file is not None
    document.file.save_as(copy)
    document.continue_in(PlanFile.open(copy))
    document.undo_stack.undo()
    assert document.plan.rotations["a"].first_day == date(2026, 1, 1)
    assert saved(document).rotations["a"].first_day == date(2026, 1, 1)
    PlanFile.open(tmp_path / "test.kader").close()


def test_a_closed_document_shows_nothing_and_lets_go_of_the_file(
    document: Document, tmp_path: Path
) -> None:
    document.submit(move())
    document.close()
    assert not document.is_open
    assert not document.can_edit
    assert len(document.plan.rotations) == 0
    assert document.undo_stack.count() == 0
    assert not document.submit(ChangeRotations(("a",), {"note": "x"}))
    PlanFile.open(tmp_path / "test.kader").close()


def test_a_plan_to_read_only_refuses_edits(document: Document, tmp_path: Path) -> None:
    document.close()
    document.open(PlanFile.open(tmp_path / "test.kader", read_only=True))
    said: list[str] = []
    document.failed.connect(said.append)
    assert not document.can_edit
    assert not document.submit(move())
    assert len(said) == 1


def reopened(document: Document) -> Document:
    """The same plan, opened anew as at the next start."""
    assert document.file is not None
    path = document.file.path
    document.close()
    document.open(PlanFile.open(path))
    document.recall()
    return document


def names(document: Document) -> list[str]:
    return [step.change.label for step in document.steps()]


def test_steps_of_earlier_times_can_be_undone_and_done_again(document: Document) -> None:
    for _step in range(3):
        document.submit(move(1))
    document.undo_stack.undo()
    plan = document.plan
    again = reopened(document)
    assert again.plan == plan
    assert names(again) == ["Move rotation"] * 3
    assert again.undo_stack.index() == 2
    again.undo_stack.setIndex(0)
    assert saved(again).rotations["a"].first_day == date(2026, 1, 1)
    again.undo_stack.setIndex(3)
    assert saved(again).rotations["a"].first_day == date(2026, 1, 4)


def test_an_edit_right_after_opening_comes_after_the_earlier_steps(document: Document) -> None:
    document.submit(move(1))
    assert document.file is not None
    path = document.file.path
    document.close()
    document.open(PlanFile.open(path))
    document.submit(move(10))
    assert document.undo_stack.count() == 2
    document.undo_stack.setIndex(0)
    assert saved(document).rotations["a"].first_day == date(2026, 1, 1)


def test_steps_know_the_entries_of_the_journal_that_tell_of_them(document: Document) -> None:
    document.submit(move(1))
    document.submit(move(1))
    assert document.file is not None
    told = [step.seq for step in document.file.history()[:2]]
    assert [step.seq for step in document.steps()] == told[::-1]
    assert [step.seq for step in reopened(document).steps()] == told[::-1]


def test_a_new_name_of_the_scenario_is_no_step_to_undo(document: Document) -> None:
    document.submit(move(1))
    assert document.file is not None
    document.rename("Basis", "Later")
    document.submit(move(1))
    again = reopened(document)
    assert names(again) == ["Move rotation"] * 2
    again.undo_stack.setIndex(0)
    assert saved(again).scenario == "Later"


def test_a_plan_that_can_only_be_read_has_no_steps(document: Document) -> None:
    document.submit(move(1))
    assert document.file is not None
    path = document.file.path
    document.close()
    document.open(PlanFile.open(path, read_only=True))
    document.recall()
    assert document.undo_stack.count() == 0
