"""The heat map as a user sees it: read, moved through, drilled into; it follows the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, MoveRotations, Plan
from gui.application import Kader
from gui.models.heat_table import FIXED
from gui.theme import ThemeChoice
from tests.domain import plan_builder as build
from tests.gui.driving import click, click_row, find, press


@pytest.fixture
def plan() -> Plan:
    """OSC with at most 7, VPD with a yearly limit, and a mission that no frame names."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame("osc", build.limit("cap", 7), build.limit("mil", 4, "military")),
        build.frame("vpd", build.limit("year", 10, measure="teams_per_year")),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-04-17", "2026-12-31", civilian=4),
        build.rotation("c", "vpd", "2026-03-01", "2026-05-31", military=11, teams=1),
    )


@pytest.fixture
def cells(opened: Kader) -> QTableView:
    opened.window.actions_of_window["view_frames"].trigger()
    return find(opened.window, QTableView, "heatCells")


def at(cells: QTableView, row: int, month: int) -> QModelIndex:
    return cells.model().index(row, FIXED + month - 1)


def text(cells: QTableView, row: int, month: int) -> str:
    return str(at(cells, row, month).data())


def says(opened: Kader) -> str:
    return find(opened.window, QLabel, "heatSays").text()


def test_each_limit_has_a_row_and_each_month_a_cell(cells: QTableView) -> None:
    model = cells.model()
    assert (model.rowCount(), model.columnCount()) == (3, FIXED + 12)
    assert [text(cells, 0, month) for month in (1, 4, 7)] == ["4/7", "8/7", "4/7"]
    assert text(cells, 1, 4) == "4/4"
    heading = model.headerData(FIXED + 3, Qt.Orientation.Horizontal)
    assert heading == "Apr"


def test_the_rows_say_of_which_mission_they_are_once(opened: Kader, cells: QTableView) -> None:
    limits = find(opened.window, QTableView, "heatLimits")
    rows = [[limits.model().index(row, c).data() for c in range(FIXED)] for row in range(3)]
    assert rows == [
        ["OSC", "at most 7 · all categories", "8/7"],
        ["", "at most 4 · military", "4/4"],
        ["VPD", "at most 10 · teams a year · all categories", "1/10"],
    ]
    assert cells.model().rowCount() == limits.model().rowCount()


def test_a_yearly_limit_has_one_cell_a_year(cells: QTableView) -> None:
    assert cells.columnSpan(2, FIXED) == 12
    assert text(cells, 2, 1) == "1/10"


def test_what_the_mouse_rests_on_and_the_keyboard_stands_on_is_said(
    opened: Kader, cells: QTableView
) -> None:
    cells.setCurrentIndex(at(cells, 0, 4))
    sentence = "OSC · at most 7 · all categories · April 2026 · peak 8 of 7 on 17-04-2026"
    assert says(opened).startswith(sentence)
    assert says(opened).endswith("2 rotations")
    index = at(cells, 0, 4)
    assert sentence in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(sentence)


def test_the_keyboard_goes_from_cell_to_cell(opened: Kader, cells: QTableView) -> None:
    cells.setCurrentIndex(at(cells, 0, 3))
    press(cells, Qt.Key.Key_Right)
    press(cells, Qt.Key.Key_Down)
    assert cells.currentIndex() == at(cells, 1, 4)
    assert "at most 4 · military · April 2026" in says(opened)


def test_enter_shows_the_rotations_of_the_month_by_mission(
    opened: Kader, cells: QTableView
) -> None:
    cells.setCurrentIndex(at(cells, 0, 4))
    press(cells, Qt.Key.Key_Return)
    window = opened.window
    assert window.views.current == "view_missions"
    assert window.desk.selection.limit == "cap"
    assert window.desk.selection.rotations == ("a", "b")
    assert window.desk.selection.mission == "osc"
    assert window.workspace.table.isVisible()


def test_a_click_does_the_same(opened: Kader, cells: QTableView) -> None:
    click_row(cells, at(cells, 0, 8))
    assert opened.window.views.current == "view_missions"
    assert opened.window.desk.selection.rotations == ("b",)


