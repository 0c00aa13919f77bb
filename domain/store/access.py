"""The way into one plan file: to read it, to write a step, to let go of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from domain.errors import ReadOnlyPlan, UnreadableFile
from domain.language import _
from domain.store.driver import Connection, close, connect_as_allowed, require_whole, transaction
from domain.store.edition import EDITIONS, Edition
from domain.store.header import require_plan
from domain.store.holder import leave_note, take_note_away
from domain.store.open_file import OpenFile
from domain.store.schedule import Schedule
from domain.store.schema import dangers_in
from domain.store.troubles import damaged, known_troubles
from domain.unfinished import sweep


class Access:
    """An open plan file, checked and of the newest form."""

    def __init__(self, path: Path, edition: Edition, *, read_only: bool) -> None:
        """Open a plan file; raises UnreadableFile, NewerFile or FileInUse, each with its reason."""
        self.path = path
        self.edition = edition
        self.schedule = Schedule(path)
        self._opened = OpenFile(path)
        try:
            require_plan(path, self._opened.raw_header(), edition.version)
            self.connection, self.read_only = self._connected(read_only=read_only)
        except BaseException:
            self._opened.close()
            raise
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _connected(self, *, read_only: bool) -> tuple[Connection, bool]:
        with known_troubles(self.path, writing=False):
            return connect_as_allowed(self.path, read_only=read_only)

    def _prepare(self) -> None:
        if not self.read_only:
            leave_note(self.path)
            sweep(self.path.parent)
        with self.reading():
            self._opened.require_all()
            require_whole(self.connection, self.path)
            # SQLite has now undone what a crash left half done, perhaps in the header too.
            version = require_plan(self.path, self._opened.raw_header(), self.edition.version)
            if version < self.edition.version:
                self._require_safe(EDITIONS[version])
                self._upgrade(version)
            self._require_safe(self.edition)
            self.connection.execute("PRAGMA foreign_keys = ON")
        self._opened.remember()

    def _require_safe(self, edition: Edition) -> None:
        dangers = dangers_in(self.connection, edition)
        if dangers:
            raise damaged(self.path, dangers[0])

    def _upgrade(self, version: int) -> None:
        if self.read_only:
            raise UnreadableFile(
                _(
                    "{path} was made with an older Kader and must be brought up to date, but it "
                    "may not be written. Copy it to a folder of your own and open the copy."
                ).format(path=self.path)
            )
        # Not needed to open a plan of this edition.
        from domain.store.backups import keep_before_upgrade
        from domain.store.upgrade import upgrade

        keep_before_upgrade(self.connection, self.path, version)
        upgrade(self.connection, self.path, self.edition)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, to read with; what goes wrong comes out as a KnownError."""
        with known_troubles(self.path, writing=False):
            yield self.connection

    @contextmanager
    def step(self) -> Iterator[Connection]:
        """The connection, to write one step with: all of it is on disk afterwards, or nothing.

        Raises ReadOnlyPlan or UnwritableFile.
        """
        if self.read_only:
            raise ReadOnlyPlan(
                _("{path} is open to be read only. Save it in another place to change it.").format(
                    path=self.path
                )
            )
        self._opened.require_same()
        self.schedule.before_a_change(self.connection)
        with known_troubles(self.path, writing=True), transaction(self.connection):
            yield self.connection
        self._opened.remember()

    def seal_is_broken(self) -> bool:
        """Whether a file that is as it was sent has other bytes than it had then."""
        from domain.store.sealing import seal_is_broken

        with self.reading() as connection:
            return seal_is_broken(connection, self._opened)

    def close(self) -> None:
        """Let go of the file."""
        try:
            if not self.read_only:
                take_note_away(self.path)
        finally:
            with suppress(Exception):
                close(self.connection)
            self._opened.close()
