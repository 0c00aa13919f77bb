"""A dialog waits for work beside the window: for what it gives, or for why it gives nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from domain.errors import Cancelled, KnownError, Refused
from gui.awaiting import awaited
from gui.background import Background, Progress
from gui.dialogs.progress import ProgressDialog
from tests.gui.driving import click


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.finish()


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_it_is_done_on_another_thread_and_its_result_comes_back(
    background: Background, over: QWidget
) -> None:
    main = threading.current_thread()
    assert awaited(background, over, "Work", lambda _tell: threading.current_thread()) is not main


def test_why_it_cannot_be_is_said(background: Background, over: QWidget) -> None:
    def refuse(_progress: Progress) -> None:
        raise Refused("It cannot be.")

    with pytest.raises(KnownError, match="It cannot be"):
        awaited(background, over, "Work", refuse)


def test_after_a_bug_nothing_comes_back_and_the_window_says_so(
    background: Background, over: QWidget, qtbot: QtBot
) -> None:
    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, pytest.raises(Cancelled):
        awaited(background, over, "Work", fail)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
    assert awaited(background, over, "Work", lambda _tell: 7) == 7


def test_long_work_can_be_stopped(background: Background, over: QWidget) -> None:
    def endless(progress: Progress) -> None:
        while True:
            progress(0, 0)

    def stop() -> None:
        dialog = over.findChild(ProgressDialog)
        if dialog is None:
            QTimer.singleShot(50, stop)
        else:
            click(dialog.findChildren(QPushButton)[0])

    QTimer.singleShot(0, stop)
    with pytest.raises(Cancelled):
        awaited(background, over, "Work", endless)


def test_the_window_is_alive_while_it_waits(background: Background, over: QWidget) -> None:
    turned = threading.Event()
    QTimer.singleShot(0, turned.set)
    assert awaited(background, over, "Work", lambda _tell: turned.wait(30))
