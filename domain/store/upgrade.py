"""From an older form of the file to the newest one: all steps, or none."""

from __future__ import annotations

from pathlib import Path

from domain.errors import KnownError, UnreadableFile
from domain.language import _
from domain.store.driver import Connection, faults_in, transaction
from domain.store.edition import Edition
from domain.store.troubles import known_troubles


def upgrade(connection: Connection, path: Path, edition: Edition) -> None:
    """Bring a file to an edition in one transaction, checked before it ends.

    Foreign keys must be off, as they are on a new connection: tables are remade on the way.
    Raises UnreadableFile when a step fails; the file is then as it was.
    """
    try:
        with known_troubles(path, writing=True), transaction(connection):
            apply_steps(connection, edition)
            _require_whole(connection)
    except KnownError:
        raise
    except Exception as error:
        raise UnreadableFile(_not_upgraded(path, str(error))) from error


def apply_steps(connection: Connection, edition: Edition) -> None:
    """Take the steps that a file has not had, inside a transaction that has begun."""
    # Slow to load, and not needed to open a plan of this edition.
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    edition.migrations().apply(db)
    connection.execute(f"PRAGMA user_version = {edition.version:d}")


def _require_whole(connection: Connection) -> None:
    faults = faults_in(connection, "integrity_check")
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    faults += [f"{table} {row}: {parent}" for table, row, parent, _key in dangling]
    if faults:
        raise ValueError(faults[0])


def _not_upgraded(path: Path, reason: str) -> str:
    return _(
        "{path} was made with an older Kader and cannot be brought up to date ({reason}). "
        "It is as it was; open it with the Kader that made it."
    ).format(path=path, reason=reason)
