"""The field for a day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from gui.icons import Icons
from gui.theme import LIGHT
from gui.widgets.day_field import DayField
from tests.gui.driving import press, type_text


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> DayField:
    field = DayField(icons)
    qtbot.addWidget(field)
    field.set_day(date(2026, 1, 31))
    field.show()
    field.setFocus()
    return field


def enter(field: DayField, text: str) -> None:
    field.selectAll()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def test_a_day_is_told_once_when_it_is_entered(field: DayField) -> None:
    told: list[date | None] = []
    field.day_changed.connect(lambda: told.append(field.day))
    enter(field, "2027-03-05")
    press(field, Qt.Key.Key_Return)
    assert told == [date(2027, 3, 5)]
    assert field.text() == "05-03-2027"


def test_what_is_no_day_is_shown_as_wrong_and_put_back(field: DayField) -> None:
    told: list[bool] = []
    field.day_changed.connect(lambda: told.append(True))
    field.selectAll()
    type_text(field, "31-02-2026")
    assert field.palette().text().color() == LIGHT.error
    assert "no day" in field.toolTip()
    press(field, Qt.Key.Key_Return)
    assert field.text() == "31-01-2026"
    assert field.palette().text().color() == LIGHT.text
    assert told == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Qt.Key.Key_Up, "01-02-2026"),
        (Qt.Key.Key_Down, "30-01-2026"),
        (Qt.Key.Key_PageUp, "28-02-2026"),
        (Qt.Key.Key_PageDown, "31-12-2025"),
    ],
)
def test_arrows_go_a_day_and_page_keys_a_month(field: DayField, key: Qt.Key, text: str) -> None:
    press(field, key)
    assert field.text() == text


def test_days_stay_within_the_years_of_a_plan(field: DayField) -> None:
    field.set_day(date(2100, 12, 31))
    press(field, Qt.Key.Key_Up)
    assert field.text() == "31-12-2100"


def test_a_day_is_picked_from_a_calendar_that_begins_on_monday(field: DayField) -> None:
    field.open_calendar()
    month = field.findChild(QCalendarWidget)
    assert month is not None
    assert month.selectedDate() == QDate(2026, 1, 31)
    assert month.firstDayOfWeek() is Qt.DayOfWeek.Monday
    month.activated.emit(QDate(2026, 1, 15))
    assert field.day == date(2026, 1, 15)
