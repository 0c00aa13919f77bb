"""Scenarios that are taken out, and taken back: from the journal, or a backup of just before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from domain.errors import KnownError, Refused
from domain.language import _
from domain.model import Plan
from domain.store import journal, scenarios
from domain.store.access import Access
from domain.store.backups import backups_of, keep
from domain.store.driver import Connection, connect, require_whole
from domain.store.journal import Entry
from domain.store.journal_words import BACK_FROM, DESCRIPTION, SCENARIO
from domain.store.keeping import Reason
from domain.store.reading import load
from domain.store.records import Misfit
from domain.store.scenarios import describe_new, description_of, name_of
from domain.store.steps import add_scenario, next_number, sentence_for
from domain.store.troubles import known_troubles
from domain.store.whole import WHOLE, plan_in

_COLUMNS: Final = ", ".join(Entry._fields)


@dataclass(frozen=True, slots=True)
class Removed:
    """A scenario that was taken out and not yet taken back."""

    seq: int
    """The entry of the journal with which it went."""
    number: int
    name: str
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept of a scenario."""

    plan: Plan
    description: str


def remove(access: Access, number: int) -> None:
    """Take a scenario out, after a backup; raises UnwritableFile where that cannot be made."""
    if not access.read_only:
        with access.reading() as connection:
            keep(connection, access.path, Reason.REMOVAL, name_of(connection, number))
    scenarios.remove(access, number)


def removed(connection: Connection) -> tuple[Removed, ...]:
    """The scenarios that were taken out and not taken back, the last one first."""
    back: set[int] = set()
    found = []
    for entry, change in _whole_scenarios(connection):
        if change["before"] is None and BACK_FROM in change:
            back.add(int(change[BACK_FROM]["number"]))
        elif change["after"] is None and entry.scenario not in back:
            at = datetime.fromisoformat(entry.at)
            found.append(Removed(entry.seq, entry.scenario, change["id"], at, entry.who))
    return tuple(found)


def _whole_scenarios(connection: Connection) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """What the journal says of scenarios that came and went, the last one first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal"  # noqa: S608 - names from the code
        " WHERE changes LIKE ? ORDER BY seq DESC",
        (f'%"kind":"{SCENARIO}"%',),
    )
    for entry in map(Entry._make, rows):
        for change in json.loads(entry.changes):
            if change["kind"] == SCENARIO:
                yield entry, change


def take_back(access: Access, gone: Removed, name: str) -> None:
    """Add a scenario again that was taken out, under a name; its history goes on.

    Of one that an older Kader took out the journal has only a digest; raises Refused where the
    backup that was made before it went is no longer there.
    """
    scenarios.require_name(name)
    with access.reading() as connection:
        kept = _kept(connection, gone)
    plan = replace(kept.plan, scenario=name)
    with sentence_for(plan), access.step() as connection:
        number = next_number(connection)
        label = _("Take scenario {name} back").format(name=name)
        (plan_name,) = connection.execute("SELECT name FROM plan").fetchone()
        plan = replace(plan, name=str(plan_name))
        add_scenario(connection, number, plan, label, back_from=gone.number)
        describe_new(connection, number, name, kept.description)


def _kept(connection: Connection, gone: Removed) -> _Kept:
    """What the journal has of a scenario, else the backup of when all was as before it went."""
    in_journal = _kept_in_journal(connection, gone)
    if in_journal is not None:
        return in_journal
    (plan_id,) = connection.execute("SELECT id FROM plan").fetchone()
    seal = journal.seals(connection)[gone.seq - 2]
    for backup in backups_of(plan_id):
        if backup.reason is Reason.REMOVAL:
            kept = _kept_in(backup.path, seal, gone.number)
            if kept is not None:
                return kept
    raise Refused(
        _(
            "The backup that was made before scenario '{name}' was removed is no longer on this "
            "computer."
        ).format(name=gone.name)
    )


def _kept_in_journal(connection: Connection, gone: Removed) -> _Kept | None:
    (changes,) = connection.execute(
        "SELECT changes FROM journal WHERE seq = ?", (gone.seq,)
    ).fetchone()
    description, plan = "", None
    for change in json.loads(changes):
        if change["kind"] == DESCRIPTION:
            description = str(change["before"]["text"])
        elif change["kind"] == SCENARIO and WHOLE in change:
            with suppress(Misfit):
                plan = plan_in(change[WHOLE], change["before"])
    return None if plan is None else _Kept(plan, description)


def _kept_in(path: Path, seal: str, number: int) -> _Kept | None:
    """A scenario in a backup, if its journal ends with a seal; none if it is another one."""
    try:
        with known_troubles(path, writing=False), closing(connect(path, "ro")) as connection:
            if journal.head(connection) != seal:
                return None
            require_whole(connection, path)
            return _Kept(load(connection, "", number), description_of(connection, number))
    except KnownError:
        return None
