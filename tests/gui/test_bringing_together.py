"""A scenario is sent, comes back, and is merged: what both did is in it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from domain.model import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    Marking,
    RemoveRotations,
    touched_between,
)
from domain.store import PlanFile
from domain.store.keeping import Reason
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.merge_dialog import MergeDialog
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.progress import ProgressDialog
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click, click_row, done, find, on_disk, press, texts
from tests.gui.holding import held_up

Act = Callable[[MergeDialog], None]


@pytest.fixture
def sent(opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer) -> Path:
    """The open scenario as a file with a colleague."""
    path = tmp_path / "theirs.kader"
    answer(FileDialog, "ask_save", path)
    opened.window.actions_of_window["send"].trigger()
    done(opened, qtbot)
    return path


def with_colleague(path: Path, *edits: Edit) -> None:
    """What a colleague does in the file."""
    with PlanFile.open(path) as file:
        for edit in edits:
            plan = file.load()
            file.keeper(plan.scenario).save(plan, edit.apply(plan), edit.label)


def take_in(
    program: Kader, qtbot: QtBot, path: Path, answer: Answer, act: Act
) -> list[MergeDialog]:
    """Take a file in; the dialog is driven by ``act`` while it is open."""
    seen: list[MergeDialog] = []

    def driven(dialog: MergeDialog) -> int:
        seen.append(dialog)
        act(dialog)
        return int(dialog.result())

    answer(FileDialog, "ask_open", path)
    answer(MergeDialog, "exec", driven)
    program.window.actions_of_window["take_in"].trigger()
    done(program, qtbot)
    return seen


def press_take_in(dialog: MergeDialog) -> None:
    click(dialog.take_in)


def words(dialog: MergeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_is_sent_says_where_it_is_and_can_be_opened(opened: Kader, sent: Path) -> None:
    with PlanFile.open(sent) as file:
        assert file.load() == opened.document.plan
        assert file.head()[:12] in opened.window.notice.sentence
    assert "theirs.kader" in opened.window.notice.sentence


def test_a_plan_that_is_open_is_not_sent_over(opened: Kader, answer: Answer) -> None:
    assert opened.document.file is not None
    answer(FileDialog, "ask_save", opened.document.file.path)
    told = answer(SentenceDialog, "tell", None)
    opened.window.actions_of_window["send"].trigger()
    assert "is this plan itself" in str(told[0][2])


def test_what_both_did_is_there_afterwards_in_one_step(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    document = opened.document
    assert document.submit(ChangeRotations(("a",), {"note": "mine"}))
    mine, steps = document.plan, document.undo_stack.count()
    with_colleague(sent, ChangeRotations(("a",), {"military": 2}))
    take_in(opened, qtbot, sent, answer, press_take_in)
    assert on_disk(opened).rotations["a"].military == 2
    assert on_disk(opened).rotations["a"].note == "mine"
    assert document.undo_stack.count() == steps + 1
    assert document.file is not None
    assert document.file.history()[0].label == "Merge with Basis"
    assert any(one.reason is Reason.MERGE for one in document.file.backups())
    opened.window.actions_of_window["undo"].trigger()
    assert on_disk(opened) == mine


def test_what_i_do_while_it_is_looked_at_is_in_the_merge_too(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    with_colleague(sent, ChangeRotations(("a",), {"military": 2}))
    answer(FileDialog, "ask_open", sent)
    notes = iter(("at once", "later"))

    def note() -> None:
        opened.document.submit(ChangeRotations(("a",), {"note": next(notes)}))

    def driven(dialog: MergeDialog) -> int:
        assert dialog.arrival.mine is opened.document.plan
        press_take_in(dialog)
        return int(dialog.result())

    answer(MergeDialog, "exec", driven)
    opened.window.actions_of_window["take_in"].trigger()
    note()
    with held_up(opened):
        qtbot.waitUntil(lambda: "Finding out" in title_of_progress(opened), timeout=30_000)
        note()
    done(opened, qtbot)
    assert on_disk(opened).rotations["a"].military == 2
    assert on_disk(opened).rotations["a"].note == "later"


def title_of_progress(program: Kader) -> str:
    dialogs = program.window.findChildren(ProgressDialog)
    return "".join(label.text() for one in dialogs for label in one.findChildren(QLabel))


def test_while_it_is_found_out_what_both_did_it_can_be_stopped(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    before = opened.document.plan
    answer(FileDialog, "ask_open", sent)
    shown = answer(MergeDialog, "exec", 0)
    opened.window.actions_of_window["take_in"].trigger()
    with held_up(opened):
        qtbot.waitUntil(lambda: "Finding out" in title_of_progress(opened), timeout=30_000)
        for dialog in opened.window.findChildren(ProgressDialog):
            dialog.findChildren(QPushButton)[0].click()
    done(opened, qtbot)
    assert shown == []
    assert opened.window.notice.sentence == "Stopped; nothing was changed."
    assert opened.document.plan is before


def test_until_conflicts_are_decided_nothing_can_be_taken_in(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    opened.document.submit(ChangeRotations(("a",), {"military": 5}))
    before = opened.document.plan
    with_colleague(sent, ChangeRotations(("a",), {"military": 6}))

    def look(dialog: MergeDialog) -> None:
        assert not dialog.take_in.isEnabled()
        assert "1 conflict is open" in words(dialog)
        view = find(dialog, QTableView, "conflicts")
        row = [view.model().index(0, column).data() for column in range(6)]
        assert texts(dialog.kept, 1) == []
        assert row[1:] == ["Military", "4", "5", "6", "Open"]

    take_in(opened, qtbot, sent, answer, look)
    assert opened.document.plan is before


def test_a_click_on_a_value_decides_and_the_keyboard_does_too(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    opened.document.submit(ChangeRotations(("a",), {"military": 5, "note": "mine"}))
    with_colleague(sent, ChangeRotations(("a",), {"military": 6, "note": "theirs"}))

    def decide(dialog: MergeDialog) -> None:
        view = find(dialog, QTableView, "conflicts")
        model = view.model()
        click_row(view, model.index(0, 4))
        assert [model.index(row, 5).data() for row in range(2)] == ["Theirs", "Open"]
        view.selectRow(1)
        press(find(dialog, QPushButton, "conflictMine"), Qt.Key.Key_Space)
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, decide)
    kept = on_disk(opened).rotations["a"]
    assert {kept.military, kept.note} in ({6, "mine"}, {5, "theirs"})


def test_all_can_be_decided_at_once(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    opened.document.submit(ChangeRotations(("a", "b"), {"military": 5}))
    with_colleague(sent, ChangeRotations(("a", "b"), {"military": 6}))

    def decide(dialog: MergeDialog) -> None:
        for button, said in (("conflictsMine", "Mine"), ("conflictsTheirs", "Theirs")):
            click(find(dialog, QPushButton, button))
            assert texts(dialog.conflicts.table, 5) == [said, said]
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, decide)
    assert [on_disk(opened).rotations[name].military for name in "ab"] == [6, 6]


def test_what_one_removed_and_the_other_changed_is_a_conflict(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    opened.document.submit(RemoveRotations(("b",)))
    with_colleague(sent, ChangeRotations(("b",), {"military": 6}))

    def decide(dialog: MergeDialog) -> None:
        view = find(dialog, QTableView, "conflicts")
        shown = [str(view.model().index(0, column).data()) for column in range(6)]
        assert shown[3:] == ["removed", "Military 6", "Open"]
        assert "One removed what the other changed." in words(dialog)
        click_row(view, view.model().index(0, 4))
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, decide)
    assert on_disk(opened).rotations["b"].military == 6


def test_what_comes_what_stays_and_what_becomes_of_findings_is_shown(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    opened.document.submit(ChangeRotations(("b",), {"note": "mine"}))
    with_colleague(sent, ChangeRotations(("a",), {"military": 9}))

    def look(dialog: MergeDialog) -> None:
        assert texts(dialog.coming, 1) == ["Military"]
        assert (texts(dialog.coming, 2), texts(dialog.coming, 3)) == (["4"], ["9"])
        assert texts(dialog.kept, 3) == ["mine"]
        assert "New" in texts(dialog.findings, 0)
        tabs = find(dialog, QTabWidget, "mergeTabs")
        assert tabs.tabText(3) == "Findings: 0 before, 1 after"
        assert tabs.tabText(0) == "Conflicts (0)"

    take_in(opened, qtbot, sent, answer, look)


def test_what_both_made_with_one_id_is_kept_apart_and_said(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    def new(military: int) -> AddRotations:
        days = ("2027-01-01", "2027-06-30")
        return AddRotations((build.rotation("d", "vpd", *days, military=military),))

    opened.document.submit(new(1))
    with_colleague(sent, new(2))

    def look(dialog: MergeDialog) -> None:
        assert "1 thing that both made with the same id is kept apart" in words(dialog)
        assert texts(dialog.coming, 1) == ["Added, apart from mine with the same id d"]
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, look)
    numbers = [one.military for one in on_disk(opened).rotations.things() if one.id[0] == "d"]
    assert numbers == [1, 2]


def test_the_higher_marking_is_taken_and_said(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    with PlanFile.open(sent) as file:
        plan = file.load()
        marking = Marking(2, "Rubricering 2", "#336699")
        marked = replace(plan, settings=replace(plan.settings, marking=marking))
        applied = Applied(marked, touched_between(plan, marked))
        file.keeper(plan.scenario).save(plan, applied, "mark")

    def look(dialog: MergeDialog) -> None:
        assert "the higher counts: Rubricering 2" in words(dialog)
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, look)
    assert on_disk(opened).settings.marking == marking


def test_it_can_be_kept_beside_as_a_scenario_of_its_own(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    before = opened.document.plan
    with_colleague(sent, ChangeRotations(("a",), {"military": 6}))

    def keep(dialog: MergeDialog) -> None:
        click(find(dialog, QRadioButton, "mergeBeside"))
        name = find(dialog, QLineEdit, "mergeName")
        assert name.text() == "Basis 2"
        name.setText("Basis")
        assert not dialog.take_in.isEnabled()
        name.setText("Theirs")
        click(dialog.take_in)

    take_in(opened, qtbot, sent, answer, keep)
    document = opened.document
    assert document.plan.scenario == "Theirs"
    assert document.plan.rotations["a"].military == 6
    assert document.file is not None
    assert document.file.load("Basis") == before
    assert document.file.verify() == ()


def test_what_is_no_plan_is_refused_in_one_sentence(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path, before = tmp_path / "odd.kader", opened.document.plan
    for content, said in ((b"nothing", "is no Kader plan"), (b"", "is empty")):
        path.write_bytes(content)
        told = answer(SentenceDialog, "tell", None)
        assert take_in(opened, qtbot, path, answer, press_take_in) == []
        assert said in str(told[0][2])
        assert opened.document.plan is before


def test_the_plan_itself_is_not_taken_in(opened: Kader, qtbot: QtBot, answer: Answer) -> None:
    assert opened.document.file is not None
    take_in(opened, qtbot, opened.document.file.path, answer, press_take_in)
    assert "is this plan itself" in opened.window.notice.sentence
    assert opened.document.submit(ChangeRotations(("a",), {"note": "still writable"}))


def test_looking_at_a_file_can_be_stopped(
    opened: Kader, qtbot: QtBot, sent: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_open", sent)
    asked = answer(MergeDialog, "exec", 0)
    opened.window.actions_of_window["take_in"].trigger()
    opened.window.exchanging.background.finish()
    done(opened, qtbot)
    assert asked == []
    assert opened.window.notice.sentence == "Stopped; nothing was changed."
