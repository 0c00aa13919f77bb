"""The way in for a file from elsewhere: looked at, then copied cell by cell into one of our own.

A plan file is a program of its own: it may hold triggers, views, tables that compute. This runs
in a process of its own, on a private copy, and stops itself when it takes too long or too much.
Nothing of the file is used but the cells of known columns, after its structure was found to be
exactly ours.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from domain.errors import KnownError, NewerFile, UnreadableFile
from domain.language import _, set_language
from domain.store.confinement import Limits, confine, guarded
from domain.store.driver import Connection, connect, connect_immutable, faults_in, transaction
from domain.store.edition import APPLICATION_ID, CURRENT, EDITIONS, Edition
from domain.store.header import require_own_form, require_plan
from domain.store.schema import unlike
from domain.store.sealing import seal_is_broken
from domain.store.troubles import damaged, known_troubles
from domain.store.upgrade import apply_steps, upgrade
from domain.store.verifying import faults_of_content

REFUSED: Final = 3
"""The exit code of a process that says on standard output why a file is refused."""
_LONGEST_TEXT: Final = 1 << 20
_NOT_COPIED: Final = frozenset({"seal"})


def main(arguments: Sequence[str]) -> int:
    """Inspect the file that the arguments name, in the language that they name."""
    copy, clean, shown, language = arguments
    set_language(language)
    limits = Limits.for_file(Path(copy).stat().st_size)
    confine(limits)
    try:
        inspect(Path(copy), Path(clean), Path(shown), limits)
    except KnownError as error:
        newer = isinstance(error, NewerFile)
        sys.stdout.write(json.dumps({"newer": newer, "sentence": error.sentence}))
        return REFUSED
    return 0


def inspect(copy: Path, clean: Path, shown: Path, limits: Limits) -> None:
    """Make a clean file of the newest form with all that a file from elsewhere holds.

    Raises UnreadableFile or NewerFile, in words about the shown path.
    """
    edition = _edition_of(copy, shown)
    try:
        with (
            known_troubles(shown, writing=False),
            closing(connect_immutable(copy)) as theirs,
            guarded(theirs, limits),
        ):
            _require_structure(theirs, copy, shown, edition)
            with closing(connect(clean, "rwc")) as ours:
                copy_all(theirs, ours, shown, edition)
                if edition is not CURRENT:
                    upgrade(ours, shown, CURRENT)
                _require_content(ours, shown)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _unfit(shown, error) from error


def _edition_of(copy: Path, shown: Path) -> Edition:
    with copy.open("rb") as file:
        raw = file.read(100)
    version = require_plan(shown, raw, CURRENT.version)
    require_own_form(shown, raw, copy.stat().st_size)
    return EDITIONS[version]


def _unfit(shown: Path, error: Exception) -> KnownError:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        return UnreadableFile(
            _(
                "{path} takes longer to look at than a plan of its size does. "
                "It is not taken in; ask for another copy."
            ).format(path=shown)
        )
    return damaged(shown, str(error))


def _require_structure(theirs: Connection, copy: Path, shown: Path, edition: Edition) -> None:
    """Raise UnreadableFile unless a file is whole and has our tables and nothing else."""
    strange = unlike(theirs, edition)
    if strange:
        raise damaged(shown, strange[0])
    faults = faults_in(theirs, "integrity_check")
    if faults:
        raise damaged(shown, faults[0])
    if theirs.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged(shown, _("a row refers to one that is not there"))
    with copy.open("rb") as file:
        if edition.version > 1 and seal_is_broken(theirs, file):
            raise damaged(shown, _("it is not as it was sent"))


def copy_all(theirs: Connection, ours: Connection, shown: Path, edition: Edition) -> None:
    """Copy every cell of known columns into a file that has nothing yet; raises UnreadableFile."""
    ours.execute("PRAGMA synchronous = OFF")  # it lives only as long as it is looked at
    with transaction(ours):
        apply_steps(ours, edition)
        ours.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        for table, columns in _tables(ours):
            names = ", ".join(columns)
            marks = ", ".join("?" * len(columns))
            ours.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - our own names
                _rows(theirs, table, columns, shown),
            )


def _tables(ours: Connection) -> list[tuple[str, list[str]]]:
    """The tables of a file that we made, each with its columns."""
    names = ours.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
    ).fetchall()
    return [
        (name, [row[0] for row in ours.execute("SELECT name FROM pragma_table_info(?)", (name,))])
        for (name,) in names
        if name not in _NOT_COPIED
    ]


def _rows(
    theirs: Connection, table: str, columns: Sequence[str], shown: Path
) -> Iterator[tuple[str | int | None, ...]]:
    """The rows of a table, each cell of which is a whole number, a text or nothing."""
    longest = None if table == "journal" else _LONGEST_TEXT
    for row in theirs.execute(f"SELECT {', '.join(columns)} FROM {table}"):  # noqa: S608
        for cell in row:
            if isinstance(cell, str):
                if "\0" in cell or (longest is not None and len(cell) > longest):
                    raise damaged(shown, _("a text in {table} is none").format(table=table))
            elif cell is not None and not isinstance(cell, int):
                raise damaged(shown, _("a cell in {table} is no text").format(table=table))
        yield row


def _require_content(ours: Connection, shown: Path) -> None:
    if ours.execute("SELECT count(*) FROM plan").fetchone() != (1,):
        raise damaged(shown, _("there is no plan in it"))
    faults = faults_of_content(ours)
    if faults:
        raise damaged(shown, faults[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
