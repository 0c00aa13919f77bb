"""Rows into a file: inside a transaction that another module has begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from domain.store.differences import RecordChange
from domain.store.driver import Connection
from domain.store.fields import Cell, Row
from domain.store.forms import FORMS
from domain.store.records import Form, Record
from domain.store.scenario_rows import COLUMNS


def write_records(connection: Connection, number: int, changes: Sequence[RecordChange]) -> None:
    """Make the rows of a scenario what they are after the changes, given list by list."""
    grouped = [
        (form, list(group)) for form, group in groupby(changes, key=lambda change: change.form)
    ]
    # All that goes, goes first: what comes may take its place or bear its id.
    for form, group in grouped:
        _delete(connection, number, form, group)
    for form, group in grouped:
        _upsert(connection, number, form, [c.after for c in group if c.after is not None])


def _delete(
    connection: Connection, number: int, form: Form, changes: Iterable[RecordChange]
) -> None:
    old = [change for change in changes if change.before is not None]
    if form.part is not None:
        connection.executemany(
            f"DELETE FROM {form.part.table}"  # noqa: S608 - names from the code
            f" WHERE scenario = ? AND {form.part.owner} = ?",
            [(number, change.id) for change in old],
        )
    connection.executemany(
        f"DELETE FROM {form.table} WHERE scenario = ? AND id = ?",  # noqa: S608
        [(number, change.id) for change in old if _leaves_its_place(change)],
    )


def _leaves_its_place(change: RecordChange) -> bool:
    before, after = change.before, change.after
    return after is None or (before is not None and before.position != after.position)


def _upsert(connection: Connection, number: int, form: Form, records: list[Record]) -> None:
    columns = ("scenario", "position", *form.columns)
    changed = ", ".join(f"{name} = excluded.{name}" for name in form.columns if name != "id")
    connection.executemany(
        f"{_insert(form.table, columns)} ON CONFLICT (scenario, id) DO UPDATE SET {changed}",
        ((number, record.position, *record.row) for record in records),
    )
    if form.part is not None:
        columns = ("scenario", form.part.owner, "position", *form.part.columns)
        rows = _part_rows(number, records)
        connection.executemany(_insert(form.part.table, columns), rows)


def _part_rows(number: int, records: Iterable[Record]) -> Iterator[Row]:
    for record in records:
        for position, row in enumerate(record.parts):
            yield (number, record.row[0], position, *row)


def _insert(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608


def insert_scenario(connection: Connection, number: int, row: Row) -> None:
    """Add a scenario, still without rows in its lists."""
    connection.execute(_insert("scenarios", ("number", *COLUMNS)), (number, *row))


def update_scenario(connection: Connection, number: int, cells: Mapping[str, Cell]) -> None:
    """Give some columns of the row of a scenario other cells."""
    changed = ", ".join(f"{column} = ?" for column in cells)
    connection.execute(
        f"UPDATE scenarios SET {changed} WHERE number = ?",  # noqa: S608 - names from the code
        (*cells.values(), number),
    )


def copy_lists(connection: Connection, number: int, other: int) -> None:
    """Let a scenario have all that another has in its lists."""
    for form in FORMS.values():
        _copy_rows(connection, form.table, ("position", *form.columns), number, other)
        if form.part is not None:
            columns = (form.part.owner, "position", *form.part.columns)
            _copy_rows(connection, form.part.table, columns, number, other)


def _copy_rows(
    connection: Connection, table: str, columns: Sequence[str], number: int, other: int
) -> None:
    names = ", ".join(columns)
    connection.execute(
        f"INSERT INTO {table} (scenario, {names})"  # noqa: S608 - names from the code
        f" SELECT ?, {names} FROM {table} WHERE scenario = ?",
        (number, other),
    )


def delete_scenario(connection: Connection, number: int) -> None:
    """Take a scenario out with all that is in it."""
    for form in reversed(tuple(FORMS.values())):
        tables = [form.table] if form.part is None else [form.part.table, form.table]
        for table in tables:
            connection.execute(
                f"DELETE FROM {table} WHERE scenario = ?",  # noqa: S608
                (number,),
            )
    connection.execute("DELETE FROM descriptions WHERE scenario = ?", (number,))
    connection.execute("DELETE FROM scenarios WHERE number = ?", (number,))
