"""Columns of the table: sorted by their headers, chosen, moved, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from domain.model import MoveRotations
from gui.application import Kader
from gui.dialogs.columns_dialog import ColumnsDialog
from gui.models.columns import COLUMNS
from gui.row_groups import Grouping
from gui.widgets.rotation_view import RotationView
from tests.gui.driving import NO_KEY, Answer, click, find

KEYS = [column.key for column in COLUMNS]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(opened: Kader) -> RotationView:
    opened.window.workspace.table.group_by(Grouping.NONE)
    return opened.window.workspace.table


def names(table: RotationView) -> list[str]:
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())]


def click_header(table: RotationView, key: str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    header, number = table.horizontalHeader(), KEYS.index(key)
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    place = QPoint(middle, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def told(table: RotationView, key: str) -> str:
    role = Qt.ItemDataRole.AccessibleTextRole
    return str(table.model().headerData(KEYS.index(key), Qt.Orientation.Horizontal, role))


def shown(table: RotationView) -> list[str]:
    return [placed.column.key for placed in table.columns.now() if placed.shown]


def test_a_header_sorts_up_then_down_then_no_more(table: RotationView) -> None:
    assert names(table) == ["A", "C", "B"]
    click_header(table, "military")
    assert names(table) == ["A", "B", "C"]
    assert told(table, "military") == "Military, sorted from low to high"
    click_header(table, "military")
    assert names(table) == ["C", "A", "B"]
    assert told(table, "military") == "Military, sorted from high to low"
    click_header(table, "military")
    assert names(table) == ["A", "C", "B"]
    assert told(table, "military") == "Military"


def test_shift_sorts_by_several_columns(table: RotationView) -> None:
    click_header(table, "military")
    click_header(table, "name", SHIFT)
    click_header(table, "name", SHIFT)
    assert names(table) == ["B", "A", "C"]
    assert told(table, "name") == "Name, sorted from high to low, as number 2"
    click_header(table, "name", SHIFT)
    assert told(table, "military") == "Military, sorted from low to high"


def test_the_timeline_follows_the_order(opened: Kader, table: RotationView) -> None:
    click_header(table, "name")
    click_header(table, "name")
    assert [row.id for row in opened.window.desk.rows.rows] == ["c", "b", "a"]


def test_the_keyboard_sorts_by_the_column_it_is_in(opened: Kader, table: RotationView) -> None:
    table.setCurrentIndex(table.model().index(0, KEYS.index("military")))
    opened.window.actions_of_window["sort_column"].trigger()
    opened.window.actions_of_window["sort_column"].trigger()
    assert names(table) == ["C", "A", "B"]


def test_findings_sort_the_worst_first(opened: Kader, table: RotationView) -> None:
    opened.document.submit(MoveRotations(("b",), -30))
    click_header(table, "findings")
    assert names(table)[-1] == "C"


def test_groups_are_chosen_from_the_menu_of_the_header(opened: Kader, table: RotationView) -> None:
    menu = table.column_menu(COLUMNS[0])
    groups = find(menu, QMenu, "groupMenu")
    assert [action.text() for action in groups.actions()] == [
        "Mission",
        "Force",
        "Status",
        "No groups",
    ]
    groups.actions()[1].trigger()
    assert names(table) == ["MARINES · 1 rotation", "C", "No force · 2 rotations", "A", "B"]
    assert opened.window.actions_of_window["group_force"].isChecked()
    menu.deleteLater()


def test_the_mission_is_a_column_where_it_is_no_heading(opened: Kader, table: RotationView) -> None:
    assert "mission" in shown(table)
    opened.window.actions_of_window["group_mission"].trigger()
    assert "mission" not in shown(table)
    assert names(table) == ["OSC", "A", "B", "VPD", "C"]


def test_columns_are_chosen_moved_and_made_wider_in_a_dialog(
    table: RotationView, answer: Answer
) -> None:
    dialog = ColumnsDialog(None, table.columns.now(), table.columns.first())
    row = next(n for n in range(dialog.list.count()) if dialog.list.item(n).text() == "Name")
    assert row == 0
    dialog.list.setCurrentRow(KEYS.index("status"))
    dialog.width_box.setValue(200)
    for _time in range(3):
        click(find(dialog, QPushButton, "columnUp"))
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    answer(ColumnsDialog, "ask", dialog.chosen())
    table.arrange_columns()
    assert "findings" not in shown(table)
    assert shown(table).index("status") < shown(table).index("police")
    assert table.columnWidth(KEYS.index("status")) == 200
    dialog.deleteLater()


def test_the_dialog_puts_all_columns_back(table: RotationView) -> None:
    table.columns.show("status", shown=False)
    dialog = ColumnsDialog(None, table.columns.now(), table.columns.first())
    click(dialog.reset)
    assert dialog.chosen() == table.columns.first()
    dialog.deleteLater()


def test_columns_and_groups_return_at_the_next_start(table: RotationView) -> None:
    table.columns.show("note", shown=True)
    table.setColumnWidth(KEYS.index("force"), 171)
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(KEYS.index("status")), 2)
    kept = table.kept_columns()
    table.reset_columns()
    table.group_by(Grouping.MISSION)
    table.restore_columns(kept)
    assert shown(table)[:3] == ["name", "findings", "status"]
    assert "note" in shown(table)
    assert table.columnWidth(KEYS.index("force")) == 171
    assert names(table) == ["A", "C", "B"]


@pytest.mark.parametrize(
    "kept", [b"", b"\xff\xfe", b"none\nno json", b'none\n[["name", 1]]', b'none\n[["other", 1, 2]]']
)
def test_what_was_kept_by_another_version_is_passed_over(table: RotationView, kept: bytes) -> None:
    before = table.columns.now()
    table.restore_columns(QByteArray(kept))
    assert table.columns.now() == before


def test_cells_say_what_they_are_about(table: RotationView) -> None:
    def said(key: str) -> str:
        index: QModelIndex = table.model().index(0, KEYS.index(key))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    assert said("name") == "A"
    assert said("military") == "Military: 4"
    assert said("findings") == "no findings"
    assert said("teams") == "Teams: empty"
