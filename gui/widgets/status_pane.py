"""The status bar: scenario, what is saved, what the selection comes to, counts of findings."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.rules.finding import Severity
from domain.session import Change, Preview
from gui.desk import Desk
from gui.models.finding_index import UNKNOWN
from gui.models.sums import sum_of
from gui.widgets.count_button import CountButton
from gui.widgets.marking_strip import MarkingStrip
from gui.widgets.plain_text import PlainLabel, named
from gui.words import words_of_severity

_QUIET: int = 8_000


class StatusPane(QWidget):
    """The whole width of the status bar, with the marking below it."""

    severity_chosen = Signal(object)
    """The count of a severity was clicked."""

    def __init__(self, desk: Desk, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._desk, self._bar = desk, bar
        self.setObjectName("statusPane")
        self.scenario = named(PlainLabel(), "statusScenario", _("Scenario"))
        self.saved = named(PlainLabel(), "statusSaved", _("Saved"))
        self.message = named(PlainLabel(), "statusMessage", _("Message"))
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.selected = named(PlainLabel(), "statusSelection", _("Selection"))
        self.counts = {severity: self._count(severity) for severity in Severity}
        self.marking = MarkingStrip()
        self._fading = QTimer(self, singleShot=True, interval=_QUIET)
        self._fading.timeout.connect(self._forget)
        self._lasting = ""
        self._lines = (_line(), _line())
        self._lay_out()
        bar.messageChanged.connect(self._on_tip)
        desk.selection.rotations_changed.connect(self._show_selection)
        desk.findings.changed.connect(self._show_counts)
        desk.document.changed.connect(self._on_changed)
        desk.document.previewed.connect(self._on_previewed)
        desk.document.replaced.connect(self.refresh)
        desk.document.moved.connect(self.refresh)
        self.refresh()

    def _count(self, severity: Severity) -> CountButton:
        button = named(CountButton(), f"count_{severity.value}", words_of_severity(severity))
        button.setIcon(self._desk.icons.of_severity(severity))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.clicked.connect(self._on_count_clicked)
        button.setProperty("severity", severity.value)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(10, 2, 8, 2)
        line.setSpacing(12)
        for widget in (self.scenario, self._lines[0], self.saved, self._lines[1]):
            line.addWidget(widget)
        line.addWidget(self.message, 1)
        line.addWidget(self.selected)
        for button in self.counts.values():
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.marking)

    def tell(self, text: str) -> None:
        """Say something quietly, for a while."""
        self._lasting = text
        self.message.setText(text)
        self._fading.start()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        document = self._desk.document
        plan = document.plan
        self.scenario.setText(self._scenario_text())
        self.saved.setText(self._saved_text())
        for widget in (self.saved, *self._lines):
            widget.setVisible(document.is_open)
        self.marking.show_marking(plan.settings.marking)
        self._bar.setFixedHeight(self.sizeHint().height() + 1)
        self._show_selection()
        self._show_counts()

    def _scenario_text(self) -> str:
        file, name = self._desk.document.file, self._desk.document.plan.scenario
        if file is None:
            return _("No plan")
        if file.record == name:
            return _("{scenario} · plan of record").format(scenario=name)
        return name

    def _saved_text(self) -> str:
        document = self._desk.document
        if not document.is_open:
            return ""
        return _("Saved") if document.can_edit else _("Read only")

    def _show_selection(self) -> None:
        document = self._desk.document
        rotations = document.shown_plan.rotations
        chosen = [rotations[n] for n in self._desk.selection.rotations if n in rotations]
        self.selected.setText(sum_of(chosen).text if chosen else "")

    def _show_counts(self) -> None:
        for severity, button in self.counts.items():
            findings = self._desk.findings
            count = str(findings.count(severity)) if findings.is_known else UNKNOWN
            button.setEnabled(self._desk.document.is_open)
            if count != button.text():
                button.show_text(count)
                text = f"{words_of_severity(severity)}: {count}"
                button.setAccessibleName(text)
                button.setToolTip(text)

    def _on_changed(self, change: Change) -> None:
        self.refresh()
        self.tell(what_changed(change))

    def _on_previewed(self, _preview: Preview | None) -> None:
        self._show_selection()

    def _on_tip(self, text: str) -> None:
        """What Qt says of the action under the mouse; then what was said before."""
        self.message.setText(text or self._lasting)

    def _forget(self) -> None:
        self._lasting = ""
        self.message.setText("")

    def _on_count_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.severity_chosen.emit(Severity(button.property("severity")))


def what_changed(change: Change) -> str:
    """What a step did: its name, how many findings came, went, or are there with other numbers."""
    came = {(one.code, one.subjects) for one in change.caused}
    went = {(one.code, one.subjects) for one in change.solved}
    counts = (
        (_("{n} new"), len(came - went)),
        (_("{n} solved"), len(went - came)),
        (_("{n} changed"), len(came & went)),
    )
    effect = ", ".join(text.format(n=count) for text, count in counts if count)
    effect = effect or _("no other findings")
    return f"{change.label} · {effect}"


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    line.setFixedWidth(1)
    return line
