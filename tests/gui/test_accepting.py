"""Accepting a finding with a reason, seeing that it is accepted, taking it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, MoveRotations
from gui.application import Kader
from gui.dialogs.accept_dialog import AcceptDialog
from gui.widgets.explanation import Explanation
from tests.gui.driving import click, click_row, find, on_disk, press, texts, type_text, words_in

SEVERITY, RULE = 0, 1


@pytest.fixture
def troubled(opened: Kader) -> Kader:
    """One finding, selected: eight persons where seven are allowed."""
    opened.document.submit(MoveRotations(("b",), -30))
    table = find(opened.window, QTableView, "findingsTable")
    click_row(table, table.model().index(0, RULE))
    return opened


def meanwhile(program: Kader, do: Callable[[AcceptDialog], None]) -> None:
    """Ask to accept with the button of the explanation, and do this in the dialog."""

    def act() -> None:
        dialog = program.window.findChild(AcceptDialog)
        assert dialog is not None
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    click(button(program, "accept"))


def button(program: Kader, name: str) -> QPushButton:
    return find(explanation(program), QPushButton, name)


def explanation(program: Kader) -> Explanation:
    return find(program.window, Explanation, "explanation")


def enter(dialog: AcceptDialog, reason: str, by: str = "", until: str = "") -> None:
    type_text(dialog.reason, reason)
    if by:
        dialog.by.selectAll()
        type_text(dialog.by, by)
    type_text(dialog.until, until)
    press(dialog.reason, Qt.Key.Key_Return)


def test_a_finding_is_accepted_with_a_reason_a_name_and_a_day(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief", "31-12-2026"))
    (waiver,) = on_disk(troubled).waivers.things()
    assert (waiver.code, waiver.reason, waiver.by) == ("FRA001", "short overlap", "chief")
    assert (waiver.on, waiver.until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert "short overlap – chief, 01-01-2026; until 31-12-2026" in words_in(explanation(troubled))
    assert find(troubled.window, QToolButton, "filter_accepted").text() == "Accepted  1"
    assert texts(troubled.window.lower_pane.findings.view.model(), SEVERITY) == ["Error, accepted"]


def test_it_is_told_as_a_change_and_not_as_something_new(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief"))
    assert troubled.window.status.message.text().endswith(" · 1 changed")


def test_it_is_one_step_that_can_be_undone(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief"))
    undo = troubled.window.actions_of_window["undo"]
    assert undo.text() == "&Undo Accept FRA001: short overlap"
    undo.trigger()
    assert len(on_disk(troubled).waivers) == 0
    assert button(troubled, "accept").isEnabled()


def test_taking_it_back_makes_it_a_finding_again(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief"))
    click(button(troubled, "takeBack"))
    assert len(on_disk(troubled).waivers) == 0
    assert [finding.waived for finding in troubled.document.findings] == [False]


def test_without_a_reason_the_dialog_says_so_and_stays(troubled: Kader) -> None:
    def ask(dialog: AcceptDialog) -> None:
        enter(dialog, "", "chief")
        assert dialog.fault.text() == "Say why the finding is accepted."
        enter(dialog, "overlap", "", "soon")
        assert dialog.fault.text() == "Until: type a day as 31-12-2027 or 2027-12-31."
        assert dialog.isVisible()

    meanwhile(troubled, ask)
    assert len(troubled.document.plan.waivers) == 0


def test_the_name_is_remembered(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief"))
    click(button(troubled, "takeBack"))

    def look(dialog: AcceptDialog) -> None:
        assert find(dialog, QLineEdit, "acceptBy").text() == "chief"

    meanwhile(troubled, look)


def test_where_it_goes_beyond_what_was_accepted_it_says_so(troubled: Kader) -> None:
    meanwhile(troubled, lambda dialog: enter(dialog, "short overlap", "chief"))
    troubled.document.submit(ChangeRotations(("b",), {"military": 5}))
    text = words_in(explanation(troubled))
    assert "Accepted before (short overlap – chief, 01-01-2026; without end), but" in text
    assert "the distance to the limit is now 2, not 1" in text


def test_the_explanation_names_the_step_that_caused_it(troubled: Kader) -> None:
    assert "New since: Move rotation" in words_in(explanation(troubled))
    troubled.document.submit(ChangeRotations(("c",), {"note": "agreed"}))
    assert "New since" not in words_in(explanation(troubled))


def test_the_menu_of_a_finding_offers_both(troubled: Kader, qtbot: QtBot) -> None:
    panel = troubled.window.lower_pane.findings
    place = panel.view.visualRect(panel.view.model().index(0, RULE)).center()
    panel.view.customContextMenuRequested.emit(place)
    menu = find(troubled.window, QMenu, "context_finding")
    qtbot.waitUntil(menu.isVisible)
    names = [action.objectName() for action in menu.actions()]
    assert names[:2] == ["accept", "take_back"]
    menu.close()


def test_without_a_selected_finding_a_sentence_says_what_to_do(opened: Kader) -> None:
    for name in ("accept", "take_back"):
        opened.window.actions_of_window[name].trigger()
        assert opened.window.notice.sentence == "Select a finding first."


def test_a_plan_that_cannot_be_changed_offers_no_acceptance(troubled: Kader) -> None:
    panel = troubled.window.lower_pane.findings.explanation
    panel.can_edit = False
    panel.show_finding(troubled.document.findings[0], troubled.document.plan)
    assert not button(troubled, "accept").isEnabled()


def test_the_fields_keep_their_height_when_something_is_wrong(troubled: Kader) -> None:
    heights: list[int] = []

    def look(dialog: AcceptDialog) -> None:
        QCoreApplication.processEvents()
        heights.append(dialog.reason.height())
        press(dialog.reason, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        heights.append(dialog.reason.height())

    meanwhile(troubled, look)
    before, after = heights
    assert after == before
