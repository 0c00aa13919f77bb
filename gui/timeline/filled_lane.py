"""A lane of the strip with its strength: values by day, and what to draw of them per pixel."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor
from typing import Final

from domain.engine.profile import Profile, Step
from domain.model import ABOUT, Measure, Settings
from gui.timeline.geometry import View
from gui.timeline.lanes import Lane, Span, Stretch, touch

HUNDRED: Final = 100
_HEADROOM: Final = 1.1
_ROOM_ABOVE: Final = 1.4
"""So far above a limit there is room, so that the scale seldom changes during a drag."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pixel columns, half-open, that show one value."""

    left: int
    right: int
    value: int


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
        self.lane = lane
        self.unit = HUNDRED if lane.measure is Measure.AVERAGE_PER_YEAR else 1
        self.steps = [step for profile in profiles for step in profile.steps]
        self.levels = [
            level
            for stretch in lane.stretches
            if (level := level_of(stretch, settings, self.unit)) is not None
        ]
        self._starts = [step.start for step in self.steps]
        self._runs: tuple[View, list[Run]] | None = None

    @property
    def top(self) -> float:
        """The value at the upper edge: above the limits and above the peak."""
        peak = max((step.value for step in self.steps), default=0)
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
        steps = self.steps
        if days is not None:
            steps = [step for step in steps if touch((step.start, step.end), days)]
        return max(steps, key=self._pressure, default=None)

    def _pressure(self, step: Step) -> tuple[bool, int, int]:
        level = self.level_in((step.start, step.end))
        over = step.value - level.number if level else 0
        return level is not None, over, -step.start if level else step.value

    def shown(self, value: int) -> int | Decimal:
        """A value as people read it."""
        return Decimal(value) / HUNDRED if self.unit == HUNDRED else value

    def runs(self, view: View) -> list[Run]:
        """What to draw of the steps in sight."""
        if self._runs is None or self._runs[0] != view:
            after = bisect_right(self._starts, view.end)
            before = max(bisect_right(self._starts, view.first) - 1, 0)
            self._runs = view, peaks_per_column(self.steps[before:after], view)
        return self._runs[1]


def level_of(stretch: Stretch, settings: Settings, unit: int) -> Level | None:
    """What a limit allows; none where it has no number to compare with."""
    limit = stretch.limit
    if limit.number is None:
        return None
    margin = settings.margin(limit.number) if limit.binding in ABOUT else 0
    return Level(stretch.days, limit.number * unit, margin * unit)


def peaks_per_column(steps: Iterable[Step], view: View) -> list[Run]:
    """The highest value in each pixel column: what lasts a day is a column wide at least.

    The steps are in order and do not overlap; so neighbours share a column at most.
    """
    runs: list[Run] = []
    for step in steps:
        left = max(floor(view.x_of(step.start)), 0)
        right = min(max(ceil(view.x_of(step.end)), left + 1), view.width)
        while runs and left < runs[-1].right and runs[-1].value < step.value:
            last = runs.pop()
            if last.left < left:
                runs.append(Run(last.left, left, last.value))
                break
        if runs and left < runs[-1].right:
            left = runs[-1].right
        if left < right:
            runs.append(Run(left, right, step.value))
    return runs
