"""The page on which all begins: everything on it is in reach, whatever the width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.application import Kader
from gui.widgets.welcome import WelcomePage


@pytest.mark.parametrize("width", [620, 1117, 1600])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_button_is_cut_off(program: Kader, qtbot: QtBot, width: int, language: str) -> None:
    program.speak(language)
    welcome = WelcomePage(program.window.actions_of_window, program.window.desk.icons)
    qtbot.addWidget(welcome)
    welcome.show()
    welcome.resize(width, 600)
    buttons = welcome.findChildren(QPushButton)
    assert len(buttons) == 4

    def right_of(button: QPushButton) -> int:
        return button.mapTo(welcome, QPoint(button.width(), 0)).x()

    qtbot.waitUntil(lambda: all(right_of(button) <= width for button in buttons))
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
