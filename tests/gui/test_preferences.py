"""What is remembered between two starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Kader, Request
from gui.preferences import Preferences
from gui.theme import ThemeChoice


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


def again(preferences: Preferences, tmp_path: Path) -> Preferences:
    preferences.save()
    return Preferences(tmp_path / "window.ini")


def test_without_a_choice_the_system_decides(preferences: Preferences) -> None:
    assert preferences.language == "en"
    assert preferences.theme is ThemeChoice.SYSTEM
    assert preferences.recent == ()
    assert not preferences.reopens


def test_choices_are_kept(preferences: Preferences, tmp_path: Path) -> None:
    preferences.language, preferences.theme, preferences.reopens = "nl", ThemeChoice.DARK, True
    kept = again(preferences, tmp_path)
    assert (kept.language, kept.theme, kept.reopens) == ("nl", ThemeChoice.DARK, True)


def test_the_last_ten_plans_are_kept_the_newest_first(
    preferences: Preferences, tmp_path: Path
) -> None:
    plans = [tmp_path / f"{number}, odd; name.kader" for number in range(12)]
    for plan in (*plans, plans[5]):
        preferences.remember(plan)
    kept = again(preferences, tmp_path).recent
    assert kept[:2] == (plans[5], plans[11])
    assert len(kept) == 10
    preferences.forget(plans[5])
    assert plans[5] not in preferences.recent


def test_a_spoilt_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\0[[theme=\xff\nlanguage=klingon\ntheme=mauve")
    preferences = Preferences(tmp_path / "window.ini")
    assert preferences.theme is ThemeChoice.SYSTEM
    assert preferences.language == "en"
    assert preferences.blob("state") == QByteArray()


def test_panes_return_where_they_stood(
    opened: Kader, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened.window
    window.layout_of_panes.docks[1].hide()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.layout_of_panes.docks[0])
    window.close()
    program = Kader(qapp, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(program.window)
    program.window.show()
    program.window.files.open_path(tmp_path / "test.kader")
    left, right, _bottom = program.window.layout_of_panes.docks
    assert program.window.dockWidgetArea(left) is Qt.DockWidgetArea.RightDockWidgetArea
    assert not right.isVisible()
    program.window.actions_of_window["reset_layout"].trigger()
    assert program.window.dockWidgetArea(left) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert right.isVisible()
    program.window.close()
    program.deleteLater()


def test_a_closed_plan_does_not_lose_where_the_panes_were(opened: Kader) -> None:
    window = opened.window
    window.layout_of_panes.docks[1].hide()
    window.actions_of_window["close"].trigger()
    window.actions_of_window["sample"].trigger()
    assert not window.layout_of_panes.docks[1].isVisible()
    assert window.layout_of_panes.docks[0].isVisible()


def test_what_was_in_sight_returns_with_the_plan(
    opened: Kader, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.window.desk.axis.set_view(739_500, 3.5)
    opened.window.close()
    program = Kader(qapp, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(program.window)
    program.window.show()
    program.open(Request())
    assert (program.window.desk.axis.first, program.window.desk.axis.pixels_per_day) == (
        739_500,
        3.5,
    )
    program.window.close()
    program.deleteLater()


@pytest.mark.parametrize("text", ["", "x", "a|b|c|d", "plan|nan|1|0", "plan|1|inf|0"])
def test_an_odd_view_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.ini").write_text(f'[General]\nview="{text}"\n', encoding="utf-8")
    assert Preferences(tmp_path / "window.ini").view is None
