"""Whether the journal is whole, and whether it leads to the rows that the file has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from domain.language import _
from domain.store import journal
from domain.store.descriptions import Contradiction, Said
from domain.store.driver import Connection
from domain.store.journal import Entry
from domain.store.journal_words import (
    COPIED_FROM,
    DESCRIPTION,
    KEPT,
    PLAN,
    SCENARIO,
    WITHOUT_ROWS,
)
from domain.store.rows_then import RowsThen, said_before
from domain.store.scenarios import record_in

_MOST: Final = 20  # sentences about seals


def faults_of_journal(connection: Connection) -> Iterator[str]:
    """What is wrong with the journal, each in a sentence."""
    broken = list(islice(_broken_seals(journal.entries(connection)), _MOST))
    yield from broken
    if not broken:
        yield from _Replay(connection).faults(journal.entries(connection))


def _broken_seals(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries, last one first, that were changed, or before which something is wrong."""
    later = None
    for entry in entries:
        if journal.seal_of(entry) != entry.hash:
            yield _("Entry {seq} of the journal was changed.").format(seq=entry.seq)
        if later is not None and (later.previous, later.seq) != (entry.hash, entry.seq + 1):
            yield _("Before entry {seq} of the journal one was changed, removed or added.").format(
                seq=later.seq
            )
        later = entry
    if later is not None and (later.previous, later.seq) != (journal.START, 1):
        yield _("The journal does not begin with its first entry.")


class _Replay:
    """The file as it is now, taken back entry by entry to the empty file that it once was."""

    def __init__(self, connection: Connection) -> None:
        (name,) = connection.execute("SELECT name FROM plan").fetchone()
        numbers = [row[0] for row in connection.execute("SELECT number FROM scenarios ORDER BY 1")]
        self._plan: Said | None = {"name": name, "record": record_in(connection)}
        self._scenarios = {number: RowsThen.now(connection, number) for number in numbers}
        self._descriptions: dict[int, Said] = {
            number: {"text": text}
            for number, text in connection.execute("SELECT scenario, text FROM descriptions")
        }
        self._settled: set[int] = set()  # removed later on: nothing of them is left to compare
        self._doubted: set[tuple[int, str, str]] = set()

    def faults(self, entries: Iterable[Entry]) -> Iterator[str]:
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
        if self._descriptions:
            yield _("A description is in the file but not in the journal.")
        if self._plan is not None:
            yield _("The plan is in the file but not in the journal.")

    def _take_back(self, entry: Entry, change: Mapping[str, Any]) -> Iterator[str]:
        kind, name = change["kind"], change["id"]
        number = entry.scenario
        if kind in {PLAN, KEPT}:
            number = 0 if kind == PLAN else int(change["number"])
        row = (number, kind, "" if kind == PLAN else name)
        if row in self._doubted or number in self._settled or kind in WITHOUT_ROWS:
            return
        try:
            self._undo(number, change)
        except Contradiction:
            self._doubted.add(row)
            yield _("{what} is not as entry {seq} of the journal left it.").format(
                what=self._named(number, kind, name), seq=entry.seq
            )

    def _named(self, number: int, kind: str, name: str) -> str:
        if kind == PLAN:
            return _("The plan")
        if kind in {SCENARIO, KEPT}:
            name = name or str(self._scenarios[number].row["name"])
            return _("Scenario '{name}'").format(name=name)
        return f"{kind} '{name}'"

    def _undo(self, number: int, change: Mapping[str, Any]) -> None:
        kind = change["kind"]
        if kind == PLAN:
            was, self._plan = self._plan, None
            self._plan = said_before(was, change)
        elif kind == SCENARIO:
            self._undo_scenario(number, change)
        elif number not in self._scenarios:
            raise Contradiction
        elif kind == DESCRIPTION:
            self._undo_description(number, change)
        elif kind == KEPT:
            self._require_summary(self._scenarios[number], number, change["after"])
        else:
            self._scenarios[number].take_back_thing(change)

    def _undo_description(self, number: int, change: Mapping[str, Any]) -> None:
        if self._descriptions.pop(number, None) != change["after"]:
            raise Contradiction
        if change["before"] is not None:
            self._descriptions[number] = change["before"]

    def _undo_scenario(self, number: int, change: Mapping[str, Any]) -> None:
        before, after = change["before"], change["after"]
        if after is None:
            self._settled.add(number)
            if number in self._scenarios:
                raise Contradiction
        elif number not in self._scenarios:
            raise Contradiction
        elif before is not None:
            self._scenarios[number].row = said_before(self._scenarios[number].row, change) or {}
        elif COPIED_FROM in change:
            self._undo_copy(self._scenarios.pop(number), number, change)
        else:
            self._require_summary(self._scenarios.pop(number), number, after)

    def _undo_copy(self, copy: RowsThen, number: int, change: Mapping[str, Any]) -> None:
        """A copy is what it was copied from; or what was noted when that went."""
        other = change[COPIED_FROM]["number"]
        if other in self._settled or self._doubts(other) or self._doubts(number):
            return
        original = self._scenarios.get(other)
        if original is None or copy.row != {**original.row, **change["after"]}:
            raise Contradiction
        if not copy.equals(original):
            raise Contradiction

    def _require_summary(self, scenario: RowsThen, number: int, summary: Said) -> None:
        if scenario.summary() != summary and not self._doubts(number):
            raise Contradiction

    def _doubts(self, number: int) -> bool:
        return any(doubted == number for doubted, _kind, _id in self._doubted)
