"""The canvas as a screen reader is told of it: a list, of which each item is a bar in sight."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from domain.model import MoveRotations, RemoveRotations
from gui.document import Document
from gui.timeline.accessible import install, made_for
from gui.timeline.geometry import ARROW
from tests.gui.driving import press
from tests.gui.timeline.conftest import Timeline

NAME = QAccessible.Text.Name


@pytest.fixture
def told(timeline: Timeline) -> QAccessibleInterface:
    """What a screen reader is told of the canvas of the timeline."""
    install()
    return QAccessible.queryAccessibleInterface(timeline.canvas)


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[QAccessible.Event, QObject]]]:
    """What is told while somebody listens."""
    sent: list[tuple[QAccessible.Event, QObject]] = []

    def note(event: QAccessibleEvent) -> None:
        sent.append((event.type(), event.object()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    yield sent
    sent.clear()


def names(told: QAccessibleInterface) -> list[str]:
    return [told.child(number).text(NAME) for number in range(told.childCount())]


def tidy() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_each_bar_in_sight_is_an_item_with_mission_name_days_people_and_trouble(
    told: QAccessibleInterface,
) -> None:
    assert told.role() is QAccessible.Role.List
    assert [name.split(", ")[:4] for name in names(told)] == [
        ["OSC", "A", "01-01-2026 – 30-06-2026 · 6 mo · 181 d", "4 military"],
        ["OSC", "B", "01-07-2026 – 31-12-2026 · 6 mo · 184 d", "4 military"],
        ["VPD", "C", "01-03-2026 – 31-05-2026 · 3 mo · 92 d", "11 military"],
    ]


def test_what_is_wrong_is_in_the_name(told: QAccessibleInterface, timeline: Timeline) -> None:
    before = names(told)[1]
    assert timeline.document.submit(MoveRotations(("b",), -31))
    assert "Error: " not in before
    assert "Error: " in names(told)[1]


def test_a_bar_says_where_it_is_and_whether_it_is_selected(
    told: QAccessibleInterface, timeline: Timeline
) -> None:
    timeline.selection.set_rotations(["b"])
    bar = told.child(1)
    _left, middle, _right = timeline.bar("b")
    assert bar.rect().contains(timeline.canvas.mapToGlobal(middle.toPoint()))
    assert bar.state().selectable
    assert bar.state().selected
    assert bar.state().focusable
    assert not told.child(0).state().selected
    assert told.indexOfChild(bar) == 1
    assert bar.parent().object() is timeline.canvas
    here = timeline.canvas.mapToGlobal(middle.toPoint())
    assert told.childAt(here.x(), here.y()).text(NAME) == bar.text(NAME)
    assert "Planned" in bar.text(QAccessible.Text.Description)


def test_pressing_a_bar_selects_it_and_its_menu_opens_there(
    told: QAccessibleInterface, timeline: Timeline
) -> None:
    asked: list[tuple[object, ...]] = []
    timeline.canvas.menu_requested.connect(lambda *what: asked.append(what))
    actions = told.child(2).actionInterface()
    assert actions.actionNames() == ["Press", "ShowMenu", "SetFocus"]
    actions.doAction("Press")
    assert timeline.selection.rotations == ("c",)
    told.child(0).actionInterface().doAction("ShowMenu")
    assert timeline.selection.rotations == ("a",)
    assert [what[:2] for what in asked] == [("rotation", "a")]


def test_a_bar_out_of_sight_is_told_as_the_arrow_that_points_to_it(
    told: QAccessibleInterface, timeline: Timeline
) -> None:
    timeline.axis.set_view(timeline.axis.first + 600, 2.0)
    assert [told.child(number).state().offscreen for number in range(3)] == [1, 1, 1]
    assert told.child(0).rect().width() == ARROW


def test_bars_in_a_closed_mission_are_items_too(
    told: QAccessibleInterface, timeline: Timeline
) -> None:
    timeline.rows.set_collapsed(["osc"])
    assert [name.split(", ")[1] for name in names(told)] == ["A", "B", "C"]


def test_a_bar_that_is_gone_says_nothing(told: QAccessibleInterface, timeline: Timeline) -> None:
    bar = told.child(0)
    assert timeline.document.submit(RemoveRotations(("a",)))
    assert bar.text(NAME) == ""
    assert bar.state().invalid
    assert told.indexOfChild(bar) == -1
    bar.actionInterface().doAction("Press")
    assert timeline.selection.rotations == ()
    assert told.childCount() == 2


def test_the_keyboard_says_where_it_stands(
    told: QAccessibleInterface,
    timeline: Timeline,
    events: list[tuple[QAccessible.Event, QObject]],
) -> None:
    press(timeline.canvas, Qt.Key.Key_Down)
    focused = [what for kind, what in events if kind is QAccessible.Event.Focus]
    assert focused == [timeline.canvas.bars.current]
    assert told.focusChild().text(NAME).startswith("OSC, A")
    assert told.focusChild().state().focused


def test_an_edit_says_what_the_bar_is_called_now(
    told: QAccessibleInterface,
    timeline: Timeline,
    events: list[tuple[QAccessible.Event, QObject]],
) -> None:
    press(timeline.canvas, Qt.Key.Key_Down)
    events.clear()
    press(timeline.canvas, Qt.Key.Key_Right)
    kinds = [kind for kind, _what in events]
    assert kinds == [QAccessible.Event.NameChanged, QAccessible.Event.Announcement]
    assert "08-01-2026" in told.focusChild().text(NAME)


def test_nothing_is_made_before_somebody_asks(timeline: Timeline) -> None:
    press(timeline.canvas, Qt.Key.Key_Down)
    assert [child for child in timeline.canvas.children() if type(child) is QObject] == []
    assert timeline.canvas.bars._order == []  # noqa: SLF001 - that nothing was worked out


def test_other_widgets_are_left_to_qt(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert made_for("QWidget", widget) is None
    assert made_for("QWidget", None) is None


def test_thousands_of_scrolls_and_edits_leave_nothing_behind(
    told: QAccessibleInterface, timeline: Timeline, document: Document
) -> None:
    start, none = timeline.axis.first, sys.getrefcount(None)
    for step in range(2000):
        timeline.axis.set_view(start + step % 7, 2.0)
        timeline.rows.set_collapsed(["osc"] if step % 5 == 0 else [])
        if step % 50 == 0:
            assert document.submit(MoveRotations(("c",), 1 if step % 100 else -1))
        kept = [told.child(number) for number in range(told.childCount())]
        assert all(bar.text(NAME) and bar.parent() is not None for bar in kept)
        if step % 100 == 0:
            timeline.rows.set_text("c" if step % 200 else "")
            tidy()
    timeline.rows.set_text("")
    told.childCount()
    tidy()
    assert len(timeline.canvas.children()) < 12
    assert sys.getrefcount(None) > none - 250
