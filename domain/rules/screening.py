"""Which parts of a large plan each rule has to look at: those that its screen names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from domain.engine.columns.arrays import Places
from domain.engine.columns.columns import Columns
from domain.engine.columns.reckoner import Reckoner
from domain.engine.columns.screens import coverage, lengths, limits, pairs, pools, posts, recovery
from domain.engine.columns.screens import rotations as by_rotation
from domain.engine.columns.screens.bookings import Bookings
from domain.engine.columns.screens.screened import Screened
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, NO_DAYS, Span
from domain.engine.standing import is_uncertain
from domain.model import Plan
from domain.rules.about import UnitOnDays
from domain.rules.catalogue import BY_SCOPE, rule_of
from domain.rules.parts import Part, Suspect, about_of, pair_part
from domain.rules.rule import Scope

SCREENS: Final[Mapping[str, Callable[[Screened], Places]]] = {
    "DEC001": by_rotation.decision_overdue,
    "FRA004": by_rotation.team_size,
    "FRA005": coverage.outside_frame,
    "FRA006": coverage.no_frame,
    "FRA007": coverage.conditional_frame,
    "MAN001": coverage.outside_mandate,
    "ROT001": lengths.too_short,
    "ROT002": lengths.too_long,
    "ROT003": by_rotation.handover,
}
"""By the code of a rule about rotations, the screen that names those that it has to look at."""


def suspects_in(
    plan: Plan, as_of: date | None, before: Situation | None
) -> tuple[Situation, Iterator[Suspect]]:
    """A plan with columns of numbers, and all parts in which any rule may find something.

    The columns of a situation before are taken over where they serve.
    """
    columns = _columns_for(plan, before)
    standing = None if before is None else before.standing
    situation = Situation(plan, as_of, columns, standing)
    reckoner = situation.quick = Reckoner(columns, situation)
    return situation, _suspects(Screened(situation, columns, reckoner))


def _columns_for(plan: Plan, before: Situation | None) -> Columns:
    known = None if before is None else before.ways
    if before is None or not isinstance(known, Columns) or not known.serves(plan):
        return Columns(plan)
    columns, old = known.copy(), before.plan.rotations
    swaps = [(old.get(name), plan.rotations.get(name)) for name in plan.rotations.differing(old)]
    columns.follow(plan, swaps)
    return columns


def _suspects(screened: Screened) -> Iterator[Suspect]:
    situation = screened.situation
    yield (Scope.FRAMES, ""), situation.plan, BY_SCOPE[Scope.FRAMES]
    for part, days in _parts_on_days(screened):
        yield part, about_of(situation, part, days), BY_SCOPE[part[0]]
    screened.reckoner.forget()
    for code, screen in SCREENS.items():
        rule = rule_of(code)
        for rotation in screened.columns.rotations(screen(screened)):
            yield (rule.scope, rotation.id), rotation, (rule,)
    bookings = _bookings(screened)
    for pair in pairs.near_pairs(screened, bookings):
        yield pair_part(pair), pair, BY_SCOPE[Scope.PAIR]
    for part, unit in _units(screened, bookings):
        yield part, unit, BY_SCOPE[Scope.UNIT]


def _bookings(screened: Screened) -> Bookings:
    plan = screened.situation.plan
    basis = plan.forces, plan.commitments, plan.settings
    return screened.columns.standing("bookings", basis, lambda: Bookings(screened))


def _parts_on_days(screened: Screened) -> Iterator[tuple[Part, Span]]:
    plan = screened.situation.plan
    for frame in plan.frames.things():
        if is_uncertain(frame):
            yield (Scope.FRAME, frame.id), ALWAYS
    for limit, days in limits.exceeded(screened):
        yield (Scope.LIMIT, limit.id), days
    for post, days in posts.unfilled(screened):
        yield (Scope.POST, post.id), days
    for pool, balances in pools.shortages(screened):
        screened.reckoner.balances[pool.id] = balances
        yield (Scope.POOL, pool.id), ALWAYS


def _units(screened: Screened, bookings: Bookings) -> Iterator[tuple[Part, UnitOnDays]]:
    """The units in which rules on recovery are broken, on the days and in the way they are."""
    too_soon = dict(recovery.too_soon(screened, bookings))
    over_quota = set(recovery.over_quota(screened, bookings))
    for name in {*too_soon, *over_quota}:
        unit = screened.situation.plan.forces[name]
        days = too_soon.get(name, NO_DAYS)
        yield (Scope.UNIT, name), UnitOnDays(days, unit, quotas=name in over_quota)
