"""The values of fields as a planner reads them, from a plan or from cells of a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from domain.exchange.titles import NOTHING, REFERENCES, field_text
from domain.language import N_, _, plural
from domain.model import (
    Binding,
    Category,
    Exemption,
    ForceKind,
    Kind,
    Length,
    Limit,
    Marking,
    Measure,
    Ref,
    Source,
    Status,
    SupplyStep,
    UntilDecided,
)
from gui.days import day_text, days_text
from gui.words import categories_text, word
from gui.words import number_text as bound_text

Namer = Callable[[Ref], str]
"""What a thing is called."""
_LONGEST: Final = 400
_FLAGS: Final = frozenset(
    {"handover_counts", "exclusive", "correction", "condition_met", "is_record"}
)
_DAYS: Final = frozenset({"on_day", "until_day", "condition_decided_on", "decided_on"})
_WORDS: Final[Mapping[str, type[StrEnum]]] = {
    "status": Status,
    "category": Category,
    "measure": Measure,
    "until_decided": UntilDecided,
}
_OTHER_WORDS: Final[dict[StrEnum, str]] = {
    Binding.MAXIMUM: N_("maximum"),
    Binding.EXACT: N_("exactly"),
    Binding.CIRCA: N_("circa"),
    Binding.MODULAR: N_("modular"),
    Binding.UNLIMITED: N_("no limit"),
    Binding.UNKNOWN: N_("number unknown"),
    Binding.UNREAD: N_("not yet read"),
    UntilDecided.IN_FORCE: N_("in force"),
    UntilDecided.NOT_IN_FORCE: N_("not in force"),
    ForceKind.UNIT: N_("unit"),
    ForceKind.POOL: N_("pool"),
}


def value_text(field: str, value: object, name: Namer) -> str:
    """The value of a field of a thing; a dash where there is none."""
    text = _text(field, value, name)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _text(field: str, value: Any, name: Namer) -> str:  # noqa: ANN401, PLR0911 - any field, one return a kind
    from domain.rules.texts import number_text

    match value:
        case None | "" | () | []:
            return NOTHING
        case bool():
            return _("yes") if value else _("no")
        case StrEnum():
            return _word(value)
        case str() if field in REFERENCES:
            return name(Ref(REFERENCES[field], value))
        case date():
            return day_text(value)
        case Decimal():
            return number_text(value)
        case frozenset():
            return categories_text(value)
        case tuple() | list():
            return ", ".join(_text(field, item, name) for item in value)
        case Mapping():
            return _("there")
        case _:
            return _object(value, name) if is_dataclass(value) else str(value)


def _word(value: StrEnum) -> str:
    if value in _OTHER_WORDS:
        return _(_OTHER_WORDS[value])
    try:
        return word(value)
    except KeyError:
        return value.value.replace("_", " ")


def _object(value: Any, name: Namer) -> str:  # noqa: ANN401, PLR0911 - one return a kind of value
    match value:
        case Ref():
            return name(value)
        case Length(days=days, months=months):
            if months is not None:
                return plural("{number} month", "{number} months", months).format(number=months)
            count = days or 0
            return plural("{number} day", "{number} days", count).format(number=count)
        case Source():
            said = (value.document, value.section, value.text or "", day_text(value.decided_on))
            return ", ".join(filter(None, said)) or NOTHING
        case Marking():
            return value.text
        case Limit(measure=measure):
            counted = [] if measure is None else [word(measure)]
            return " ".join([bound_text(value.binding, value.number), *counted])
        case SupplyStep():
            return f"{value.quantity} ({days_text(value.first_day, value.last_day)})"
        case Exemption():
            return f"{name(Ref(Kind.MISSION, value.mission))} ({value.reason})"
        case _:
            inside = ((one.name, getattr(value, one.name)) for one in fields(value))
            return ", ".join(_text(field, item, name) for field, item in inside if item)


def cell_text(column: str, cell: object, name: Namer) -> str:
    """What a cell of a file says, as its journal has it."""
    return value_text(column, _value_in(column, cell), name)


def _value_in(column: str, cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """The value that a cell holds, as far as its column tells; else the cell itself."""
    try:
        if isinstance(cell, str) and cell[:1] in {"[", "{"}:
            return _unpacked(column, json.loads(cell))
        if isinstance(cell, str) and (
            column.endswith(("first_day", "last_day")) or column in _DAYS
        ):
            return date.fromisoformat(cell)
        if column in _FLAGS and isinstance(cell, int):
            return bool(cell)
        return _WORDS[column](cell) if column in _WORDS and cell is not None else cell
    except ValueError:
        return cell


def _unpacked(column: str, said: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    if isinstance(said, dict):
        return [f"{field_text(key)}: {value}" for key, value in said.items() if _is_plain(value)]
    if column == "categories":
        return frozenset(map(Category, said))
    return [_part(item) for item in said]


def _part(item: Any) -> Any:  # noqa: ANN401 - a part of what a cell holds
    if not isinstance(item, Mapping):
        return item
    if item.keys() == {"kind", "id"}:
        return Ref(Kind(item["kind"]), item["id"])
    texts: Sequence[str] = [str(value) for value in item.values() if _is_plain(value)]
    return " ".join(texts)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int) and value != ""
