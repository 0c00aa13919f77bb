"""Language and theme: chosen in the menu, shown at once, kept for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from domain.language import current_language
from domain.model import MoveRotations
from gui.application import Kader
from gui.preferences import Preferences
from gui.theme import DARK, HIGH_CONTRAST, ThemeChoice


def test_dutch_is_spoken_at_once_and_at_the_next_start(opened: Kader, tmp_path: Path) -> None:
    opened.window.actions_of_window["language_nl"].trigger()
    assert current_language() == "nl"
    assert opened.window.actions_of_window["language_nl"].isChecked()
    assert opened.document.is_open
    assert Preferences(tmp_path / "window.ini").language == "nl"


def test_buttons_of_qt_speak_dutch_too(opened: Kader, qtbot: QtBot) -> None:
    opened.window.actions_of_window["language_nl"].trigger()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    text = buttons.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert text.replace("&", "") == "Annuleren"


@pytest.mark.parametrize("name", ["language_nl", "theme_dark"])
def test_a_window_built_anew_stands_where_the_old_one_stood(opened: Kader, name: str) -> None:
    opened.document.submit(MoveRotations(("a",), 1))
    opened.window.desk.selection.set_rotations(["c"])
    opened.window.desk.axis.set_view(739_000, 2.5)
    opened.window.actions_of_window[name].trigger()
    desk = opened.window.desk
    assert desk.selection.rotations == ("c",)
    assert desk.selection.mission == "vpd"
    assert (desk.axis.first, desk.axis.pixels_per_day) == (739_000, 2.5)
    opened.window.actions_of_window["undo"].trigger()
    assert opened.document.undo_stack.index() == 0


@pytest.mark.parametrize(
    ("name", "colours"), [("theme_dark", DARK), ("theme_high_contrast", HIGH_CONTRAST)]
)
def test_a_theme_is_worn_at_once(
    opened: Kader, qapp: QApplication, name: str, colours: object
) -> None:
    opened.window.actions_of_window[name].trigger()
    assert opened.window.desk.colours is colours
    assert qapp.palette().color(QPalette.ColorRole.Base) == opened.window.desk.colours.background
    assert opened.window.actions_of_window[name].isChecked()
    assert opened.preferences.theme is ThemeChoice(name.removeprefix("theme_"))
