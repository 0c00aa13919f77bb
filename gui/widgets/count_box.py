"""Fields for a number of people or teams and for a status; the wheel passes over both."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget
from typing_extensions import override

from domain.model import Status
from gui.words import word

MOST_PEOPLE: Final = 1_000_000
_BLANK: Final = -1
_MARGIN: Final = 4


class NumberBox(QSpinBox):
    """A whole number, with room before it as in every other field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)


class CountBox(NumberBox):
    """A whole number, 0 or more; an optional one may also be none, shown as a dash."""

    def __init__(self, parent: QWidget | None = None, *, optional: bool = False) -> None:
        super().__init__(parent)
        self.setRange(_BLANK if optional else 0, MOST_PEOPLE)
        if optional:
            self.setSpecialValueText("–")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def count(self) -> int | None:
        """The number that stands in the field; none for a dash."""
        self.interpretText()
        return None if self.value() == _BLANK else self.value()

    def show_count(self, count: int | None) -> None:
        """Show a number, or a dash for none."""
        self.setValue(self.minimum() if count is None else count)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that scrolls the pane must not change what it passes over.
        event.ignore()


class StatusBox(QComboBox):
    """How far a rotation has come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for status in Status:
            self.addItem(word(status), status)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def status(self) -> Status:
        """The chosen status."""
        return Status(self.currentData())

    def show_status(self, status: Status) -> None:
        """Show a status."""
        self.setCurrentIndex(self.findData(status))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
