"""What was done to a scenario, step by step, and what it was before each step."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import takewhile
from typing import Any

from domain.errors import Refused
from domain.language import _
from domain.model import LISTS, Kind, Plan, Ref
from domain.store import journal
from domain.store.driver import Connection
from domain.store.journal import Entry
from domain.store.journal_words import BACK_FROM, COPIED_FROM, SCENARIO
from domain.store.rows_then import RowsThen


@dataclass(frozen=True)
class HistoryStep:
    """One step in the history of a scenario."""

    seq: int
    at: datetime
    who: str
    label: str
    said: str
    """The changes, as the journal has them."""

    @cached_property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """What became of each thing: its kind and id, the cells before and after.

        Of a row that came or went one side is none; of one that changed only the cells that did.
        """
        return tuple(json.loads(self.said))

    @cached_property
    def things(self) -> frozenset[Ref]:
        """The things that came, went or changed."""
        return frozenset(
            Ref(Kind(change["kind"]), change["id"])
            for change in self.changes
            if change["kind"] in LISTS
        )

    @property
    def is_birth(self) -> bool:
        """Whether the scenario came with this step."""
        return any(_is_birth(change) for change in self.changes)

    @property
    def copied_from(self) -> int | None:
        """The number of the scenario of which this one came as a copy, or that it had before."""
        for change in self.changes:
            for origin in (COPIED_FROM, BACK_FROM):
                if _is_birth(change) and origin in change:
                    return int(change[origin]["number"])
        return None

    def concerns(self, text: str) -> bool:
        """Whether its label, who did it, or the id of a thing has a text in it."""
        wanted = text.casefold()
        said = (self.label, self.who, *(ref.id for ref in self.things))
        return any(wanted in one.casefold() for one in said)


def _is_birth(change: Mapping[str, Any]) -> bool:
    return change["kind"] == SCENARIO and change["before"] is None


def step_of(entry: Entry) -> HistoryStep:
    """The step that an entry of the journal tells of."""
    at = datetime.fromisoformat(entry.at)
    return HistoryStep(entry.seq, at, entry.who, entry.label, entry.changes)


def steps_of(
    connection: Connection,
    number: int,
    after: int = 0,
    *,
    until: int | None = None,
    most: int | None = None,
) -> tuple[HistoryStep, ...]:
    """The steps of a scenario since it came, or those in some stretch, the last one first."""
    entries = journal.entries_about(connection, number, until, after=after, most=most)
    return tuple(map(step_of, entries))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps of a scenario, or of what it came from, the last one first."""

    number: int
    steps: tuple[HistoryStep, ...]


def stretches(connection: Connection, number: int) -> Iterator[Stretch]:
    """The steps of a scenario, then those of the one that it was copied from, and so on."""
    until: int | None = None
    here: int | None = number
    while here is not None:
        steps = tuple(map(step_of, journal.entries_about(connection, here, until)))
        yield Stretch(here, steps)
        birth = steps[-1] if steps else None
        here = None if birth is None else birth.copied_from
        until = None if birth is None else birth.seq - 1


def plan_after(connection: Connection, number: int, seq: int, name: str) -> Plan:
    """A scenario of a plan of that name as it was after some entry of the journal.

    Before it came it was what it was copied from. Raises Refused when there was no such thing,
    Contradiction when the rows are not what the journal says, Misfit when they hold no plan.
    """
    rows = RowsThen.now(connection, number)
    for stretch in stretches(connection, number):
        later = list(takewhile(lambda step: step.seq > seq, stretch.steps))
        for step in later:
            rows.take_back(step.changes)
        if len(later) < len(stretch.steps):
            return rows.plan(name)
    raise Refused(_("The journal does not go back that far."))
