"""The driver: every connection to a plan file is opened here, with the same settings.

Another driver, such as an encrypting one, would take its place here and nowhere else.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from domain.store.troubles import code_of, damaged, left_half_done

Connection = sqlite3.Connection
Mode = Literal["ro", "rw", "rwc"]

# A crash of the machine loses nothing, what is deleted is gone, and nothing in the file acts.
_SETTINGS: Final = (
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)
_DURABLE: Final = ("journal_mode = TRUNCATE", "synchronous = FULL")
_NO_RIGHTS: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def sqlite_version() -> str:
    """The version of the library that reads and writes plan files."""
    return sqlite3.sqlite_version


def connect(path: Path, mode: Mode) -> Connection:
    """A connection that waits for nobody and begins no transaction by itself."""
    connection = sqlite3.connect(_uri(path, mode), uri=True, timeout=0, isolation_level=None)
    _set(connection, *_SETTINGS)
    return connection


def connect_immutable(path: Path) -> Connection:
    """A connection that only reads, takes no lock, and looks at no file beside this one."""
    uri = f"{_uri(path, 'ro')}&immutable=1"
    connection = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
    _set(connection, *_SETTINGS, "query_only = ON")
    return connection


def connect_in_memory() -> Connection:
    """A connection to a new file that is on no disk."""
    return sqlite3.connect(":memory:", isolation_level=None)


def connect_and_hold(path: Path) -> Connection:
    """A connection that has the whole file until it is closed; raises what SQLite raises."""
    connection = connect(path, "rw")
    try:
        _set(connection, "locking_mode = EXCLUSIVE")
        # The lock is not let go of at the end of the transaction, but when the file is closed.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        _set(connection, *_DURABLE)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_as_allowed(path: Path, *, read_only: bool) -> tuple[Connection, bool]:
    """A connection, and whether it can only read: as asked, or because nothing may be written."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if writable and not read_only:
        try:
            return connect_and_hold(path), False
        except sqlite3.OperationalError as error:
            if code_of(error) not in _NO_RIGHTS:
                raise
    return _connect_to_read(path, mendable=writable), True


def _connect_to_read(path: Path, *, mendable: bool) -> Connection:
    connection = connect(path, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not mendable or not left_half_done(error):
            raise
        # A crash left something half done, which only someone who writes can undo.
        close(connect_and_hold(path))
        connection = connect(path, "ro")
    except BaseException:
        connection.close()
        raise
    return connection


def close(connection: Connection) -> None:
    """Close a connection, and leave nothing beside the file."""
    try:
        with suppress(sqlite3.Error):
            _set(connection, "journal_mode = DELETE")
    finally:
        connection.close()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: what is done inside is on disk when this ends, or none of it is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.rollback()
        raise


@contextmanager
def without_checks(connection: Connection) -> Iterator[None]:
    """Rows that are copied inside from rows that were checked are not checked again.

    To be entered before a transaction begins, and left after it ended.
    """
    _set(connection, "foreign_keys = OFF", "ignore_check_constraints = ON")
    try:
        yield
    finally:
        _set(connection, "ignore_check_constraints = OFF", "foreign_keys = ON")


def faults_in(
    connection: Connection, check: Literal["quick_check", "integrity_check"]
) -> list[str]:
    """What SQLite finds wrong with the file; nothing when it is whole."""
    found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
    return [] if found == ["ok"] else found


def require_whole(connection: Connection, path: Path) -> None:
    """Raise UnreadableFile when a file is not whole, the checks of its tables among it."""
    faults = faults_in(connection, "quick_check")
    if faults:
        raise damaged(path, faults[0])


def _set(connection: Connection, *settings: str) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").fetchall()


def _uri(path: Path, mode: Mode) -> str:
    posix = path.as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode={mode}"
