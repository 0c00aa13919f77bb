"""The values of fields as a planner reads them, from a plan or from cells of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.model import Category, Kind, Measure, Ref, Status, UntilDecided
from domain.words import values
from domain.words.titles import field_text
from domain.words.values import Namer

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


def value_text(field: str, value: object, name: Namer) -> str:
    """The value of a field, no longer than a cell of a table can show."""
    text = values.value_text(field, value, name)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


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
