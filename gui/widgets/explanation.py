"""Why a finding is one: the sentence, the days, who takes part, the decision, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from domain.language import _
from domain.model import Frame, Plan, Source
from domain.rules.finding import Finding
from domain.words.days import day_text, period_text
from domain.words.numbers import days_text
from gui.icons import Icons
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named
from gui.words import word

if TYPE_CHECKING:
    from domain.repairs import Repair
    from gui.widgets.acceptance import AcceptanceBox
    from gui.widgets.repair_box import RepairBox


class Explanation(QScrollArea):
    """Everything there is to say about one finding."""

    chosen = Signal(object)
    """Something that takes part was chosen: its ``Ref``."""
    accept_asked = Signal()
    """The finding should be accepted."""
    take_back_asked = Signal()
    """Its acceptance should be taken back."""
    shown = Signal()
    """Another finding is explained, or the same one anew."""
    repair_previewed = Signal(object)
    """What a change would do should be shown: its ``Repair``, or None."""
    repair_chosen = Signal(object)
    """A change that mends it should be done: its ``Repair``."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.can_edit = True
        self.as_of: date | None = None
        named(self, "explanation", _("Explanation of the finding"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.finding: Finding | None = None
        self._repairs: RepairBox | None = None
        self.show_finding(None, Plan())

    def show_finding(self, finding: Finding | None, plan: Plan, since: str = "") -> None:
        """Explain a finding, or say how to get an explanation; a new one names its step."""
        self.finding = finding
        page = QWidget()
        page.setObjectName("explanationPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 10, 14, 14)
        layout.setSpacing(6)
        if finding is None:
            hint = PlainLabel(_("Select a finding to see why it is one and what can be done."))
            hint.setWordWrap(True)
            hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
            layout.addWidget(hint)
        else:
            self._explain(layout, finding, plan, since)
        layout.addStretch(1)
        self.setWidget(page)
        self.shown.emit()

    def show_repairs(self, repairs: Sequence[Repair]) -> None:
        """Show what would mend the finding that is explained."""
        if self._repairs is not None:
            self._repairs.show_repairs(repairs)

    def _explain(self, layout: QVBoxLayout, finding: Finding, plan: Plan, since: str) -> None:
        from domain.rules.catalogue import rule_of
        from domain.rules.texts import message
        from gui.widgets.shares import Shares

        rule = rule_of(finding.code)
        layout.addWidget(self._title(finding))
        layout.addWidget(Paragraph(message(finding)))
        layout.addWidget(Paragraph(_days(finding)))
        if since:
            layout.addWidget(Paragraph(_("New since: {step}").format(step=since)))
        parts = Shares(self._icons)
        parts.chosen.connect(self.chosen)
        parts.show_parts(finding, plan)
        layout.addWidget(parts)
        layout.addWidget(self._repair_box())
        layout.addWidget(self._acceptance(finding, plan))
        self._add_decision(layout, finding, plan)
        for heading, text in (
            (_("Why it matters"), rule.why()),
            (_("What to do"), rule.what_to_do()),
        ):
            layout.addSpacing(4)
            layout.addWidget(Heading(heading))
            layout.addWidget(Paragraph(text))

    def _repair_box(self) -> RepairBox:
        from gui.widgets.repair_box import RepairBox

        box = self._repairs = RepairBox()
        box.previewed.connect(self.repair_previewed)
        box.chosen.connect(self.repair_chosen)
        return box

    def _acceptance(self, finding: Finding, plan: Plan) -> AcceptanceBox:
        from gui.widgets.acceptance import AcceptanceBox

        box = AcceptanceBox()
        box.show_finding(finding, plan, self.as_of, can_edit=self.can_edit)
        box.accept_asked.connect(self.accept_asked)
        box.take_back_asked.connect(self.take_back_asked)
        return box

    def _title(self, finding: Finding) -> QWidget:
        from domain.rules.catalogue import rule_of

        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(self._icons.severity_pixmap(finding.severity, 20, self.devicePixelRatioF()))
        mark.setAccessibleName(word(finding.severity))
        code = PlainLabel(f"{word(finding.severity)} · {finding.code}")
        code.setForegroundRole(code.palette().ColorRole.PlaceholderText)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Heading(rule_of(finding.code).title_text(), steps=1), 1)
        layout.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @staticmethod
    def _add_decision(layout: QVBoxLayout, finding: Finding, plan: Plan) -> None:
        from domain.rules.catalogue import rule_of
        from domain.rules.texts import decisions_of, sources_of
        from gui.widgets.quotation import Quotation

        layout.addSpacing(4)
        layout.addWidget(Heading(_("What it rests on")))
        shown: set[Source] = set()
        for frame in decisions_of(finding, plan):
            layout.addWidget(Paragraph(_frame_text(frame)))
            if frame.source is not None:
                shown.add(frame.source)
                layout.addWidget(Quotation(frame.source))
        for source in sources_of(finding, plan):
            if source not in shown:
                layout.addWidget(Quotation(source))
        layout.addWidget(
            Paragraph(_("Rule: {source}.").format(source=rule_of(finding.code).source_text()))
        )


def _days(finding: Finding) -> str:
    days = (finding.last_day - finding.first_day).days + 1
    count = days_text(days)
    text = f"{period_text(finding.first_day, finding.last_day)} · {count}"
    if finding.peak_day is not None:
        text += " · " + _("peak on {day}").format(day=day_text(finding.peak_day))
    return text


def _frame_text(frame: Frame) -> str:
    return f"{frame.title} · {period_text(frame.first_day, frame.last_day)}"
