"""What can still be read of the tables of a damaged file, row by row around what cannot."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.language import _, plural
from domain.store.driver import Connection
from domain.store.fields import Row

_REACH: Final = 20_000
"""So many numbers of rows are tried after the last one that could be read."""


@dataclass(frozen=True, slots=True)
class RowsLeft:
    """The rows of a table that can be read, and a sentence about the others, if there are any."""

    rows: Sequence[Row]
    lost: str = ""


def rows_left(connection: Connection, table: str, columns: Sequence[str]) -> RowsLeft:
    """The readable rows of a table of ours; raises sqlite3.Error only when time is up."""
    select = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED"  # noqa: S608
    found: dict[int, Row] = {}
    last: int | None = 0
    whole = True
    while last is not None:
        rest = f"{select} WHERE rowid > ? ORDER BY rowid"
        if _read_on(connection, rest, last, found):
            break
        whole = False
        last = _next_readable(connection, select, max(found, default=last), found)
    fit = [row for row in found.values() if all(map(_is_cell, row))]
    whole = whole and len(fit) == len(found)
    return RowsLeft(fit, "" if whole else _lost(connection, table, len(fit)))


def _next_readable(
    connection: Connection, select: str, last: int, found: dict[int, Row]
) -> int | None:
    """The number of the first row after those that cannot be read, which is found; or none."""
    for number in range(last + 1, last + _REACH):
        _read_on(connection, f"{select} WHERE rowid = ?", number, found)
        if number in found:
            return number
    return None


def _read_on(connection: Connection, sql: str, number: int, found: dict[int, Row]) -> bool:
    """Whether all that was asked for could be read; what could be is found."""
    try:
        for rowid, *row in connection.execute(sql, (number,)):
            found[rowid] = tuple(row)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        return False
    return True


def _is_cell(cell: object) -> bool:
    return cell is None or isinstance(cell, int) or (isinstance(cell, str) and "\0" not in cell)


def _lost(connection: Connection, table: str, kept: int) -> str:
    counted: dict[int, Row] = {}
    count = f"SELECT 1, count(*) FROM {table} WHERE ? = 0"  # noqa: S608 - names from the code
    _read_on(connection, count, 0, counted)
    missing = int(counted[1][0] or 0) - kept if 1 in counted else 0
    if missing <= 0:
        return _("Not all rows of {table} can be read; how many are missing is unknown.").format(
            table=table
        )
    return plural(
        "{count} row of {table} cannot be read.", "{count} rows of {table} cannot be read.", missing
    ).format(count=missing, table=table)
