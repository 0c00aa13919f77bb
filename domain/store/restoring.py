"""A plan made again what a backup of it was, in one step that the journal tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from domain.language import _
from domain.model import Applied, Plan, touched_between
from domain.store.access import Access
from domain.store.backups import keep, restore
from domain.store.differences import Step
from domain.store.driver import Connection
from domain.store.journal_words import Told
from domain.store.keeping import Backup, Reason
from domain.store.plan_file import PlanFile
from domain.store.reading import load
from domain.store.scenarios import describe, description_of
from domain.store.steps import add_scenario, next_number, sentence_for, write_step
from domain.unfinished import PrivateFolder

Described = tuple[Plan, str]
"""A scenario, and what is said of it."""


def scenarios_in(backup: Backup) -> tuple[Described, ...]:
    """Every scenario of a backup, which is not touched; raises UnreadableFile if not whole."""
    with PrivateFolder() as folder:
        copy = Path(folder, "copy.kader")
        restore(backup, copy)
        # A backup of an older form is brought up to date, which only a writer can.
        with PlanFile.open(copy) as file:
            return tuple((file.load(name), file.description(name)) for name in file.scenarios())


def put_back(access: Access, backup: Backup, found: Sequence[Described] | None = None) -> None:
    """Make the scenarios of a plan what they were in a backup, after a backup of what they are.

    Scenarios that came since stay as they are; those that went come back. What is in the backup
    may have been read before, beside other work.
    """
    found = scenarios_in(backup) if found is None else found
    if not access.read_only:
        keep(access.connection, access.path, Reason.RESTORE)
    label = _("Put back the backup of {moment}").format(
        moment=f"{backup.made.astimezone():%d-%m-%Y %H:%M}"
    )
    plans = [plan for plan, _text in found]
    with sentence_for(*plans), access.step() as connection:
        _write(connection, plans, label)
    for plan, text in found:
        with access.reading() as connection:
            number = _number(connection, plan.scenario)
            same = number is None or text == description_of(connection, number)
        if number is not None and not same:
            describe(access, number, text)


def _write(connection: Connection, plans: Sequence[Plan], label: str) -> None:
    (name,) = connection.execute("SELECT name FROM plan").fetchone()
    for plan in plans:
        number = _number(connection, plan.scenario)
        if number is None:
            add_scenario(connection, next_number(connection), replace(plan, name=name), label)
            continue
        before = load(connection, name, number)
        after = replace(plan, name=name)
        step = Step.of(before, Applied(after, touched_between(before, after)))
        if not step.is_nothing:
            write_step(connection, number, step, Told(label))


def _number(connection: Connection, scenario: str) -> int | None:
    row = connection.execute("SELECT number FROM scenarios WHERE name = ?", (scenario,)).fetchone()
    return None if row is None else int(row[0])