def test_a_click_on_a_limit_selects_it_and_stays(opened: Kader, cells: QTableView) -> None:
    limits = find(opened.window, QTableView, "heatLimits")
    click_row(limits, limits.model().index(1, 1))
    assert cells.isVisible()
    assert opened.window.desk.selection.limit == "mil"
    assert opened.window.desk.selection.mission == "osc"


def test_the_cells_follow_an_edit(opened: Kader, cells: QTableView) -> None:
    opened.document.submit(ChangeRotations(("a",), {"military": 2}))
    assert [text(cells, 0, month) for month in (1, 4)] == ["2/7", "6/7"]
    opened.document.undo_stack.undo()
    assert text(cells, 0, 4) == "8/7"


def test_a_rotation_beyond_the_shown_years_brings_its_years(
    opened: Kader, cells: QTableView
) -> None:
    opened.document.submit(MoveRotations(("b",), 365))
    assert cells.model().columnCount() == FIXED + 24


def test_what_changed_while_another_view_was_shown_is_there(
    opened: Kader, cells: QTableView
) -> None:
    opened.window.actions_of_window["view_missions"].trigger()
    opened.document.submit(ChangeRotations(("a",), {"military": 1}))
    opened.window.actions_of_window["view_frames"].trigger()
    assert text(cells, 0, 1) == "1/7"


def test_an_edit_under_way_is_seen_as_far_as_it_is_known(opened: Kader, cells: QTableView) -> None:
    opened.document.preview(ChangeRotations(("a",), {"military": 3}), ["cap"])
    assert text(cells, 0, 4) == "7/7"
    opened.document.end_preview()
    assert text(cells, 0, 4) == "8/7"


def test_periods_can_be_quarters_and_years(opened: Kader, cells: QTableView) -> None:
    click(find(opened.window, QToolButton, "periodSwitch_quarter"))
    assert cells.model().columnCount() == FIXED + 4
    assert [str(cells.model().index(0, FIXED + q).data()) for q in range(4)] == [
        *("4/7", "8/7", "4/7", "4/7"),
    ]
    opened.window.actions_of_window["zoom_out"].trigger()
    assert cells.model().columnCount() == FIXED + 1
    opened.window.actions_of_window["zoom_in"].trigger()
    opened.window.actions_of_window["zoom_in"].trigger()
    assert cells.model().columnCount() == FIXED + 12


def test_a_selected_finding_is_shown_in_its_cell(opened: Kader, cells: QTableView) -> None:
    found = next(f for f in opened.document.findings if f.code == "FRA001")
    opened.window.desk.selection.set_finding(found)
    assert cells.currentIndex() == at(cells, 0, 4)


def test_the_filter_of_missions_holds_here_too(
    opened: Kader, cells: QTableView, qtbot: QtBot
) -> None:
    opened.window.desk.rows.set_text("vpd")
    assert cells.model().rowCount() == 1
    opened.window.desk.rows.set_text("nothing like this")
    assert not cells.isVisible()
    opened.window.desk.rows.set_text("")
    qtbot.waitUntil(cells.isVisible)


def test_a_mission_that_is_chosen_is_shown(opened: Kader, cells: QTableView) -> None:
    opened.window.going.to_mission("vpd")
    assert cells.currentIndex().row() == 2


def test_both_sides_scroll_together(opened: Kader, cells: QTableView) -> None:
    limits = find(opened.window, QTableView, "heatLimits")
    opened.window.resize(1200, 420)
    limits.verticalScrollBar().setMaximum(40)
    cells.verticalScrollBar().setMaximum(40)
    cells.verticalScrollBar().setValue(17)
    assert limits.verticalScrollBar().value() == 17


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_it_can_be_drawn_in_every_theme(opened: Kader, choice: ThemeChoice) -> None:
    opened.dress(choice)
    opened.window.actions_of_window["view_frames"].trigger()
    assert not find(opened.window, QWidget, "framesView").grab().isNull()


class TestWithoutFrames:
    @pytest.fixture
    def plan(self) -> Plan:
        return build.plan(build.mission("osc"))

    def test_it_says_what_to_do(self, opened: Kader, cells: QTableView) -> None:
        assert not cells.isVisible()
        shown = [
            label.text()
            for label in find(opened.window, QWidget, "framesView").findChildren(QLabel)
            if label.isVisible()
        ]
        assert any("Make a plan from a baseline" in text for text in shown)
