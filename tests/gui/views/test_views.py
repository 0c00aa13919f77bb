"""The switch above the middle: each view one click or key away, and the choice remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from domain.store import PlanFile
from gui.action_list import VIEWS
from gui.application import Kader
from gui.preferences import Preferences
from gui.theme import ThemeChoice
from tests.gui.driving import click, find, press

NAMES = [spec.name for spec in VIEWS]
PARTS = {
    "view_missions": "rotationTable",
    "view_forces": "forceList",
    "view_frames": "heatCells",
    "view_sources": "sourceList",
    "view_report": "annex1",
    "view_compare": "compareView",
}


def shown(program: Kader) -> list[str]:
    """The views that are in sight, by their list or table."""
    tables = {name: program.window.findChild(QWidget, part) for name, part in PARTS.items()}
    return [name for name, table in tables.items() if table is not None and table.isVisible()]


def test_a_plan_opens_with_the_missions(opened: Kader) -> None:
    assert shown(opened) == ["view_missions"]
    assert opened.window.actions_of_window["view_missions"].isChecked()


@pytest.mark.parametrize("name", NAMES)
def test_each_view_is_one_click_away(opened: Kader, name: str) -> None:
    click(find(opened.window, QToolButton, f"switch_{name}"))
    assert shown(opened) == [name]
    assert [n for n in NAMES if opened.window.actions_of_window[n].isChecked()] == [name]
    assert find(opened.window, QToolButton, f"switch_{name}").isChecked()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "view_missions"),
        (Qt.Key.Key_2, "view_forces"),
        (Qt.Key.Key_3, "view_frames"),
        (Qt.Key.Key_4, "view_sources"),
        (Qt.Key.Key_5, "view_report"),
        (Qt.Key.Key_6, "view_compare"),
    ],
)
def test_each_view_is_one_key_away(opened: Kader, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    press(opened.window, key, Qt.KeyboardModifier.ControlModifier)
    assert shown(opened) == [name]


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_stands_in_the_view_that_was_chosen(
    opened: Kader, qtbot: QtBot, name: str
) -> None:
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    opened.window.actions_of_window[name].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus in opened.window.views.stops
    assert focus.accessibleName()


def test_all_views_stand_in_the_menu_view(opened: Kader) -> None:
    menus = [menu for menu in opened.window.findChildren(QMenu) if menu.actions()]
    first = next(
        menu for menu in menus if menu.actions()[0] is opened.window.actions_of_window[NAMES[0]]
    )
    assert [action.objectName() for action in first.actions()[: len(NAMES)]] == NAMES


def test_the_chosen_view_is_remembered(opened: Kader, tmp_path: Path, qtbot: QtBot) -> None:
    opened.window.actions_of_window["view_frames"].trigger()
    opened.preferences.save()
    again = Preferences(tmp_path / "window.ini")
    assert bytes(again.blob("view").data()) == b"view_frames"
    opened.dress(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: shown(opened) == ["view_frames"])


def test_an_unknown_view_is_forgotten(opened: Kader) -> None:
    opened.preferences.keep_blob("view", QByteArray(b"view_of_the_sea"))
    opened.dress(ThemeChoice.DARK)
    assert shown(opened) == ["view_missions"]


def test_a_view_stays_when_another_plan_is_opened(opened: Kader, tmp_path: Path) -> None:
    opened.window.actions_of_window["view_sources"].trigger()
    path = tmp_path / "other.kader"
    PlanFile.create(path, [opened.document.plan]).close()
    assert opened.window.files.open_path(path)
    assert shown(opened) == ["view_sources"]


def test_without_a_plan_there_are_no_views(program: Kader) -> None:
    assert shown(program) == []
    assert not any(program.window.actions_of_window[name].isEnabled() for name in NAMES)


def test_views_are_made_when_they_are_first_shown(opened: Kader) -> None:
    assert opened.window.findChild(QWidget, "framesView") is None
    opened.window.actions_of_window["view_frames"].trigger()
    assert opened.window.findChild(QWidget, "framesView") is not None


def test_going_to_a_rotation_leaves_a_view_that_shows_none(opened: Kader) -> None:
    opened.window.actions_of_window["view_frames"].trigger()
    opened.window.desk.selection.set_rotations(["a"])
    opened.window.actions_of_window["reveal"].trigger()
    assert shown(opened) == ["view_missions"]


def test_going_to_a_rotation_stays_in_a_view_that_shows_it(opened: Kader) -> None:
    opened.window.actions_of_window["view_forces"].trigger()
    opened.window.desk.selection.set_rotations(["c"])
    opened.window.actions_of_window["reveal"].trigger()
    assert shown(opened) == ["view_forces"]


def test_the_strip_of_strength_stays_below_missions_and_forces(opened: Kader) -> None:
    strip = find(opened.window, QWidget, "strength-strip")
    opened.window.actions_of_window["view_forces"].trigger()
    assert strip.isVisible()
    opened.window.actions_of_window["view_frames"].trigger()
    assert not strip.isVisible()


@pytest.mark.parametrize("name", ["zoom_in", "zoom_out", "fit", "today", "expand", "collapse"])
@pytest.mark.parametrize("view", NAMES)
def test_every_view_takes_what_can_be_asked_of_it(opened: Kader, view: str, name: str) -> None:
    opened.window.actions_of_window[view].trigger()
    opened.window.actions_of_window[name].trigger()
    assert shown(opened) == [view]


def test_both_upper_parts_have_the_same_sides(opened: Kader, qtbot: QtBot) -> None:
    left = find(opened.window, QWidget, "rotationTable").width()
    opened.window.actions_of_window["view_forces"].trigger()
    forces = find(opened.window, QTableView, "forceList")
    qtbot.waitUntil(lambda: abs(forces.width() - left) <= 2)
