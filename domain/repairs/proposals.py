"""Which changes might mend a finding: by what the rule measures, not yet tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.model import Category, ForceKind, Kind, Measure, Plan, Rotation
from domain.model.days import ONE_DAY
from domain.model.demands import LONGEST_DAYS
from domain.repairs.changes import Changes
from domain.repairs.repair import Proposal
from domain.rules.finding import Finding

MOST_ROTATIONS: Final = 12
"""Of a finding with more contributors only so many are tried: those with an edge in its days."""
MOST_FORCES: Final = 8
MOST_SUCCESSORS: Final = 40

Proposals = Iterator[Proposal | None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding in its plan, with what can be changed there."""

    finding: Finding
    plan: Plan
    changes: Changes

    @property
    def excess(self) -> int:
        """How far it is above or below its limit, rounded up; 0 without a number."""
        return -int(-(self.finding.excess or 0) // 1)

    @property
    def excess_days(self) -> timedelta:
        """The excess as days; of very many only as many as lead out of any plan."""
        return timedelta(days=min(self.excess, LONGEST_DAYS))

    def rotation(self, subject: int) -> Rotation | None:
        """The rotation that a subject of the finding is, if it is one that counts."""
        ref = self.finding.subjects[subject]
        found = self.plan.rotations.get(ref.id) if ref.kind is Kind.ROTATION else None
        return None if found is None or found.cancelled else found

    def contributors(self) -> list[Rotation]:
        """The rotations that take part: first those that begin or end within its days, late ones.

        Those are most likely what made it a finding.
        """
        names = [one.ref.id for one in self.finding.contributors if one.ref.kind is Kind.ROTATION]
        found = [self.plan.rotations[name] for name in names if name in self.plan.rotations]
        found.sort(key=self._likely)
        return found[:MOST_ROTATIONS]

    def _likely(self, rotation: Rotation) -> tuple[bool, int, str]:
        first, last = self.finding.first_day, self.finding.last_day
        edge = first <= rotation.first_day <= last or first <= rotation.last_day <= last
        return not edge, -rotation.start, rotation.id

    def successors(self, rotation: Rotation) -> tuple[Rotation, ...]:
        """The rotations that relieve one, and those that relieve them."""
        relieving: dict[str, list[Rotation]] = {}
        for one in self.plan.rotations.things():
            if one.relieves is not None and not one.cancelled:
                relieving.setdefault(one.relieves, []).append(one)
        found: dict[str, Rotation] = {}
        waiting = list(relieving.get(rotation.id, ()))
        while waiting and len(found) <= MOST_SUCCESSORS:
            one = waiting.pop()
            if one.id not in found and one.id != rotation.id:
                found[one.id] = one
                waiting += relieving.get(one.id, ())
        return tuple(found.values()) if len(found) <= MOST_SUCCESSORS else ()


def can_be_mended(code: str) -> bool:
    """Whether changes of rotations can mend what a rule finds at all."""
    return code in _BY_CODE


def proposals_for(trouble: Trouble) -> Iterator[Proposal]:
    """The changes that might mend a finding; none for what no rotation can mend."""
    propose = _BY_CODE.get(trouble.finding.code)
    found = () if propose is None else propose(trouble)
    return (one for one in found if one is not None)


def _too_many(trouble: Trouble) -> Proposals:
    """Sums above a limit or a supply: less, elsewhere in time, or not at all."""
    for rotation in trouble.contributors():
        yield from _out_of(trouble, rotation, trouble.finding.first_day, trouble.finding.last_day)
        yield from _less(trouble, rotation)
        yield trouble.changes.cancel(rotation)


def _out_of(trouble: Trouble, rotation: Rotation, first: date, last: date) -> Proposals:
    """Keep a rotation off some days: end before them, begin after them, or move away."""
    changes, before, after = trouble.changes, first - ONE_DAY, last + ONE_DAY
    yield changes.end(rotation, before)
    yield changes.begin(rotation, after)
    yield from _moved(trouble, rotation, after)
    yield changes.move(rotation, first - timedelta(days=rotation.days))


def _moved(trouble: Trouble, rotation: Rotation, first_day: date) -> Proposals:
    """Move a rotation alone, and with those that follow it."""
    yield trouble.changes.move(rotation, first_day)
    followed = trouble.successors(rotation)
    if followed:
        yield trouble.changes.move(rotation, first_day, followed)


def _less(trouble: Trouble, rotation: Rotation) -> Proposals:
    finding, changes, excess = trouble.finding, trouble.changes, trouble.excess
    ref = finding.subjects[0]
    if ref.kind is Kind.LIMIT:
        limit = next((one for _frame, one in trouble.plan.limits() if one.id == ref.id), None)
        if limit is not None and limit.measure is Measure.TEAMS:
            yield changes.teams(rotation, (rotation.teams or 0) - excess)
        elif limit is not None:
            yield changes.fewer(rotation, limit.categories, excess)
    elif rotation.quantity is not None:
        yield changes.quantity(rotation, rotation.quantity - excess)
    else:
        yield changes.fewer(rotation, Category, excess)


def _team_size(trouble: Trouble) -> Proposals:
    rotation = trouble.rotation(0)
    ref = trouble.finding.subjects[1]
    limit = next((one for _frame, one in trouble.plan.limits() if one.id == ref.id), None)
    if rotation is None or limit is None or not limit.number:
        return
    people = rotation.people_in(limit.categories)
    yield trouble.changes.fewer(
        rotation, limit.categories, people - (rotation.teams or 0) * limit.number
    )
    if people % limit.number == 0:
        yield trouble.changes.teams(rotation, people // limit.number)


def _outside(trouble: Trouble) -> Proposals:
    """Days outside a frame or a mandate: leave them out, or move off them."""
    rotation, finding = trouble.rotation(0), trouble.finding
    if rotation is None:
        return
    yield from _out_of(trouble, rotation, finding.first_day, finding.last_day)
    yield trouble.changes.cancel(rotation)


def _length(trouble: Trouble) -> Proposals:
    rotation, wanted = trouble.rotation(0), trouble.finding.limit
    if rotation is None or wanted is None:
        return
    days = timedelta(days=int(wanted) - 1)
    yield trouble.changes.end(rotation, rotation.first_day + days)
    yield trouble.changes.begin(rotation, rotation.last_day - days)


def _handover(trouble: Trouble) -> Proposals:
    """A gap or too long an overlap between two rotations."""
    later, earlier = trouble.rotation(0), trouble.rotation(1)
    if later is None or earlier is None:
        return
    changes = trouble.changes
    meant = trouble.plan.missions[later.mission].handover_days
    for common in sorted({meant, 0}, reverse=True):
        first_day = earlier.last_day + timedelta(days=1 - common)
        yield from _moved(trouble, later, first_day)
        yield changes.begin(later, first_day)
        yield changes.end(earlier, later.first_day + timedelta(days=common - 1))


def _twice_at_once(trouble: Trouble) -> Proposals:
    """One unit in two places: the one ends before, the other begins after, or another unit."""
    earlier, later = trouble.rotation(1), trouble.rotation(2)
    first, last = trouble.finding.first_day, trouble.finding.last_day
    if earlier is not None:
        yield trouble.changes.end(earlier, first - ONE_DAY)
    if later is not None:
        yield from _out_of(trouble, later, first, last)
    for rotation in (later, earlier):
        if rotation is not None:
            yield from _by_others(trouble, rotation)
            yield trouble.changes.cancel(rotation)


def _too_soon(trouble: Trouble) -> Proposals:
    """Too little recovery: later, by another unit, or the tour before ends earlier."""
    finding = trouble.finding
    later = trouble.rotation(1)
    if later is None:
        yield from _too_many(trouble)
        return
    by = trouble.excess_days
    yield trouble.changes.begin(later, later.first_day + by)
    yield from _moved(trouble, later, later.first_day + by)
    yield from _by_others(trouble, later)
    for tour in trouble.contributors():
        yield trouble.changes.end(tour, tour.last_day - by)
        yield trouble.changes.move(tour, tour.first_day - by)
    yield trouble.changes.cancel(later)
    yield trouble.changes.begin(later, finding.last_day + ONE_DAY)


def _by_others(trouble: Trouble, rotation: Rotation) -> Proposals:
    """Units of the same kind and place in the tree, in the order of the plan."""
    forces = trouble.plan.forces
    own = forces.get(rotation.force or "")
    if own is None:
        return
    alike = [
        one
        for one in forces.things()
        if one.id != own.id
        and (one.kind, one.parent, one.measure, one.service)
        == (ForceKind.UNIT, own.parent, own.measure, own.service)
    ]
    for one in alike[:MOST_FORCES]:
        yield trouble.changes.force(rotation, one.id, one.name)


def _unfilled(trouble: Trouble) -> Proposals:
    """A post nobody fills: those before stay longer, those after come sooner."""
    post, finding = trouble.finding.subjects[0].id, trouble.finding
    filling = [
        one for one in trouble.plan.rotations.things() if one.post == post and not one.cancelled
    ]
    before = [one for one in filling if one.last_day < finding.first_day]
    after = [one for one in filling if one.first_day > finding.last_day]
    if before:
        yield trouble.changes.end(max(before, key=lambda one: one.end), finding.last_day)
    if after:
        soonest = min(after, key=lambda one: one.start)
        yield trouble.changes.begin(soonest, finding.first_day)
        yield trouble.changes.move(soonest, finding.first_day)


def _undecided(trouble: Trouble) -> Proposals:
    """A decision that is late: leave as much later."""
    rotation = trouble.rotation(0)
    if rotation is not None:
        yield from _moved(trouble, rotation, rotation.first_day + trouble.excess_days)


_BY_CODE: Final[Mapping[str, Callable[[Trouble], Iterable[Proposal | None]]]] = {
    "COV001": _unfilled,
    "DEC001": _undecided,
    "FOR001": _twice_at_once,
    "FOR002": _too_many,
    "FOR003": _too_soon,
    "FOR004": _twice_at_once,
    "FRA001": _too_many,
    "FRA002": _too_many,
    "FRA003": _too_many,
    "FRA004": _team_size,
    "FRA005": _outside,
    "FRA007": _outside,
    "MAN001": _outside,
    "ROT001": _length,
    "ROT002": _length,
    "ROT003": _handover,
}
