"""One frame in full: its decision, its days, its limits, what replaced it, what is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from domain.language import _
from domain.model import Binding, Frame, Limit, Put, Source
from domain.rules.finding import Finding
from domain.rules.texts import message
from domain.words.days import day_text, period_text
from gui.desk import Desk
from gui.models.decision_words import (
    in_force_text,
    limit_lines,
    missions_text,
    point_text,
    why_not_longer,
)
from gui.models.decisions import Decision
from gui.views.condition_form import ConditionForm
from gui.views.link_button import LinkButton
from gui.views.measure_form import MeasureForm
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named
from gui.widgets.quotation import Quotation
from gui.widgets.rotation_form import notes_text


class SourcePage(QScrollArea):
    """All about the decision on a frame; where something is to be decided, it can be done here."""

    frame_chosen = Signal(str)
    """Another frame was chosen: its id."""
    mission_chosen = Signal(str, str)
    """The rotations of a mission under a limit are asked for: the ids of both."""
    edited = Signal(object)
    """Something was decided: the edit that records it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        named(self, "sourceDetails", _("Decision"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_decision(self, decision: Decision | None) -> None:
        """Show a decision, or say how to see one."""
        page = QWidget()
        page.setObjectName("sourcePage")
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(6)
        if decision is None:
            column.addWidget(_quiet(_("Select a frame to see the decision behind it.")))
        else:
            self._fill(column, decision)
        column.addStretch(1)
        self.setWidget(page)

    def _fill(self, column: QVBoxLayout, decision: Decision) -> None:
        frame, plan = decision.frame, self._desk.document.plan
        column.addWidget(Heading(frame.title, steps=3))
        column.addWidget(_quiet(missions_text(frame, plan)))
        self._add_days(column, decision)
        self._add_source(column, frame.source)
        self._add_limits(column, frame)
        self._add_condition(column, frame)
        self._add_frames(column, decision)
        self._add_contradictions(column, decision)
        self._add_points(column, decision)
        self._add_way_out(column, frame)

    @staticmethod
    def _add_days(column: QVBoxLayout, decision: Decision) -> None:
        frame = decision.frame
        column.addSpacing(6)
        column.addWidget(Heading(in_force_text(decision), steps=1))
        for line in why_not_longer(decision):
            column.addWidget(Paragraph(line))
        own = (frame.start, frame.end)
        if decision.in_force != own:
            days = period_text(frame.first_day, frame.last_day)
            column.addWidget(_quiet(_("Its own days: {days}").format(days=days)))
        notes = notes_text(frame.day_notes)
        if notes:
            column.addWidget(_quiet(notes))

    @staticmethod
    def _add_source(column: QVBoxLayout, source: Source | None) -> None:
        _add_heading(column, _("Decision"))
        if source is None:
            column.addWidget(_quiet(_("No source is given.")))
            return
        if source.text is not None:
            column.addWidget(Paragraph(source.text))
            return
        if source.quote:
            column.addWidget(Quotation(Source(text="", section=source.section, quote=source.quote)))
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(2)
        for name, text in (
            (_("Document"), source.document),
            (_("Decided on"), day_text(source.decided_on) or _("not stated")),
            (_("Section"), source.section),
        ):
            if text:
                fields.addRow(_quiet_label(name), Paragraph(text))
        column.addLayout(fields)

    def _add_limits(self, column: QVBoxLayout, frame: Frame) -> None:
        _add_heading(column, _("Limits"))
        for limit in frame.limits:
            column.addWidget(self._limit(frame, limit))
        for caveat in frame.caveats:
            column.addWidget(Paragraph(_("Caveat: {caveat}").format(caveat=caveat)))

    def _limit(self, frame: Frame, limit: Limit) -> QWidget:
        box = QFrame()
        box.setObjectName("frameBox")
        lines = QVBoxLayout(box)
        lines.setContentsMargins(10, 7, 10, 7)
        lines.setSpacing(2)
        number, counts = limit_lines(limit)
        lines.addWidget(Heading(number))
        lines.addWidget(_quiet(counts))
        if limit.binding is Binding.UNREAD:
            form = MeasureForm(self._desk, frame, limit)
            form.chosen.connect(self._on_edited)
            lines.addWidget(form)
        return box

    def _add_condition(self, column: QVBoxLayout, frame: Frame) -> None:
        if frame.condition is None:
            return
        _add_heading(column, _("Condition"))
        column.addWidget(Quotation(Source(text="", quote=frame.condition)))
        form = ConditionForm(self._desk, frame)
        form.decided.connect(self._on_edited)
        column.addWidget(form)

    def _add_frames(self, column: QVBoxLayout, decision: Decision) -> None:
        """Which frames it replaces, and which replace it."""
        corrects = decision.frame.correction
        ending = tuple(one for one in decision.superseded_by if one not in decision.corrected_by)
        for heading, frames in (
            (_("It corrects") if corrects else _("It takes the place of"), decision.supersedes),
            (_("Corrected by"), decision.corrected_by),
            (_("Its place is taken by"), ending),
        ):
            if frames:
                _add_heading(column, heading)
                self._add_links(column, frames)

    def _add_links(self, column: QVBoxLayout, frames: Iterable[Frame]) -> None:
        for frame in frames:
            text = f"{frame.title} · {period_text(frame.first_day, frame.last_day)}"
            link = LinkButton(f"frame_{frame.id}", text)
            link.clicked.connect(self._on_link)
            column.addWidget(link)

    def _add_contradictions(self, column: QVBoxLayout, decision: Decision) -> None:
        if not decision.contradictions:
            return
        _add_heading(column, _("Contradicted"))
        for finding in decision.contradictions:
            column.addWidget(Paragraph(_contradiction(finding)))
            frames = self._desk.document.plan.frames
            others = (ref.id for ref in finding.subjects if ref.id != decision.frame.id)
            self._add_links(column, [frames[name] for name in others if name in frames])

    @staticmethod
    def _add_points(column: QVBoxLayout, decision: Decision) -> None:
        if not decision.points:
            return
        _add_heading(column, _("Open points"))
        for point in decision.points:
            column.addWidget(Paragraph(point_text(point)))
            if point.source:
                column.addWidget(_quiet(point.source))

    def _add_way_out(self, column: QVBoxLayout, frame: Frame) -> None:
        """Lead to the rotations that fill the frame."""
        _add_heading(column, _("Rotations"))
        missions = self._desk.document.plan.missions
        for name in frame.missions:
            if name in missions:
                text = _("Show the rotations of {mission}").format(mission=missions[name].name)
                link = LinkButton(f"mission_{name}", text)
                link.setProperty("limit", frame.limits[0].id)
                link.clicked.connect(self._on_mission)
                column.addWidget(link)

    def _on_link(self) -> None:
        self.frame_chosen.emit(self.sender().objectName().removeprefix("frame_"))

    def _on_mission(self) -> None:
        link = self.sender()
        name = link.objectName().removeprefix("mission_")
        self.mission_chosen.emit(name, str(link.property("limit")))

    def _on_edited(self, edit: Put) -> None:
        self.edited.emit(edit)


def _contradiction(finding: Finding) -> str:
    return f"{message(finding)} ({period_text(finding.first_day, finding.last_day)})"


def _quiet(text: str) -> Paragraph:
    label = Paragraph(text)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _quiet_label(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _add_heading(column: QVBoxLayout, text: str) -> None:
    column.addSpacing(10)
    column.addWidget(Heading(text))
