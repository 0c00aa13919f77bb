"""Which states of scenarios, here and in other files, a scenario goes back to.

A state is known by the seal of an entry of a journal and the number of the scenario there. Two
scenarios have begun together where both know a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.model import Kind, Ref
from domain.store import journal
from domain.store.descriptions import Said
from domain.store.driver import Connection
from domain.store.history import HistoryStep, Stretch, stretches
from domain.store.journal_words import SAME, TAKEN, said
from domain.store.net_changes import effective, net_of

State = tuple[str, int]
Names = Mapping[Ref, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A state that was taken in, and the ids that its things got here."""

    state: State
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakenAt:
    """The entry with which something was taken in, and the ids that its things got."""

    seq: int
    names: Names


@dataclass(frozen=True, slots=True)
class Lineage:
    """The states that a scenario once was, each by the entry here after which it was that."""

    own: Mapping[State, int]
    received: Mapping[State, int]
    """Those of them that it was in another file, from which it was sent."""
    taken: Mapping[State, TakenAt]
    """The states of others that it has taken in."""
    here: State
    """What it is now."""


def lineage_of(connection: Connection, number: int) -> Lineage:
    """The states that a scenario of a file goes back to."""
    seals = journal.seals(connection)
    own: dict[State, int] = {}
    received: dict[State, int] = {}
    taken: dict[State, TakenAt] = {}
    until = len(seals)
    for stretch in stretches(connection, number):
        if not stretch.steps:
            break
        birth = stretch.steps[-1].seq
        own |= {(seals[seq - 1], stretch.number): seq for seq in range(birth, until + 1)}
        received |= dict(_received(stretch))
        # They come the last one first; of one that was taken in twice the last time counts.
        for state, at in _taken(stretch.steps):
            taken.setdefault(state, at)
        until = birth - 1
    return Lineage({**own, **received}, received, taken, (seals[-1], number))


def _received(stretch: Stretch) -> Iterator[tuple[State, int]]:
    for step in stretch.steps:
        for change in _changes(step, SAME):
            yield (change["id"], change["after"]["number"]), step.seq


def _taken(steps: Iterable[HistoryStep]) -> Iterator[tuple[State, TakenAt]]:
    """What was taken in and not undone since."""
    since: list[HistoryStep] = []
    for step in steps:
        since.append(step)
        changes = list(_changes(step, TAKEN))
        if changes and _holds(since):
            for change in changes:
                after = change["after"]
                state = change["id"], after["number"]
                yield state, TakenAt(step.seq, _names(after["names"]))


def _holds(since: list[HistoryStep]) -> bool:
    """Whether the last of some steps, the last one first in time, was not undone."""
    step = since[-1]
    return not net_of(step.changes) or step in effective(since[::-1])[0]


def _changes(step: HistoryStep, kind: str) -> Iterator[Mapping[str, Any]]:
    if f'"kind":"{kind}"' in step.said:
        yield from (change for change in step.changes if change["kind"] == kind)


def _names(listed: Iterable[Mapping[str, str]]) -> Names:
    return {Ref(Kind(one["kind"]), one["id"]): one["to"] for one in listed}


def said_of_same(state: State) -> Said:
    """What the journal says where a scenario is what it was in another file."""
    return said(SAME, state[0], None, {"number": state[1]})


def said_of_taken(taken: Taken) -> Said:
    """What the journal says where a scenario takes in what another is."""
    names = [
        {"kind": ref.kind.value, "id": ref.id, "to": to} for ref, to in sorted(taken.names.items())
    ]
    return said(TAKEN, taken.state[0], None, {"number": taken.state[1], "names": names})
