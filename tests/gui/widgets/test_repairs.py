"""What would mend the selected finding: shown, tried on by pointing at it, done by its button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from domain.model import MoveRotations
from gui.application import Kader
from gui.repairing import Repairing
from gui.widgets.explanation import Explanation
from tests.gui.driving import find, words_in


@pytest.fixture
def explained(opened: Kader) -> Kader:
    """The program with OSC above its 7 persons in June 2026, and that finding selected."""
    opened.document.submit(MoveRotations(("b",), -30))
    opened.window.actions_of_window["next_finding"].trigger()
    find(opened.window, Repairing, "repairing").find()
    QApplication.processEvents()
    return opened


def words(program: Kader) -> str:
    return words_in(find(program.window, Explanation, "explanation").widget())


def button(program: Kader, number: int) -> QPushButton:
    return find(program.window, QPushButton, f"repair_{number}")


def test_each_change_says_what_it_solves_and_causes(explained: Kader) -> None:
    assert "What would mend it" in words(explained)
    assert "B: 1 person fewer, 3 persons left" in words(explained)
    assert "solves 1 finding, causes none" in words(explained)
    assert button(explained, 0).accessibleName().endswith("causes none")


def test_pointing_at_a_change_shows_what_it_would_do_and_keeps_nothing(
    explained: Kader, qtbot: QtBot
) -> None:
    document = explained.document
    before = document.plan
    first = button(explained, 0)
    explained.window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: document.is_previewing)
    assert "FRA001" not in [finding.code for finding in document.shown_findings]
    assert document.plan is before
    first.clearFocus()
    qtbot.waitUntil(lambda: not document.is_previewing)
    assert "FRA001" in [finding.code for finding in document.shown_findings]


def test_its_button_does_it_as_one_step(explained: Kader) -> None:
    document = explained.document
    steps, spoken = document.undo_stack.count(), button(explained, 0).accessibleName()
    button(explained, 0).click()
    assert document.undo_stack.count() == steps + 1
    assert spoken.startswith(document.undo_stack.undoText())
    assert "FRA001" not in [finding.code for finding in document.findings]
    explained.window.actions_of_window["undo"].trigger()
    assert "FRA001" in [finding.code for finding in document.findings]


def test_an_accepted_finding_needs_no_mending(explained: Kader) -> None:
    window = explained.window
    window.desk.selection.set_finding(None)
    find(window, Repairing, "repairing").find()
    assert "What would mend it" not in words(explained)


def test_another_finding_ends_what_was_shown_of_a_change(explained: Kader, qtbot: QtBot) -> None:
    document, window = explained.document, explained.window
    window.activateWindow()
    button(explained, 0).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: document.is_previewing)
    window.desk.selection.set_finding(None)
    QApplication.processEvents()
    assert not document.is_previewing


def test_the_same_finding_explained_anew_ends_it_too(explained: Kader) -> None:
    document, shown = explained.document, find(explained.window, Explanation, "explanation")
    row = button(explained, 0).parent()
    assert row is not None
    QApplication.sendEvent(row, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert document.is_previewing
    shown.show_finding(shown.finding, document.plan)
    assert not document.is_previewing
