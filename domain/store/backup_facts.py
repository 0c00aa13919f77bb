"""What a list of backups says of each, read from the backup itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from domain.store.driver import connect_immutable
from domain.store.keeping import Backup
from domain.store.open_file import is_open_here


@dataclass(frozen=True, slots=True)
class Facts:
    """How large a backup is, and what is in it; none where that cannot be read."""

    size: int | None = None
    scenarios: int | None = None
    rotations: int | None = None
    """How many rotations there are in the scenario that was open."""


def facts_of(backup: Backup) -> Facts:
    """The facts of a backup; it is opened, unless this program has it open as a plan."""
    try:
        size = backup.path.stat().st_size
        # Closing a file lets go of the locks that this program has on it.
        if is_open_here(backup.path):
            return Facts(size)
        with closing(connect_immutable(backup.path)) as connection:
            row = connection.execute(
                "SELECT (SELECT count(*) FROM scenarios),"
                " (SELECT count(*) FROM rotations WHERE scenario = open_scenario) FROM plan"
            ).fetchone()
    except (OSError, sqlite3.Error):
        return Facts()
    return Facts(size) if row is None else Facts(size, int(row[0]), int(row[1]))
