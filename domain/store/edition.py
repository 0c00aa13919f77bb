"""Which form of the file this program writes, and how a file of an older form becomes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from domain.store.later_tables import STATEMENTS_2
from domain.store.tables import STATEMENTS
from domain.values import dataclass

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID: Final = int.from_bytes(b"KADR")
"""What marks a SQLite file as a plan."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A form of the file: its number, its tables, and the steps that lead to it."""

    version: int
    statements: tuple[str, ...]
    migrations: Callable[[], Migrations]


def first_steps() -> Migrations:
    """The steps from an empty file to the first form, each known by its name for ever."""
    # Slow to load, and not needed to open a plan of this edition.
    from sqlite_utils import Migrations

    steps = Migrations("kader")

    @steps(name="1")
    def tables_of_version_1(db: Database) -> None:
        _make(db, STATEMENTS)

    return steps


def steps_to_2() -> Migrations:
    """The steps from an empty file to the second form."""
    steps = first_steps()

    @steps(name="2")
    def tables_of_version_2(db: Database) -> None:
        _make(db, STATEMENTS_2)

    return steps


def _make(db: Database, statements: tuple[str, ...]) -> None:
    for statement in statements:
        db.execute(statement)


FIRST: Final = Edition(1, STATEMENTS, first_steps)
CURRENT: Final = Edition(2, (*STATEMENTS, *STATEMENTS_2), steps_to_2)
EDITIONS: Final = {edition.version: edition for edition in (FIRST, CURRENT)}
"""Every form that a file can have, by its version."""
