"""Every frame with what is known of its decision: from when until when, replaced by what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from domain.engine.in_force import in_force_spans, superseded_by
from domain.engine.spans import Span
from domain.model import Binding, Frame, Kind, OpenPoint, Plan, UntilDecided
from domain.rules.finding import Finding

CONTRADICTION: Final = "REF001"


class Mark(Enum):
    """What about a frame asks for attention."""

    UNDECIDED = auto()
    UNREAD = auto()
    CONTRADICTED = auto()
    OPEN_POINT = auto()
    NOT_IN_FORCE = auto()


class Shown(Enum):
    """Which frames are shown: all of them, or those with a mark."""

    ALL = None
    UNDECIDED = Mark.UNDECIDED
    UNREAD = Mark.UNREAD
    CONTRADICTED = Mark.CONTRADICTED
    OPEN_POINT = Mark.OPEN_POINT
    NOT_IN_FORCE = Mark.NOT_IN_FORCE

    def takes(self, decision: Decision) -> bool:
        """Whether a frame is shown."""
        return self is Shown.ALL or self.value in decision.marks


@dataclass(frozen=True, slots=True)
class Decision:
    """A frame, the half-open days on which it is in force, and the frames around it."""

    frame: Frame
    in_force: Span | None
    supersedes: tuple[Frame, ...]
    corrected_by: tuple[Frame, ...]
    superseded_by: tuple[Frame, ...]
    contradictions: tuple[Finding, ...]
    points: tuple[OpenPoint, ...]

    @property
    def marks(self) -> frozenset[Mark]:
        """What about it asks for attention."""
        return frozenset(self._marks())

    def _marks(self) -> Iterator[Mark]:
        if self.frame.undecided:
            yield Mark.UNDECIDED
        if any(limit.binding is Binding.UNREAD for limit in self.frame.limits):
            yield Mark.UNREAD
        if self.contradictions:
            yield Mark.CONTRADICTED
        if self.points:
            yield Mark.OPEN_POINT
        if self.in_force is None:
            yield Mark.NOT_IN_FORCE

    @property
    def waits(self) -> bool:
        """Whether it is undecided and not in force until it is decided."""
        return self.frame.undecided and self.frame.until_decided is UntilDecided.NOT_IN_FORCE


def decisions_of(plan: Plan, findings: Iterable[Finding]) -> list[Decision]:
    """All frames of a plan in its order."""
    in_force, frames = in_force_spans(plan), plan.frames
    corrected, superseded = _replaced(plan)
    contradictions = _by_frame(findings)
    points = _points_by_frame(plan)
    return [
        Decision(
            frame,
            in_force[frame.id],
            tuple(frames[name] for name in frame.supersedes),
            tuple(corrected.get(frame.id, ())),
            tuple(superseded.get(frame.id, ())),
            tuple(contradictions.get(frame.id, ())),
            tuple(points.get(frame.id, ())),
        )
        for frame in frames.things()
    ]


def _replaced(plan: Plan) -> tuple[dict[str, list[Frame]], dict[str, list[Frame]]]:
    """By the id of a frame those that correct it, and those that end it, the first to do so first.

    A frame that is void neither corrects nor supersedes; one that is corrected still corrects.
    """
    standing = [frame for frame in plan.frames.things() if not frame.void]
    corrected: defaultdict[str, list[Frame]] = defaultdict(list)
    for frame in standing:
        for name in frame.supersedes if frame.correction else ():
            corrected[name].append(frame)
    superseded: defaultdict[str, list[Frame]] = defaultdict(list)
    for frame in sorted(standing, key=lambda one: one.start):
        if frame.id not in corrected:
            for name in superseded_by(frame, plan.frames):
                superseded[name].append(frame)
    return corrected, superseded


def _by_frame(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.code == CONTRADICTION:
            for ref in finding.subjects:
                if ref.kind is Kind.FRAME:
                    found[ref.id].append(finding)
    return found


def _points_by_frame(plan: Plan) -> dict[str, list[OpenPoint]]:
    owners = {limit.id: frame.id for frame, limit in plan.limits()}
    found: defaultdict[str, list[OpenPoint]] = defaultdict(list)
    for point in plan.open_points:
        if point.subject_kind == Kind.FRAME.value:
            found[point.subject_id].append(point)
        elif point.subject_kind == Kind.LIMIT.value and point.subject_id in owners:
            found[owners[point.subject_id]].append(point)
    return found
