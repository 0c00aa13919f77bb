"""A condition on which somebody decides: met, not met, or not decided yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from domain.language import N_, _
from domain.model import Frame, Put, UntilDecided
from gui.desk import Desk
from gui.views.effect import effect_text
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import Paragraph, PlainLabel, named, without_mnemonic

_TITLES: Final = {
    True: N_("The condition of {title} is met"),
    False: N_("The condition of {title} is not met"),
    None: N_("The condition of {title} is undecided"),
}


class ConditionForm(QFrame):
    """Decides on the condition of one frame; recording it is one step."""

    decided = Signal(object)
    """The edit that records what was decided."""

    def __init__(self, desk: Desk, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "conditionForm", _("Condition"))
        self._document, self._frame = desk.document, frame
        self._choices = {
            None: self._choice("undecided", self._until_decided()),
            True: self._choice("met", _("Met: the frame holds on its own days.")),
            False: self._choice("not_met", _("Not met: the frame has never held.")),
        }
        self._day = named(DayField(desk.icons), "conditionDay", _("Decided on"))
        self._day.set_day(frame.condition_decided_on or self._today())
        self._day.setFixedWidth(140)
        self._effect = Paragraph()
        self._record = named(QPushButton(_("Record the decision")), "recordCondition", "")
        self._record.setAccessibleName(self._record.text())
        self._lay_out()
        self._choices[frame.condition_met].setChecked(True)
        self._connect()
        self._refresh()

    def _choice(self, name: str, text: str) -> QRadioButton:
        return named(QRadioButton(without_mnemonic(text)), f"condition_{name}", text)

    def _until_decided(self) -> str:
        if self._frame.until_decided is UntilDecided.IN_FORCE:
            return _("Not decided yet: until then the frame holds.")
        return _("Not decided yet: until then the frame does not hold.")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(5)
        for choice in self._choices.values():
            column.addWidget(choice)
        line = QHBoxLayout()
        line.setSpacing(8)
        label = PlainLabel(_("Decided on"))
        label.setBuddy(self._day)
        line.addWidget(label)
        line.addWidget(self._day)
        line.addWidget(self._record)
        line.addStretch(1)
        column.addLayout(line)
        self._effect.setForegroundRole(self._effect.palette().ColorRole.PlaceholderText)
        column.addWidget(self._effect)

    def _connect(self) -> None:
        for choice in self._choices.values():
            choice.toggled.connect(self._refresh)
        self._day.text_is_day.connect(self._refresh)
        self._day.day_changed.connect(self._refresh)
        self._record.clicked.connect(self._on_record)
        self.setEnabled(self._document.can_edit)

    def _met(self) -> bool | None:
        return next(met for met, choice in self._choices.items() if choice.isChecked())

    def edit(self) -> Put:
        """The edit that records what is chosen."""
        met = self._met()
        day = None if met is None else self._day.day
        frame = replace(self._frame, condition_met=met, condition_decided_on=day)
        return Put((frame,), _(_TITLES[met]).format(title=frame.title))

    def _refresh(self) -> None:
        met = self._met()
        self._day.setEnabled(met is not None)
        edit = self.edit()
        differs = edit.things != (self._frame,)
        known = met is None or self._day.day is not None
        self._record.setEnabled(differs and known and self._document.can_edit)
        says = met is not self._frame.condition_met
        self._effect.setText(effect_text(self._document, edit) if says else "")
        self._effect.setVisible(says)

    def _on_record(self) -> None:
        self.decided.emit(self.edit())

    def _today(self) -> date:
        return self._document.as_of or datetime.now(UTC).astimezone().date()
