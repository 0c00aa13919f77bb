"""The backups that are made by themselves, before a change: of each day, and of each half hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.errors import KnownError
from domain.store.driver import Connection
from domain.store.keeping import HALF_HOUR, Reason, due


class Schedule:
    """When the next backup of an open plan is to be made; at its first change it finds out."""

    def __init__(self, path: Path) -> None:
        """Nothing is known yet."""
        self._path = path
        self._next: datetime | None = None
        self.trouble = ""
        """Why the last backup could not be made, in a sentence; empty when it was."""

    def before_a_change(self, connection: Connection, now: datetime | None = None) -> None:
        """Make a backup if it is time for one; what keeps it from being made stops nobody."""
        now = datetime.now(UTC) if now is None else now
        if self._next is not None and now < self._next:
            return
        reason = self._due(connection, now)
        if reason is not None:
            self.keep(connection, reason)
        self._next = _soonest(now)

    def keep(self, connection: Connection, reason: Reason) -> None:
        """Make a backup; what keeps it from being made is only remembered."""
        from domain.store.backups import keep

        try:
            keep(connection, self._path, reason)
            self.trouble = ""
        except KnownError as error:
            self.trouble = error.sentence

    def _due(self, connection: Connection, now: datetime) -> Reason | None:
        from domain.store.backups import backups_at

        (created,) = connection.execute("SELECT created FROM plan").fetchone()
        row = connection.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        changed = created if row is None else row[0]
        last = max((one.made for one in backups_at(self._path)), default=None)
        return due(now, last, datetime.fromisoformat(created), datetime.fromisoformat(changed))


def _soonest(now: datetime) -> datetime:
    """When to look again: in some minutes, but no later than at midnight."""
    local = now.astimezone()
    tomorrow = (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return min(now + HALF_HOUR / 6, tomorrow)
