"""Whether a file has the tables of a plan and nothing that acts: a plan file is no program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.language import _
from domain.store.driver import Connection
from domain.store.edition import Edition

# The record of the steps is made by sqlite-utils, the statistics by SQLite itself.
_OF_OTHERS: Final = re.compile(
    r"table _sqlite_migrations|index idx__sqlite_migrations_\w+|table sqlite_stat\d"
)
_NAME: Final = re.compile(r"CREATE (?:TABLE|INDEX) (\w+)")


def dangers_in(connection: Connection, edition: Edition) -> list[str]:
    """Each thing in the file that makes it unfit to be opened, by what it is and its name."""
    return [text for acts, text in _strangers(connection, edition) if acts]


def strangers_in(connection: Connection, edition: Edition) -> list[str]:
    """Each thing in the file that does not belong there, by what it is and its name."""
    return [text for _acts, text in _strangers(connection, edition)]


def unlike(connection: Connection, edition: Edition) -> list[str]:
    """Each thing in which the structure of a file is not that of an edition, and nothing else."""
    found = [text for _acts, text in _strangers(connection, edition)]
    for kind, name, table in connection.execute(
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE sql IS NULL"
    ):
        if kind != "index" or not name.startswith(f"sqlite_autoindex_{table}_"):
            found.append(_("{kind} {name} is no part of a plan").format(kind=kind, name=name))
    statistics = connection.execute(
        "SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"
    ).fetchall()
    found += [
        _("{kind} {name} is no part of a plan").format(kind="table", name=row[0])
        for row in statistics
    ]
    return found


def _strangers(connection: Connection, edition: Edition) -> Iterator[tuple[bool, str]]:
    expected = {_name_in(sql): sql for sql in edition.statements}
    for kind, name, sql in connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    ):
        if name in expected:
            if expected.pop(name) != sql:
                yield True, _("{kind} {name} is not as it should be").format(kind=kind, name=name)
        elif not _OF_OTHERS.fullmatch(f"{kind} {name}") or _acts(sql):
            acts = kind in {"trigger", "view"} or _acts(sql)
            yield acts, _("{kind} {name} is no part of a plan").format(kind=kind, name=name)
    for name in expected:
        yield True, _("{name} is missing").format(name=name)


def _name_in(sql: str) -> str:
    found = _NAME.match(sql)
    return "" if found is None else found[1]


def _acts(sql: str) -> bool:
    return sql.lstrip().upper().startswith("CREATE VIRTUAL")
