"""What differs between two plans, thing by thing and field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from domain.model import LISTS, Kind, Plan, Ref, Rotation, Settings, Thing

_DAYS: Final = frozenset({"first_day", "last_day"})
_PEOPLE: Final = frozenset({"military", "civilian", "police", "teams", "force", "quantity"})


T = TypeVar("T", bound=Thing | Settings)


class How(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that has another value."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that is not the same in two plans; one of the two is none if it is not there."""

    ref: Ref
    before: Thing | None
    after: Thing | None

    @property
    def how(self) -> How:
        """Whether it was added, removed or changed."""
        if self.before is None:
            return How.ADDED
        return How.REMOVED if self.after is None else How.CHANGED

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that changed, in the order of the thing; none for what came or went."""
        if self.before is None or self.after is None:
            return ()
        return tuple(changed_fields(self.before, self.after))

    @property
    def moved(self) -> bool:
        """Whether it is a rotation on other days or at another mission."""
        names = {change.field for change in self.fields}
        return isinstance(self.after, Rotation) and bool(names & (_DAYS | {"mission"}))

    @property
    def repeopled(self) -> bool:
        """Whether it is a rotation with other people, teams or force."""
        names = {change.field for change in self.fields}
        return isinstance(self.after, Rotation) and bool(names & _PEOPLE)


def changed_fields(before: T, after: T) -> Iterator[FieldChange]:
    """The fields in which two versions of a thing differ."""
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield FieldChange(field.name, old, new)


def sharing(mine: Plan, theirs: Plan) -> Plan:
    """A plan with the lists of theirs that shares with mine all that is equal.

    What differs between two such plans is found at the cost of what differs, not of the plans.
    The things that are only theirs stand last.
    """
    lists: dict[str, Any] = {}
    for kind, name in LISTS.items():
        table = mine.table(kind)
        # Many at once are looked up in a dict, which is quicker than in the lists.
        own = {thing.id: thing for thing in table.things()}
        for thing in theirs.table(kind).things():
            before = own.pop(thing.id, None)
            if before is not thing and before != thing:
                table = table.put(thing)
        for key in own:
            table = table.without(key)
        lists[name] = table
    return replace(theirs, **lists)


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Everything that differs between two plans, list by list, in the order of the plans."""
    return tuple(
        Difference(Ref(kind, name), before.table(kind).get(name), after.table(kind).get(name))
        for kind in LISTS
        for name in _differing(before, after, kind)
    )


def _differing(before: Plan, after: Plan, kind: Kind) -> Iterator[str]:
    old, new = before.table(kind), after.table(kind)
    suspects = old.differing(new)
    if not suspects:
        return
    for name in dict.fromkeys([*old, *new]):
        if name in suspects and old.get(name) != new.get(name):
            yield name
