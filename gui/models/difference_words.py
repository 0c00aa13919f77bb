"""What differs between two plans in the words of a person: things, values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.engine.comparison import FieldChange, How
from domain.exchange.titles import NOTHING, REFERENCES, field_text
from domain.language import N_, _
from domain.model import (
    DayNotes,
    Mission,
    Plan,
    Ref,
    Rotation,
    Thing,
)
from domain.rules.texts import name_of
from gui.days import day_text, days_text
from gui.words import word

HOWS: Final = {How.ADDED: N_("Added"), How.CHANGED: N_("Changed"), How.REMOVED: N_("Removed")}


def thing_text(ref: Ref, thing: Thing, plan: Plan) -> str:
    """A thing by its name and its id."""
    name = thing.name if isinstance(thing, Mission) else name_of(ref, plan)
    return name if not name or name == ref.id else f"{name} ({ref.id})"


def mission_text(thing: Thing, plan: Plan) -> str:
    """The mission that a thing belongs to; empty where it belongs to none or to many."""
    mission = plan.missions.get(getattr(thing, "mission", ""))
    return "" if mission is None else mission.name


def summary_text(thing: Thing) -> str:
    """What comes or goes, in a few words: the days, and of a rotation its people."""
    days = [getattr(thing, field, None) for field in ("first_day", "last_day")]
    parts = [days_text(*days)] if any(days) else []
    if isinstance(thing, Rotation):
        people = {field: getattr(thing, field) for field in ("military", "civilian", "police")}
        parts += [f"{field_text(field)} {number}" for field, number in people.items() if number]
    return " · ".join(parts)


def value_text(change: FieldChange, value: object, plan: Plan) -> str:
    """The value of a field: things by name, days as they are written here, nothing as a dash."""
    kind = REFERENCES.get(change.field)
    if kind is not None and isinstance(value, str):
        thing = plan.find(Ref(kind, value))
        return value if thing is None else thing_text(Ref(kind, value), thing, plan)
    return plain_text(value)


def plain_text(value: object) -> str:
    """A value on its own; what is larger than a line only as far as a line holds it."""
    if value in _NOTHING:
        return NOTHING
    shown = next((show for kind, show in _SHOWN if isinstance(value, kind)), _of_parts)
    return shown(value)


def _of_parts(value: object) -> str:
    """Something that has parts of its own, such as a source or a limit."""
    names = getattr(type(value), "__slots__", ())
    parts = (getattr(value, name, None) for name in names)
    return " · ".join(plain_text(part) for part in parts if part not in _NOTHING)


def _of_notes(notes: DayNotes) -> str:
    first = (_word(notes.first_precision), notes.first_note)
    last = (_word(notes.last_precision), notes.last_note)
    return ", ".join(dict.fromkeys(part for part in (*first, *last) if part)) or NOTHING


def _word(value: StrEnum) -> str:
    try:
        return word(value)
    except KeyError:
        return value.value


_NOTHING: Final = (None, "", ())
_SHOWN: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (bool, lambda value: _("yes") if value else _("no")),
    (StrEnum, _word),
    (date, day_text),
    (DayNotes, _of_notes),
    (str, lambda text: " ".join(text.split())),
    (int, str),
    (Iterable, lambda values: ", ".join(map(plain_text, values))),
)
"""How values are shown, by their kind; the first that fits."""
