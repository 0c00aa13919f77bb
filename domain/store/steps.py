"""The steps that can be taken in a plan file: each writes its rows and one entry of the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from domain.errors import Refused
from domain.language import _
from domain.model import Applied, Plan
from domain.model.references import check_all
from domain.store import journal
from domain.store.access import Access
from domain.store.descriptions import Said, described, summary_of
from domain.store.differences import RecordChange, all_new, record_changes
from domain.store.driver import Connection
from domain.store.fields import Row
from domain.store.forms import FORMS
from domain.store.holder import now
from domain.store.reading import records_of, scenario_row_of
from domain.store.scenario_rows import COLUMNS, scenario_row
from domain.store.writing import (
    delete_scenario,
    insert_scenario,
    update_scenario,
    write_records,
)

PLAN = "plan"
SCENARIO = "scenario"


def save_step(access: Access, number: int, before: Plan, applied: Applied, label: str) -> None:
    """Take a scenario from one plan to the next; nothing is written when they are equal.

    Raises a KnownError when it cannot be kept; the file is then as it was.
    """
    after = applied.plan
    records = record_changes(before, applied)
    old, new = scenario_row(before), scenario_row(after)
    if not records and old == new and before.name == after.name and not access.read_only:
        return
    with sentence_for(after), access.step() as connection:
        said = rename_plan(connection, before.name, after.name)
        if old != new:
            _require_free_name(connection, after.scenario, number)
            update_scenario(connection, number, new)
            said.append(_row_said(old, new))
        write_records(connection, number, records)
        journal.append(connection, number, label, [*said, *map(described, records)])


def _row_said(old: Row, new: Row) -> Said:
    pairs = [pair for pair in zip(COLUMNS, old, new, strict=True) if pair[1] != pair[2]]
    before = {column: cell for column, cell, _new in pairs}
    return _said(SCENARIO, str(old[0]), before, {column: cell for column, _old, cell in pairs})


def _said(kind: str, name: str, before: Any, after: Any) -> Said:  # noqa: ANN401 - goes to JSON
    return {"kind": kind, "id": name, "before": before, "after": after}


def add_plan(connection: Connection, plan_id: str, name: str, open_scenario: int) -> list[Said]:
    """Put the row of the plan itself into a new file; what the journal is to say of it."""
    connection.execute(
        "INSERT INTO plan (only, id, name, created, open_scenario) VALUES (1, ?, ?, ?, ?)",
        (plan_id, name, now(), open_scenario),
    )
    return [_said(PLAN, plan_id, None, {"name": name})]


def rename_plan(connection: Connection, old: str, new: str) -> list[Said]:
    """Give the plan another name; what the journal is to say of it."""
    if old == new:
        return []
    connection.execute("UPDATE plan SET name = ?", (new,))
    return [_said(PLAN, "", {"name": old}, {"name": new})]


def add_scenario(
    connection: Connection, number: int, plan: Plan, label: str, said: Sequence[Said] = ()
) -> None:
    """Put a plan into the file as a new scenario, inside a transaction that has begun.

    What else was done in the same step is to be said in the same entry of the journal.
    """
    _require_free_name(connection, plan.scenario, number)
    insert_scenario(connection, number, scenario_row(plan))
    changes = all_new(plan)
    write_records(connection, number, changes)
    summary = summary_of(_row_by_name(scenario_row(plan)), _after(changes))
    said = [*said, _said(SCENARIO, plan.scenario, None, summary)]
    journal.append(connection, number, label, said)


def _after(changes: list[RecordChange]) -> Iterator[tuple[Any, Any]]:
    return ((change.form, change.after) for change in changes)


def remove_scenario(connection: Connection, number: int, label: str) -> None:
    """Take a scenario out of the file, inside a transaction that has begun."""
    summary = summary_in_file(connection, number)
    delete_scenario(connection, number)
    journal.append(connection, number, label, [_said(SCENARIO, summary["name"], summary, None)])


def summary_in_file(connection: Connection, number: int) -> Said:
    """A scenario in brief, as it stands in the file."""
    records = (
        (form, record) for form in FORMS.values() for record in records_of(connection, form, number)
    )
    return summary_of(_row_by_name(scenario_row_of(connection, number)), records)


def _row_by_name(row: Row) -> Said:
    return dict(zip(COLUMNS, row, strict=True))


def next_number(connection: Connection) -> int:
    """A number that no scenario has or ever had."""
    row = connection.execute(
        "SELECT max(number) FROM (SELECT number FROM scenarios"
        " UNION ALL SELECT max(scenario) FROM journal)"
    ).fetchone()
    return int(row[0] or 0) + 1


def _require_free_name(connection: Connection, name: str, number: int) -> None:
    found = connection.execute(
        "SELECT 1 FROM scenarios WHERE name = ? AND number <> ?", (name, number)
    ).fetchone()
    if found is not None:
        raise Refused(_("There is already a scenario '{name}'.").format(name=name))


@contextmanager
def sentence_for(*plans: Plan) -> Iterator[None]:
    """When the tables refuse plans, say what is wrong with those rather than with them."""
    try:
        yield
    except sqlite3.IntegrityError:
        for plan in plans:
            check_all(plan)
        raise
