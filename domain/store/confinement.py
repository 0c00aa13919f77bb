"""How much a file from elsewhere may take: time, memory, and what its tables may do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time
from typing import Final, Self

from domain.store.driver import Connection

_MEGABYTE: Final = 1 << 20
_LONGEST_CELL: Final = 32 * _MEGABYTE
_STEPS: Final = 1_000
"""So many instructions of SQLite between two looks at the clock."""
_PRAGMAS: Final = frozenset({"integrity_check", "foreign_key_check", "quick_check"})
_FUNCTIONS: Final = frozenset({"count", "date", "glob", "ifnull", "length", "like", "typeof"})
_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 2),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 8),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 100),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What looking at a file may take: seconds of work, and bytes of memory."""

    seconds: float
    memory: int

    @classmethod
    def for_file(cls, size: int) -> Self:
        """What is enough for any plan of a size, on a slow machine too."""
        megabytes = size / _MEGABYTE
        return cls(4 + megabytes, int(600 + 20 * megabytes) * _MEGABYTE)


def confine(limits: Limits) -> None:
    """From now on this process has only so much memory and time, where the system knows how."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_AS, limits.memory)
    _lower(resource.RLIMIT_CPU, int(2 * limits.seconds) + 2)


def _lower(kind: int, most: int) -> None:
    import resource

    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, hard))


@contextmanager
def guarded(connection: Connection, limits: Limits) -> Iterator[None]:
    """A connection on which nothing can be done but to look, and that not for ever."""
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    end = process_time() + limits.seconds
    connection.set_progress_handler(lambda: int(process_time() > end), _STEPS)
    connection.set_authorizer(_allows)
    try:
        yield
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)


def _allows(
    action: int, first: str | None, second: str | None, _schema: str | None, inside: str | None
) -> int:
    """Whether something may be done: read what is stored, and check it; nothing through a view."""
    allowed = (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and inside is None)
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
        or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
