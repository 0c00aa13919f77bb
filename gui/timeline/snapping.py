"""Snapping: a dragged end goes to a day, week or month, and is drawn to ends that lie near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from domain.model.days import add_months
from gui.timeline.periods import Unit, end_of_period, start_of_period

MAGNET_PIXELS: Final = 6.0


class Step(Enum):
    """How far one step goes."""

    DAY = Unit.DAY
    WEEK = Unit.WEEK
    MONTH = Unit.MONTH


_STEPS: Final = ((7.0, Step.DAY), (1.6, Step.WEEK), (0.0, Step.MONTH))


def step_of(pixels_per_day: float) -> Step:
    """The step that suits a width of a day."""
    return next(step for least, step in _STEPS if pixels_per_day >= least)


@dataclass(frozen=True, slots=True)
class Snap:
    """What a dragged end goes to.

    All are day numbers on which something begins; what ends, ends before such a day.
    ``reach`` is in days; a magnet within it wins over the step.
    """

    step: Step = Step.DAY
    magnets: Sequence[int] = ()
    reach: float = 0.0

    def nearest(self, day: float) -> int:
        """The day to which an end at a day goes."""
        magnet = self.magnet_near(day)
        return nearest_step(self.step, day) if magnet is None else magnet

    def magnet_near(self, day: float) -> int | None:
        """The nearest magnet within reach, or none."""
        near = [magnet for magnet in self.magnets if abs(magnet - day) <= self.reach]
        return min(near, key=lambda magnet: abs(magnet - day), default=None)

    def earlier(self, day: float) -> int:
        """The magnet near a day, else the beginning of its step."""
        magnet = self.magnet_near(day)
        return start_of_period(self.step.value, int(day)) if magnet is None else magnet

    def later(self, day: float) -> int:
        """The magnet near a day, else the end of its step."""
        magnet = self.magnet_near(day)
        if magnet is not None:
            return magnet
        return end_of_period(self.step.value, start_of_period(self.step.value, int(day)))

    def shifted(self, start: float, length: int) -> int:
        """Where something of a length in days begins when either of its ends may be drawn."""
        by_start = self.magnet_near(start)
        by_end = self.magnet_near(start + length)
        drawn = [by_start] if by_start is not None else []
        drawn += [by_end - length] if by_end is not None else []
        if drawn:
            return min(drawn, key=lambda begin: abs(begin - start))
        return nearest_step(self.step, start)


FREE: Final = Snap()
"""To whole days and to nothing else."""


def nearest_step(step: Step, day: float) -> int:
    """The beginning of a step that is nearest to a day."""
    if step is Step.DAY:
        return round(day)
    before = start_of_period(step.value, int(day))
    after = end_of_period(step.value, before)
    return before if day - before <= after - day else after


def stepped(step: Step, day: int, count: int) -> int:
    """A day so many steps later; a month later is the same day of that month."""
    if step is Step.MONTH:
        return add_months(date.fromordinal(day), count).toordinal()
    return day + count * (7 if step is Step.WEEK else 1)
