"""Whether a finding is accepted: why, by whom, until when; with the button to do or undo it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from domain.language import _
from domain.model import Plan, Waiver
from domain.rules.acceptance import reasons_to_lapse
from domain.rules.finding import Finding
from domain.words.days import day_text
from gui.widgets.plain_text import Heading, Paragraph, named


class AcceptanceBox(QWidget):
    """What is known of the acceptance of one finding."""

    accept_asked = Signal()
    take_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)

    def show_finding(
        self, finding: Finding, plan: Plan, as_of: date | None, *, can_edit: bool
    ) -> None:
        """Say whether a finding is accepted, was once, or can be."""
        waiver = plan.waivers.get(finding.waiver or "")
        if waiver is not None:
            self._column.addWidget(Heading(_("Accepted")))
            self._column.addWidget(Paragraph(acceptance_text(waiver)))
            self._add_button("takeBack", _("Take the acceptance back"), can_edit, accept=False)
            return
        for name in finding.lapsed_waivers:
            if name in plan.waivers:
                text = lapsed_text(plan.waivers[name], finding, as_of)
                self._column.addWidget(Paragraph(text))
        self._add_button("accept", _("Accept with a reason…"), can_edit, accept=True)

    def _add_button(self, name: str, text: str, can_edit: bool, *, accept: bool) -> None:
        button = named(QPushButton(text), name, text)
        button.setEnabled(can_edit)
        button.setAutoDefault(False)
        button.clicked.connect(self.accept_asked if accept else self.take_back_asked)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def acceptance_text(waiver: Waiver) -> str:
    """Why a finding was accepted, by whom, and until when."""
    on = day_text(waiver.on) or "–"
    if waiver.until is None:
        said = _("{reason} – {by}, {on}; without end")
        return said.format(reason=waiver.reason, by=waiver.by, on=on)
    return _("{reason} – {by}, {on}; until {until}").format(
        reason=waiver.reason, by=waiver.by, on=on, until=day_text(waiver.until)
    )


def lapsed_text(waiver: Waiver, finding: Finding, as_of: date | None) -> str:
    """That a finding was accepted before, and in what it now goes beyond that."""
    return _("Accepted before ({acceptance}), but {reasons}.").format(
        acceptance=acceptance_text(waiver),
        reasons="; ".join(reasons_to_lapse(waiver, finding, as_of)),
    )
