"""A timeline on screen, over the document of the tests of the window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document import Document
from gui.row import RowKind
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import LIGHT
from gui.timeline.axis import TimeAxis
from gui.timeline.geometry import rect_of
from gui.timeline.panel import TimelinePanel

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
NO_BUTTON = Qt.MouseButton.NoButton


class Timeline:
    """A timeline with hands: what a user does to it, in few words."""

    def __init__(self, document: Document, qtbot: QtBot) -> None:
        self.document = document
        self.rows = Rows(document)
        self.selection = Selection()
        self.axis = TimeAxis()
        self.panel = TimelinePanel(document, self.rows, self.selection, self.axis, LIGHT)
        qtbot.addWidget(self.panel)
        self.panel.resize(1000, 400)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.canvas = self.panel.canvas
        self.canvas.setFocus()
        self.axis.set_view(date(2025, 12, 1).toordinal(), 2.0)

    def at(self, day: str, row: int) -> QPointF:
        """The place of a day in the middle of a row."""
        view = self.canvas.view
        x = view.x_of(date.fromisoformat(day).toordinal() + 0.5)
        return QPointF(x, view.y_of(row) + view.row_height / 2)

    def bar(self, name: str) -> tuple[QPointF, QPointF, QPointF]:
        """The first day, the middle and the last day of a rotation's bar."""
        rotation = self.document.plan.rotations[name]
        row = self.rows.row_of(RowKind.ROTATION, name)
        assert row is not None
        rect = rect_of(self.canvas.view, rotation.start, rotation.end, row)
        middle = rect.center()
        left, right = QPointF(rect.left() + 2, middle.y()), QPointF(rect.right() - 2, middle.y())
        return left, middle, right

    def press(
        self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
    ) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, at, button, keys)

    def move(
        self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY, button: Qt.MouseButton = LEFT
    ) -> None:
        """Move the held mouse, and wait until what it does is looked at."""
        self._mouse(QEvent.Type.MouseMove, at, button, keys)
        QTest.qWait(25)
        QApplication.processEvents()  # on a busy machine the wait ends before it has looked

    def release(self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, at, LEFT, keys)

    def click(self, at: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        self.press(at, keys)
        self.release(at, keys)

    def drag(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press, move in two steps, and let go."""
        self.press(start, keys)
        self.move((start + end) / 2, keys)
        self.move(end, keys)
        self.release(end, keys)

    def hold(self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press and move, and keep holding."""
        self.press(start, keys)
        self.move((start + end) / 2, keys)
        self.move(end, keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self.canvas, key, keys)

    def days(self, name: str) -> tuple[str, str]:
        """The first and last day of a rotation in the plan."""
        rotation = self.document.plan.rotations[name]
        return rotation.first_day.isoformat(), rotation.last_day.isoformat()

    def _mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        held = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else button
        single = NO_BUTTON if kind is QEvent.Type.MouseMove else button
        screen = QPointF(self.canvas.mapToGlobal(at.toPoint()))
        event = QMouseEvent(kind, at, screen, single, held, keys)
        QApplication.sendEvent(self.canvas, event)


@pytest.fixture
def timeline(document: Document, qtbot: QtBot) -> Timeline:
    """OSC in rows 0 to 2 with rotations a and b; VPD in rows 3 and 4 with rotation c."""
    return Timeline(document, qtbot)
