"""Changes of a rotation as edits with a name that tells them apart in the list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from domain.language import _
from domain.model import (
    ChangeRotations,
    Edit,
    MoveRotations,
    Plan,
    ResizeRotation,
    Rotation,
    Together,
)
from domain.words.numbers import rotations_text
from domain.words.things import name_of
from domain.words.values import value_text
from gui.models.columns import TITLES

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
        name = rotations_text(count)
    if field in _TEXTS:
        return _("{name}: {field} changed").format(name=name, field=_(TITLES[field]))
    namer = partial(name_of, plan=plan)
    return _("{name}: {field} {value}").format(
        name=name, field=_(TITLES[field]), value=value_text(field, value, namer)
    )
