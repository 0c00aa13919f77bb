"""How full a mission is: the strength against the limit that leaves the least room."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from domain.language import _
from domain.model import NUMBERED, Binding, Frame, Limit, Measure, Plan
from domain.model.days import start_of
from domain.values import dataclass
from domain.words.days import day_text
from domain.words.fixed import categories_text
from domain.words.limits import bound_text
from gui.document import Document
from gui.words import word

if TYPE_CHECKING:
    from domain.engine.profile import Profile

_PER_DAY: Final = (Measure.PERSONS, Measure.TEAMS)


@dataclass(frozen=True, slots=True)
class Fill:
    """How far a limit is filled at its peak."""

    limit: Limit
    peak: int
    peak_day: date | None

    @property
    def room(self) -> int | None:
        """How many more fit at the peak; below zero where it is too many; none without number."""
        return None if self.limit.number is None else self.limit.number - self.peak

    @property
    def text(self) -> str:
        """The peak over the number: 8/7, 3/– without a limit, 3/? where it is unknown."""
        binding = self.limit.binding
        if binding in NUMBERED:
            return f"{self.peak}/{self.limit.number}"
        return f"{self.peak}/–" if binding is Binding.UNLIMITED else f"{self.peak}/?"

    @property
    def sentence(self) -> str:
        """The same in words."""
        number = bound_text(self.limit.binding, self.limit.number)
        what = f"{categories_text(self.limit.categories)}, {number}"
        if self.peak_day is None:
            return _("{what}: nobody planned.").format(what=what)
        return _("{what}: peak {peak} {measure} on {day}.").format(
            what=what,
            peak=self.peak,
            measure=word(self.limit.measure or Measure.PERSONS),
            day=day_text(self.peak_day),
        )


class MissionStates:
    """The limits of each mission, and how far they are filled."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._frames = Plan().frames
        self._limits: dict[str, list[tuple[Frame, Limit]]] = {}

    def limits_of(self, mission: str) -> list[tuple[Frame, Limit]]:
        """The limits of the frames that name a mission, with those frames, in their order."""
        plan = self._document.plan
        # Only the frames are kept: a plan would keep every rotation as it was then.
        if plan.frames is not self._frames:
            self._frames, self._limits = plan.frames, _limits_by_mission(plan)
        return self._limits.get(mission, [])

    def tightest(self, mission: str, from_day: int | None = None) -> Fill | None:
        """The daily limit that leaves the least room of those in force on a day or later.

        The day is by default that of the check. Where none is in force by then, those of before
        are looked at; none where no frame with a daily limit names the mission.
        """
        profiles = [
            self._document.profile(limit.id)
            for _frame, limit in self.limits_of(mission)
            if limit.measure in _PER_DAY
        ]
        held = [profile for profile in profiles if profile.in_force is not None]
        day = from_day or start_of(self._document.as_of)
        later = [p for p in held if p.in_force is not None and p.in_force[1] > day]
        fills = [fill_of(profile) for profile in reversed(later or held)]
        return min(fills, key=_tightness, default=None)

    def holds_on(self, limit: str, first_day: int, end: int) -> bool:
        """Whether a limit is in force on any day of a span of day numbers."""
        in_force = self._document.profile(limit).in_force
        return in_force is not None and in_force[0] < end and first_day < in_force[1]


def fill_of(profile: Profile) -> Fill:
    """How far a limit is filled at its peak."""
    day = profile.peak_day if profile.steps else None
    return Fill(profile.limit, profile.peak, day)


def room_text(fill: Fill) -> str:
    """How much room a limit leaves at its peak, in words."""
    room = fill.room
    if room is None or fill.limit.binding not in NUMBERED:
        return ""
    if room < 0:
        return _("{number} too many").format(number=-room)
    return _("full") if room == 0 else _("room for {number}").format(number=room)


def _tightness(fill: Fill) -> tuple[bool, int, int]:
    """Limits with a number come first, the least room before the rest, the fullest of those."""
    room = fill.room
    return room is None, room or 0, -fill.peak


def _limits_by_mission(plan: Plan) -> dict[str, list[tuple[Frame, Limit]]]:
    found: defaultdict[str, list[tuple[Frame, Limit]]] = defaultdict(list)
    for frame, limit in plan.limits():
        for mission in dict.fromkeys(frame.missions):
            found[mission].append((frame, limit))
    return dict(found)
