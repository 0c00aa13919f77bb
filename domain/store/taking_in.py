"""What a scenario of another file and one of this began with, to merge them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.engine.merging.renaming import renamed_plan
from domain.model import Plan, Ref
from domain.store.descriptions import Said
from domain.store.driver import Connection
from domain.store.history import plan_after
from domain.store.lineage import (
    Lineage,
    Names,
    State,
    Taken,
    lineage_of,
    said_of_same,
    said_of_taken,
)

_NOBODY: Final[Names] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario in an open file."""

    connection: Connection
    number: int
    plan: Plan

    def lineage(self) -> Lineage:
        """The states that it goes back to."""
        return lineage_of(self.connection, self.number)

    def plan_after(self, seq: int) -> Plan:
        """The scenario as it was after an entry of its journal."""
        return plan_after(self.connection, self.number, seq, self.plan.name)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two versions of a scenario, and the plan that both began with, if there is one.

    Things that once got another id, because both had made something with one id, have that id
    in all three.
    """

    base: Plan | None
    mine: Plan
    theirs: Plan
    state: State
    """What theirs is now."""
    names: Names
    """Ids that their things got here before."""
    inherited: Mapping[State, Names]
    """What they had taken in."""

    def taken(self, renamed: Names) -> tuple[Taken, ...]:
        """What I have taken in after a merge in which their things got other ids."""
        names = then_renamed(self.names, renamed)
        others = (
            Taken(state, then_renamed(then_renamed(old, self.names), renamed))
            for state, old in self.inherited.items()
        )
        return (Taken(self.state, names), *others)


def origin_of(theirs: Scenario) -> list[Said]:
    """What the journal says where a scenario of another file comes as a scenario of its own."""
    lineage = theirs.lineage()
    known = {state: at.names for state, at in lineage.taken.items()}
    known |= dict.fromkeys(lineage.received, _NOBODY)
    known.pop(lineage.here, None)
    taken = (said_of_taken(Taken(state, names)) for state, names in known.items())
    return [said_of_same(lineage.here), *taken]


def then_renamed(names: Names, renamed: Names) -> Names:
    """The ids that things have when they got other ids one time after the other."""
    again = {ref: renamed.get(Ref(ref.kind, name), name) for ref, name in names.items()}
    called = {Ref(ref.kind, name) for ref, name in names.items()}
    fresh = {ref: name for ref, name in renamed.items() if ref not in called}
    return {**fresh, **again}


@dataclass(frozen=True, slots=True)
class _Known:
    """A state that both know, by the entry of the one that was it and of the other that has it."""

    at: int
    had_since: int
    names: Names
    """The ids that its things have with the other."""


def meeting(mine: Scenario, theirs: Scenario) -> Meeting:
    """What is to be merged: with the last state that both know."""
    here, there = mine.lineage(), theirs.lineage()
    inherited = {state: at.names for state, at in there.taken.items()}
    inherited |= dict.fromkeys(there.received, _NOBODY)
    base, mine_names, theirs_names = None, _NOBODY, _NOBODY
    of_theirs, of_mine = _last_known(there, here), _last_known(here, there)
    if of_mine is not None and (of_theirs is None or of_mine.at >= of_theirs.had_since):
        base, mine_names = mine.plan_after(of_mine.at), of_mine.names
    elif of_theirs is not None:
        base, theirs_names = theirs.plan_after(of_theirs.at), of_theirs.names
    return Meeting(
        None if base is None else renamed_plan(base, mine_names or theirs_names),
        renamed_plan(mine.plan, mine_names),
        renamed_plan(theirs.plan, theirs_names),
        there.here,
        theirs_names,
        inherited,
    )


def _last_known(one: Lineage, other: Lineage) -> _Known | None:
    """The last state of one that the other once was too, or has taken in."""
    known = [
        _Known(at, other.own[state], _NOBODY)
        if state in other.own
        else _Known(at, other.taken[state].seq, other.taken[state].names)
        for state, at in one.own.items()
        if state in other.own or state in other.taken
    ]
    return max(known, key=lambda one: one.at, default=None)
