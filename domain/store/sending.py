"""One scenario as a file of its own, to be sent, worked on, sent back and merged.

The file is made anew: it holds nothing of other scenarios and nothing that was deleted. Its
journal begins with what the scenario was when it was first sent, goes on to what it is now, and
says which states of the sender's file these are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from domain.errors import Refused
from domain.language import _
from domain.model import Applied, Plan, touched_between
from domain.store.access import Access
from domain.store.copies import require_free
from domain.store.descriptions import Said
from domain.store.differences import Step
from domain.store.driver import Connection, connect, require_whole, transaction
from domain.store.edition import APPLICATION_ID, CURRENT
from domain.store.files import beside, put_in_place
from domain.store.history import plan_after
from domain.store.journal_words import Told
from domain.store.lineage import (
    State,
    Taken,
    lineage_of,
    said_of_same,
    said_of_taken,
)
from domain.store.scenarios import describe_new, description_of
from domain.store.sealing import close_seal, prepare_seal
from domain.store.steps import add_plan, add_scenario, sentence_for, write_step
from domain.store.troubles import known_troubles
from domain.store.upgrade import apply_steps


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scenario was at some time, and which states elsewhere that is."""

    plan: Plan
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent: a scenario as it was each time when it was sent, and as it is now."""

    plan_id: str
    stages: tuple[Stage, ...]
    taken: tuple[Taken, ...]
    description: str

    @property
    def now(self) -> Plan:
        """The scenario as it is now."""
        return self.stages[-1].plan


def parcel_of(connection: Connection, number: int, now: Plan) -> Parcel:
    """A scenario of a file, to be sent."""
    (plan_id,) = connection.execute("SELECT id FROM plan").fetchone()
    lineage = lineage_of(connection, number)
    states: defaultdict[int, list[State]] = defaultdict(list)
    for state, seq in lineage.received.items():
        states[seq].append(state)
    stages = [
        Stage(plan_after(connection, number, seq, now.name), tuple(states[seq]))
        for seq in sorted(states)
    ]
    stages.append(Stage(now, (lineage.here,)))
    description = description_of(connection, number)
    taken = tuple(Taken(state, at.names) for state, at in lineage.taken.items())
    return Parcel(plan_id, tuple(stages), taken, description)


def packed(access: Access, number: int, now: Plan, target: Path) -> Callable[[], None]:
    """A scenario as it is now, and the way to write it into a file of its own.

    Raises Refused for the file itself, FileInUse or UnwritableFile; so does the writing.
    """
    if target == access.path:
        raise Refused(_("{path} is this plan itself. Choose another name.").format(path=target))
    require_free(target)
    with access.reading() as connection:
        require_whole(connection, access.path)
        parcel = parcel_of(connection, number, now)
    return partial(_write, parcel, target)


def _write(parcel: Parcel, target: Path) -> None:
    with known_troubles(target, writing=True), beside(target) as made:
        with sentence_for(parcel.now), closing(connect(made, "rwc")) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            with transaction(connection):
                _fill(connection, parcel)
            require_whole(connection, made)
            stand_in = prepare_seal(connection, made)
        close_seal(made, stand_in)
        put_in_place(made, target)


def _fill(connection: Connection, parcel: Parcel) -> None:
    apply_steps(connection, CURRENT)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    also = add_plan(connection, parcel.plan_id, parcel.now.name, 1)
    first, *later = parcel.stages
    also += _said(first, parcel if not later else None)
    label = _("Send scenario {name}").format(name=parcel.now.scenario)
    add_scenario(connection, 1, replace(first.plan, name=parcel.now.name), label, also)
    for before, stage in pairwise(parcel.stages):
        applied = Applied(stage.plan, touched_between(before.plan, stage.plan))
        step = Step.of(replace(before.plan, name=parcel.now.name), applied)
        told = Told(label, _said(stage, parcel if stage is later[-1] else None))
        write_step(connection, 1, step, told)
    describe_new(connection, 1, parcel.now.scenario, parcel.description)


def _said(stage: Stage, parcel: Parcel | None) -> list[Said]:
    """What the journal says of a stage; at the last one also of what was taken in till then."""
    taken = () if parcel is None else parcel.taken
    return [*map(said_of_same, stage.states), *map(said_of_taken, taken)]
