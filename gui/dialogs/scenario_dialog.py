"""A scenario: its name, what it is made of, what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.icons import Icons
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Paragraph, PlainLabel, fit, named

_WIDTH = 500
Fault = Callable[[str], str]
"""What is wrong with a name, in a sentence; empty when nothing is."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a user says of a scenario."""

    name: str
    description: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: under which title, and what to do when it is answered."""

    title: str
    do: str
    origins: Sequence[str] = ()
    """The scenarios that it can be made of; none where it is there already."""
    at_description: bool = False


class ScenarioDialog(QDialog):
    """Asks what a scenario is called and what it is about."""

    def __init__(
        self, parent: QWidget | None, icons: Icons, ask: Ask, now: Described, fault: Fault
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scenarioDialog")
        self.setWindowTitle(ask.title)
        self._fault_of = fault
        self.name = named(QLineEdit(now.name), "scenarioName", _("Name"))
        self.name.textChanged.connect(self._show_fault)
        self.origin = named(QComboBox(), "scenarioOrigin", _("Made of"))
        self.origin.addItems(list(ask.origins))
        self.origin.setCurrentText(now.origin)
        self.description = named(
            QPlainTextEdit(now.description), "scenarioDescription", _("Description")
        )
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(90)
        self.fault = named(Paragraph(), "scenarioFault", _("What is wrong"))
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), icons.colours.error)
        self.fault.setPalette(palette)
        standard = QDialogButtonBox.StandardButton
        self._buttons = button_box("scenarioDialog", standard.Ok | standard.Cancel)
        self._buttons.button(standard.Ok).setText(ask.do)
        self._buttons.button(standard.Ok).setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(has_origin=bool(ask.origins))
        self._show_fault()
        stand = self.description if ask.at_description else self.name
        stand.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, icons: Icons, ask: Ask, now: Described, fault: Fault
    ) -> Described | None:
        """What the user says of a scenario, or none if it was called off."""
        dialog = cls(parent, icons, ask, now, fault)
        answer = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def answer(self) -> Described:
        """What is entered now."""
        return Described(
            self.name.text().strip(), self.description.toPlainText(), self.origin.currentText()
        )

    def _lay_out(self, *, has_origin: bool) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        rows: list[tuple[str, QWidget]] = [(_("Name"), self.name)]
        rows += [(_("Made of"), self.origin)] if has_origin else []
        for text, field in (*rows, (_("Description"), self.description)):
            label = PlainLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        self.origin.setVisible(has_origin)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self._buttons)
        fit(self, _WIDTH)

    def _show_fault(self) -> None:
        fault = self._fault_of(self.name.text().strip())
        self.fault.setText(fault)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault)
