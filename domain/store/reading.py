"""Plans out of a file: a statement for each list, and the values that its rows hold."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from domain.model import LISTS, Plan, Table
from domain.store.driver import Connection
from domain.store.fields import Row
from domain.store.forms import FORMS
from domain.store.records import Form, Parts, Record
from domain.store.scenario_rows import COLUMNS, plan_of
from domain.values import replace


def rows_of(connection: Connection, form: Form, number: int) -> Iterable[Row]:
    """The rows of a list in a scenario, in order, each with its position in front.

    They come one by one: to hold all of them at once takes as long as reading them.
    """
    columns = ", ".join(form.columns)
    return connection.execute(
        f"SELECT position, {columns} FROM {form.table}"  # noqa: S608 - names from the code
        " WHERE scenario = ? ORDER BY position",
        (number,),
    )


def parts_of(connection: Connection, form: Form, number: int) -> Parts:
    """The rows of the parts of all things of a list, in order, by the id of the thing."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    if form.part is not None:
        part = form.part
        for owner, *row in connection.execute(
            f"SELECT {part.owner}, {', '.join(part.columns)} FROM {part.table}"  # noqa: S608
            f" WHERE scenario = ? ORDER BY {part.owner}, position",
            (number,),
        ):
            found[owner].append(tuple(row))
    return found


def records_of(connection: Connection, form: Form, number: int) -> list[Record]:
    """A list of a scenario as it stands in the file, in order."""
    parts = parts_of(connection, form, number)
    return [
        Record(int(position or 0), tuple(row), tuple(parts.get(str(row[0]), ())))
        for position, *row in rows_of(connection, form, number)
    ]


def scenario_row_of(connection: Connection, number: int) -> Row:
    """The row of a scenario."""
    row: Row = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM scenarios WHERE number = ?",  # noqa: S608
        (number,),
    ).fetchone()
    return row


def load(connection: Connection, name: str, number: int) -> Plan:
    """A scenario of a plan of that name; raises Misfit where a row holds no thing."""
    plan = plan_of(name, scenario_row_of(connection, number))
    with _no_collection():
        lists: dict[str, Any] = {
            LISTS[kind]: _table(connection, form, number) for kind, form in FORMS.items()
        }
    return replace(plan, **lists)


def _table(connection: Connection, form: Form, number: int) -> Table[Any]:
    positions: list[int] = []
    rows = _noting(positions, rows_of(connection, form, number))
    return Table(form.things(rows, parts_of(connection, form, number)), positions)


def _noting(positions: list[int], rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        positions.append(int(row[0] or 0))
        yield row


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing that is made here is garbage, and looking for it takes as long as the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
