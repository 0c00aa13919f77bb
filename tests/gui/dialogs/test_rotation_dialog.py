"""The quick editor of a rotation."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from domain.model import Plan
from gui.dialogs.rotation_dialog import RotationDialog
from gui.icons import Icons
from gui.widgets.day_field import DayField
from tests.gui.driving import click, find, press, type_text


@pytest.fixture
def dialog(qtbot: QtBot, icons: Icons, plan: Plan) -> RotationDialog:
    dialog = RotationDialog(None, icons, "Edit", plan, plan.rotations["a"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def save(dialog: RotationDialog) -> None:
    buttons = find(dialog, QDialogButtonBox, "rotationDialogButtons")
    click(buttons.button(QDialogButtonBox.StandardButton.Save))


def type_into(field: QLineEdit | QSpinBox, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def test_unchanged_it_gives_the_same_rotation(dialog: RotationDialog, plan: Plan) -> None:
    save(dialog)
    assert dialog.result_rotation == plan.rotations["a"]


def test_enter_saves(dialog: RotationDialog) -> None:
    name = find(dialog, QLineEdit, "field_name")
    type_into(name, "First team")
    press(name, Qt.Key.Key_Return)
    assert dialog.result_rotation is not None
    assert dialog.result_rotation.name == "First team"


def test_escape_gives_nothing(dialog: RotationDialog) -> None:
    type_into(find(dialog, QLineEdit, "field_name"), "First team")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result_rotation is None
    assert not dialog.isVisible()


def test_the_last_day_follows_the_first_and_the_length(dialog: RotationDialog) -> None:
    type_into(find(dialog, DayField, "field_first_day"), "31-01-2026")
    last_day = find(dialog, DayField, "field_last_day")
    assert last_day.day == date(2026, 7, 30)
    find(dialog, QSpinBox, "field_months").setValue(3)
    assert last_day.day == date(2026, 4, 29)
    assert find(dialog, QLabel, "dialogLength").text() == "3 months · 89 days"


def test_a_last_day_of_its_own_is_kept(dialog: RotationDialog) -> None:
    type_into(find(dialog, DayField, "field_last_day"), "17-05-2026")
    assert find(dialog, QSpinBox, "field_months").value() == 0
    type_into(find(dialog, DayField, "field_first_day"), "02-01-2026")
    save(dialog)
    assert dialog.result_rotation is not None
    assert dialog.result_rotation.last_day == date(2026, 5, 17)


def test_what_cannot_be_is_said_in_the_dialog(dialog: RotationDialog) -> None:
    type_into(find(dialog, DayField, "field_last_day"), "01-01-2025")
    save(dialog)
    assert dialog.isVisible()
    assert "lies before the first day" in find(dialog, QLabel, "dialogFault").text()
    type_into(find(dialog, DayField, "field_last_day"), "30-06-2026")
    save(dialog)
    assert not dialog.isVisible()


def test_what_is_no_day_is_said_in_the_dialog(dialog: RotationDialog) -> None:
    type_into(find(dialog, DayField, "field_first_day"), "31-02-2026")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.result_rotation is None
