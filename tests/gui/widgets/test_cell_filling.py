"""Entering values into many cells: filling down, filling the selection, refusals."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import Kader
from gui.models.columns import COLUMNS
from gui.widgets.rotation_view import RotationView
from tests.gui.driving import on_disk, press, type_text

KEYS = [column.key for column in COLUMNS]
OSC, A, B, VPD, C = range(5)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(opened: Kader) -> RotationView:
    return opened.window.workspace.table


def cell(table: RotationView, row: int, key: str) -> QModelIndex:
    return table.model().index(row, KEYS.index(key))


def stand_on(program: Kader, row: int, key: str, chosen: list[str]) -> None:
    table = program.window.workspace.table
    table.setFocus()
    table.setCurrentIndex(cell(table, row, key))
    program.window.desk.selection.set_rotations(chosen, chosen[-1] if chosen else None)


def editor(table: RotationView) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert table.isAncestorOf(found), "no cell is being edited"
    return found


def test_ctrl_d_fills_the_selection_with_its_first_cell_in_one_step(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "military", ["a", "b", "c"])
    opened.window.actions_of_window["fill_down"].trigger()
    plan = on_disk(opened)
    assert [plan.rotations[name].military for name in "abc"] == [4, 4, 4]
    assert opened.document.undo_stack.count() == 1
    assert table.state() is not RotationView.State.EditingState
    opened.document.undo_stack.undo()
    assert on_disk(opened).rotations["c"].military == 11


def test_ctrl_d_on_one_rotation_takes_the_one_above(opened: Kader, table: RotationView) -> None:
    stand_on(opened, C, "military", ["c"])
    assert table.currentIndex().row() == C
    opened.window.actions_of_window["fill_down"].trigger()
    assert on_disk(opened).rotations["c"].military == 4


def test_days_are_filled_too(opened: Kader) -> None:
    stand_on(opened, A, "last_day", ["b", "c"])
    opened.window.actions_of_window["fill_down"].trigger()
    assert on_disk(opened).rotations["c"].last_day == date(2026, 12, 31)


def test_what_follows_from_the_rest_cannot_be_filled(opened: Kader) -> None:
    stand_on(opened, A, "length", ["a", "b"])
    opened.window.actions_of_window["fill_down"].trigger()
    assert "cannot be entered" in opened.window.notice.sentence
    assert opened.document.undo_stack.count() == 0


def test_nothing_is_filled_while_the_table_is_out_of_sight(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "military", ["a", "b", "c"])
    opened.window.actions_of_window["view_frames"].trigger()
    opened.window.actions_of_window["fill_down"].trigger()
    assert opened.document.undo_stack.count() == 0
    assert table.isVisible()


def test_ctrl_enter_in_an_editor_enters_it_in_all_selected(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "civilian", ["c", "a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "3")
    press(editor(table), Qt.Key.Key_Return, CONTROL)
    plan = on_disk(opened)
    assert [plan.rotations[name].civilian for name in "abc"] == [3, 0, 3]
    assert opened.document.undo_stack.count() == 1
    assert opened.document.undo_stack.undoText() == "2 rotations: Civilian 3"


def test_ctrl_enter_without_an_editor_fills_with_the_current_cell(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "military", ["a", "b", "c"])
    table.selectionModel().setCurrentIndex(
        cell(table, C, "military"), table.selectionModel().SelectionFlag.NoUpdate
    )
    press(table, Qt.Key.Key_Return, CONTROL)
    plan = on_disk(opened)
    assert [plan.rotations[name].military for name in "abc"] == [11, 11, 11]


def test_what_is_no_day_stays_in_the_editor_and_says_why(
    opened: Kader, table: RotationView
) -> None:
    before = opened.document.plan
    stand_on(opened, A, "first_day", ["a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "31-02-2026")
    press(editor(table), Qt.Key.Key_Return)
    assert opened.document.plan is before
    assert opened.window.notice.sentence.startswith("'31-02-2026' is no day")
    assert table.state() is RotationView.State.EditingState
    press(editor(table), Qt.Key.Key_Escape)
    assert opened.document.plan is before


def test_a_value_that_the_plan_refuses_stays_in_the_editor(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "last_day", ["a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "01-01-2020")
    press(editor(table), Qt.Key.Key_Return)
    assert "lies before the first day" in opened.window.notice.sentence
    assert table.state() is RotationView.State.EditingState
    type_text(editor(table), "")
    press(editor(table), Qt.Key.Key_Escape)
    assert on_disk(opened).rotations["a"].last_day == date(2026, 6, 30)


def test_enter_goes_to_what_stood_below_when_the_order_turns(
    opened: Kader, table: RotationView
) -> None:
    stand_on(opened, A, "first_day", ["a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "01-02-2025")
    press(editor(table), Qt.Key.Key_Return)
    assert table.currentIndex().siblingAtColumn(0).data() == "B"


def test_a_mission_and_a_note_are_edited_in_place(opened: Kader, table: RotationView) -> None:
    for key in ("note", "mission"):
        table.columns.show(key, shown=True)
    stand_on(opened, A, "note", ["a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "agreed")
    press(editor(table), Qt.Key.Key_Return)
    assert on_disk(opened).rotations["a"].note == "agreed"
    stand_on(opened, A, "mission", ["a"])
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "VPD")
    press(editor(table), Qt.Key.Key_Return)
    assert on_disk(opened).rotations["a"].mission == "vpd"
