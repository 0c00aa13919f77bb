"""What a workbook is to show: which scenario, which days, for whom, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from domain.language import LANGUAGES, _, current_language
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, add_row, fit, named

_LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What a workbook is to show; an open day is none."""

    scenario: str
    language: str
    first_day: date | None = None
    last_day: date | None = None
    public: bool = False


class ExportDialog(QDialog):
    """Asks what a workbook is to show."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, scenarios: Sequence[str], current: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(_("Export to Excel"))
        self.scenario = named(QComboBox(), "exportScenario", _("Scenario"))
        self.scenario.addItems(list(scenarios))
        self.scenario.setCurrentText(current)
        self.language = named(QComboBox(), "exportLanguage", _("Language"))
        for code in LANGUAGES:
            self.language.addItem(_LANGUAGE_NAMES[code], code)
        self.language.setCurrentIndex(self.language.findData(current_language()))
        self.first_day = named(DayField(icons), "exportFirstDay", _("From"))
        self.last_day = named(DayField(icons), "exportLastDay", _("Until and including"))
        for field in (self.first_day, self.last_day):
            field.setPlaceholderText(_("whole plan"))
            field.textChanged.connect(self._show_allowed)
        self.public = named(QCheckBox(_("Public: may leave the house")), "exportPublic", "")
        self.public.toggled.connect(self._show_allowed)
        self.about = Paragraph()
        self.fault = named(Paragraph(), "exportFault", _("What is wrong"))
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), icons.colours.error)
        self.fault.setPalette(palette)
        self.buttons = self._made_buttons()
        self._lay_out()
        self._show_allowed()
        fit(self, 520)

    @classmethod
    def ask(
        cls, parent: QWidget | None, icons: Icons, scenarios: Sequence[str], current: str
    ) -> ExportWish | None:
        """What is wanted, or none if it was called off."""
        dialog = cls(parent, icons, scenarios, current)
        wish = dialog.wish if dialog.exec() else None
        dialog.deleteLater()
        return wish

    @property
    def wish(self) -> ExportWish:
        """What is said now."""
        return ExportWish(
            self.scenario.currentText(),
            str(self.language.currentData()),
            self.first_day.day,
            self.last_day.day,
            self.public.isChecked(),
        )

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("exportDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Choose a file…"))
        buttons.button(standard.Ok).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(10)
        until = PlainLabel(_("until and including"))
        for widget in (self.first_day, until, self.last_day):
            days.addWidget(widget)
        days.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        add_row(form, _("Scenario"), self.scenario)
        add_row(form, _("From"), days)
        add_row(form, _("Language"), self.language)
        form.addRow("", self.public)
        self.about.setForegroundRole(self.about.palette().ColorRole.PlaceholderText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(Heading(_("What the workbook shows"), steps=1))
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(self.fault)
        column.addWidget(self.buttons)

    def _show_allowed(self) -> None:
        sentence = self._fault()
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not sentence)
        self.about.setText(
            _(
                "Without forces, commitments, names of rotations and notes, also in hidden cells. "
                "It cannot be read back."
            )
            if self.public.isChecked()
            else _(
                "Complete: it can be changed in Excel and imported again. With days, only what "
                "happens on them is in it."
            )
        )

    def _fault(self) -> str:
        for field in (self.first_day, self.last_day):
            if field.text().strip() and field.day is None:
                return _("Type a day as 31-12-2027 or 2027-12-31, or leave it empty.")
        first, last = self.first_day.day, self.last_day.day
        if first is not None and last is not None and last < first:
            return _("The last day lies before the first day.")
        return ""
