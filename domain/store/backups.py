"""Backups: whole copies of a plan in a folder of the user's own, each opened and checked."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from domain.store.driver import Connection, connect, require_whole
from domain.store.files import beside, put_in_place
from domain.store.troubles import known_troubles


def folder() -> Path:
    """Where backups are kept."""
    from platformdirs import user_data_path

    return user_data_path("kader", appauthor=False) / "backups"


def keep_before_upgrade(connection: Connection, path: Path, version: int) -> Path:
    """A backup of a plan in the form that it has now; raises UnwritableFile if it cannot be."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = folder() / f"{path.stem}-{moment}-version-{version}{path.suffix}"
    with known_troubles(target, writing=True):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        back_up(connection, target)
    return target


def back_up(connection: Connection, target: Path) -> None:
    """A whole and checked copy of what a connection has open, put in place when it is on disk."""
    with beside(target) as copy:
        with closing(connect(copy, "rwc")) as other:
            connection.backup(other)
            require_whole(other, target)
        put_in_place(copy, target)
