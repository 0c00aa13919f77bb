"""Asking for a period: a first day, a last day, or only one of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from domain.language import _
from gui.dialogs.going import gone_after
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import Paragraph, add_row, fit, named

Period = tuple[date | None, date | None]


class PeriodDialog(QDialog):
    """Two days; an empty one leaves that end open."""

    def __init__(self, parent: QWidget | None, icons: Icons, period: Period) -> None:
        super().__init__(parent)
        self.setObjectName("periodDialog")
        self.setWindowTitle(_("Period"))
        self.first = named(DayField(icons), "periodFirst", _("From"))
        self.last = named(DayField(icons), "periodLast", _("Until and including"))
        form = QFormLayout()
        for field, text, day in (
            (self.first, _("&From"), period[0]),
            (self.last, _("&Until and including"), period[1]),
        ):
            field.set_day(day)
            field.textChanged.connect(self._check)
            add_row(form, text, field)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("periodDialog", standard.Ok | standard.Cancel)
        self.ok = buttons.button(standard.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        text = _("Show the rotations that are there on any of these days.")
        column.addWidget(Paragraph(text))
        column.addLayout(form)
        column.addWidget(buttons)
        fit(self, 380)
        self._check()

    @classmethod
    def ask(cls, parent: QWidget | None, icons: Icons, period: Period) -> Period | None:
        """The period that the user asks for, or none where nothing is to change."""
        with gone_after(cls(parent, icons, period)) as dialog:
            return (dialog.first.day, dialog.last.day) if dialog.exec() else None

    def _check(self) -> None:
        """Both ends are days or open, and in order."""
        ends = [(field.text().strip(), field.day) for field in (self.first, self.last)]
        are_days = all(day is not None or not text for text, day in ends)
        first, last = self.first.day, self.last.day
        in_order = first is None or last is None or first <= last
        self.ok.setEnabled(are_days and in_order)
