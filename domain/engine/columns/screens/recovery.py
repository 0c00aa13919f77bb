"""Units with a booking that begins too soon after a tour, or with tours that break a quota."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from domain.engine.columns.arrays import (
    Flags,
    Longs,
    highest_before,
    stretches,
)
from domain.engine.columns.screens.bookings import Bookings
from domain.engine.columns.screens.screened import Screened
from domain.engine.spans import Span
from domain.model import Category, RecoveryKind, RecoveryRule

_LONG = 1 << 40


def too_soon(screened: Screened, bookings: Bookings) -> Iterator[tuple[str, Span]]:
    """The units with bookings that begin too soon, and days that hold all their first days."""
    rules = _rules(screened, quota=False)
    if not rules:
        return
    _units, inner, tours = bookings.claims_near
    units, days, order = bookings.tours_and_hurried
    claims = np.zeros(len(order), np.int64)
    claimed = claims[: len(tours)]
    ends, starts = bookings.end[tours], bookings.start[tours]
    for rule in rules:
        holds = _holds(screened, rule)[inner] & _tours(screened, bookings, rule)[tours]
        holds &= (ends > rule.start) & (ends <= rule.end)
        until = ends + _needed(rule, ends - starts)
        np.maximum(claimed, np.where(holds, until, 0), out=claimed)
    early = (highest_before(claims[order], units) > days) & (order >= len(tours))
    yield from _hulls(screened, units[early], days[early])


def over_quota(screened: Screened, bookings: Bookings) -> Iterator[str]:
    """The units whose tours break a quota."""
    rules, names = _rules(screened, quota=True), screened.force_names
    if not rules:
        return
    units, numbers = bookings.under_inner
    for rule in rules:
        kept = _holds(screened, rule)[units] & _tours(screened, bookings, rule)[numbers]
        for unit in _units_over(rule, bookings, units[kept], numbers[kept]).tolist():
            yield names[unit]


def _units_over(rule: RecoveryRule, bookings: Bookings, units: Longs, numbers: Longs) -> Longs:
    starts = np.maximum(bookings.start[numbers], highest_before(bookings.end[numbers], units))
    starts = np.maximum(starts, rule.start)
    ends = np.minimum(bookings.end[numbers], rule.end)
    there = starts < ends
    units, starts, ends = units[there], starts[there], ends[there]
    days = np.cumsum(ends - starts)
    window = ends - (rule.window_days or 0)
    # Ends rise within a unit, and so do these sums of unit and end over all units.
    oldest = np.searchsorted(units * _LONG + ends, units * _LONG + window, side="right")
    before = days[oldest] - (ends - starts)[oldest] + np.maximum(window - starts[oldest], 0)
    return np.unique(units[days - before > (rule.days or 0)])


def _rules(screened: Screened, *, quota: bool) -> list[RecoveryRule]:
    rules = screened.situation.plan.recovery_rules.things()
    return [rule for rule in rules if (rule.kind is RecoveryKind.QUOTA) == quota]


def _holds(screened: Screened, rule: RecoveryRule) -> Flags:
    """For which forces, by slot, a rule holds."""
    plan, standing = screened.situation.plan, screened.situation.standing
    if not rule.forces:
        return np.ones(len(plan.forces.slots) + 1, np.bool_)
    found = np.zeros(len(plan.forces.slots) + 1, np.bool_)
    names = {*rule.forces}.union(*(standing.descendants(name) for name in rule.forces))
    found[[plan.forces.slot(name) for name in names]] = True
    return found


def _tours(screened: Screened, bookings: Bookings, rule: RecoveryRule) -> Flags:
    """Which bookings a rule sees as tours."""
    numbers, missions = screened.numbers, screened.situation.plan.missions
    counted = [number for number, one in enumerate(Category) if one in rule.categories]
    people = (numbers.amounts[counted][:, bookings.slots] > 0).any(axis=0)
    exempt = [missions.slot(one.mission) for one in rule.exempt_missions]
    tours = people & ~np.isin(numbers.mission[bookings.slots], exempt)
    return np.concatenate((tours, np.zeros(len(bookings.commitments), np.bool_)))


def _needed(rule: RecoveryRule, days: Longs) -> Longs:
    """How many days a rule asks after tours of so many days, or more."""
    if rule.kind is RecoveryKind.RATIO:
        factor = np.float64(rule.factor or 0)
        return np.ceil(days * factor * (1 + 1e-12)).astype(np.int64) + 1
    return np.full(len(days), rule.days or 0, np.int64)


def _hulls(screened: Screened, units: Longs, days: Longs) -> Iterator[tuple[str, Span]]:
    names = screened.force_names
    for begin, end in stretches(units):
        yield names[int(units[begin])], (int(days[begin]), int(days[end - 1]) + 1)
