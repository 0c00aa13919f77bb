"""The values of fields as a planner reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from domain.language import _
from domain.model import (
    Accepted,
    DayNotes,
    EndKind,
    Exemption,
    Kind,
    Length,
    Limit,
    Marking,
    Ref,
    Source,
    SupplyStep,
)
from domain.words.days import day_text, period_text
from domain.words.fixed import NOTHING, categories_text, end_text, exactness_text, word, yes_or_no
from domain.words.limits import limit_text
from domain.words.numbers import length_text, number_text
from domain.words.titles import REFERENCES

Namer = Callable[[Ref], str]
"""What a thing is called."""


def value_text(field: str, value: object, name: Namer) -> str:  # noqa: PLR0911 - a kind a return
    """The value of a field of a thing in words; a dash where there is none."""
    match value:
        case None | "" | ():
            return NOTHING
        case bool():
            return yes_or_no(value)
        case StrEnum():
            return word(value)
        case str():
            return name(Ref(REFERENCES[field], value)) if field in REFERENCES else value
        case int() | Decimal():
            return number_text(value)
        case date():
            return day_text(value)
        case frozenset():
            return categories_text(value)
        case tuple() | list():
            between = ", " if isinstance(value[0], str) else "; "
            return between.join(value_text(field, one, name) for one in value)
        case _:
            return _TEXTS.get(type(value), _any)(value, name)


def _any(value: object, _name: Namer) -> str:
    return str(value)


def _source(source: Source, _name: Namer) -> str:
    quote = f"“{source.quote}”" if source.quote else ""
    return _joined(", ", (str(source), day_text(source.decided_on), quote))


def _supply(step: SupplyStep, _name: Namer) -> str:
    return f"{step.quantity} ({period_text(step.first_day, step.last_day)})"


def _exemption(exemption: Exemption, name: Namer) -> str:
    return f"{name(Ref(Kind.MISSION, exemption.mission))} ({exemption.reason})"


def _accepted(accepted: Accepted, name: Namer) -> str:
    parts = [period_text(accepted.first_day, accepted.last_day)]
    if accepted.excess is not None:
        parts.append(_("excess {number}").format(number=number_text(accepted.excess)))
    return " · ".join([*parts, *map(name, accepted.contributors)])


def _notes(notes: DayNotes, _name: Namer) -> str:
    first = (exactness_text(notes.first_precision), notes.first_note)
    last = (exactness_text(notes.last_precision), notes.last_note)
    end = "" if notes.last_kind in {None, EndKind.DATE} else end_text(notes.last_kind)
    return _joined(" · ", dict.fromkeys((*first, *last, end)))


def _joined(between: str, parts: Iterable[str]) -> str:
    return between.join(filter(None, parts)) or NOTHING


_TEXTS: Final[dict[type, Callable[[Any, Namer], str]]] = {
    Ref: lambda ref, name: name(ref),
    Length: lambda length, _name: length_text(length),
    Limit: lambda limit, _name: limit_text(limit),
    Marking: lambda marking, _name: str(marking.text),
    Source: _source,
    SupplyStep: _supply,
    Exemption: _exemption,
    Accepted: _accepted,
    DayNotes: _notes,
}
