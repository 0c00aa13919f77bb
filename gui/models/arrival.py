"""A scenario that came from a colleague, beside the open one: what is decided, and then done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol, TypeVar

from domain.engine.merging import Conflict, Merge, Side, Spot
from domain.language import _
from domain.model import Marking, Plan, ReplacePlan
from domain.session import Preview
from domain.store import PlanFile
from domain.store.keeping import Reason
from domain.words.things import thing_text
from domain.words.titles import field_text
from gui.background import Progress
from gui.document import Document
from gui.models.change_rows import ChangeRow
from gui.models.standing import Now, Standing

T = TypeVar("T")
CLEAN: Final = "theirs.kader"
"""The file of the colleague, looked at and copied, in the folder of an arrival."""
OWN: Final = "mine.kader"
"""A copy of all pages of the open plan beside it."""


class Elsewhere(Protocol):
    """Has work done beside the window, and waits for it; raises KnownError."""

    def __call__(self, work: Callable[[Progress], T], /) -> T:
        """What comes of the work."""


@dataclass(frozen=True, slots=True)
class Met:
    """A scenario of the colleague's file and the open one."""

    scenarios: tuple[str, ...]
    scenario: str
    came: Plan
    """The scenario as it came."""
    standing: Standing


def meet(folder: Path, mine: Plan, scenario: str | None, now: Now, progress: Progress) -> Met:
    """Let the open scenario meet one of the colleague, by default that which is open there.

    Both files are copies in a private folder. Raises KnownError.
    """
    with (
        PlanFile.open(folder / CLEAN, read_only=True) as theirs,
        PlanFile.open(folder / OWN, read_only=True) as own,
    ):
        scenario = scenario or theirs.current
        found = own.meeting(mine.scenario, theirs, scenario)
        progress(0, 0)
        # The open plan shares with the merge all that stays, so that only the rest is checked.
        meeting = replace(found, mine=mine) if found.mine == mine else found
        came, scenarios = theirs.load(scenario), theirs.scenarios()
    return Met(scenarios, scenario, came, Standing(meeting, now, {}, progress))


class Arrival:
    """The scenario, the decisions about conflicts, and what comes of them."""

    def __init__(
        self, document: Document, path: Path, folder: Path, met: Met, elsewhere: Elsewhere
    ) -> None:
        """Take up what met in a private folder."""
        self._document, self._folder, self._elsewhere = document, folder, elsewhere
        self.path, self._met, self._standing = path, met, met.standing

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios in their file."""
        return self._met.scenarios

    @property
    def scenario(self) -> str:
        """The one of them that is met."""
        return self._met.scenario

    def choose(self, scenario: str) -> None:
        """Meet another scenario of their file, with nothing decided."""
        folder, mine, now = self._folder, self._document.plan, self._standing.now
        self._met = self._elsewhere(lambda tell: meet(folder, mine, scenario, now, tell))
        self._standing = self._met.standing

    def decide(self, conflicts: tuple[Conflict, ...], side: Side | None) -> None:
        """Let one side's version count in some conflicts, or leave them open again."""
        standing = self._standing
        self._standing = self._elsewhere(lambda tell: standing.decided(conflicts, side, tell))

    def decide_all(self, side: Side) -> None:
        """Let one side's version count in all conflicts, also those that follow from that."""
        standing = self._standing
        self._standing = self._elsewhere(lambda tell: standing.decided_all(side, tell))

    @property
    def merge(self) -> Merge:
        """The merge by what is decided now."""
        return self._standing.merge

    @property
    def mine(self) -> Plan:
        """The open scenario."""
        return self._standing.mine

    @property
    def theirs(self) -> Plan:
        """The scenario that came."""
        return self._standing.theirs

    @property
    def base(self) -> Plan | None:
        """What both began with, if that is known."""
        return self._standing.base

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All plans in which things have names, the one that is made first."""
        return self._standing.plans

    @property
    def markings(self) -> tuple[Marking | None, Marking | None, Marking | None]:
        """My marking, theirs, and the one that counts."""
        return self._standing.markings

    @property
    def coming(self) -> tuple[ChangeRow, ...]:
        """What the merge does to the open scenario."""
        return self._standing.coming

    @property
    def kept(self) -> tuple[ChangeRow, ...]:
        """What I changed, or have alone, that stays although theirs has it otherwise."""
        return self._standing.kept

    @property
    def preview(self) -> Preview:
        """What the merge would do to the findings."""
        return self._standing.preview

    def take_in(self) -> bool:
        """Do the merge as one step, after a backup; false when it was refused.

        Raises KnownError when there can be no backup.
        """
        file = self._document.file
        if file is None or self.merge.open:
            return False
        file.back_up(reason=Reason.MERGE)
        taken = self._standing.meeting.taken(self.merge.renamed)
        label = _("Merge with {name}").format(name=self.theirs.scenario)
        with file.taking(self._document.plan.scenario, taken):
            return self._document.submit(ReplacePlan(self.merge.plan, label))

    def add_as(self, name: str) -> None:
        """Add what came as a scenario of that name, and open it; raises KnownError."""
        file = self._document.file
        if file is None:
            return
        origin = None if self.base is None else self._document.plan.scenario
        plan = replace(self._met.came, scenario=name, derived_from=origin)
        with PlanFile.open(self._folder / CLEAN, read_only=True) as theirs:
            file.take_in_new(plan, theirs, self.scenario)
        self._document.switch_to(name)


def spot_text(spot: Spot, plans: tuple[Plan, ...]) -> str:
    """A spot as a planner reads it: Rotation Alpha · OSC – Last day."""
    thing = thing_text(spot.ref, plans)
    return f"{thing} – {field_text(spot.field)}" if spot.field else thing
