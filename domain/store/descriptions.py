"""How the journal says what became of a row, and how a row is taken back to what it was.

A row that comes or goes is said in full, nulls left out; of a row that changed only the columns
that did. A whole scenario that comes or goes is said by how many rows it has, and a digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import groupby
from typing import Any

from domain.store.differences import RecordChange
from domain.store.fields import Row, packed
from domain.store.records import Form, Record

Said = dict[str, Any]


class Contradiction(ValueError):
    """A row is not what the journal says that it became."""


def said_of(form: Form, record: Record) -> Said:
    """A record by the names of its columns."""
    said: Said = {"position": record.position, **dict(zip(form.columns, record.row, strict=True))}
    if form.part is not None:
        columns = form.part.columns
        said[form.part.name] = [dict(zip(columns, row, strict=True)) for row in record.parts]
    return said


def record_of(form: Form, said: Mapping[str, Any]) -> Record:
    """The record of which this was said."""
    parts: tuple[Row, ...] = ()
    if form.part is not None:
        columns = form.part.columns
        parts = tuple(tuple(map(part.get, columns)) for part in said[form.part.name])
    return Record(said["position"], tuple(map(said.get, form.columns)), parts)


def described(change: RecordChange) -> Said:
    """A change of a row, as it stands in the journal."""
    sides = [
        None if record is None else said_of(change.form, record)
        for record in (change.before, change.after)
    ]
    before, after = _fewer(*sides)
    return {"kind": change.form.kind.value, "id": change.id, "before": before, "after": after}


def _fewer(before: Said | None, after: Said | None) -> tuple[Said | None, Said | None]:
    if before is None or after is None:
        return _without_nulls(before), _without_nulls(after)
    names = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _without_nulls(said: Said | None) -> Said | None:
    if said is None:
        return None
    return {name: value for name, value in said.items() if value is not None}


def taken_back(form: Form, record: Record | None, change: Mapping[str, Any]) -> Record | None:
    """What a row was before a change; raises Contradiction when it is not what it became."""
    before, after = change["before"], change["after"]
    if before is not None and after is not None:
        if record is None:
            raise Contradiction
        if before.keys() == after.keys() <= form.places.keys():
            return record._replace(row=_cells_before(form, record.row, change))
        said = said_of(form, record)
        if any(said[name] != value for name, value in after.items()):
            raise Contradiction
        return record_of(form, {**said, **before})
    if (None if after is None else record_of(form, after)) != record:
        raise Contradiction
    return None if before is None else record_of(form, before)


def _cells_before(form: Form, row: Row, change: Mapping[str, Any]) -> Row:
    """The cells of a row before a change of nothing but cells."""
    before, cells = change["before"], list(row)
    for name, value in change["after"].items():
        place = form.places[name]
        if cells[place] != value:
            raise Contradiction
        cells[place] = before[name]
    return tuple(cells)


def summary_of(row: Mapping[str, Any], records: Iterable[tuple[Form, Record]]) -> Said:
    """A whole scenario in brief: its own row, the length of its lists, and a digest of them.

    The records come list by list, in order.
    """
    digest, counts = sha256(), {}
    for form, group in groupby(records, key=lambda pair: pair[0]):
        listed = [record for _form, record in group]
        counts[form.table] = len(listed)
        digest.update(packed([form.table, listed]).encode())
    return {**row, "rows": counts, "digest": digest.hexdigest()}
