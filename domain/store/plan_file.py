"""A plan file: several scenarios of one plan, each complete in itself, in one file on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from domain.errors import Refused
from domain.language import _
from domain.model import Applied, Plan
from domain.store.access import Access
from domain.store.edition import CURRENT, Edition
from domain.store.keeping import Backup, Reason
from domain.store.open_plan import OpenPlan
from domain.values import replace

if TYPE_CHECKING:
    from domain.store.descriptions import Said
    from domain.store.lineage import Taken
    from domain.store.removing import Removed
    from domain.store.restoring import Prepared
    from domain.store.taking_in import Meeting


class Keeper:
    """What keeps a session's scenario: each step is on disk when ``save`` returns."""

    def __init__(self, access: Access, number: int, also: dict[int, list[Said]]) -> None:
        self._access = access
        self._number = number
        self._also = also

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        """Keep a step; raises ReadOnlyPlan or UnwritableFile, and then nothing is changed."""
        from domain.store.journal_words import Told
        from domain.store.steps import save_step

        told = Told(label, self._also.get(self._number, ()))
        save_step(self._access, self._number, before, applied, told)
        self._also.pop(self._number, None)


class PlanFile(OpenPlan):
    """An open plan file. While it can be written, nobody else can open it."""

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
        from domain.store.steps import add_scenario, next_number, rename_plan, sentence_for

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
        """Take a scenario out; refused for the one that is open and for the plan of record.

        It can be taken back wherever the file goes, as long as it has its journal.
        """
        from domain.store import scenarios
        from domain.store.removing import remove

        number = self._number(scenario)
        with self._access.reading() as connection:
            scenarios.require_removable(connection, number)
        if scenario == self.current:
            raise Refused(
                _("Scenario '{name}' is open; open another one first.").format(name=scenario)
            )
        remove(self._access, number)

    def removed(self) -> tuple[Removed, ...]:
        """The scenarios that were taken out and not taken back, the last one first."""
        from domain.store.removing import removed

        with self._access.reading() as connection:
            return removed(connection)

    def take_back(self, gone: Removed, name: str = "") -> None:
        """Add a scenario again that was taken out, if asked under another name."""
        from domain.store.removing import take_back

        take_back(self._access, gone, name or gone.name)

    def derive(self, scenario: str, name: str) -> None:
        """Add a copy of a scenario that says that it was derived from it."""
        from domain.store import scenarios

        scenarios.copy(self._access, self._number(scenario), name, derived=True)

    def duplicate(self, scenario: str, name: str) -> None:
        """Add a copy of a scenario that stands beside it: derived from what that is."""
        from domain.store import scenarios

        scenarios.copy(self._access, self._number(scenario), name, derived=False)

    def rename_scenario(self, scenario: str, name: str, description: str | None = None) -> None:
        """Give a scenario another name, also where others say that they were derived from it.

        Where a description is given, that is changed too, in the same step.
        """
        from domain.store import scenarios

        number, said = self._number(scenario), None
        if description is not None and description.strip() != self.description(scenario):
            said = description
        if name != scenario or said is not None:
            scenarios.rename(self._access, number, name, said)

    def description(self, scenario: str) -> str:
        """What is said of a scenario; empty when nothing is."""
        from domain.store import scenarios

        number = self._number(scenario)
        with self._access.reading() as connection:
            return scenarios.description_of(connection, number)

    def describe(self, scenario: str, text: str) -> None:
        """Say something of a scenario."""
        from domain.store import scenarios

        if text.strip() != self.description(scenario):
            scenarios.describe(self._access, self._number(scenario), text)

    @property
    def record(self) -> str | None:
        """The scenario that is the plan of record, or none."""
        from domain.store import scenarios

        with self._access.reading() as connection:
            number = scenarios.record_in(connection)
            return None if number is None else scenarios.name_of(connection, number)

    def make_record(self, scenario: str | None) -> None:
        """From now on this scenario is the plan of record, in place of another; or none is."""
        from domain.store import scenarios

        number = None if scenario is None else self._number(scenario)
        if scenario != self.record:
            scenarios.mark_as_record(self._access, number)

    def put_back(self, backup: Backup, prepared: Prepared | None = None) -> None:
        """Make the scenarios what they were in a backup, after a backup of what they are now.

        What is to be written may have been prepared before with ``restoring.prepare``; raises
        Refused when the plan was changed since then. Raises UnreadableFile when the backup is not
        whole, ReadOnlyPlan or UnwritableFile.
        """
        from domain.store.restoring import put_back

        put_back(self._access, backup, prepared)

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
        self.parcel(self.load(scenario), path)()

    def parcel(self, plan: Plan, path: Path) -> Callable[[], None]:
        """A scenario as it is now, packed; what is returned writes it, as ``send`` does.

        The writing no longer needs this file, so it can be done beside other work.
        """
        from domain.store.sending import packed

        return packed(self._access, self._number(plan.scenario), plan, path.resolve())

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

    def take_in_new(self, plan: Plan, other: PlanFile, theirs: str) -> None:
        """Add a scenario of another file, named as the plan; later it can be merged as a version.

        Raises Refused when there is one of that name.
        """
        from domain.store.scenarios import require_name
        from domain.store.steps import add_scenario, next_number, sentence_for
        from domain.store.taking_in import Scenario, origin_of

        require_name(plan.scenario)
        with other._rewinding() as connection:
            also = origin_of(Scenario(connection, other._number(theirs), other.load(theirs)))
        plan = replace(plan, name=self.name)
        label = _("Take in scenario {name}").format(name=plan.scenario)
        with sentence_for(plan), self._access.step() as connection:
            add_scenario(connection, next_number(connection), plan, label, also)

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
