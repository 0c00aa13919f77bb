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
from domain.store.differences import RecordChange, Step, all_new
from domain.store.driver import Connection
from domain.store.forms import FORMS
from domain.store.holder import now
from domain.store.journal_words import BACK_FROM, PLAN, SCENARIO, Told, by_column, said, said_of_row
from domain.store.reading import records_of, scenario_row_of
from domain.store.scenario_rows import scenario_row
from domain.store.writing import insert_scenario, update_scenario, write_records


def save_step(access: Access, number: int, before: Plan, applied: Applied, told: Told) -> None:
    """Take a scenario from one plan to the next.

    Nothing is written when they are equal and the journal has nothing else to tell.
    Raises a KnownError when it cannot be kept; the file is then as it was.
    """
    step = Step.of(before, applied)
    if step.is_nothing and not told.also and not access.read_only:
        return
    with sentence_for(step.after), access.step() as connection:
        write_step(connection, number, step, told)


def write_step(connection: Connection, number: int, step: Step, told: Told) -> None:
    """Write a step in a scenario, inside a transaction that has begun."""
    old, new = scenario_row(step.before), scenario_row(step.after)
    done = rename_plan(connection, step.before.name, step.after.name)
    if old != new:
        require_free_name(connection, step.after.scenario, number)
        change = said_of_row(old, new)
        update_scenario(connection, number, change["after"])
        done.append(change)
    write_records(connection, number, step.records)
    changes = [*done, *told.also, *map(described, step.records)]
    journal.append(connection, number, told.label, changes)


def add_plan(connection: Connection, plan_id: str, name: str, open_scenario: int) -> list[Said]:
    """Put the row of the plan itself into a new file; what the journal is to say of it."""
    connection.execute(
        "INSERT INTO plan (only, id, name, created, open_scenario) VALUES (1, ?, ?, ?, ?)",
        (plan_id, name, now(), open_scenario),
    )
    return [said(PLAN, plan_id, None, {"name": name})]


def rename_plan(connection: Connection, old: str, new: str) -> list[Said]:
    """Give the plan another name; what the journal is to say of it."""
    if old == new:
        return []
    connection.execute("UPDATE plan SET name = ?", (new,))
    return [said(PLAN, "", {"name": old}, {"name": new})]


def add_scenario(  # noqa: PLR0913 - what is added, and what is said of it
    connection: Connection,
    number: int,
    plan: Plan,
    label: str,
    also: Sequence[Said] = (),
    *,
    back_from: int | None = None,
) -> None:
    """Put a plan into the file as a new scenario, inside a transaction that has begun.

    What else was done in the same step is to be said in the same entry of the journal. One that
    is back had another number before it was taken out.
    """
    require_free_name(connection, plan.scenario, number)
    insert_scenario(connection, number, scenario_row(plan))
    changes = all_new(plan)
    write_records(connection, number, changes)
    summary = summary_of(by_column(scenario_row(plan)), _after(changes))
    origin = {} if back_from is None else {BACK_FROM: {"number": back_from}}
    came = said(SCENARIO, plan.scenario, None, summary, **origin)
    journal.append(connection, number, label, [*also, came])


def _after(changes: list[RecordChange]) -> Iterator[tuple[Any, Any]]:
    return ((change.form, change.after) for change in changes)


def summary_in_file(connection: Connection, number: int) -> Said:
    """A scenario in brief, as it stands in the file."""
    records = (
        (form, record) for form in FORMS.values() for record in records_of(connection, form, number)
    )
    return summary_of(by_column(scenario_row_of(connection, number)), records)


def next_number(connection: Connection) -> int:
    """A number that no scenario has or ever had."""
    row = connection.execute(
        "SELECT max(number) FROM (SELECT number FROM scenarios"
        " UNION ALL SELECT max(scenario) FROM journal)"
    ).fetchone()
    return int(row[0] or 0) + 1


def require_free_name(connection: Connection, name: str, number: int) -> None:
    """Refuse a name that another scenario has."""
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
