"""Fields that are things of their own: sources, references, exemptions, what a waiver accepts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from domain.model import Accepted, Exemption, Kind, OpenPoint, Ref, Source
from domain.store.fields import Field, Row, exact, one_cell, only_texts, packed

_SOURCE: Final = Source.__match_args__
_OPEN_POINT: Final = OpenPoint.__match_args__


def source() -> Field:
    """Where a fact stands, or nothing."""
    return one_cell("source", _source_cell, _source_value)


def _source_cell(given: Source) -> str:
    said = {name: getattr(given, name) for name in _SOURCE}
    said["decided_on"] = given.decided_on and given.decided_on.isoformat()
    blank = Source()
    return packed({name: value for name, value in said.items() if value != getattr(blank, name)})


def _source_value(stored: str) -> Source:
    said = json.loads(stored)
    only_texts(list(said.values()))
    decided_on = said.pop("decided_on", None)
    return Source(**said, decided_on=decided_on and date.fromisoformat(decided_on))


def exemptions(name: str) -> Field:
    """Missions that are exempt, with the reasons."""

    def cell(given: tuple[Exemption, ...]) -> str:
        return packed([{"mission": one.mission, "reason": one.reason} for one in given])

    def value(stored: str) -> tuple[Exemption, ...]:
        return tuple(Exemption(*_texts_of(one, "mission", "reason")) for one in json.loads(stored))

    return one_cell(name, cell, value)


def open_points(name: str) -> Field:
    """The choices that someone should confirm."""

    def cell(given: tuple[OpenPoint, ...]) -> str:
        return packed([{part: getattr(point, part) for part in _OPEN_POINT} for point in given])

    def value(stored: str) -> tuple[OpenPoint, ...]:
        return tuple(OpenPoint(*_texts_of(point, *_OPEN_POINT)) for point in json.loads(stored))

    return one_cell(name, cell, value)


def _texts_of(said: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    return only_texts([said[name] for name in names])


def references(name: str) -> Field:
    """Things in the plan, by kind and id."""
    return one_cell(name, _references_cell, _references_value)


def _references_cell(given: tuple[Ref, ...]) -> str:
    return packed([{"kind": ref.kind.value, "id": ref.id} for ref in given])


def _references_value(stored: str) -> tuple[Ref, ...]:
    pairs = (_texts_of(one, "kind", "id") for one in json.loads(stored))
    return tuple(Ref(Kind(kind), name) for kind, name in pairs)


def accepted() -> Field:
    """How far a waiver goes."""
    ends = ("first_day", "last_day", "excess", "contributors")
    columns = tuple(f"accepted_{end}" for end in ends)
    return Field("accepted", columns, _accepted_cells, _accepted_value)


def _accepted_cells(given: Accepted) -> Row:
    return (
        given.first_day.isoformat(),
        given.last_day.isoformat(),
        None if given.excess is None else str(given.excess),
        _references_cell(given.contributors),
    )


def _accepted_value(first: str, last: str, excess: str | None, contributors: str) -> Accepted:
    return Accepted(
        date.fromisoformat(first),
        date.fromisoformat(last),
        None if excess is None else exact(excess),
        _references_value(contributors),
    )
