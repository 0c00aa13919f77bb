"""How a limit is filled over time."""

from __future__ import annotations

from datetime import date

from domain.model import Frame, Limit, Measure
from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A value that holds from one day number up to but not including another."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Demand and supply that hold from one day number up to but not including another."""

    start: int
    end: int
    demand: int
    supply: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a limit counts, day by day or year by year.

    ``steps`` lie in order, do not overlap, and leave out days on which nothing is counted.
    For yearly measures a step is a calendar year; a mean is given in hundredths.
    ``in_force`` is the half-open span of day numbers on which the frame is in force, or none.
    """

    frame: Frame
    limit: Limit
    steps: tuple[Step, ...]
    in_force: tuple[int, int] | None

    @property
    def peak(self) -> int:
        """The highest value."""
        return max((step.value for step in self.steps), default=0)

    @property
    def peak_day(self) -> date | None:
        """The first day of the highest value."""
        highest = self.peak
        for step in self.steps:
            if step.value == highest:
                return date.fromordinal(step.start)
        return None

    @property
    def days_above(self) -> int:
        """On how many days it is above the number of the limit."""
        if self.limit.number is None:
            return 0
        number = self.limit.number * self.scale
        return sum(step.end - step.start for step in self.steps if step.value > number)

    @property
    def scale(self) -> int:
        """How many of the values of the steps make one: 100 for a mean, else 1."""
        return 100 if self.limit.measure is Measure.AVERAGE_PER_YEAR else 1
