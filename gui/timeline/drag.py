"""A drag as a value: what was taken hold of, where it would end up, which edit that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Final

from domain.language import _
from domain.model import ChangeRotations, Edit, MoveRotations, ResizeRotation, Together
from gui.timeline.axis import END_DAY, FIRST_DAY
from gui.timeline.geometry import Part
from gui.timeline.snapping import Snap

_FIRST: Final = int(FIRST_DAY)
_END: Final = int(END_DAY)


class Doing(Enum):
    """What a drag does."""

    MOVE = auto()
    START = auto()
    END = auto()
    DRAW = auto()


DOING_OF: Final = {Part.BODY: Doing.MOVE, Part.START: Doing.START, Part.END: Doing.END}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where it would end up: half-open day numbers, at a mission, from a force or from none."""

    start: int
    end: int
    mission: str
    force: str | None = None

    @property
    def first_day(self) -> date:
        """The first day."""
        return date.fromordinal(self.start)

    @property
    def last_day(self) -> date:
        """The last day, inside."""
        return date.fromordinal(self.end - 1)

    @property
    def place(self) -> tuple[str, str | None]:
        """What stays as it is while something moves through time alone."""
        return self.mission, self.force


@dataclass(frozen=True, slots=True)
class Drag:
    """What was taken hold of.

    ``ids`` are the rotations that go along, the one under the mouse first; none when drawing.
    ``grabbed`` is the day, with its fraction, at which the mouse went down.
    """

    doing: Doing
    ids: tuple[str, ...]
    before: Outcome
    grabbed: float
    row: int

    def outcome(self, day: float, snap: Snap) -> Outcome:
        """Where it would end up with the mouse at a day, and in its own row."""
        if self.doing is Doing.MOVE:
            return self._moved(day, snap)
        if self.doing is Doing.DRAW:
            return self._drawn(day, snap)
        before, at = self.before, day - self.grabbed
        if self.doing is Doing.START:
            start = min(max(snap.nearest(before.start + at), _FIRST), before.end - 1)
            return replace(before, start=start)
        end = max(min(snap.nearest(before.end + at), _END), before.start + 1)
        return replace(before, end=end)

    def _moved(self, day: float, snap: Snap) -> Outcome:
        before = self.before
        length = before.end - before.start
        start = snap.shifted(before.start + day - self.grabbed, length)
        start = min(max(start, _FIRST), _END - length)
        return replace(before, start=start, end=start + length)

    def _drawn(self, day: float, snap: Snap) -> Outcome:
        low, high = sorted((self.grabbed, day))
        start = max(snap.earlier(low), _FIRST)
        end = min(snap.later(high), _END)
        return replace(self.before, start=start, end=max(end, start + 1))

    def edit(self, outcome: Outcome) -> Edit | None:
        """The edit that brings it there; none if it stays, or is still to be made."""
        if outcome == self.before or self.doing is Doing.DRAW:
            return None
        if self.doing is Doing.MOVE:
            return self._move(outcome)
        return ResizeRotation(self.ids[0], outcome.first_day, outcome.last_day)

    def _move(self, outcome: Outcome) -> Edit:
        """The edit that moves: through time, to another mission, to another force."""
        mission = None if outcome.mission == self.before.mission else outcome.mission
        move = MoveRotations(self.ids, outcome.start - self.before.start, mission)
        if outcome.force == self.before.force:
            return move
        give = ChangeRotations(self.ids, {"force": outcome.force})
        return Together((give, move), _("Give a rotation another force"))
