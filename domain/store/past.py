"""The steps behind a plan as plans, so that they can be undone after the program was closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from domain.model import LISTS, Kind, Plan, Table
from domain.store.descriptions import taken_back
from domain.store.driver import Connection
from domain.store.forms import FORMS
from domain.store.history import HistoryStep, steps_of
from domain.store.journal_words import PLAN, SCENARIO
from domain.store.net_changes import effective
from domain.store.records import Form, Record
from domain.store.scenario_rows import COLUMNS, plan_of, scenario_row

_LOOKED_AT: Final = 1000
"""So many entries of the journal are gone through to find the steps that still hold."""
_MOST_SAID: Final = 8_000_000
"""So many characters of them: nobody waits long for steps that changed tens of thousands."""


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step that was made, with the plans on either side of it."""

    seq: int
    at: datetime
    who: str
    label: str
    before: Plan
    after: Plan


@dataclass(frozen=True, slots=True)
class Past:
    """The steps that led to a plan and can be undone, and those that were undone.

    The last one that was done is the last of ``done``; the next to do again the first of
    ``undone``. Plans that touch share all that did not change.
    """

    done: tuple[PastStep, ...]
    undone: tuple[PastStep, ...]


def past_of(connection: Connection, number: int, plan: Plan, most: int) -> Past:
    """The last steps of a scenario that now is this plan, as loaded.

    Raises Contradiction when the plan is not what the journal says, Misfit when its rows hold
    no plan.
    """
    steps, said = [], 0
    for step in steps_of(connection, number, most=_LOOKED_AT):
        said += len(step.said)
        if said > _MOST_SAID or step.is_birth:
            break
        if any(change["kind"] in {*LISTS, SCENARIO} for change in step.changes):
            steps.append(step)
    done, undone = effective(steps[::-1])
    return Past(
        tuple(_backwards(plan, done[-most:])) if most else (),
        tuple(_forwards(plan, undone[:most])),
    )


def _backwards(plan: Plan, steps: list[HistoryStep]) -> list[PastStep]:
    found: list[PastStep] = []
    for step in reversed(steps):
        before = stepped(plan, reversed(step.changes), back=True)
        found.append(PastStep(step.seq, step.at, step.who, step.label, before, plan))
        plan = before
    return found[::-1]


def _forwards(plan: Plan, steps: list[HistoryStep]) -> list[PastStep]:
    found: list[PastStep] = []
    for step in steps:
        after = stepped(plan, step.changes, back=False)
        found.append(PastStep(step.seq, step.at, step.who, step.label, plan, after))
        plan = after
    return found


def stepped(plan: Plan, changes: Iterable[Mapping[str, Any]], *, back: bool) -> Plan:
    """A plan after some changes, or before them; they are given in the order of going."""
    records: dict[Kind, dict[str, Record | None]] = {}
    for change in changes:
        kind, turned = change["kind"], change
        if not back:
            turned = {**change, "before": change["after"], "after": change["before"]}
        if kind == PLAN:
            plan = replace(plan, name=turned["before"].get("name", plan.name))
        elif kind == SCENARIO:
            plan = _with_row(plan, turned["before"])
        elif kind in LISTS:
            found = records.setdefault(Kind(kind), {})
            name, form = change["id"], FORMS[Kind(kind)]
            now = found[name] if name in found else _record(plan, form, name)
            found[name] = taken_back(form, now, turned)
    lists: dict[str, Any] = {
        LISTS[kind]: _with_records(plan.table(kind), FORMS[kind], found)
        for kind, found in records.items()
    }
    return replace(plan, **lists)


def _with_row(plan: Plan, cells: Mapping[str, Any]) -> Plan:
    row = {**dict(zip(COLUMNS, scenario_row(plan), strict=True)), **cells}
    bare = plan_of(plan.name, tuple(map(row.get, COLUMNS)))
    return replace(
        plan,
        scenario=bare.scenario,
        derived_from=bare.derived_from,
        settings=bare.settings,
        open_points=bare.open_points,
    )


def _record(plan: Plan, form: Form, name: str) -> Record | None:
    table = plan.table(form.kind)
    thing = table.get(name)
    return None if thing is None else form.record(thing, table.position(name))


def _with_records(
    table: Table[Any], form: Form, records: Mapping[str, Record | None]
) -> Table[Any]:
    if any(record is not None and _is_elsewhere(table, record) for record in records.values()):
        return _in_order(table, form, records)
    for name, record in records.items():
        thing = None if record is None else form.thing(record.row, record.parts)
        table = table.without(name) if thing is None else table.put(thing)
    return table


def _is_elsewhere(table: Table[Any], record: Record) -> bool:
    name = str(record.row[0])
    return name not in table.slots or table.position(name) != record.position


def _in_order(table: Table[Any], form: Form, records: Mapping[str, Record | None]) -> Table[Any]:
    """The list anew, for things that come back to places that it does not know of."""
    placed = {name: (table.position(name), table[name]) for name in table}
    for name, record in records.items():
        placed.pop(name, None)
        if record is not None:
            placed[name] = record.position, form.thing(record.row, record.parts)
    ordered = sorted(placed.values(), key=lambda pair: pair[0])
    return Table([thing for _at, thing in ordered], [at for at, _thing in ordered])
