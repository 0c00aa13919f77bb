"""A plan made again what a backup of it was, in one step that the journal tells of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from domain.errors import Refused
from domain.language import _
from domain.model import Applied, Plan, touched_between
from domain.store import journal
from domain.store.access import Access
from domain.store.backups import keep, restore
from domain.store.differences import Step
from domain.store.driver import Connection, connect
from domain.store.journal_words import Told
from domain.store.keeping import Backup, Reason
from domain.store.plan_file import PlanFile
from domain.store.reading import load
from domain.store.scenarios import describe, description_of
from domain.store.steps import add_scenario, next_number, sentence_for, write_step
from domain.unfinished import in_private_folder

Described = tuple[Plan, str]
"""A scenario, and what is said of it."""


def scenarios_in(backup: Backup) -> tuple[Described, ...]:
    """Every scenario of a backup, which is not touched; raises UnreadableFile if not whole."""
    with in_private_folder() as folder:
        copy = folder / "copy.kader"
        restore(backup, copy)
        # A backup of an older form is brought up to date, which only a writer can.
        with PlanFile.open(copy) as file:
            return tuple((file.load(name), file.description(name)) for name in file.scenarios())


@dataclass(frozen=True, slots=True)
class _Change:
    """What is written of one scenario: a step, or the whole of it where it is no longer there."""

    plan: Plan
    description: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is written to put a backup back, and the head of the journal of the file for which."""

    head: str
    changes: tuple[_Change, ...]


def prepare(
    backup: Backup, copy: Path, path: Path, go_on: Callable[[], None] = lambda: None
) -> Prepared:
    """All that can be done beside other work before a backup is put back, on a copy of the file.

    The copy is of every page, and becomes the backup of what the plan in that place is now. What
    ``go_on`` raises, which is called now and then, ends it. Raises UnreadableFile when the backup
    is not whole, or UnwritableFile.
    """
    go_on()
    found = scenarios_in(backup)
    go_on()
    with closing(connect(copy, "ro")) as connection:
        prepared = _prepared(connection, found)
        go_on()
        keep(connection, path, Reason.RESTORE)
    return prepared


def put_back(access: Access, backup: Backup, prepared: Prepared | None = None) -> None:
    """Make the scenarios of a plan what they were in a backup, after a backup of what they are.

    Scenarios that came since stay as they are; those that went come back. What is written may
    have been prepared before; raises Refused when the plan was changed since then.
    """
    if prepared is None:
        found = scenarios_in(backup)
        with access.reading() as connection:
            prepared = _prepared(connection, found)
            if not access.read_only:
                keep(connection, access.path, Reason.RESTORE)
    with access.reading() as connection:
        if journal.head(connection) != prepared.head:
            raise Refused(
                _(
                    "The plan was changed while the backup was being read. Nothing was put back; "
                    "do it again."
                )
            )
    label = _("Put back the backup of {moment}").format(
        moment=f"{backup.made.astimezone():%d-%m-%Y %H:%M}"
    )
    with sentence_for(*(change.plan for change in prepared.changes)), access.step() as connection:
        _write(connection, prepared.changes, label)
    for change in prepared.changes:
        with access.reading() as connection:
            number = _number(connection, change.plan.scenario)
            same = number is None or change.description == description_of(connection, number)
        if number is not None and not same:
            describe(access, number, change.description)


def _prepared(connection: Connection, found: Sequence[Described]) -> Prepared:
    (name,) = connection.execute("SELECT name FROM plan").fetchone()
    changes = []
    for plan, description in found:
        number, after, step = _number(connection, plan.scenario), replace(plan, name=name), None
        if number is not None:
            before = load(connection, name, number)
            step = Step.of(before, Applied(after, touched_between(before, after)))
        changes.append(_Change(after, description, step))
    return Prepared(journal.head(connection), tuple(changes))


def _write(connection: Connection, changes: Sequence[_Change], label: str) -> None:
    for change in changes:
        number = _number(connection, change.plan.scenario)
        if number is None or change.step is None:
            add_scenario(connection, next_number(connection), change.plan, label)
        elif not change.step.is_nothing:
            write_step(connection, number, change.step, Told(label))


def _number(connection: Connection, scenario: str) -> int | None:
    row = connection.execute("SELECT number FROM scenarios WHERE name = ?", (scenario,)).fetchone()
    return None if row is None else int(row[0])
