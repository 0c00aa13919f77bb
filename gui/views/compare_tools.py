"""Beside the switch while two scenarios are compared: with what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from domain.language import _
from gui.comparing import Choice, Comparing
from gui.scenario_words import scenario_text
from gui.widgets.plain_text import PlainLabel, named

_FEWEST: int = 16


class CompareTools(QWidget):
    """The choice of the other scenario, or of another file."""

    chosen = Signal(object)
    """Another ``Choice`` was made."""
    file_asked = Signal()

    def __init__(self, comparing: Comparing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareTools")
        self._comparing = comparing
        self._choices: list[Choice] = []
        self.other = named(QComboBox(), "compareWith", _("Compare with"))
        self.other.setMinimumContentsLength(_FEWEST)
        self.other.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.other.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.other.activated.connect(self._on_activated)
        self.file = named(QPushButton(_("Another file…")), "compareFile", _("Another file"))
        self.file.setToolTip(_("Compare with a scenario of another plan file; it is only read"))
        self.file.clicked.connect(self.file_asked)
        label = PlainLabel(_("Compare with (B)"))
        label.setBuddy(self.other)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        for widget in (label, self.other, self.file):
            line.addWidget(widget)

    def refresh(self) -> None:
        """Show what there is to compare with, and what is chosen."""
        self._choices = list(self._comparing.choices())
        self.other.clear()
        for choice in self._choices:
            self.other.addItem(scenario_text(choice.text))
        chosen = self._comparing.chosen
        at = self._choices.index(chosen) if chosen in self._choices else -1
        self.other.setCurrentIndex(at)
        self.other.setEnabled(bool(self._choices))

    def _on_activated(self, number: int) -> None:
        if 0 <= number < len(self._choices):
            self.chosen.emit(self._choices[number])
