"""Taking over from one plan into another: whole things, or single fields of them, as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from domain.errors import Refused
from domain.language import _, plural
from domain.model import (
    LISTS,
    Applied,
    Kind,
    Plan,
    Put,
    Ref,
    Rotation,
    Settings,
    Thing,
)
from domain.model.references import references_of
from domain.model.relocation import relocated

T = TypeVar("T", bound=Thing | Settings)
_LINKS: Final = ("relieves", "continues", "part_of")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be as in the other plan: a thing, or one field; without a thing, the settings."""

    ref: Ref | None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Make some things or fields as they are in another plan, all in one step.

    What they refer to and what is not here comes along. Links of rotations to rotations that go
    are dropped; anything else that still uses what goes keeps the edit from being made.
    """

    theirs: Plan
    wishes: tuple[Wish, ...]

    @property
    def label(self) -> str:
        """What it does."""
        return plural(
            "Take over a change from {scenario}",
            "Take over {count} changes from {scenario}",
            len(self.wishes),
        ).format(count=len(self.wishes), scenario=self.theirs.scenario)

    def apply(self, plan: Plan) -> Applied:
        """The plan with all of it taken over; raises Refused where that plan cannot be."""
        taking = taking_of(plan, self.theirs, self.wishes)
        bare = replace(plan, settings=taking.settings)
        for ref in taking.gone:
            bare = bare.without(ref)
        gone = frozenset(taking.gone)
        freed = _freed(bare, taking, gone)
        _require_unused(bare, {**taking.things, **freed}, gone)
        put = Put(tuple({**taking.things, **freed}.values())).apply(bare)
        return Applied(put.plan, put.touched | gone)


@dataclass(frozen=True, slots=True)
class Taking:
    """What comes of some wishes."""

    things: dict[Ref, Thing]
    """What is put into the plan."""
    along: tuple[Ref, ...]
    """What of it nobody asked for, but what was asked for refers to."""
    gone: tuple[Ref, ...]
    settings: Settings


def taking_of(mine: Plan, theirs: Plan, wishes: Iterable[Wish]) -> Taking:
    """What is put, what comes along, and what goes, when wishes are granted."""
    things: dict[Ref, Thing] = {}
    gone: list[Ref] = []
    settings = mine.settings
    for ref, names in _by_thing(wishes).items():
        if ref is None:
            settings = _with_fields(settings, theirs.settings, names)
            continue
        thing = _wanted(mine.find(ref), theirs.find(ref), names)
        if thing is not None:
            things[ref] = thing
        elif mine.find(ref) is not None:
            gone.append(ref)
    things |= _untied(mine, theirs, things)
    along = _along(mine, theirs, things, frozenset(gone))
    return Taking({**along, **things}, tuple(along), tuple(gone), settings)


def _by_thing(wishes: Iterable[Wish]) -> dict[Ref | None, set[str | None]]:
    """The fields that are wished for of each thing; none among them stands for all."""
    found: dict[Ref | None, set[str | None]] = {}
    for wish in wishes:
        found.setdefault(wish.ref, set()).add(wish.field)
    return found


def _wanted(mine: Thing | None, theirs: Thing | None, names: set[str | None]) -> Thing | None:
    """A thing as it is to be; none where it is not in the other plan."""
    if mine is None or theirs is None:
        return theirs
    return _with_fields(mine, theirs, names)


def _with_fields(mine: T, theirs: T, names: set[str | None]) -> T:
    if None in names:
        return theirs
    values = {name: getattr(theirs, name) for name in names if name is not None}
    return replace(mine, **values)


def _untied(mine: Plan, theirs: Plan, things: dict[Ref, Thing]) -> dict[Ref, Thing]:
    """Rotations that go to another mission, without the ties that cannot be any more."""
    rotations = [thing for thing in things.values() if isinstance(thing, Rotation)]
    old = mine.rotations
    moved = {r.id: r for r in rotations if r.id in old and old[r.id].mission != r.mission}
    if not moved:
        return {}
    known = mine
    for thing in rotations:
        if thing.id not in moved:
            known = known.put(thing)
    for post in (theirs.posts.get(r.post or "") for r in moved.values()):
        if post is not None and post.id not in known.posts:
            known = known.put(post)
    return {Ref(Kind.ROTATION, one.id): one for one in relocated(known, moved.values())}


def _along(
    mine: Plan, theirs: Plan, things: dict[Ref, Thing], gone: frozenset[Ref]
) -> dict[Ref, Thing]:
    """What things refer to that is not here, and what that refers to, as the other plan has it."""
    found: dict[Ref, Thing] = {}
    waiting = list(things.values())
    while waiting:
        for _field, kind, name in references_of(waiting.pop()):
            ref = Ref(kind, name)
            if ref in things or ref in found or (mine.find(ref) is not None and ref not in gone):
                continue
            other = theirs.find(ref)
            if other is not None:
                found[ref] = other
                waiting.append(other)
    # What is referred to comes first.
    return dict(reversed(found.items()))


def _freed(plan: Plan, taking: Taking, gone: frozenset[Ref]) -> dict[Ref, Thing]:
    """The rotations that stay, without links to rotations that go."""
    names = {ref.id for ref in gone if ref.kind is Kind.ROTATION}
    if not names:
        return {}
    freed: dict[Ref, Thing] = {}
    after = {r.id: r for r in taking.things.values() if isinstance(r, Rotation)}
    for rotation in (after.get(r.id, r) for r in plan.rotations.things()):
        lost = [link for link in _LINKS if getattr(rotation, link) in names]
        if lost:
            links: dict[str, Any] = dict.fromkeys(lost)
            freed[Ref(Kind.ROTATION, rotation.id)] = replace(rotation, **links)
    return freed


def _require_unused(plan: Plan, changed: dict[Ref, Thing], gone: frozenset[Ref]) -> None:
    """Refuse that something goes which is still used."""
    if not gone:
        return
    for user, ref in _uses(plan, changed):
        if ref in gone:
            raise Refused(
                _("'{id}' is still used by {users}; change those first.").format(
                    id=ref.id, users=f"{user.kind} {user.id}"
                )
            )


def _uses(plan: Plan, changed: dict[Ref, Thing]) -> Iterator[tuple[Ref, Ref]]:
    """Each thing with what it refers to, as it will be."""
    there = {Ref(kind, thing.id): thing for kind in LISTS for thing in plan.table(kind).things()}
    for user, thing in {**there, **changed}.items():
        for _field, kind, name in references_of(thing):
            yield user, Ref(kind, name)
