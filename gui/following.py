"""What follows from a selection: its mission, its limit, and that it is in sight."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from domain.model import NUMBERED, Kind, Measure, Ref
from domain.rules.finding import Finding
from gui.desk import Desk


class ShowsRotations(Protocol):
    """A pane that can bring a rotation into sight."""

    def show_rotation(self, rotation_id: str) -> None:
        """Scroll to a rotation."""


class Following(QObject):
    """Keeps the parts of the selection in step."""

    def __init__(self, desk: Desk, timeline: ShowsRotations, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._timeline = desk, timeline
        desk.selection.rotations_changed.connect(self._on_rotations)
        desk.selection.mission_changed.connect(self._on_mission)
        desk.selection.finding_changed.connect(self._on_finding)
        desk.document.changed.connect(self._drop_what_is_gone)

    def choose(self, ref: Ref) -> None:
        """Select a thing of the plan, as a click on its name does."""
        if ref.kind is Kind.ROTATION and ref.id in self._desk.document.plan.rotations:
            self._desk.selection.set_rotations([ref.id])
            self._timeline.show_rotation(ref.id)
        elif ref.kind is Kind.LIMIT:
            self._desk.selection.set_limit(ref.id)

    def choose_mission(self, mission: str) -> None:
        """Select a mission, and none of the rotations."""
        self._desk.selection.set_rotations(())
        self._desk.selection.set_mission(mission)

    def _on_rotations(self) -> None:
        plan, selection = self._desk.document.plan, self._desk.selection
        rotation = plan.rotations.get(selection.current or "")
        if rotation is None:
            return
        selection.set_mission(rotation.mission)
        states, limit = self._desk.states, selection.limit
        if limit is None or not states.holds_on(limit, rotation.start, rotation.end):
            self._show_tightest(rotation.mission, rotation.start)

    def _on_mission(self) -> None:
        """Show the limit of the mission that leaves the least room, unless one of its is shown."""
        mission, limit = self._desk.selection.mission, self._desk.selection.limit
        if mission is None:
            return
        own = {limit.id for _frame, limit in self._desk.states.limits_of(mission)}
        if limit not in own:
            self._show_tightest(mission)

    def _show_tightest(self, mission: str, from_day: int | None = None) -> None:
        fill = self._desk.states.tightest(mission, from_day)
        if fill is not None:
            self._desk.selection.set_limit(fill.limit.id)
        elif not self._desk.states.limits_of(mission):
            self._desk.selection.set_limit(None)

    def _on_finding(self) -> None:
        finding = self._desk.selection.finding
        if finding is None:
            return
        rotations = _rotations_of(finding)
        known = [name for name in rotations if name in self._desk.document.plan.rotations]
        if known:
            self._desk.selection.set_rotations(known, known[0])
        missions = self._desk.findings.missions_of(finding)
        if missions and self._desk.selection.mission not in missions:
            self._desk.selection.set_mission(missions[0])
        limits = [ref.id for ref in finding.subjects if ref.kind is Kind.LIMIT]
        if limits and self._can_be_shown(limits[0]):
            self._desk.selection.set_limit(limits[0])
        if known:
            self._timeline.show_rotation(known[0])
        self._desk.axis.reveal(finding.first_day.toordinal(), finding.last_day.toordinal() + 1)

    def _can_be_shown(self, name: str) -> bool:
        """Whether the strip can show a limit: it counts something per day."""
        found = (limit for _f, limit in self._desk.document.plan.limits() if limit.id == name)
        limit = next(found, None)
        return (
            limit is not None and limit.measure is not Measure.TEAM_SIZE
        ) and limit.binding in NUMBERED

    def _drop_what_is_gone(self) -> None:
        plan, selection = self._desk.document.plan, self._desk.selection
        selection.drop_rotations(n for n in selection.rotations if n not in plan.rotations)
        if selection.mission is not None and selection.mission not in plan.missions:
            selection.set_mission(None)


def _rotations_of(finding: Finding) -> list[str]:
    """The rotations that a finding is about, then those that contribute to it."""
    refs = [*finding.subjects, *(part.ref for part in finding.contributors)]
    return [ref.id for ref in refs if ref.kind is Kind.ROTATION]
