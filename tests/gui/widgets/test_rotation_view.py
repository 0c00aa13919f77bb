"""The table of rotations, used with keys and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget

from gui.application import Kader
from gui.models.columns import COLUMNS
from gui.widgets.day_field import DayField
from gui.widgets.rotation_view import RotationView
from tests.gui.driving import NO_KEY, click_row, on_disk, press, type_text

KEYS = [column.key for column in COLUMNS]
OSC, A, B, VPD, C = range(5)


@pytest.fixture
def table(opened: Kader) -> RotationView:
    return opened.window.workspace.table


def cell(table: RotationView, row: int, key: str) -> QModelIndex:
    return table.model().index(row, KEYS.index(key))


def stand_on(table: RotationView, row: int, key: str) -> None:
    table.setFocus()
    table.setCurrentIndex(cell(table, row, key))


def editor(table: RotationView) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert table.isAncestorOf(found), "no cell is being edited"
    return found


def click_header(table: RotationView, key: str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    header, number = table.horizontalHeader(), KEYS.index(key)
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    place = QPoint(middle, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def where(table: RotationView) -> tuple[int, str]:
    index = table.currentIndex()
    return index.row(), KEYS[index.column()]


@pytest.mark.parametrize("text", ["05-02-2026", "2026-02-05"])
def test_a_day_is_typed_either_way_and_enter_goes_down(
    opened: Kader, table: RotationView, text: str
) -> None:
    stand_on(table, A, "first_day")
    press(table, Qt.Key.Key_F2)
    field = editor(table)
    assert isinstance(field, DayField)
    type_text(field, text)
    press(field, Qt.Key.Key_Return)
    assert on_disk(opened).rotations["a"].first_day == date(2026, 2, 5)
    assert where(table) == (B, "first_day")


def test_typing_begins_to_edit(opened: Kader, table: RotationView) -> None:
    stand_on(table, A, "military")
    type_text(table, "3")
    press(editor(table), Qt.Key.Key_Return)
    assert on_disk(opened).rotations["a"].military == 3


def test_tab_goes_right_from_cell_to_cell(opened: Kader, table: RotationView) -> None:
    stand_on(table, A, "last_day")
    press(table, Qt.Key.Key_F2)
    press(editor(table), Qt.Key.Key_Tab)
    assert where(table) == (A, "military")
    assert isinstance(editor(table), QSpinBox)
    type_text(editor(table), "2")
    press(editor(table), Qt.Key.Key_Tab)
    assert where(table) == (A, "civilian")
    assert on_disk(opened).rotations["a"].military == 2
    press(editor(table), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert where(table) == (A, "military")


def test_tab_passes_over_headings(table: RotationView) -> None:
    stand_on(table, B, "status")
    press(table, Qt.Key.Key_F2)
    press(editor(table), Qt.Key.Key_Tab)
    assert where(table) == (C, "name")


def test_escape_leaves_all_as_it_was(opened: Kader, table: RotationView) -> None:
    before = opened.document.plan
    stand_on(table, A, "name")
    press(table, Qt.Key.Key_F2)
    field = editor(table)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    type_text(field, "Other")
    press(field, Qt.Key.Key_Escape)
    assert opened.document.plan is before
    assert cell(table, A, "name").data() == "A"


def test_what_is_no_day_is_not_taken(opened: Kader, table: RotationView) -> None:
    before = opened.document.plan
    stand_on(table, A, "first_day")
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "31-02-2026")
    press(editor(table), Qt.Key.Key_Return)
    assert opened.document.plan is before


def test_a_refused_edit_is_explained_and_keeps_the_old_value(
    opened: Kader, table: RotationView
) -> None:
    before = opened.document.plan
    stand_on(table, A, "last_day")
    press(table, Qt.Key.Key_F2)
    type_text(editor(table), "01-01-2020")
    press(editor(table), Qt.Key.Key_Return)
    assert opened.document.plan is before
    assert cell(table, A, "last_day").data() == "30-06-2026"
    assert "lies before the first day" in opened.window.notice.sentence


def test_status_and_force_are_chosen_from_lists(opened: Kader, table: RotationView) -> None:
    stand_on(table, A, "status")
    press(table, Qt.Key.Key_F2)
    box = editor(table)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Approved"))
    press(box, Qt.Key.Key_Return)
    stand_on(table, A, "force")
    press(table, Qt.Key.Key_F2)
    box = editor(table)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("MARINES"))
    press(box, Qt.Key.Key_Return)
    rotation = on_disk(opened).rotations["a"]
    assert (rotation.status, rotation.force) == ("approved", "marines")


def test_a_heading_opens_and_closes_with_a_key(opened: Kader, table: RotationView) -> None:
    stand_on(table, OSC, "name")
    press(table, Qt.Key.Key_Return)
    assert table.model().rowCount() == 3
    assert opened.window.desk.rows.collapsed == {"osc"}


def test_table_and_timeline_have_one_selection(opened: Kader, table: RotationView) -> None:
    click_row(table, cell(table, C, "name"))
    assert opened.window.desk.selection.rotations == ("c",)
    assert opened.window.desk.selection.mission == "vpd"
    opened.window.desk.selection.set_rotations(["a", "b"])
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {A, B}
    assert table.currentIndex().row() == B


def test_a_click_on_a_heading_selects_its_mission(opened: Kader, table: RotationView) -> None:
    opened.window.desk.selection.set_rotations(["a"])
    index = cell(table, VPD, "last_day")
    click_row(table, index)
    assert opened.window.desk.selection.mission == "vpd"
    assert opened.window.desk.selection.rotations == ()


def test_table_and_timeline_scroll_together(opened: Kader, table: RotationView) -> None:
    opened.window.resize(1200, 700)
    opened.window.layout_of_panes.docks[2].setFixedHeight(380)
    QApplication.processEvents()
    most = table.verticalScrollBar().maximum()
    assert most > 0
    table.set_vertical_offset(most)
    assert opened.window.workspace.timeline.vertical_offset == most
    opened.window.workspace.timeline.set_vertical_offset(0)
    assert table.verticalScrollBar().value() == 0


def test_rows_of_table_and_timeline_lie_at_the_same_height(
    opened: Kader, table: RotationView
) -> None:
    canvas = opened.window.workspace.timeline.canvas
    heading = table.viewport().mapTo(opened.window, table.viewport().rect().topLeft())
    assert canvas.mapTo(opened.window, canvas.rect().topLeft()).y() == heading.y()
    bottom = table.viewport().mapTo(opened.window, table.viewport().rect().bottomLeft())
    assert canvas.mapTo(opened.window, canvas.rect().bottomLeft()).y() == bottom.y()
    assert table.rowHeight(A) == canvas.row_height


def test_the_strip_lies_below_the_days_of_the_timeline(opened: Kader) -> None:
    workspace, window = opened.window.workspace, opened.window
    QApplication.processEvents()
    canvas, strip = workspace.timeline.canvas, workspace.strip
    assert canvas.mapTo(window, canvas.rect().topLeft()).x() == (
        strip.mapTo(window, strip.rect().topLeft()).x()
    )
    assert canvas.width() == strip.width()


def test_columns_can_be_hidden_and_put_back(table: RotationView) -> None:
    menu = table.column_menu()
    action = next(action for action in menu.actions() if action.data() == KEYS.index("police"))
    action.setChecked(False)
    assert table.isColumnHidden(KEYS.index("police"))
    table.reset_columns()
    assert not table.isColumnHidden(KEYS.index("police"))
    menu.deleteLater()


def test_a_click_on_a_heading_of_a_column_sorts_within_missions(table: RotationView) -> None:
    click_header(table, "name")
    click_header(table, "name")
    names = [cell(table, row, "name").data() for row in range(5)]
    assert names == ["OSC", "B", "A", "VPD", "C"]


def test_a_plan_to_read_only_cannot_be_edited(opened: Kader, table: RotationView) -> None:
    assert opened.document.file is not None
    path = opened.document.file.path
    from domain.store import PlanFile

    opened.document.close()
    opened.document.open(PlanFile.open(path, read_only=True))
    stand_on(table, A, "name")
    press(table, Qt.Key.Key_F2)
    assert table.state() is not RotationView.State.EditingState
