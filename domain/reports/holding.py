"""Which frames hold in a period, and on which of its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.engine.in_force import in_force_spans
from domain.engine.spans import Span
from domain.model import Frame, Plan, Table, UntilDecided
from domain.reports.period import Period


@dataclass(frozen=True, slots=True)
class Holding:
    """A frame with the days of the period on which it holds, and the day after its last.

    A dormant frame waits for its condition: it is set, but not in force.
    """

    frame: Frame
    days: Span
    end: int
    dormant: bool = False

    @property
    def first_day(self) -> date:
        """The first day of the period on which it holds."""
        return date.fromordinal(self.days[0])

    @property
    def last_day(self) -> date:
        """The last day of the period on which it holds."""
        return date.fromordinal(self.days[1] - 1)

    def holds_on(self, day: int) -> bool:
        """Whether it holds on a day."""
        return self.days[0] <= day < self.days[1]

    @property
    def cut_short(self) -> bool:
        """Whether another frame ends it before its own last day."""
        return self.end < self.frame.end


def holdings(plan: Plan, period: Period) -> tuple[Holding, ...]:
    """The frames that hold on any day of a period, in the order of the plan.

    A frame that was corrected, or whose condition was not met, never holds.
    """
    return tuple(_holdings(plan, period))


def _holdings(plan: Plan, period: Period) -> Iterator[Holding]:
    spans, awake = in_force_spans(plan), in_force_spans(_awake(plan))
    for frame in plan.frames.things():
        dormant = frame.undecided and frame.void
        span = awake[frame.id] if dormant else spans[frame.id]
        days = None if span is None else period.part_of(span)
        if span is not None and days is not None:
            yield Holding(frame, days, span[1], dormant)


def _awake(plan: Plan) -> Plan:
    """The plan as it would be if every undecided frame were in force."""
    frames = (
        replace(frame, until_decided=UntilDecided.IN_FORCE) if frame.undecided else frame
        for frame in plan.frames.things()
    )
    return replace(plan, frames=Table(frames))
