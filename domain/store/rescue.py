"""Saves what can be read of a damaged plan into a fresh file; the damaged one stays as it is."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from domain.errors import Cancelled, KnownError, UnreadableFile, UnwritableFile
from domain.language import _, plural
from domain.model import LISTS, Plan, Settings, Table
from domain.store import journal
from domain.store.confinement import Limits, guarded
from domain.store.copies import save_as_new
from domain.store.driver import Connection, connect, connect_immutable, connect_in_memory
from domain.store.edition import CURRENT, EDITIONS
from domain.store.fields import Cell, Row
from domain.store.forms import FORMS
from domain.store.header import header_in, require_plan
from domain.store.inspection import copy_all
from domain.store.journal import Entry
from domain.store.mending import mended
from domain.store.plan_file import PlanFile
from domain.store.receiving import copy_alone
from domain.store.records import Form, Misfit
from domain.store.rows_left import rows_left
from domain.store.scenario_rows import COLUMNS, plan_of
from domain.store.schema import dangers_in
from domain.store.troubles import damaged, known_troubles
from domain.store.upgrade import apply_steps, upgrade
from domain.store.verifying import faults_of_content
from domain.unfinished import in_private_folder


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many things were saved, and in sentences what was not, or not as it was."""

    kept: int
    said: tuple[str, ...]


def _go_on() -> None:
    """Nobody asks for an end."""


def rescue(source: Path, target: Path, go_on: Callable[[], None] = _go_on) -> Rescued:
    """Save what can be read of a damaged plan where nothing stands yet.

    Only a private copy of the file is looked at. Where every row can be read and fits the journal,
    that is saved too; otherwise it begins anew. What ``go_on`` raises, which is called now and
    then, ends it. Raises UnwritableFile when something stands there, UnreadableFile or NewerFile
    when nothing of a plan can be read.
    """
    if target.exists():
        raise UnwritableFile(_("{path} is there already. Choose another name.").format(path=target))
    with in_private_folder() as folder:
        copy = folder / "copy.kader"
        copy_alone(source.resolve(), copy)
        if _copied_whole(copy, folder / "whole.kader", source, go_on):
            return _saved_whole(folder / "whole.kader", target)
        found = _found_in(copy, source, go_on)
    with PlanFile.create(target, found.plans, current=found.current) as file:
        for name, text in found.descriptions.items():
            with suppress(KnownError):
                file.describe(name, text)
    return Rescued(_things_in(found.plans), tuple(found.said))


def _copied_whole(copy: Path, clean: Path, shown: Path, go_on: Callable[[], None]) -> bool:
    """Whether every row of a file can be read, and all fit each other and the journal.

    That is so where only what makes it quicker to find rows is damaged, or unused parts.
    """
    with copy.open("rb") as file:
        raw = file.read(100)
    edition = EDITIONS[require_plan(shown, raw, CURRENT.version)]
    limits = Limits.for_file(copy.stat().st_size)
    try:
        with (
            known_troubles(shown, writing=False),
            closing(connect_immutable(copy)) as theirs,
            guarded(theirs, limits),
            closing(connect(clean, "rwc")) as ours,
        ):
            if dangers_in(theirs, edition):
                return False
            copy_all(theirs, ours, shown, edition)
            go_on()
            if edition is not CURRENT:
                upgrade(ours, shown, CURRENT)
            return not faults_of_content(ours)
    except (KnownError, sqlite3.Error, UnicodeDecodeError) as error:
        if isinstance(error, Cancelled):
            raise
        return False


def _saved_whole(clean: Path, target: Path) -> Rescued:
    save_as_new(clean, target.resolve())
    with PlanFile.open(target) as file:
        plans = [file.load(name) for name in file.scenarios()]
    said = _("Every row can be read, and fits the journal, which goes on.")
    return Rescued(_things_in(plans), (said,))


def _things_in(plans: Iterable[Plan]) -> int:
    return sum(len(plan.table(kind)) for plan in plans for kind in LISTS)


@dataclass(frozen=True, slots=True)
class _Found:
    plans: Sequence[Plan]
    current: str
    descriptions: dict[str, str]
    said: list[str]


def _found_in(copy: Path, shown: Path, go_on: Callable[[], None]) -> _Found:
    with copy.open("rb") as file:
        raw = file.read(100)
    edition = EDITIONS[require_plan(shown, raw, CURRENT.version)]
    _lengthen(copy, header_in(raw).size)
    with (
        known_troubles(shown, writing=False),
        closing(connect_immutable(copy)) as connection,
        guarded(connection, Limits.for_file(copy.stat().st_size)),
    ):
        dangers = dangers_in(connection, edition)
        if dangers:
            raise damaged(shown, dangers[0])
        return _Reader(connection, shown, go_on).found(described=edition.version > 1)


def _lengthen(copy: Path, size: int) -> None:
    """Let a copy that was cut off be as long as it was: SQLite opens no shorter one."""
    if copy.stat().st_size < size <= copy.stat().st_size * 1000:
        with copy.open("r+b") as file:
            file.truncate(size)


