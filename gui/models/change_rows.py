"""What differs between two plans as rows that a planner reads: thing, field, before, after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from domain.engine.comparison import Difference, How, changed_fields, differences
from domain.language import _
from domain.model import Plan, Ref, Thing
from domain.words.days import period_text
from domain.words.fixed import NOTHING
from domain.words.numbers import persons_text
from domain.words.things import thing_name, thing_text
from domain.words.titles import field_text
from gui.value_words import value_text


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of a thing, or of one of its fields; without a ref it is about the settings."""

    ref: Ref | None
    thing: str
    what: str
    before: str
    after: str


def rows_between(before: Plan, after: Plan) -> list[ChangeRow]:
    """All that differs between two plans: the settings, then thing by thing, field by field."""
    rows = list(_settings(before, after))
    for difference in differences(before, after):
        rows.extend(rows_of(difference, (after, before)))
    return rows


def rows_of(difference: Difference, plans: Sequence[Plan]) -> Iterator[ChangeRow]:
    """The rows of one thing; it is called what the first of some plans that has it calls it."""
    ref, thing = difference.ref, thing_text(difference.ref, plans)
    old, new = (_brief(one, plans) for one in (difference.before, difference.after))
    if difference.how is How.ADDED:
        yield ChangeRow(ref, thing, _("Added"), NOTHING, new)
    elif difference.how is How.REMOVED:
        yield ChangeRow(ref, thing, _("Removed"), old, NOTHING)
    namer = partial(thing_name, plans=plans)
    for field in difference.fields:
        values = (value_text(field.field, value, namer) for value in (field.before, field.after))
        yield ChangeRow(ref, thing, field_text(field.field), *values)


def _settings(before: Plan, after: Plan) -> Iterator[ChangeRow]:
    namer = partial(thing_name, plans=(after, before))
    for field in changed_fields(before.settings, after.settings):
        values = (value_text(field.field, value, namer) for value in (field.before, field.after))
        yield ChangeRow(None, thing_text(None, ()), field_text(field.field), *values)


def _brief(thing: Thing | None, plans: Sequence[Plan]) -> str:
    from domain.engine.merging.fields import fields_of

    return NOTHING if thing is None else brief_text(fields_of(thing), plans)


def brief_text(thing: Mapping[str, Any], plans: Sequence[Plan]) -> str:
    """A whole thing, given by its fields, in a few words: its days, and who goes."""
    parts: list[str] = []
    if "first_day" in thing:
        parts.append(period_text(thing["first_day"], thing["last_day"]))
    if "military" in thing:
        persons = thing["military"] + thing["civilian"] + thing["police"]
        parts.append(persons_text(persons))
    if thing.get("force") is not None:
        parts.append(value_text("force", thing["force"], partial(thing_name, plans=plans)))
    return " · ".join(parts) or _("there")


def changed_text(was: Mapping[str, Any], now: Mapping[str, Any], plans: Sequence[Plan]) -> str:
    """The fields of a thing that have another value, in a few words."""
    namer = partial(thing_name, plans=plans)
    return ", ".join(
        f"{field_text(field)} {value_text(field, value, namer)}"
        for field, value in now.items()
        if was.get(field) != value
    )
