"""A lane of the strip with its strength: values by day, and what to draw of them per pixel."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from domain.model import ABOUT, Measure, Settings
from domain.model.days import AFTER_ALL
from gui.timeline.geometry import View
from gui.timeline.lanes import Lane, Span, Stretch, touch
from gui.timeline.sky import Sky
from gui.timeline.standing import StandingRects

if TYPE_CHECKING:
    from domain.engine.profile import Profile, Step

HUNDRED: Final = 100
_HEADROOM: Final = 1.1
_ROOM_ABOVE: Final = 1.4
"""So far above a limit there is room, so that the scale seldom changes during a drag."""

_value = attrgetter("value")


@dataclass(frozen=True, slots=True)
class Level:
    """What a limit allows on its half-open days: a number, and the margin of circa above it."""

    days: Span
    number: int
    margin: int

    @property
    def most(self) -> int:
        """Above this it is an error."""
        return self.number + self.margin


class FilledLane:
    """A lane with the strength of its limits; means are in hundredths, their levels too."""

    def __init__(self, lane: Lane, profiles: Sequence[Profile], settings: Settings) -> None:
        """Put the steps of limits that follow each other in one row."""
        self._made_of = lane, profiles, settings
        self.lane = lane
        self.unit = HUNDRED if lane.measure is Measure.AVERAGE_PER_YEAR else 1
        self.steps = [step for profile in profiles for step in profile.steps]
        self.levels = [
            level
            for stretch in lane.stretches
            if (level := level_of(stretch, settings, self.unit)) is not None
        ]
        self.top = self._highest()
        self._tightest: tuple[Step | None] | None = None
        self._starts = [step.start for step in self.steps]
        self._sky: Sky | None = None

    def shows(self, lane: Lane, profiles: Sequence[Profile], settings: Settings) -> bool:
        """Whether it is what would be made of these."""
        return self._made_of == (lane, profiles, settings)

    def _highest(self) -> float:
        """The value at the upper edge: above the limits and above the peak."""
        peak = max(map(_value, self.steps), default=0)
        most = max((level.most for level in self.levels), default=0)
        return max(peak * _HEADROOM, most * _ROOM_ABOVE, float(self.unit))

    def step_at(self, day: int) -> Step | None:
        """The step in which a day lies, or none where nothing is counted."""
        at = bisect_right(self._starts, day) - 1
        return self.steps[at] if at >= 0 and day < self.steps[at].end else None

    def level_in(self, days: Span) -> Level | None:
        """What is allowed on the first of some half-open days with a number; none without."""
        return next((level for level in self.levels if touch(level.days, days)), None)

    def tightest(self, days: Span | None = None) -> Step | None:
        """The step, on some half-open days or at all, that leaves the least room, the first."""
        if days is None:
            if self._tightest is None:
                self._tightest = (self._tightest_in((0, AFTER_ALL)),)
            return self._tightest[0]
        return self._tightest_in(days)

    def _tightest_in(self, days: Span) -> Step | None:
        """The highest step under each limit, of those the one that leaves the least room."""
        under = [(level.number, self._highest_in(level.days, days)) for level in self.levels]
        found = [(step.value - number, step) for number, step in under if step is not None]
        if found:
            return max(found, key=itemgetter(0))[1]
        return self._highest_in(days, days)

    def _highest_in(self, some: Span, others: Span) -> Step | None:
        start, end = max(some[0], others[0]), min(some[1], others[1])
        first = max(bisect_right(self._starts, start) - 1, 0)
        steps = self.steps[first : bisect_left(self._starts, end)]
        if steps and steps[0].end <= start:
            steps = steps[1:]
        return max(steps, key=_value, default=None)

    def shown(self, value: int) -> int | Decimal:
        """A value as people read it."""
        return Decimal(value) / HUNDRED if self.unit == HUNDRED else value

    def sky(self, view: View) -> StandingRects:
        """What lies above the strength in a view, in days and values."""
        if self._sky is None or not self._sky.serves(view):
            # While one drags, a lane is seen in one view only: room to scroll comes with scrolling.
            room = 0.0 if self._sky is None else view.end - view.first
            self._sky = Sky(self.steps, self._starts, self.top, view, room)
        return self._sky.rects


def level_of(stretch: Stretch, settings: Settings, unit: int) -> Level | None:
    """What a limit allows; none where it has no number to compare with."""
    limit = stretch.limit
    if limit.number is None:
        return None
    margin = settings.margin(limit.number) if limit.binding in ABOUT else 0
    return Level(stretch.days, limit.number * unit, margin * unit)
