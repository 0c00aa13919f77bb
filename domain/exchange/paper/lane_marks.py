"""A lane of the timeline on paper: its bars with their labels, and the days of trouble."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.engine.spans import overlap
from domain.exchange.paper.bars import bar_marks, people_of, trouble_marks
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.lanes import Lane
from domain.exchange.paper.letters import width_of
from domain.exchange.paper.looks import FAINT, QUIET, SMALL, WHITE
from domain.exchange.paper.marks import Box, Line
from domain.exchange.paper.scale import Scale
from domain.exchange.workbook.contents import SIGNS, Contents
from domain.language import _
from domain.model import Kind, Ref, Rotation
from domain.model.days import end_of, start_of
from domain.rules.finding import Finding, Severity
from domain.words.days import period_text

_HEIGHT: Final = 13.6
_BAR: Final = 9.6
_DAYS_AT: Final = 118.0
_PERSONS_END: Final = 230.0
_LEAST: Final = 1.2


class LaneDrawing:
    """Draws lanes where a flow stands; named ones have columns at the left."""

    def __init__(self, flow: Flow, contents: Contents, scale: Scale, *, named: bool) -> None:
        self._flow, self._contents, self._scale = flow, contents, scale
        self._named = named
        self.height = _HEIGHT
        """The height of a lane."""

    def put_headings(self, y: float) -> None:
        """The headings of the columns at the left."""
        flow = self._flow
        flow.write(flow.left + 8, y, _("Rotation"), SMALL, colour=WHITE)
        flow.write(flow.left + _DAYS_AT, y, _("First – last day"), SMALL, colour=WHITE)
        flow.write_right(flow.left + _PERSONS_END, y, _("Persons"), SMALL, colour=WHITE)

    def put(self, lane: Lane) -> None:
        """Draw a lane, and go on below it."""
        flow, scale = self._flow, self._scale
        if self._named:
            self._columns(lane[0])
            flow.put(
                Line(flow.left + 8, flow.y + _HEIGHT, flow.right, flow.y + _HEIGHT, FAINT, 0.4)
            )
        for place, rotation in enumerate(lane):
            follows = lane[place + 1] if place + 1 < len(lane) else None
            free = scale.right if follows is None else scale.x(follows.start)
            self._bar(rotation, free)
        flow.y += _HEIGHT

    def _columns(self, rotation: Rotation) -> None:
        flow, y = self._flow, self._flow.y + 8.6
        name = rotation.name or rotation.id
        flow.write(flow.left + 8, y, name, SMALL, width=_DAYS_AT - 12)
        days = period_text(rotation.first_day, rotation.last_day)
        flow.write(flow.left + _DAYS_AT, y, days, SMALL, colour=QUIET)
        if rotation.headcount:
            people = str(rotation.headcount)
            flow.write_right(flow.left + _PERSONS_END, y, people, SMALL)

    def _bar(self, rotation: Rotation, free: float) -> None:
        part = self._scale.part((rotation.start, rotation.end))
        if part is None:
            return
        x, to_x = part
        top = self._flow.y + 1.2
        box = Box(x, top, max(to_x - x, _LEAST), _BAR)
        self._flow.put_all(bar_marks(box, people_of(rotation), rotation.status))
        findings = list(self._findings(rotation))
        self._label(rotation, findings, box, free)
        self._troubles(rotation, findings, top + _BAR + 1.1)

    def _label(self, rotation: Rotation, findings: list[Finding], box: Box, free: float) -> None:
        text = self._text(rotation, findings)
        inside, beside = box.width - 4, free - box.x - box.width - 4
        y = box.y + 6.4
        if width_of(text, SMALL) > inside and beside > max(inside, 24):
            self._flow.write(box.x + box.width + 2, y, text, SMALL, width=beside)
        else:
            self._flow.write(box.x + 2, y, text, SMALL, width=inside)

    def _text(self, rotation: Rotation, findings: list[Finding]) -> str:
        present = {finding.severity for finding in findings}
        sign = next((SIGNS[one] for one in Severity if one in present), "")
        people = str(rotation.headcount) if rotation.headcount else ""
        if self._named:
            return " ".join(filter(None, (sign, people)))
        name = " · ".join(filter(None, (people, rotation.name or rotation.id)))
        return " ".join(filter(None, (sign, name)))

    def _troubles(self, rotation: Rotation, findings: list[Finding], y: float) -> None:
        own = rotation.start, rotation.end
        for finding in sorted(findings, key=lambda one: list(Severity).index(one.severity))[::-1]:
            days = overlap(own, (start_of(finding.first_day), end_of(finding.last_day)))
            part = None if days is None else self._scale.part(days)
            if part is not None:
                self._flow.put_all(trouble_marks(*part, y, finding.severity))

    def _findings(self, rotation: Rotation) -> Iterator[Finding]:
        """What rules say of it, notes and what was accepted left out."""
        for finding in self._contents.findings_about(Ref(Kind.ROTATION, rotation.id)):
            if not finding.waived and finding.severity is not Severity.NOTE:
                yield finding
