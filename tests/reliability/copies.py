"""Backups that a program made: whether they are whole, and that of the last step among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from domain.errors import KnownError
from domain.store.driver import connect_immutable, require_whole
from tests.reliability.saving import SCENARIO

BEHIND: Final = {"import": 1, "merge": 1, "snapshot": 0, "restore": 0}
"""So many steps behind the one that was said to be done its backup is."""
_STAMPS: Final = """
SELECT missions.name FROM missions JOIN scenarios ON missions.scenario = scenarios.number
WHERE scenarios.name = ? AND missions.id IN ('first', 'last')
"""


def faults_of_backups(backups: Sequence[Path], kind: str, said: int) -> Iterator[str]:
    """What is wrong with backups after so many steps were said to be done."""
    newest = -1
    for path in backups:
        try:
            stamps = _stamps_in(path)
        except KnownError as error:
            yield error.sentence
            continue
        if len(set(stamps)) > 1:
            yield f"half a step is in a backup: {stamps}"
        newest = max(newest, *stamps)
    wanted = 0 if kind == "upgrade" else said - BEHIND.get(kind, said + 1)
    if said and newest < wanted:
        yield f"there is no backup of step {wanted}, but one of {newest}"


def _stamps_in(path: Path) -> tuple[int, ...]:
    with closing(connect_immutable(path)) as connection:
        require_whole(connection, path)
        return tuple(int(name) for (name,) in connection.execute(_STAMPS, (SCENARIO,))) or (0,)
