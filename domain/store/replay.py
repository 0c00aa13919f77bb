"""Whether the journal is whole, and whether it leads to the rows that the file has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from domain.language import _
from domain.model import Kind
from domain.store import journal
from domain.store.descriptions import Contradiction, Said, summary_of, taken_back
from domain.store.driver import Connection
from domain.store.forms import FORMS
from domain.store.journal import Entry
from domain.store.reading import records_of, scenario_row_of
from domain.store.records import Form, Record
from domain.store.scenario_rows import COLUMNS
from domain.store.steps import PLAN, SCENARIO


def faults_of_journal(connection: Connection) -> Iterator[str]:
    """What is wrong with the journal, each in a sentence."""
    entries = list(journal.entries(connection))
    broken = [*_broken_seals(entries)]
    yield from broken
    if not broken:
        yield from _Replay(connection).faults(entries)


def _broken_seals(entries: list[Entry]) -> Iterator[str]:
    """The entries, last one first, that were changed, or before which something is wrong."""
    for later, entry in zip([None, *entries], entries, strict=False):
        if journal.seal_of(entry) != entry.hash:
            yield _("Entry {seq} of the journal was changed.").format(seq=entry.seq)
        if later is not None and (later.previous, later.seq) != (entry.hash, entry.seq + 1):
            yield _("Before entry {seq} of the journal one was changed, removed or added.").format(
                seq=later.seq
            )
    if entries and (entries[-1].previous, entries[-1].seq) != (journal.START, 1):
        yield _("The journal does not begin with its first entry.")


class _Replay:
    """The file as it is now, taken back entry by entry to the empty file that it once was."""

    def __init__(self, connection: Connection) -> None:
        (name,) = connection.execute("SELECT name FROM plan").fetchone()
        numbers = [row[0] for row in connection.execute("SELECT number FROM scenarios ORDER BY 1")]
        self._plan: Said | None = {"name": name}
        self._scenarios = {number: _scenario_in(connection, number) for number in numbers}
        self._settled: set[int] = set()  # removed later on: nothing of them is left to compare
        self._doubted: set[tuple[int, str, str]] = set()

    def faults(self, entries: list[Entry]) -> Iterator[str]:
        """What does not fit; the entries come last one first."""
        for entry in entries:
            try:
                changes = json.loads(entry.changes)
                for change in reversed(changes):
                    yield from self._take_back(entry, change)
            except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
                yield _("Entry {seq} of the journal cannot be read.").format(seq=entry.seq)
        for scenario in self._scenarios.values():
            yield _("Scenario '{name}' is in the file but not in the journal.").format(
                name=scenario.row["name"]
            )
        if self._plan is not None:
            yield _("The plan is in the file but not in the journal.")

    def _take_back(self, entry: Entry, change: Mapping[str, Any]) -> Iterator[str]:
        kind, name = change["kind"], change["id"]
        row = (0, PLAN, "") if kind == PLAN else (entry.scenario, kind, name)
        if row in self._doubted or (kind != PLAN and entry.scenario in self._settled):
            return
        try:
            self._undo(entry.scenario, change)
        except Contradiction:
            self._doubted.add(row)
            yield _("{what} is not as entry {seq} of the journal left it.").format(
                what=_named(kind, name), seq=entry.seq
            )

    def _undo(self, number: int, change: Mapping[str, Any]) -> None:
        if change["kind"] == PLAN:
            said, self._plan = self._plan, None
            self._plan = _said_before(said, change)
        elif change["kind"] == SCENARIO:
            self._undo_scenario(number, change)
        elif number not in self._scenarios:
            raise Contradiction
        else:
            self._scenarios[number].undo(change)

    def _undo_scenario(self, number: int, change: Mapping[str, Any]) -> None:
        before, after = change["before"], change["after"]
        if after is None:
            self._settled.add(number)
            if number in self._scenarios:
                raise Contradiction
        elif number not in self._scenarios:
            raise Contradiction
        elif before is not None:
            self._scenarios[number].row = _said_before(self._scenarios[number].row, change) or {}
        else:
            scenario = self._scenarios.pop(number)
            if scenario.summary() != after and not self._doubts(number):
                raise Contradiction

    def _doubts(self, number: int) -> bool:
        return any(doubted == number for doubted, _kind, _id in self._doubted)


class _Scenario:
    """The rows of a scenario, as they were after some entry."""

    def __init__(self, row: Said, lists: dict[Kind, dict[str, Record]]) -> None:
        self.row = row
        self._lists = lists

    def undo(self, change: Mapping[str, Any]) -> None:
        """Take one row back; raises Contradiction when it is not what it became."""
        kind = Kind(change["kind"])
        rows = self._lists[kind]
        record = taken_back(FORMS[kind], rows.pop(change["id"], None), change)
        if record is not None:
            rows[change["id"]] = record

    def summary(self) -> Said:
        """The whole scenario in brief."""
        return summary_of(self.row, self._in_order())

    def _in_order(self) -> Iterator[tuple[Form, Record]]:
        for kind, form in FORMS.items():
            for record in sorted(self._lists[kind].values(), key=_place):
                yield form, record


def _place(record: Record) -> int:
    return record.position


def _scenario_in(connection: Connection, number: int) -> _Scenario:
    lists = {
        kind: {str(record.row[0]): record for record in records_of(connection, form, number)}
        for kind, form in FORMS.items()
    }
    row = scenario_row_of(connection, number)
    return _Scenario(dict(zip(COLUMNS, row, strict=True)), lists)


def _named(kind: str, name: str) -> str:
    if kind == PLAN:
        return _("The plan")
    if kind == SCENARIO:
        return _("Scenario '{name}'").format(name=name)
    return f"{kind} '{name}'"


def _said_before(said: Said | None, change: Mapping[str, Any]) -> Said | None:
    before, after = change["before"], change["after"]
    if said is None or any(said.get(name) != value for name, value in after.items()):
        raise Contradiction
    return None if before is None else {**said, **before}
