"""A plan file: several scenarios of one plan, each complete in itself, in one file on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from domain.errors import Refused
from domain.language import _
from domain.model import Applied, Plan
from domain.store import journal, scenarios
from domain.store.access import Access
from domain.store.descriptions import Said
from domain.store.driver import Connection
from domain.store.edition import CURRENT, Edition
from domain.store.journal_words import Told
from domain.store.keeping import Backup, Reason
from domain.store.reading import load
from domain.store.records import Misfit
from domain.store.steps import (
    add_scenario,
    next_number,
    rename_plan,
    save_step,
    sentence_for,
)
from domain.store.troubles import damaged

if TYPE_CHECKING:
    from domain.store.history import HistoryStep
    from domain.store.lineage import Taken
    from domain.store.past import Past
    from domain.store.taking_in import Meeting


class Keeper:
    """What keeps a session's scenario: each step is on disk when ``save`` returns."""

    def __init__(self, access: Access, number: int, also: dict[int, list[Said]]) -> None:
        self._access = access
        self._number = number
        self._also = also

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        """Keep a step; raises ReadOnlyPlan or UnwritableFile, and then nothing is changed."""
        told = Told(label, self._also.get(self._number, ()))
        save_step(self._access, self._number, before, applied, told)
        self._also.pop(self._number, None)


