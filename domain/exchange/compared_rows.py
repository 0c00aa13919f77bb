"""What differs between two plans as rows: one for each field, one for what came or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain.engine.comparison import Difference, How, changed_fields
from domain.model import Kind, Mission, Plan, Ref, Thing

_MOVES: Final = frozenset({"first_day", "last_day", "mission"})
_PEOPLE: Final = frozenset({"military", "civilian", "police", "teams", "quantity"})
_FORCES: Final = frozenset({"force", "supply", "parent"})


class Sort(StrEnum):
    """What sort of difference a row shows."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REPEOPLED = "repeopled"
    LIMIT = "limit"
    FORCE = "force"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A field with both its values; or a thing that is only in one of the plans."""

    ref: Ref | None
    """The thing; none for the settings."""
    sort: Sort
    field: str | None
    """The field; none for a thing that is only in one of the plans."""
    before: Any
    after: Any
    missions: tuple[str, ...]
    """The missions that it is about in either plan."""


def rows_of(before: Plan, after: Plan, found: Iterable[Difference]) -> Iterator[ComparedRow]:
    """The rows of what differs: the settings, then thing by thing in the order that is given."""
    for change in changed_fields(before.settings, after.settings):
        yield ComparedRow(None, Sort.OTHER, change.field, change.before, change.after, ())
    for difference in found:
        yield from _of_thing(difference)


def _of_thing(difference: Difference) -> Iterator[ComparedRow]:
    before, after = difference.before, difference.after
    missions = tuple(dict.fromkeys((*_missions_of(before), *_missions_of(after))))
    if difference.how is not How.CHANGED:
        sort = Sort.ADDED if before is None else Sort.REMOVED
        yield ComparedRow(difference.ref, sort, None, before, after, missions)
        return
    for change in difference.fields:
        sort = _sort(difference.ref.kind, change.field)
        yield ComparedRow(difference.ref, sort, change.field, change.before, change.after, missions)


def _sort(kind: Kind, field: str) -> Sort:
    if kind is Kind.ROTATION and field in _MOVES:
        return Sort.MOVED
    if kind is Kind.ROTATION and field in _PEOPLE:
        return Sort.REPEOPLED
    if field == "limits":
        return Sort.LIMIT
    return Sort.FORCE if field in _FORCES else Sort.OTHER


def _missions_of(thing: Thing | None) -> tuple[str, ...]:
    if isinstance(thing, Mission):
        return (thing.id,)
    mission = getattr(thing, "mission", None)
    if isinstance(mission, str):
        return (mission,)
    missions = getattr(thing, "missions", ())
    return tuple(missions)
