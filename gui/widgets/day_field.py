"""A field for a day, typed as 31-12-2027 or 2027-12-31, stepped with the arrows, or picked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _
from domain.model.days import FIRST_YEAR, LAST_YEAR
from domain.words.days import day_text
from gui.days import moved_by_months, read_day
from gui.icons import Icons

_ROOM_FOR_ICON: Final = 44


class DayField(QLineEdit):
    """A day as text; what is no day is shown as wrong and put back when the field is left."""

    day_changed = Signal()
    """Another day was entered: with Enter, by leaving the field, or from the calendar."""
    text_is_day = Signal(bool)
    """What stands in the field while it is being typed is a day, or is not."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._day: date | None = None
        self._calendar: Calendar | None = None
        self.setPlaceholderText(_("dd-mm-yyyy"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("88-88-8888") + _ROOM_FOR_ICON)
        self._pick = QAction(icons.icon("calendar", icons.colours.muted), _("Pick a day"), self)
        self._pick.triggered.connect(self.open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def day(self) -> date | None:
        """The day that stands in the field; none while it holds something else."""
        return read_day(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day, without telling of a change."""
        self._day = day
        self.setText(day_text(day))
        self._show_validity()

    def open_calendar(self) -> None:
        """Let the user pick a day from a calendar."""
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.open_at(self.day or self._day, self.mapToGlobal(QPoint(0, self.height())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        months = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        key = Qt.Key(event.key())
        day = self.day
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.open_calendar()
        elif day is not None and key in steps and not self.isReadOnly():
            self._step_to(_within(day + timedelta(days=steps[key]), day))
        elif day is not None and key in months and not self.isReadOnly():
            self._step_to(moved_by_months(day, months[key]))
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def _step_to(self, day: date) -> None:
        self.setText(day_text(day))
        self.text_is_day.emit(True)

    def _on_text_edited(self) -> None:
        self._show_validity()
        self.text_is_day.emit(self.day is not None)

    def _on_editing_finished(self) -> None:
        day = self.day
        if day is None or day == self._day:
            self.set_day(self._day)
            return
        self.set_day(day)
        self.day_changed.emit()

    def _on_picked(self, day: date) -> None:
        self.setText(day_text(day))
        self.text_is_day.emit(True)
        self._on_editing_finished()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_validity(self) -> None:
        wrong = bool(self.text().strip()) and self.day is None
        palette = self.palette()
        ink = self._icons.colours.error if wrong else self._icons.colours.text
        palette.setColor(self.foregroundRole(), ink)
        palette.setColor(palette.ColorRole.Text, ink)
        self.setPalette(palette)
        self.setToolTip(_("This is no day: type 31-12-2027 or 2027-12-31.") if wrong else "")


class Calendar(QWidget):
    """A month to pick a day from, which closes when one is picked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._month = QCalendarWidget(self)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self._month.setAccessibleName(_("Calendar"))
        self._month.activated.connect(self._on_activated)
        self._month.clicked.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._month)

    def open_at(self, day: date | None, place: QPoint) -> None:
        """Show the month of a day at a place on the screen."""
        if day is not None:
            self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self._month.setFocus()

    def _on_activated(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))


def _within(day: date, otherwise: date) -> date:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else otherwise