class PlanFile:
    """An open plan file. While it can be written, nobody else can open it."""

    def __init__(self, path: Path, access: Access) -> None:
        """Use ``create`` or ``open``."""
        self._path = path
        self._access = access
        self._also: dict[int, list[Said]] = {}
        with access.reading() as connection:
            row = connection.execute("SELECT id FROM plan").fetchone()
        if row is None:
            raise damaged(path, _("there is no plan in it"))
        self._plan_id = str(row[0])

    @classmethod
    def create(cls, path: Path, plans: Sequence[Plan], *, current: str | None = None) -> Self:
        """A new file with these scenarios, open; the first one is current if none is named.

        Raises UnwritableFile when there is a file already, or when it cannot be made.
        """
        # Not needed to open a plan, as in the other methods that import.
        from domain.store.copies import make_file

        make_file(path.resolve(), plans, current)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, edition: Edition = CURRENT) -> Self:
        """The plan in a file, to read only if it is asked for or if it cannot be written.

        Raises UnreadableFile, NewerFile or FileInUse.
        """
        access = Access(path.resolve(), edition, read_only=read_only)
        try:
            return cls(path.absolute(), access)
        except BaseException:
            access.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def plan_id(self) -> str:
        """What tells this plan from all others; a copy of the file has the same."""
        return self._plan_id

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._access.read_only

    @property
    def name(self) -> str:
        """The name of the plan, the same in each scenario."""
        return str(self._one("SELECT name FROM plan"))

    @property
    def current(self) -> str:
        """The scenario that is open, or was when the file was last used."""
        return str(
            self._one("SELECT name FROM scenarios WHERE number = (SELECT open_scenario FROM plan)")
        )

    def scenarios(self) -> tuple[str, ...]:
        """The names of the scenarios, in the order in which they came."""
        with self._access.reading() as connection:
            rows = connection.execute("SELECT name FROM scenarios ORDER BY number").fetchall()
        return tuple(row[0] for row in rows)

    def load(self, scenario: str | None = None) -> Plan:
        """A scenario, or the current one; raises Refused when there is none of that name."""
        number = self._number(self.current if scenario is None else scenario)
        try:
            with self._access.reading() as connection:
                return load(connection, self.name, number)
        except Misfit as misfit:
            raise damaged(self._path, str(misfit)) from misfit

    def make_current(self, scenario: str) -> None:
        """From now on this scenario is the one that opens."""
        number = self._number(scenario)
        if scenario != self.current:
            with self._access.step() as connection:
                connection.execute("UPDATE plan SET open_scenario = ?", (number,))

    def keeper(self, scenario: str) -> Keeper:
        """What saves the steps of a session in a scenario, also when that gets another name."""
        return Keeper(self._access, self._number(scenario), self._also)

    def put_scenario(self, plan: Plan, label: str = "") -> None:
        """Make a scenario exactly this plan, or add it, in one step; the plan gets its name."""
        if plan.scenario in self.scenarios():
            before = self.load(plan.scenario)
            if before != plan and not self.read_only:
                self._access.schedule.keep(self._access.connection, Reason.IMPORT)
            label = label or _("Replace scenario {name}").format(name=plan.scenario)
            self.keeper(plan.scenario).save(before, Applied(plan, frozenset()), label)
            return
        label = label or _("Add scenario {name}").format(name=plan.scenario)
        with sentence_for(plan), self._access.step() as connection:
            said = rename_plan(connection, self.name, plan.name)
            add_scenario(connection, next_number(connection), plan, label, said)

    def remove_scenario(self, scenario: str) -> None:
        """Take a scenario out; refused for the one that is open and for the plan of record."""
        number = self._number(scenario)
        if scenario == self.current:
            raise Refused(
                _("Scenario '{name}' is open; open another one first.").format(name=scenario)
            )
        scenarios.remove(self._access, number)

    def derive(self, scenario: str, name: str) -> None:
        """Add a copy of a scenario that says that it was derived from it."""
        scenarios.copy(self._access, self._number(scenario), name, derived=True)

    def duplicate(self, scenario: str, name: str) -> None:
        """Add a copy of a scenario that stands beside it: derived from what that is."""
        scenarios.copy(self._access, self._number(scenario), name, derived=False)

    def rename_scenario(self, scenario: str, name: str) -> None:
        """Give a scenario another name, also where others say that they were derived from it."""
        number = self._number(scenario)
        if name != scenario:
            scenarios.rename(self._access, number, name)

    def description(self, scenario: str) -> str:
        """What is said of a scenario; empty when nothing is."""
        number = self._number(scenario)
        with self._access.reading() as connection:
            return scenarios.description_of(connection, number)

    def describe(self, scenario: str, text: str) -> None:
        """Say something of a scenario."""
        if text.strip() != self.description(scenario):
            scenarios.describe(self._access, self._number(scenario), text)

    @property
    def record(self) -> str | None:
        """The scenario that is the plan of record, or none."""
        with self._access.reading() as connection:
            number = scenarios.record_in(connection)
            return None if number is None else scenarios.name_of(connection, number)

    def make_record(self, scenario: str | None) -> None:
        """From now on this scenario is the plan of record, in place of another; or none is."""
        number = None if scenario is None else self._number(scenario)
        if scenario != self.record:
            scenarios.mark_as_record(self._access, number)

    def history(self, scenario: str | None = None) -> tuple[HistoryStep, ...]:
        """The steps of a scenario since it came, the last one first."""
        from domain.store.history import steps_of

        number = self._number(self.current if scenario is None else scenario)
        with self._access.reading() as connection:
            return steps_of(connection, number)

    def plan_after(self, seq: int, scenario: str | None = None) -> Plan:
        """A scenario as it was after an entry of the journal; before it came, what it came from.

        Raises Refused where the journal does not go back that far.
        """
        from domain.store.history import plan_after

        number = self._number(self.current if scenario is None else scenario)
        with self._rewinding() as connection:
            return plan_after(connection, number, seq, self.name)

    def plan_before(self, seq: int, scenario: str | None = None) -> Plan:
        """A scenario as it was before an entry of the journal; raises Refused as ``plan_after``."""
        return self.plan_after(seq - 1, scenario)

    def past(self, plan: Plan, most: int = 100) -> Past:
        """The last steps that led to a plan, which was just loaded, and those that were undone."""
        from domain.store.past import past_of

        number = self._number(plan.scenario)
        with self._rewinding() as connection:
            return past_of(connection, number, plan, most)

    @contextmanager
    def _rewinding(self) -> Iterator[Connection]:
        try:
            with self._access.reading() as connection:
                yield connection
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            raise damaged(self._path, _("its journal does not fit")) from error

    def back_up(self, label: str = "", reason: Reason = Reason.NAMED) -> Backup:
        """Make a backup under a name, or for a reason; raises UnwritableFile when it cannot be."""
        from domain.store.backups import keep

        with self._access.reading() as connection:
            return keep(connection, self._path, reason, label)

    def backups(self) -> tuple[Backup, ...]:
        """All backups of this plan, in whatever place the file was, the newest first."""
        from domain.store.backups import backups_of

        return backups_of(self._plan_id)

    @property
    def backup_trouble(self) -> str:
        """Why the last backup that is made by itself could not be made; empty when it was."""
        return self._access.schedule.trouble

    def save_as(self, path: Path) -> None:
        """Write a fresh, whole copy without anything that was deleted; this file stays open.

        Raises UnwritableFile or FileInUse; what stood there is then still there.
        """
        from domain.store.copies import save_copy

        save_copy(self._access, path.resolve())

    def send(self, scenario: str, path: Path) -> None:
        """Write a scenario as a sealed file of its own, which holds nothing else of this one.

        It opens as any plan; when it comes back it can be merged by what it was when it was
        sent. Raises UnwritableFile or FileInUse; what stood there is then still there.
        """
        from domain.store.sending import send

        send(self._access, self._number(scenario), self.load(scenario), path.resolve())

    def meeting(self, scenario: str, other: PlanFile, theirs: str) -> Meeting:
        """A scenario here and one of another file, with what both began with, to be merged."""
        from domain.store.taking_in import Scenario, meeting

        with self._rewinding() as mine, other._rewinding() as connection:
            here = Scenario(mine, self._number(scenario), self.load(scenario))
            there = Scenario(connection, other._number(theirs), other.load(theirs))
            found = meeting(here, there)
            parent = there.plan.derived_from
            if found.base is None and parent in other.scenarios():
                origin = Scenario(connection, other._number(parent), other.load(parent))
                found = replace(found, base=meeting(here, origin).base)
            return found

    @contextmanager
    def taking(self, scenario: str, taken: Sequence[Taken]) -> Iterator[None]:
        """The step that is saved inside takes in a scenario of another file; undone, it does not.

        A later merge with the same scenario then begins from there.
        """
        from domain.store.lineage import said_of_taken

        number = self._number(scenario)
        self._also[number] = list(map(said_of_taken, taken))
        try:
            yield
        finally:
            self._also.pop(number, None)

    def head(self) -> str:
        """The seal of the last entry of the journal, which stands for all of it."""
        with self._access.reading() as connection:
            return journal.head(connection)

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the file, each in a sentence: structure, rows, journal."""
        from domain.store.verifying import faults_of

        return faults_of(self._access)

    def close(self) -> None:
        """Let go of the file; others can open it."""
        self._access.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _one(self, sql: str) -> object:
        with self._access.reading() as connection:
            return connection.execute(sql).fetchone()[0]

    def _number(self, scenario: str) -> int:
        with self._access.reading() as connection:
            row = connection.execute(
                "SELECT number FROM scenarios WHERE name = ?", (scenario,)
            ).fetchone()
        if row is None:
            raise Refused(
                _("There is no scenario '{name}'; there are {names}.").format(
                    name=scenario, names=", ".join(self.scenarios())
                )
            )
        return int(row[0])
