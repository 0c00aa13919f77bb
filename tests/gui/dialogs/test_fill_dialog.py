"""Filling a mission to the end of its frame: seen first, then done as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from domain.model import Put
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.fill_dialog import FillDialog
from tests.domain import plan_builder as build
from tests.gui.driving import click, find, on_disk, press, texts, type_text, words_in


@pytest.fixture
def filling(program: Kader, tmp_path: Path) -> Kader:
    """A plan with a frame until the end of 2027, filled for half a year."""
    plan = build.plan(
        build.mission("osc"),
        build.mission("new"),
        build.frame("osc", build.limit("cap", 4), days=("2026-01-01", "2027-12-31")),
        build.frame("new"),
        build.unit("marines"),
        build.unit("engineers"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=3),
    )
    path = tmp_path / "filling.kader"
    PlanFile.create(path, [plan]).close()
    assert program.window.files.open_path(path)
    return program


def meanwhile(program: Kader, do: Callable[[FillDialog], None]) -> None:
    """Ask to fill, and do this while the dialog is open; it is called off afterwards."""

    def act() -> None:
        dialog = program.window.findChild(FillDialog)
        assert dialog is not None
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    program.window.actions_of_window["fill"].trigger()


def select(program: Kader, rotation: str) -> None:
    program.window.desk.selection.set_rotations([rotation])


def fill_button(dialog: FillDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Fill")


def test_enter_fills_the_mission_in_one_step(filling: Kader) -> None:
    select(filling, "a")
    meanwhile(filling, lambda dialog: press(fill_button(dialog), Qt.Key.Key_Enter))
    added = [r for r in on_disk(filling).rotations.things() if r.id != "a"]
    assert [(r.first_day, r.last_day) for r in added] == [
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 6, 30)),
        (date(2027, 7, 1), date(2027, 12, 31)),
    ]
    assert set(filling.window.desk.selection.rotations) == {r.id for r in added}
    undo = filling.window.actions_of_window["undo"]
    assert undo.text() == "&Undo Fill OSC until 31-12-2027"
    undo.trigger()
    assert list(on_disk(filling).rotations) == ["a"]


def test_before_anything_is_done_it_shows_what_would_come(filling: Kader) -> None:
    select(filling, "a")

    def look(dialog: FillDialog) -> None:
        table = find(dialog, QTableWidget, "fillRotations")
        assert texts(table.model(), 0)[0] == "01-07-2026 – 31-12-2026"
        assert "3 rotations" in find(dialog, QLabel, "fillSummary").text()
        assert len(filling.document.shown_plan.rotations) == 4
        assert len(filling.document.plan.rotations) == 1

    meanwhile(filling, look)
    assert filling.document.shown_plan is filling.document.plan
    assert list(on_disk(filling).rotations) == ["a"]


def test_what_would_be_added_is_drawn_in_the_row_of_what_it_follows(filling: Kader) -> None:
    select(filling, "a")
    canvas = filling.window.workspace.timeline.canvas
    QApplication.processEvents()
    before = canvas.grab().toImage()

    def look(_dialog: FillDialog) -> None:
        assert canvas.grab().toImage() != before

    meanwhile(filling, look)
    assert canvas.grab().toImage() == before


def test_another_length_and_handover_are_followed(filling: Kader, qtbot: QtBot) -> None:
    select(filling, "a")

    def change(dialog: FillDialog) -> None:
        find(dialog, QSpinBox, "fillMonths").setValue(9)
        find(dialog, QSpinBox, "fillHandover").setValue(10)
        qtbot.waitUntil(lambda: dialog.rotations[0].first_day == date(2026, 6, 21))
        assert [r.last_day for r in dialog.rotations] == [date(2027, 3, 20), date(2027, 12, 31)]
        assert "the last rotation takes them in" in find(dialog, QLabel, "fillSummary").text()
        assert "new finding" in find(dialog, QLabel, "fillSummary").text()

    meanwhile(filling, change)


def test_another_rotation_of_the_mission_can_be_followed(filling: Kader, qtbot: QtBot) -> None:
    filling.document.submit(
        Put((build.rotation("p", "osc", "2026-01-01", "2027-06-30", police=1),), "Add")
    )
    select(filling, "a")

    def follow(dialog: FillDialog) -> None:
        box = find(dialog, QComboBox, "fillFollows")
        assert [box.itemData(row) for row in range(box.count())] == ["p", "a"]
        assert box.currentData() == "a"
        assert find(dialog, QLabel, "fillEnds").text() == "The frame ends on 31-12-2027."
        box.setCurrentIndex(0)
        box.activated.emit(0)
        qtbot.waitUntil(lambda: dialog.rotations[0].first_day == date(2027, 7, 1))
        assert [r.police for r in dialog.rotations] == [1]

    meanwhile(filling, follow)


def test_what_lasts_as_long_as_its_frame_gives_way_to_what_does_not(filling: Kader) -> None:
    filling.document.submit(
        Put((build.rotation("p", "osc", "2026-01-01", "2027-12-31", police=1),), "Add")
    )
    select(filling, "p")

    def look(dialog: FillDialog) -> None:
        assert find(dialog, QComboBox, "fillFollows").currentData() == "a"

    meanwhile(filling, look)


def test_forces_take_turns_in_the_order_of_being_ticked(filling: Kader, qtbot: QtBot) -> None:
    select(filling, "a")

    def tick(dialog: FillDialog) -> None:
        dialog.forces.choose("engineers")
        dialog.forces.choose("marines")
        qtbot.waitUntil(lambda: dialog.rotations[0].force == "engineers")
        assert [r.force for r in dialog.rotations] == ["engineers", "marines", "engineers"]

    meanwhile(filling, tick)


def test_what_cannot_be_is_said_in_the_dialog(filling: Kader, qtbot: QtBot) -> None:
    select(filling, "a")

    def ask(dialog: FillDialog) -> None:
        day = find(dialog, QLineEdit, "fillLastDay")
        day.selectAll()
        type_text(day, "01-02-2026")
        fault = find(dialog, QLabel, "fillFault")
        qtbot.waitUntil(fault.isVisible)
        assert fault.text() == "A lasts until 30-06-2026 already; there is nothing to fill."
        assert not fill_button(dialog).isEnabled()
        click(fill_button(dialog))
        assert dialog.isVisible()

    meanwhile(filling, ask)


def test_a_mission_without_rotations_is_refused_with_a_sentence(filling: Kader) -> None:
    filling.window.desk.selection.set_rotations(())
    filling.window.desk.selection.set_mission("new")
    filling.window.actions_of_window["fill"].trigger()
    assert filling.window.notice.sentence.startswith("NEW has no rotation yet")


def test_every_field_of_the_dialog_has_a_name_for_a_screen_reader(filling: Kader) -> None:
    select(filling, "a")

    def look(dialog: FillDialog) -> None:
        fields = (dialog.months, dialog.handover, dialog.last_day, dialog.forces, dialog.table)
        assert all(field.accessibleName() for field in fields)
        assert "Follows" in words_in(dialog)

    meanwhile(filling, look)
