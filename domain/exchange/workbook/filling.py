"""How full a limit is: the numbers and the word for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from domain.engine.profile import Profile
from domain.engine.spans import Span
from domain.exchange.workbook.columns import Year
from domain.exchange.workbook.contents import Contents
from domain.language import N_
from domain.model import Binding, Frame, Limit, Measure, Ref
from domain.model.days import AFTER_ALL, BEFORE_ALL
from domain.model.words import Kind
from domain.rules.finding import Finding, Severity


class State(Enum):
    """How a limit stands, by its word."""

    FITS = N_("fits")
    FULL = N_("at the limit")
    ABOUT = N_("above (circa)")
    EXCEEDED = N_("exceeded")
    UNLIMITED = N_("unlimited")
    UNKNOWN = N_("unknown")
    UNREAD = N_("unread")
    NOT_IN_FORCE = N_("not in force")


_BY_BINDING = {
    Binding.UNLIMITED: State.UNLIMITED,
    Binding.UNKNOWN: State.UNKNOWN,
    Binding.UNREAD: State.UNREAD,
}
_YEARLY = frozenset({Measure.TEAMS_PER_YEAR, Measure.PERSONS_PER_YEAR, Measure.AVERAGE_PER_YEAR})


@dataclass(frozen=True, slots=True)
class Filling:
    """A limit with its frame, what it counts over time, and the findings about it."""

    frame: Frame
    limit: Limit
    profile: Profile
    findings: tuple[Finding, ...]

    @property
    def state(self) -> State:
        """How it stands; what the rules found decides."""
        if self.profile.in_force is None:
            return State.NOT_IN_FORCE
        if self.limit.binding in _BY_BINDING:
            return _BY_BINDING[self.limit.binding]
        severities = {finding.severity for finding in self.findings}
        if Severity.ERROR in severities:
            return State.EXCEEDED
        if Severity.WARNING in severities:
            return State.ABOUT
        return State.FULL if self.peak and self.peak == self.limit.number else State.FITS

    @property
    def yearly(self) -> bool:
        """Whether it counts calendar years, not days."""
        return self.limit.measure in _YEARLY

    @property
    def peak(self) -> int | Decimal | None:
        """The highest value; none where nothing is counted over time."""
        if self.limit.measure is Measure.TEAM_SIZE or self.profile.in_force is None:
            return None
        if self.limit.measure is Measure.AVERAGE_PER_YEAR:
            return Decimal(self.profile.peak).scaleb(-2)
        return self.profile.peak

    @property
    def peak_on(self) -> date | Year | None:
        """The first day of the highest value, or its year."""
        day = self.profile.peak_day
        return Year(day.year) if day is not None and self.yearly else day

    @property
    def room(self) -> int | Decimal | None:
        """How many more would fit on the fullest day; below zero where there are too many."""
        peak, number = self.peak, self.limit.number
        if peak is None or number is None or self.state is State.UNREAD:
            return None
        return number - peak

    @property
    def days_above(self) -> int | None:
        """On how many days it is above its number: whole years where years are counted."""
        if self.peak is None or self.limit.number is None or self.state is State.UNREAD:
            return None
        if self.yearly:
            return sum((f.last_day - f.first_day).days + 1 for f in self.findings)
        return self.profile.days_above


def first_day_of(span: Span | None) -> date | None:
    """The first day on which a frame is in force; none where it is open or never in force."""
    return None if span is None or span[0] <= BEFORE_ALL else date.fromordinal(span[0])


def last_day_of(span: Span | None) -> date | None:
    """The last day on which a frame is in force; none where it is open or never in force."""
    return None if span is None or span[1] >= AFTER_ALL else date.fromordinal(span[1] - 1)


def fillings(contents: Contents) -> Iterator[Filling]:
    """All limits of the plan, in its order."""
    for frame, limit in contents.plan.limits():
        findings = tuple(contents.findings_about(Ref(Kind.LIMIT, limit.id)))
        yield Filling(frame, limit, contents.material.profiles[limit.id], findings)
