"""Accepting a finding: the reason, by whom, and until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from domain.errors import KnownError
from domain.language import _
from domain.rules.acceptance import Grounds
from domain.rules.finding import Finding
from domain.rules.texts import message
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import Paragraph, PlainLabel, fit, named

_WIDTH = 520
_LONGEST = 500


class AcceptDialog(QDialog):
    """Asks on what grounds a finding is accepted; Enter accepts, Esc leaves it a finding."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, finding: Finding, by: str, on: date
    ) -> None:
        super().__init__(parent)
        self.setObjectName("acceptDialog")
        self.setWindowTitle(_("Accept a finding"))
        self.grounds: Grounds | None = None
        self._on = on
        self._about = Paragraph(f"{finding.code} · {message(finding)}")
        self.reason = named(QLineEdit(), "acceptReason", _("Reason"))
        self.by = named(QLineEdit(by), "acceptBy", _("By"))
        for field in (self.reason, self.by):
            field.setMaxLength(_LONGEST)
        self.until = named(DayField(icons), "acceptUntil", _("Until"))
        self.until.setToolTip(_("Leave it empty to accept without end"))
        self.fault = named(Paragraph(), "acceptFault", _("What is wrong"))
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), icons.colours.error)
        self.fault.setPalette(palette)
        self.fault.hide()
        self._lay_out()
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, icons: Icons, finding: Finding, by: str, on: date
    ) -> Grounds | None:
        """On what grounds the user accepts a finding, or none if it stays one."""
        dialog = cls(parent, icons, finding, by, on)
        dialog.exec()
        dialog.deleteLater()
        return dialog.grounds

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for text, field in (
            (_("Reason"), self.reason),
            (_("By"), self.by),
            (_("Until (optional)"), self.until),
        ):
            label = PlainLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("acceptDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Accept"))
        buttons.button(standard.Ok).setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        for widget in (self._about, Paragraph(_scope()), self.fault, buttons):
            column.addWidget(widget)
        column.insertLayout(2, form)
        fit(self, _WIDTH)

    def _on_accepted(self) -> None:
        try:
            self.grounds = self._entered()
        except KnownError as error:
            self.fault.setText(error.sentence)
            self.fault.show()
            fit(self, self.width())
            return
        self.accept()

    def _entered(self) -> Grounds:
        if self.until.text().strip() and self.until.day is None:
            raise KnownError(_("Until: type a day as 31-12-2027 or 2027-12-31."))
        return Grounds(self.reason.text(), self.by.text(), self._on, self.until.day)


def _scope() -> str:
    return _(
        "Accepted are these days, this number and those who contribute now. "
        "Where it goes beyond that, it is a finding again."
    )
