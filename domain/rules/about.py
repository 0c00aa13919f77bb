"""What rules look at: a part of a plan, some of them on some days only.

After an edit a limit, a pool or a post is looked at again only where the edit may have changed
it. What was found elsewhere stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from typing_extensions import override

from domain.engine.spans import Span, hull, touch
from domain.model import Force, Frame, Limit, Post
from domain.rules.finding import Finding
from domain.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class OnDays:
    """A part of a plan on some days."""

    days: Span

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding about this part may be another on these days."""
        return touch(span_of(finding), self.days)

    def widened(self, findings: Iterable[Finding]) -> Self:
        """The same with all days of some findings: the runs that these days may be part of."""
        days = self.days
        for finding in findings:
            days = hull(days, span_of(finding))
        return self if days == self.days else replace(self, days=days)


@dataclass(frozen=True, slots=True)
class LimitOnDays(OnDays):
    """A limit of a frame, on some days."""

    frame: Frame
    limit: Limit


@dataclass(frozen=True, slots=True)
class FrameOnDays(OnDays):
    """A frame, on some days."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class PoolOnDays(OnDays):
    """A pool, on some days."""

    pool: Force


@dataclass(frozen=True, slots=True)
class PostOnDays(OnDays):
    """A post, on some days."""

    post: Post


@dataclass(frozen=True, slots=True)
class UnitOnDays(OnDays):
    """A unit, with those of its bookings that begin on some days."""

    unit: Force
    quotas: bool = True
    """Whether all its tours are looked at too, for quotas."""

    @override
    def concerns(self, finding: Finding) -> bool:
        """Whether it is about a booking that begins on these days, or about none."""
        begins = finding.first_day.toordinal()
        return self.days[0] <= begins < self.days[1] or is_quota(finding)

    @override
    def widened(self, findings: Iterable[Finding]) -> Self:
        """The same: a booking begins on one day."""
        return self


def is_quota(finding: Finding) -> bool:
    """Whether a finding is about all tours of a unit and not about one booking."""
    return finding.parameters.get("variant") == "quota"


def span_of(finding: Finding) -> Span:
    """The days of a finding as a half-open span."""
    return finding.first_day.toordinal(), finding.last_day.toordinal() + 1
