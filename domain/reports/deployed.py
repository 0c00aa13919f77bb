"""Deployed: how many persons passed through each mission in a period, each person once.

Every rotation with a day in the period counts its people once, however long it lasts. Along
`continues` the same people go on: they are counted where, and as what, they were last in the
period. If a group goes on with fewer, the rest is counted where it stayed behind; if it goes on
with more, the others are new. So a chain counts as many people as its largest part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.model import Category, Plan, Rotation
from domain.reports.period import Period


@dataclass(frozen=True, slots=True)
class Deployed:
    """Persons who passed through; not to be compared with a frame, which limits strength."""

    military: int = 0
    civilian: int = 0
    police: int = 0

    @property
    def civil_police(self) -> int:
        """The column that civilians and police share."""
        return self.civilian + self.police

    @property
    def total(self) -> int:
        """Everyone."""
        return self.military + self.civilian + self.police

    def __add__(self, other: Deployed) -> Deployed:
        return Deployed(
            self.military + other.military,
            self.civilian + other.civilian,
            self.police + other.police,
        )

    def __sub__(self, other: Deployed) -> Deployed:
        return Deployed(
            self.military - other.military,
            self.civilian - other.civilian,
            self.police - other.police,
        )


NOBODY = Deployed()


@dataclass(frozen=True, slots=True)
class Passage:
    """Who passed through a mission: all who were there, and those of them counted here.

    ``without_people`` rotations were there of which the plan gives no number of persons.
    """

    present: Deployed = NOBODY
    deployed: Deployed = NOBODY
    without_people: int = 0

    @property
    def counted_elsewhere(self) -> Deployed:
        """Those who went on to another rotation, and are counted there."""
        return self.present - self.deployed


def passages(plan: Plan, period: Period) -> Mapping[str, Passage]:
    """Who passed through each mission in a period; missions where nobody was are left out."""
    found: dict[str, Passage] = {}
    for rotation, present, deployed in _counted(plan, period):
        so_far = found.get(rotation.mission, Passage())
        found[rotation.mission] = Passage(
            so_far.present + present,
            so_far.deployed + deployed,
            so_far.without_people + (not rotation.headcount),
        )
    return found


def _counted(plan: Plan, period: Period) -> Iterator[tuple[Rotation, Deployed, Deployed]]:
    """Every rotation that was there in the period with its people, and those counted with it."""
    going_on: dict[str, Deployed] = {}
    for rotation in _last_first(plan):
        is_there = not rotation.cancelled and period.touches(rotation.first_day, rotation.last_day)
        here = _people(rotation) if is_there else NOBODY
        further = going_on.pop(rotation.id, NOBODY)
        staying = stayed_behind(here, further) if further.total else here
        if rotation.continues is not None:
            before = going_on.get(rotation.continues, NOBODY)
            going_on[rotation.continues] = before + further + staying
        if is_there:
            yield rotation, here, staying


def _people(rotation: Rotation) -> Deployed:
    return Deployed(rotation.military, rotation.civilian, rotation.police)


def _last_first(plan: Plan) -> Iterator[Rotation]:
    """All rotations, each after those that continue it."""
    followers = _followers(plan)
    for rotation in plan.rotations.things():
        if rotation.continues is None:
            yield from reversed(_onwards(rotation, followers))


def _followers(plan: Plan) -> Mapping[str, Sequence[Rotation]]:
    followers: dict[str, list[Rotation]] = defaultdict(list)
    for rotation in plan.rotations.things():
        if rotation.continues is not None:
            followers[rotation.continues].append(rotation)
    return followers


def _onwards(first: Rotation, followers: Mapping[str, Sequence[Rotation]]) -> list[Rotation]:
    """A rotation and all that continue it, through however many others, each before its own."""
    found, done = [first], 0
    while done < len(found):
        found.extend(followers.get(found[done].id, ()))
        done += 1
    return found


def stayed_behind(here: Deployed, further: Deployed) -> Deployed:
    """Who of the people here are not among those who went on, most of them in another category.

    Those who went on in a category are taken from it first; the others changed category, and are
    taken from whoever is left.
    """
    left = {c: max(0, getattr(here, c) - getattr(further, c)) for c in Category}
    changed = further.total - (here.total - sum(left.values()))
    for category, people in left.items():
        taken = min(people, max(0, changed))
        left[category] = people - taken
        changed -= taken
    return Deployed(*left.values())
