"""An open plan file as it is read: its scenarios, its past, its backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from domain.errors import Refused
from domain.language import _
from domain.model import Plan
from domain.store.access import Access
from domain.store.driver import Connection
from domain.store.keeping import Backup, Reason
from domain.store.reading import load
from domain.store.records import Misfit
from domain.store.troubles import damaged

if TYPE_CHECKING:
    from domain.store.descriptions import Said
    from domain.store.history import HistoryStep
    from domain.store.past import Past


class OpenPlan:
    """A plan file that is open; what changes it is in ``PlanFile``."""

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

    def history(
        self,
        scenario: str | None = None,
        *,
        after: int = 0,
        until: int | None = None,
        most: int | None = None,
    ) -> tuple[HistoryStep, ...]:
        """The steps of a scenario since it came, the last one first.

        If asked only those after some entry of the journal and until another, and of these the
        last ones.
        """
        from domain.store.history import steps_of

        number = self._number(self.current if scenario is None else scenario)
        with self._access.reading() as connection:
            return steps_of(connection, number, after, until=until, most=most)

    @property
    def last_entry(self) -> int:
        """The number of the last entry of the journal."""
        from domain.store import journal

        with self._access.reading() as connection:
            return journal.length(connection)

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

    def copy_as_it_is(self, path: Path) -> None:
        """Copy the file page by page to where nothing stands, whether it is whole or not."""
        from domain.store.copies import copy_pages

        copy_pages(self._access, path.resolve())

    @property
    def is_as_it_was_sent(self) -> bool:
        """Whether a file that nobody worked on since it was sent has all the bytes it had."""
        return not self._access.seal_is_broken()

    @property
    def backup_trouble(self) -> str:
        """Why the last backup that is made by itself could not be made; empty when it was."""
        return self._access.schedule.trouble

    def head(self) -> str:
        """The seal of the last entry of the journal, which stands for all of it."""
        from domain.store import journal

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
