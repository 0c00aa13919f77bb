"""Entries of a table into a plan: rotations are made, changed, removed, and tied anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from domain.errors import Refused
from domain.exchange.rotation_rows.doubt import quoted
from domain.exchange.rotation_rows.entries import Entry
from domain.exchange.rotation_rows.lookalikes import by_looks, looks_of
from domain.exchange.rotation_rows.names import Names
from domain.exchange.rotation_rows.reading import Reading, Remarks
from domain.exchange.rotation_rows.ties import Ties
from domain.language import _
from domain.model import Kind, Plan, Ref, Rotation
from domain.model.new_ids import NewIds
from domain.model.references import check_things


def taken_in(
    plan: Plan,
    entries: Sequence[Entry],
    gone: Collection[str],
    rows_in: int,
    remarks: Remarks,
) -> Reading:
    """What a table makes of a plan: its entries taken in, and some rotations gone.

    All or nothing: with any problem the plan is the one that was given.
    """
    made, rows = _made(plan, entries, remarks)
    _warn_of_lookalikes(plan, entries, remarks)
    names = Names("rotation", [*plan.rotations, *made])
    ties = Ties(plan, made, gone, rows, names, remarks)
    ties.settle()
    after = plan if remarks.problems else _put(plan, ties.made.values(), gone, remarks)
    return Reading(
        plan=plan if remarks.problems else after,
        problems=tuple(remarks.problems),
        warnings=tuple(remarks.warnings),
        rows_in=rows_in,
        rows_refused=len(remarks.refused),
        more_problems=remarks.more_problems,
        more_warnings=remarks.more_warnings,
    )


def _made(
    plan: Plan, entries: Iterable[Entry], remarks: Remarks
) -> tuple[dict[str, Rotation], dict[str, int]]:
    """New and changed rotations by id, and the rows of all that the table names."""
    listed = list(entries)
    given = {entry.id for entry in listed}
    new_ids, made, rows = NewIds(plan.rotations, given), dict[str, Rotation](), dict[str, int]()
    for entry in listed:
        name = entry.id or new_ids.for_mission(entry.values["mission"])
        rows[name] = entry.row
        try:
            rotation = _rotation(entry, name)
        except Refused as refusal:
            remarks.refuse(entry.row, "last_day", str(refusal))
            continue
        if rotation is not entry.before:
            made[name] = rotation
    return made, rows


def _rotation(entry: Entry, name: str) -> Rotation:
    """The rotation that an entry wants; the very same where nothing changes."""
    before = entry.before
    if before is None:
        values: dict[str, Any] = {"name": "", **entry.values}
        return Rotation(id=name, **values)
    return replace(before, **entry.values) if entry.values else before


def _put(plan: Plan, made: Iterable[Rotation], gone: Iterable[str], remarks: Remarks) -> Plan:
    after, touched = plan, list[Ref]()
    for name in gone:
        after = after.without(Ref(Kind.ROTATION, name))
    for rotation in made:
        after = after.put(rotation)
        touched.append(Ref(Kind.ROTATION, rotation.id))
    try:
        check_things(after, touched)
    except Refused as refusal:
        remarks.refuse_place("", str(refusal))
        return plan
    return after


def _warn_of_lookalikes(plan: Plan, entries: Iterable[Entry], remarks: Remarks) -> None:
    """Say which new ids look like others: one letter off is one rotation too many."""
    new = {entry.id: entry.row for entry in entries if entry.id and entry.before is None}
    if not new:
        return
    looks = by_looks([*plan.rotations, *new])
    for name, row in new.items():
        others = [other for other in looks[looks_of(name)] if other != name]
        cell = remarks.cell(row, "id")
        if others:
            sentence = _("the id {id} is new, and looks like {other}.")
            remarks.warn(cell, sentence.format(id=quoted(name), other=quoted(others[0])))
        else:
            remarks.warn(
                cell, _("the id {id} is new; a rotation is added.").format(id=quoted(name))
            )
