"""The period of a report: a first and a last day, both inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from typing_extensions import override

from domain.engine.spans import Span, overlap
from domain.language import _
from domain.model import Plan
from domain.model.days import require_order
from domain.words.days import period_text


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report is about."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        """Refuse a last day before the first."""
        require_order(self.first_day, self.last_day, _("Period"))

    @override
    def __str__(self) -> str:
        return period_text(self.first_day, self.last_day)

    @property
    def span(self) -> Span:
        """The days as half-open day numbers."""
        return self.first_day.toordinal(), self.last_day.toordinal() + 1

    def touches(self, first_day: date, last_day: date) -> bool:
        """Whether any day from a first to a last one lies in the period."""
        return first_day <= self.last_day and self.first_day <= last_day

    def part_of(self, span: Span) -> Span | None:
        """The days of a span that lie in the period, or none."""
        return overlap(self.span, span)


def period_of(
    plan: Plan, first_day: date | None = None, last_day: date | None = None
) -> Period | None:
    """The period from and until some days; where one is open, as far as the plan goes.

    The plan goes as far as its planning days, or else its rotations; none if it has neither.
    """
    rotations = [rotation for rotation in plan.rotations.things() if not rotation.cancelled]
    first = first_day or plan.settings.planning_first_day
    last = last_day or plan.settings.planning_last_day
    if first is None:
        first = min((rotation.first_day for rotation in rotations), default=last)
    if last is None:
        last = max((rotation.last_day for rotation in rotations), default=first)
    if first is None or last is None:
        return None
    if first > last:
        # An open side that lies beyond the given one says no more than the given day.
        given = first_day or last_day or first
        first = last = given
    return Period(first, last)
