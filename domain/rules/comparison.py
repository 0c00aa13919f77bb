"""What differs between two plans in what the rules say, and in how their limits are filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from domain.engine.comparison import Difference, differences
from domain.engine.profile import Profile
from domain.model import NUMBERED, Measure, Plan, Ref
from domain.rules.checker import Checker
from domain.rules.finding import Finding, Number

Findings = tuple[Finding, ...]
Pair = tuple[Finding, Finding]


@dataclass(frozen=True, slots=True)
class FindingsCompared:
    """What became of the findings of a plan in another plan."""

    solved: Findings
    caused: Findings
    changed: tuple[Pair, ...]
    """The same rule about the same things, but worse, better, longer or on other days."""
    same: Findings


@dataclass(frozen=True, slots=True)
class Filled:
    """How far a limit is filled; none where it counts nothing over time or has no number."""

    peak: Number | None
    peak_day: date | None
    room: Number | None
    days_above: int | None


@dataclass(frozen=True, slots=True)
class LimitCompared:
    """A limit in two plans; one side is none if it is not there."""

    id: str
    frame: str
    number_before: int | None
    number_after: int | None
    before: Filled | None
    after: Filled | None

    @property
    def changed(self) -> bool:
        """Whether its number or how it is filled differs."""
        return (self.number_before, self.before) != (self.number_after, self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans beside each other."""

    before: Plan
    after: Plan
    things: tuple[Difference, ...]
    findings: FindingsCompared
    limits: tuple[LimitCompared, ...]


class Side(Protocol):
    """A plan that was checked: a checker, or a session."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def findings(self) -> Findings:
        """All that the rules say of it."""

    def profile(self, limit_id: str) -> Profile:
        """How a limit is filled over time."""


def comparison(before: Plan, after: Plan, as_of: date | None = None) -> Comparison:
    """Two plans beside each other: their things, their findings, their limits."""
    return comparison_of(Checker(before, as_of), Checker(after, as_of))


def comparison_of(before: Side, after: Side) -> Comparison:
    """Two plans that were checked beside each other."""
    found = compared(before.findings, after.findings)
    limits = tuple(limits_compared(before, after))
    things = differences(before.plan, after.plan)
    return Comparison(before.plan, after.plan, things, found, limits)


def compared(before: Iterable[Finding], after: Iterable[Finding]) -> FindingsCompared:
    """What became of some findings, each list in its order.

    Findings of one rule about the same things are the same if they begin on one day; else if
    their days have most in common; else if there is only one on either side.
    """
    solved, caused, changed, same = [], [], [], []
    for old, new in _grouped(before, after):
        pairs = _pairs(old, new)
        for one, other in pairs:
            if _substance(one) == _substance(other):
                same.append(other)
            else:
                changed.append((one, other))
        solved += _left(old, [one for one, _other in pairs])
        caused += _left(new, [other for _one, other in pairs])
    return FindingsCompared(
        tuple(sorted(solved, key=_order)),
        tuple(sorted(caused, key=_order)),
        tuple(sorted(changed, key=lambda pair: _order(pair[1]))),
        tuple(sorted(same, key=_order)),
    )


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.order


def _grouped(
    before: Iterable[Finding], after: Iterable[Finding]
) -> Iterator[tuple[list[Finding], list[Finding]]]:
    groups: dict[tuple[str, tuple[Ref, ...]], tuple[list[Finding], list[Finding]]]
    groups = defaultdict(lambda: ([], []))
    for side, findings in enumerate((before, after)):
        for finding in findings:
            groups[finding.code, finding.subjects][side].append(finding)
    yield from groups.values()


def _pairs(old: Sequence[Finding], new: Sequence[Finding]) -> list[Pair]:
    first_days = {finding.first_day: finding for finding in new}
    pairs = [(one, first_days[one.first_day]) for one in old if one.first_day in first_days]
    old = _left(old, [one for one, _other in pairs])
    new = _left(new, [other for _one, other in pairs])
    taken: set[int] = set()
    for pair in sorted(_overlapping(old, new), key=lambda pair: -_common(*pair)):
        if not taken & set(map(id, pair)):
            pairs.append(pair)
            taken.update(map(id, pair))
    old, new = ([one for one in side if id(one) not in taken] for side in (old, new))
    if len(old) == len(new) == 1:
        pairs.append((old[0], new[0]))
    return pairs


def _overlapping(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[Pair]:
    """The findings that have days in common; on either side they come one after the other."""
    start = 0
    later = sorted(new, key=_first_day)
    for one in sorted(old, key=_first_day):
        while start < len(later) and later[start].last_day < one.first_day:
            start += 1
        place = start
        while place < len(later) and later[place].first_day <= one.last_day:
            if _common(one, later[place]) > 0:
                yield one, later[place]
            place += 1


def _first_day(finding: Finding) -> date:
    return finding.first_day


def _common(one: Finding, other: Finding) -> int:
    """How many days two findings have in common."""
    first, last = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    return (last - first).days + 1


def _left(findings: Sequence[Finding], without: Sequence[Finding]) -> list[Finding]:
    taken = {id(finding) for finding in without}
    return [finding for finding in findings if id(finding) not in taken]


def _substance(finding: Finding) -> tuple[object, ...]:
    """What a finding says, whatever the things are called by now."""
    return (
        finding.severity,
        finding.first_day,
        finding.last_day,
        finding.measured,
        finding.limit,
        finding.peak_day,
        finding.contributors,
        finding.waived,
    )


def limits_compared(before: Side, after: Side) -> Iterator[LimitCompared]:
    """Every limit of either plan, those of the first in its order."""
    sides = [
        {limit.id: (frame, limit) for frame, limit in checker.plan.limits()}
        for checker in (before, after)
    ]
    for name in dict.fromkeys([*sides[0], *sides[1]]):
        old, new = sides[0].get(name), sides[1].get(name)
        frame, _limit = new or old or (None, None)
        yield LimitCompared(
            name,
            "" if frame is None else frame.id,
            None if old is None else old[1].number,
            None if new is None else new[1].number,
            None if old is None else filled(before.profile(name)),
            None if new is None else filled(after.profile(name)),
        )


def filled(profile: Profile) -> Filled:
    """How far a limit is filled."""
    limit = profile.limit
    if profile.in_force is None or limit.measure in {None, Measure.TEAM_SIZE}:
        return Filled(None, None, None, None)
    peak: Number = profile.peak
    if limit.measure is Measure.AVERAGE_PER_YEAR:
        peak = Decimal(profile.peak).scaleb(-2)
    if limit.number is None or limit.binding not in NUMBERED:
        return Filled(peak, profile.peak_day, None, None)
    return Filled(peak, profile.peak_day, limit.number - peak, profile.days_above)
