"""The journal: what was changed, when and by whom, each entry sealed with the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from domain.store.driver import Connection
from domain.store.fields import packed
from domain.store.holder import now, user_name

START: Final = "0" * 64
"""What stands before the first entry."""
_LONGEST_LABEL: Final = 500


class Entry(NamedTuple):
    """One step, as the journal keeps it; the changes are JSON."""

    seq: int
    scenario: int
    at: str
    who: str
    label: str
    changes: str
    previous: str
    hash: str


_COLUMNS: Final = ", ".join(Entry._fields)


def seal_of(entry: Entry) -> str:
    """The SHA-256 over the seal before an entry and all that it says."""
    from hashlib import sha256

    said = (entry.seq, entry.scenario, entry.at, entry.who, entry.label, entry.changes)
    return sha256(f"{entry.previous}\n{packed(said)}".encode()).hexdigest()


def append(connection: Connection, scenario: int, label: str, changes: Sequence[Any]) -> None:
    """Add an entry about a scenario, inside the transaction that makes the changes."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = row or (0, START)
    if len(label) > _LONGEST_LABEL:
        label = f"{label[: _LONGEST_LABEL - 1]}…"
    entry = Entry(seq + 1, scenario, now(), user_name(), label, packed(changes), previous, "")
    connection.execute(
        f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        entry._replace(hash=seal_of(entry)),
    )


def head(connection: Connection) -> str:
    """The seal of the last entry, which stands for the whole journal."""
    row = connection.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return START if row is None else str(row[0])


def entries(connection: Connection) -> Iterator[Entry]:
    """All entries, the last one first."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq DESC")  # noqa: S608
    return map(Entry._make, found)


def length(connection: Connection) -> int:
    """How many entries there are, which is the number of the last one."""
    return int(connection.execute("SELECT ifnull(max(seq), 0) FROM journal").fetchone()[0])


def entries_about(
    connection: Connection,
    scenario: int,
    until: int | None = None,
    *,
    after: int = 0,
    most: int | None = None,
) -> list[Entry]:
    """The entries about one scenario, if asked only those in some stretch; the last one first.

    Of many only the last ones, if so many at most are asked for.
    """
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM journal"  # noqa: S608 - names from the code
        " WHERE scenario = ? AND seq > ? AND seq <= ifnull(?, seq) ORDER BY seq DESC LIMIT ?",
        (scenario, after, until, -1 if most is None else most),
    )
    return list(map(Entry._make, found))


def seals(connection: Connection) -> list[str]:
    """The seals of all entries, the first one first."""
    return [row[0] for row in connection.execute("SELECT hash FROM journal ORDER BY seq")]