class _Reader:
    """Reads table by table, and notes what it leaves out."""

    def __init__(self, connection: Connection, shown: Path, go_on: Callable[[], None]) -> None:
        self._connection, self._shown, self._go_on = connection, shown, go_on
        self._sieve = connect_in_memory()
        apply_steps(self._sieve, CURRENT)
        self._said: list[str] = []
        self._left_out: Counter[str] = Counter()

    def found(self, *, described: bool) -> _Found:
        """All scenarios of which something can be read; raises UnreadableFile for none."""
        name, opened = self._of_plan()
        rows = {
            _number(row[0]): row[1:] for row in self._fit_rows("scenarios", ("number", *COLUMNS))
        }
        things = {kind: self._things(form) for kind, form in FORMS.items()}
        numbers = sorted({*rows, *(number for lists in things.values() for number in lists)})
        taken = frozenset(str(row[0]) for row in rows.values())
        plans = {n: self._plan(name, n, rows.get(n), taken) for n in numbers}
        for number, plan in plans.items():
            lists: dict[str, Any] = {
                LISTS[kind]: Table(lists[number].values())
                for kind, lists in things.items()
                if number in lists
            }
            plans[number], said = mended(replace(plan, **lists))
            self._said += said
        if not plans:
            raise UnreadableFile(
                _("Nothing of the plan in {path} can be read. Open a backup of it.").format(
                    path=self._shown
                )
            )
        self._say_left_out()
        self._say_journal()
        texts = self._by_first("descriptions", ("scenario", "text")) if described else ()
        descriptions = {plans[n].scenario: str(row[0]) for n, row in texts if n in plans}
        current = plans.get(opened, plans[numbers[0]]).scenario
        return _Found(list(plans.values()), current, descriptions, self._said)

    def _rows(self, table: str, columns: Sequence[str]) -> Sequence[Row]:
        self._go_on()
        left = rows_left(self._connection, table, columns)
        if left.lost:
            self._said.append(left.lost)
        return left.rows

    def _fit_rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows that a table of a whole file would take too; the others are counted."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
        for row in self._rows(table, columns):
            try:
                self._sieve.execute(insert, row)
            except sqlite3.Error:
                self._left_out[table] += 1
            else:
                yield row

    def _by_first(self, table: str, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
        for number, *row in self._rows(table, columns):
            if isinstance(number, int):
                yield number, tuple(row)

    def _of_plan(self) -> tuple[str, int]:
        for name, opened in self._rows("plan", ("name", "open_scenario")):
            if isinstance(name, str) and isinstance(opened, int):
                return name, opened
        return self._shown.stem, 0

    def _plan(self, name: str, number: int, row: Row | None, taken: Collection[str]) -> Plan:
        if row is not None:
            try:
                return plan_of(name, row)
            except Misfit:
                stands_in = str(row[0])
        else:
            stands_in = _free(_("Scenario {number}").format(number=number), taken)
        self._said.append(
            _("The settings of scenario '{name}' cannot be read; it has the usual ones.").format(
                name=stands_in
            )
        )
        return Plan(name=name, scenario=stands_in, settings=Settings())

    def _things(self, form: Form) -> dict[int, dict[str, Any]]:
        parts = self._parts(form)
        found: defaultdict[int, dict[str, Any]] = defaultdict(dict)
        columns = ("scenario", "position", *form.columns)
        for number, _position, *row in sorted(self._fit_rows(form.table, columns), key=_place):
            own = parts.pop((number, row[0]), ())
            try:
                thing = form.thing(tuple(row), own)
            except Misfit:
                self._left_out[form.table] += 1
                continue
            found[_number(number)][thing.id] = thing
        if form.part is not None:
            self._left_out[form.part.table] += sum(map(len, parts.values()))
        return found

    def _parts(self, form: Form) -> dict[tuple[Any, Any], list[Row]]:
        """The rows that parts can be made of, by the number of the scenario and the owner."""
        found: defaultdict[tuple[Any, Any], list[Row]] = defaultdict(list)
        if form.part is None:
            return found
        part = form.part
        columns = ("scenario", "position", part.owner, *part.columns)
        for number, _position, owner, *row in sorted(
            self._fit_rows(part.table, columns), key=_place
        ):
            try:
                part.make(**part.values(tuple(row)))
            except (KnownError, ArithmeticError, LookupError, TypeError, ValueError):
                self._left_out[part.table] += 1
            else:
                found[number, owner].append(tuple(row))
        return found

    def _say_left_out(self) -> None:
        for table, rows in self._left_out.items():
            if rows:
                self._said.append(
                    plural(
                        "{count} row of {table} is left out: it fits nothing.",
                        "{count} rows of {table} are left out: they fit nothing.",
                        rows,
                    ).format(count=rows, table=table)
                )

    def _say_journal(self) -> None:
        rows = self._fit_rows("journal", Entry._fields)
        entries = sorted(map(Entry._make, rows))
        previous, held = journal.START, 0
        for entry in entries:
            if (entry.previous, entry.seq) != (previous, held + 1):
                break
            if journal.seal_of(entry) != entry.hash:
                break
            previous, held = entry.hash, held + 1
        self._said.append(
            _(
                "The journal begins anew. Of the old one the first {count} entries hold; "
                "the seal of the last of these is {head}."
            ).format(count=held, head=previous)
        )


def _free(name: str, taken: Collection[str]) -> str:
    """A name, with a number behind it as long as another scenario has it."""
    names = (name if again == 1 else f"{name} ({again})" for again in count(1))
    return next(one for one in names if one not in taken)


def _number(cell: Cell) -> int:
    return int(cell or 0)


def _place(row: Row) -> int:
    return int(row[1] or 0)
