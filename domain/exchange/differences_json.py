"""What differs between two plans, as a JSON document and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from domain.engine.comparison import Difference, FieldChange, How, changed_fields
from domain.exchange.plan_json import plain
from domain.language import _
from domain.model import Plan


def differences_document(before: Plan, after: Plan, found: Sequence[Difference]) -> dict[str, Any]:
    """What was added, changed and removed; of what changed the fields, old and new."""
    return {
        "scenario": after.scenario,
        "added": [_ref(one) for one in found if one.how is How.ADDED],
        "changed": [
            {**_ref(one), "fields": {field.field: _values(field) for field in one.fields}}
            for one in found
            if one.how is How.CHANGED
        ],
        "removed": [_ref(one) for one in found if one.how is How.REMOVED],
        "settings": {
            field.field: _values(field) for field in changed_fields(before.settings, after.settings)
        },
    }


def _ref(difference: Difference) -> dict[str, str]:
    return {"kind": str(difference.ref.kind), "id": difference.ref.id}


def _values(field: FieldChange) -> dict[str, Any]:
    return {"old": plain(field.before), "new": plain(field.after)}


def differences_lines(before: Plan, after: Plan, found: Sequence[Difference]) -> Iterator[str]:
    """One line for each thing, one for the settings, and a closing line with the numbers."""
    settings = "; ".join(map(_field, changed_fields(before.settings, after.settings)))
    if settings:
        yield _("changed: {thing}: {fields}").format(thing=_("settings"), fields=settings)
    for one in found:
        yield _line(one)
    yield closing_line(found)


def closing_line(found: Sequence[Difference]) -> str:
    """How many things were added, changed and removed."""
    added, changed, removed = (sum(one.how is how for one in found) for how in How)
    return _("{added} added, {changed} changed, {removed} removed.").format(
        added=added, changed=changed, removed=removed
    )


def _line(difference: Difference) -> str:
    thing = f"{difference.ref.kind} {difference.ref.id}"
    match difference.how:
        case How.ADDED:
            return _("added: {thing}").format(thing=thing)
        case How.REMOVED:
            return _("removed: {thing}").format(thing=thing)
        case How.CHANGED:
            fields = "; ".join(_field(field) for field in difference.fields)
            return _("changed: {thing}: {fields}").format(thing=thing, fields=fields)


def _field(field: FieldChange) -> str:
    return f"{field.field} {plain(field.before)} → {plain(field.after)}"
