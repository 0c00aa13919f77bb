"""A plan into a JSON document: every field written out, days as ISO text."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from domain.exchange.files import write_safely
from domain.model import (
    LISTS,
    NO_NOTES,
    DayNotes,
    Force,
    Length,
    OpenPoint,
    Plan,
    Precision,
    Ref,
    Source,
)

VERSION: Final = 1


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan as a JSON document; the old file stays until the new one is whole."""
    text = json.dumps(document_of(plan), ensure_ascii=False, indent=1)
    write_safely(path, (text + "\n").encode())


def document_of(plan: Plan) -> dict[str, Any]:
    """The document of a plan, in plain values."""
    document: dict[str, Any] = {
        "format": "kader-plan",
        "version": VERSION,
        "name": plan.name,
        "scenario": plan.scenario,
        "derived_from": plan.derived_from,
        "settings": plain(plan.settings),
    }
    for name in LISTS.values():
        document[name] = [plain(thing) for thing in getattr(plan, name).things()]
    if plan.open_points:
        document["x_open_points"] = [_open_point(point) for point in plan.open_points]
    return document


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one return a kind of field
    """A value as JSON can hold it."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case date():
            return value.isoformat()
        case Decimal():
            return _number(value)
        case frozenset():
            return sorted(plain(item) for item in value)
        case tuple():
            return [plain(item) for item in value]
        case Length():
            return {"days": value.days} if value.months is None else {"months": value.months}
        case Source():
            return _source(value)
        case Ref():
            return {"kind": str(value.kind), "id": value.id}
        case _:
            return _object(value)


def _object(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any entity
    found: dict[str, Any] = {}
    for field in fields(value):
        item = getattr(value, field.name)
        if field.name == "day_notes":
            found.update(_notes(item))
        elif field.name == "supply" and isinstance(value, Force):
            found["supply"] = plain(item)
        else:
            found[field.name] = plain(item)
    return found


def _notes(notes: DayNotes) -> dict[str, Any]:
    """What a source says about the days, where it says more than the days themselves."""
    found: dict[str, Any] = {}
    if notes == NO_NOTES:
        return found
    if notes.first_precision is not Precision.DAY:
        found["first_day_precision"] = str(notes.first_precision)
    if notes.last_precision is not Precision.DAY:
        found["last_day_precision"] = str(notes.last_precision)
    if notes.first_note:
        found["first_day_note"] = notes.first_note
    if notes.last_note:
        found["last_day_note"] = notes.last_note
    if notes.last_kind is not None:
        found["last_day_kind"] = str(notes.last_kind)
    return found


def _source(source: Source) -> Any:  # noqa: ANN401 - text or an object
    if source.text is not None:
        return source.text
    return {
        field.name: plain(getattr(source, field.name))
        for field in fields(source)
        if field.name != "text"
    }


def _number(value: Decimal) -> int | float:
    """A decimal as a JSON number; floats print the shortest digits that read back the same."""
    return int(value) if value == value.to_integral_value() else float(value)


def _open_point(point: OpenPoint) -> dict[str, Any]:
    subject = {"kind": point.subject_kind, "id": point.subject_id} if point.subject_id else None
    return {
        "subject": subject,
        "text_nl": point.text_nl,
        "text_en": point.text_en,
        "source": point.source,
    }
