"""Changes of a rotation as edits with a name that tells them apart in the list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from domain.language import _, plural
from domain.model import (
    ChangeRotations,
    Edit,
    MoveRotations,
    Plan,
    ResizeRotation,
    Rotation,
    Status,
    Table,
    Together,
)
from gui.days import day_text
from gui.models.columns import TITLES
from gui.words import word

_TEXTS: Final = frozenset({"note", "justification"})


def change_of(plan: Plan, rotations: Sequence[Rotation], field: str, value: Any) -> Edit:  # noqa: ANN401 - each field has its own kind of value
    """The edit that gives a field of rotations another value, in one step."""
    ids = tuple(rotation.id for rotation in rotations)
    title = _title(plan, rotations, field, value)
    if field == "mission":
        return Together((MoveRotations(ids, 0, value),), title)
    if field in {"first_day", "last_day"} and len(rotations) == 1:
        return Together((_resized(rotations[0], field, value),), title)
    return Together((ChangeRotations(ids, {field: value}),), title)


def _resized(rotation: Rotation, field: str, day: date) -> Edit:
    first_day = day if field == "first_day" else rotation.first_day
    last_day = day if field == "last_day" else rotation.last_day
    return ResizeRotation(rotation.id, first_day, last_day)


def _title(plan: Plan, rotations: Sequence[Rotation], field: str, value: Any) -> str:  # noqa: ANN401 - as above
    name = rotations[0].name
    if len(rotations) > 1:
        count = len(rotations)
        name = plural("{count} rotation", "{count} rotations", count).format(count=count)
    if field in _TEXTS:
        return _("{name}: {field} changed").format(name=name, field=_(TITLES[field]))
    return _("{name}: {field} {value}").format(
        name=name, field=_(TITLES[field]), value=value_text(plan, field, value)
    )


def value_text(plan: Plan, field: str, value: Any) -> str:  # noqa: ANN401 - as above
    """The value of a field as a person reads it; a dash for none."""
    match value:
        case None | "" | ():
            return "–"
        case Status():
            return word(value)
        case date():
            return day_text(value)
        case tuple():
            return ", ".join(_name(plan, "mission", name) for name in value)
        case _:
            return _name(plan, field, str(value))


def _name(plan: Plan, field: str, value: str) -> str:
    if field == "post":
        return plan.posts[value].title if value in plan.posts else value
    tables: dict[str, Table[Any]] = {
        "mission": plan.missions,
        "force": plan.forces,
        "relieves": plan.rotations,
        "continues": plan.rotations,
        "part_of": plan.rotations,
    }
    thing = tables[field].get(value) if field in tables else None
    return value if thing is None else str(thing.name)
