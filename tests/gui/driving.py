"""What a user does with keys and mouse, in few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from domain.model import Plan
from gui.application import Kader

if TYPE_CHECKING:
    # It looks for Qt as soon as it is imported, which is too soon for a conftest.
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QObject)
Answer = Callable[[type, str, object], list[tuple[object, ...]]]
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def find(inside: QObject, kind: type[W], name: str) -> W:
    """The part of the window with a name."""
    found = inside.findChild(kind, name)
    assert found is not None, f"{name} is not there"
    return found


def click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, NO_KEY, place or widget.rect().center())


def click_row(view: QAbstractItemView, index: QModelIndex) -> None:
    click(view.viewport(), view.visualRect(index).center())


def type_text(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifiers)


def words_in(widget: QWidget | None) -> str:
    """All that the labels of a pane say."""
    assert widget is not None
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def texts(model: QAbstractItemModel, column: int) -> list[str]:
    """What a column of a table shows, from top to bottom."""
    rows = range(model.rowCount())
    return [str(model.index(row, column).data() or "") for row in rows]


def watch(tester: ModelTester, model: QAbstractItemModel) -> None:
    """Check a model now, and from now on whenever it changes."""
    tester.check(model)  # type: ignore[no-untyped-call]


def on_disk(program: Kader) -> Plan:
    """The plan as it stands in its file."""
    assert program.document.file is not None
    return program.document.file.load()


def done(program: Kader, qtbot: QtBot) -> None:
    """Wait until no work is under way."""
    background = program.window.exchanging.background
    qtbot.waitUntil(lambda: not background.is_busy, timeout=30_000)
