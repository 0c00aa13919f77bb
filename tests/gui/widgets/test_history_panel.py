"""The history as a user works with it: found again after a restart, filtered, gone back to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton
from pytestqt.modeltest import ModelTester

from domain.model import ChangeRotations, Kind, MoveRotations, RemoveRotations
from domain.store import PlanFile
from gui.application import Kader
from gui.models import history_table
from gui.models.history_filter import HistoryFilter
from gui.models.history_table import CHANGED, STATE, STEP, HistoryTable
from gui.widgets.history_panel import HistoryPanel
from tests.gui.driving import click, find, on_disk, press, texts, watch, words_in


def steps(program: Kader) -> None:
    """Three steps, the last of which was taken back."""
    document = program.document
    document.submit(ChangeRotations(("a",), {"military": 5, "note": "more"}))
    document.submit(MoveRotations(("b", "c"), 7))
    document.submit(RemoveRotations(("c",)))
    document.undo_stack.undo()


@pytest.fixture
def panel(opened: Kader) -> HistoryPanel:
    steps(opened)
    return shown(opened)


def shown(program: Kader) -> HistoryPanel:
    pane = program.window.lower_pane
    pane.setCurrentWidget(pane.history)
    return pane.history


def labels(panel: HistoryPanel) -> list[str]:
    return texts(panel.table, STEP)


def choose(panel: HistoryPanel, label: str) -> None:
    panel.view.selectRow(labels(panel).index(label))


def test_every_step_is_there_with_what_it_changed(panel: HistoryPanel) -> None:
    assert labels(panel) == [
        "Undo: Remove rotation",
        "Remove rotation",
        "Move 2 rotations",
        "Change rotation",
        "Add scenario Basis",
    ]
    assert texts(panel.table, CHANGED)[1:] == [
        "Rotation C · VPD",
        "2 rotations",
        "Rotation A · OSC",
        "The whole scenario",
    ]
    assert texts(panel.table, STATE) == ["", "undone", "the plan is here", "", ""]


def test_it_survives_a_restart(opened: Kader, panel: HistoryPanel) -> None:
    before = (labels(panel), texts(panel.table, STATE))
    assert opened.document.file is not None
    path = opened.document.file.path
    opened.window.files.close()
    assert opened.window.files.open_path(path)
    opened.document.recall()
    assert (labels(panel), texts(panel.table, STATE)) == before


def test_the_selected_step_is_told_in_full(panel: HistoryPanel) -> None:
    choose(panel, "Change rotation")
    details = panel.details
    assert "Change rotation" in words_in(details)
    assert texts(details.changes, 1) == ["Military", "Note"]
    assert (texts(details.changes, 2), texts(details.changes, 3)) == (["4", "–"], ["5", "more"])
    choose(panel, "Remove rotation")
    assert texts(details.changes, 1) == ["Removed"]


def test_going_to_a_step_is_one_step_of_many(opened: Kader, panel: HistoryPanel) -> None:
    choose(panel, "Change rotation")
    click(find(panel, QPushButton, "historyAfter"))
    assert on_disk(opened).rotations["b"].first_day == date(2026, 7, 1)
    assert on_disk(opened).rotations["a"].military == 5
    choose(panel, "Change rotation")
    click(find(panel, QPushButton, "historyBefore"))
    assert on_disk(opened).rotations["a"].military == 4
    assert opened.document.undo_stack.count() == 3
    choose(panel, "Remove rotation")
    press(panel.view, Qt.Key.Key_Return)
    assert "c" not in on_disk(opened).rotations


def test_a_step_that_no_list_of_undo_has_any_more_can_be_gone_to(
    opened: Kader, panel: HistoryPanel
) -> None:
    opened.document.undo_stack.setIndex(0)
    opened.document.submit(ChangeRotations(("a",), {"note": "another way"}))
    choose(panel, "Move 2 rotations")
    click(find(panel, QPushButton, "historyAfter"))
    assert on_disk(opened).rotations["b"].first_day == date(2026, 7, 8)
    assert labels(panel)[0].startswith("Back to: Move 2 rotations (")
    opened.window.actions_of_window["undo"].trigger()
    assert on_disk(opened).rotations["a"].note == "another way"


def test_the_filters_are_text_person_thing_and_period(opened: Kader, panel: HistoryPanel) -> None:
    filters = panel.filters
    filters.text.setText("note")
    filters.text.setText("c · vpd")
    panel.table.show_only(filters.wanted())
    assert labels(panel) == ["Undo: Remove rotation", "Remove rotation", "Move 2 rotations"]
    assert panel.count.text() == "3 of 5"
    filters.clear()
    filters.things.setCurrentIndex(filters.things.findData(Kind.FRAME.value))
    assert labels(panel) == []
    assert "No step is like that." in words_in(panel)
    filters.things.setCurrentIndex(filters.things.findData("selected"))
    opened.window.desk.selection.set_rotations(["a"])
    assert labels(panel) == ["Change rotation"]
    filters.clear()
    filters.who.setCurrentIndex(1)
    assert len(labels(panel)) == 5
    filters.period.setCurrentIndex(filters.period.findData("between"))
    filters.last_day.set_day(date(2020, 1, 1))
    filters.last_day.day_changed.emit()
    assert labels(panel) == []


def test_show_where_selects_what_a_step_touched(opened: Kader, panel: HistoryPanel) -> None:
    choose(panel, "Move 2 rotations")
    click(find(panel, QPushButton, "historyWhere"))
    assert set(opened.window.desk.selection.rotations) == {"b", "c"}


def test_steps_come_in_while_it_is_shown(
    opened: Kader, panel: HistoryPanel, qtmodeltester: ModelTester
) -> None:

    watch(qtmodeltester, panel.table)
    panel.filters.things.setCurrentIndex(panel.filters.things.findData(Kind.ROTATION.value))
    opened.document.submit(MoveRotations(("a",), 1))
    assert labels(panel)[0] == "Move rotation"
    assert texts(panel.table, STATE)[0] == "the plan is here"


def test_the_buttons_of_undo_and_redo_list_the_steps(opened: Kader) -> None:
    steps(opened)
    opened.window.actions_of_window["undo"].trigger()

    def listed(name: str) -> QMenu:
        menu = find(opened.window, QToolButton, f"tool_{name}").menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        return menu

    assert [a.text() for a in listed("undo").actions() if a.text()] == [
        "Change rotation",
        "All steps…",
    ]
    redo = listed("redo").actions()
    assert [a.text() for a in redo[:2]] == ["Move 2 rotations", "Remove rotation"]
    redo[1].trigger()
    assert "c" not in on_disk(opened).rotations
    listed("undo").actions()[2].trigger()
    assert on_disk(opened).rotations["a"].military == 4


def test_a_plan_that_can_only_be_read_shows_its_history(opened: Kader, panel: HistoryPanel) -> None:
    assert opened.document.file is not None
    path: Path = opened.document.file.path
    opened.window.files.close()
    opened.document.open(PlanFile.open(path, read_only=True))
    choose(panel, "Change rotation")
    assert not find(panel, QPushButton, "historyAfter").isEnabled()
    assert find(panel, QPushButton, "historyWhere").isEnabled()


def test_of_a_long_history_the_rest_is_read_when_it_is_needed(
    opened: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_table, "_AT_ONCE", 2)
    steps(opened)
    table = HistoryTable(opened.document, opened.window.desk.icons)
    table.read_anew()
    assert texts(table, STEP) == ["Undo: Remove rotation", "Remove rotation"]
    assert table.canFetchMore(QModelIndex())
    table.fetchMore(QModelIndex())
    assert texts(table, STEP)[2:] == ["Move 2 rotations", "Change rotation"]
    table.show_only(HistoryFilter(text="scenario"))
    assert texts(table, STEP) == ["Add scenario Basis"]
    assert not table.canFetchMore(QModelIndex())
    table.show_only(HistoryFilter())
    assert table.rowCount() == 5
