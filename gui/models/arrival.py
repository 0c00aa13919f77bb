"""A scenario that came from a colleague, beside the open one: what a merge would make of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from domain.engine.comparison import Difference, differences
from domain.engine.merging import Conflict, Merge, Side, Spot, merge
from domain.errors import KnownError
from domain.language import _
from domain.model import Marking, Plan, Ref, ReplacePlan
from domain.session import Preview
from domain.store import PlanFile
from domain.store.keeping import Reason
from domain.words.things import thing_text
from domain.words.titles import field_text
from gui.document import Document
from gui.models.change_rows import ChangeRow, rows_between, rows_of

_MOST_ROUNDS: Final = 50


class Arrival:
    """The scenario, the decisions about conflicts, and what comes of them."""

    def __init__(self, document: Document, theirs: PlanFile, path: Path) -> None:
        """Meet the scenario that is open in their file; raises KnownError."""
        self._document, self._theirs = document, theirs
        self.path = path
        self.choose(theirs.current)

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios in their file."""
        return self._theirs.scenarios()

    def choose(self, scenario: str) -> None:
        """Meet another scenario of their file, with nothing decided."""
        file = self._document.file
        if file is None:
            raise KnownError(_("No plan is open."))
        self.scenario = scenario
        mine = self._document.plan
        found = file.meeting(mine.scenario, self._theirs, scenario)
        # The open plan shares with the merge all that stays, so that only the rest is checked.
        self._meeting = replace(found, mine=mine) if found.mine == mine else found
        self.decisions: dict[tuple[Spot, ...], Side] = {}
        self._merge()

    @property
    def mine(self) -> Plan:
        """The open scenario."""
        return self._meeting.mine

    @property
    def theirs(self) -> Plan:
        """The scenario that came."""
        return self._meeting.theirs

    @property
    def base(self) -> Plan | None:
        """What both began with, if that is known."""
        return self._meeting.base

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All plans in which things have names, the one that is made first."""
        plans = (self.merge.plan, self.mine, self.theirs, self.base)
        return tuple(plan for plan in plans if plan is not None)

    def _merge(self) -> None:
        meeting = self._meeting
        self.merge: Merge = merge(meeting.base, meeting.mine, meeting.theirs, self.decisions)

    def decide(self, conflicts: tuple[Conflict, ...], side: Side | None) -> None:
        """Let one side's version count in some conflicts, or leave them open again."""
        for conflict in conflicts:
            if side is None:
                self.decisions.pop(conflict.spots, None)
            else:
                self.decisions[conflict.spots] = side
        self._merge()

    def decide_all(self, side: Side) -> None:
        """Let one side's version count in all conflicts, also those that follow from that."""
        self.decide(self.merge.conflicts, side)
        for _round in range(_MOST_ROUNDS):
            if not self.merge.open:
                return
            self.decide(self.merge.open, side)

    @property
    def markings(self) -> tuple[Marking | None, Marking | None, Marking | None]:
        """My marking, theirs, and the one that counts."""
        plans = (self.mine, self.theirs, self.merge.plan)
        mine, theirs, taken = (plan.settings.marking for plan in plans)
        return mine, theirs, taken

    def coming(self) -> list[ChangeRow]:
        """What the merge does to the open scenario."""
        fresh = {Ref(ref.kind, new): ref.id for ref, new in self.merge.renamed.items()}
        rows = rows_between(self.mine, self.merge.plan)
        return [self._apart(row, fresh[row.ref]) if row.ref in fresh else row for row in rows]

    @staticmethod
    def _apart(row: ChangeRow, name: str) -> ChangeRow:
        what = _("Added, apart from mine with the same id {id}").format(id=name)
        return replace(row, what=what)

    def kept(self) -> list[ChangeRow]:
        """What I changed, or have alone, that stays although theirs has it otherwise.

        What is still to be decided is not among it.
        """
        before = self.theirs if self.base is None else self.base
        rows: list[ChangeRow] = []
        for difference in differences(before, self.mine):
            if self._stays(difference):
                rows.extend(self._kept_fields(difference))
        spots = [spot for conflict in self.merge.open for spot in conflict.spots]
        undecided = {(spot.ref, field_text(spot.field)) for spot in spots}
        whole = {spot.ref for spot in spots if not spot.field}
        return [
            row for row in rows if row.ref not in whole and (row.ref, row.what) not in undecided
        ]

    def _stays(self, difference: Difference) -> bool:
        here = self.merge.plan.find(difference.ref)
        same = self.theirs.find(difference.ref) == difference.after
        gone_both_ways = (here is None) == (difference.after is None)
        alone = self.base is not None or difference.before is None
        return alone and gone_both_ways and not same

    def _kept_fields(self, difference: Difference) -> list[ChangeRow]:
        rows = list(rows_of(difference, self.plans))
        here = self.merge.plan.find(difference.ref)
        if difference.before is None or here is None:
            return rows
        kept = {
            field_text(field.field)
            for field in difference.fields
            if getattr(here, field.field) == field.after
            and getattr(self.theirs.find(difference.ref), field.field, None) != field.after
        }
        return [row for row in rows if row.what in kept]

    def preview(self) -> Preview | None:
        """What the merge would do to the findings."""
        session = self._document.session
        return None if session is None else session.preview(self._edit())

    def _edit(self) -> ReplacePlan:
        label = _("Merge with {name}").format(name=self.theirs.scenario)
        return ReplacePlan(self.merge.plan, label)

    def take_in(self) -> bool:
        """Do the merge as one step, after a backup; false when it was refused.

        Raises KnownError when there can be no backup.
        """
        file = self._document.file
        if file is None or self.merge.open:
            return False
        file.back_up(reason=Reason.MERGE)
        taken = self._meeting.taken(self.merge.renamed)
        with file.taking(self._document.plan.scenario, taken):
            return self._document.submit(self._edit())

    def add_as(self, name: str) -> None:
        """Add what came as a scenario of that name, and open it; raises KnownError."""
        file = self._document.file
        if file is None:
            return
        origin = None if self.base is None else self._document.plan.scenario
        plan = replace(self._theirs.load(self.scenario), scenario=name, derived_from=origin)
        file.take_in_new(plan, self._theirs, self.scenario)
        self._document.switch_to(name)


def spot_text(spot: Spot, plans: tuple[Plan, ...]) -> str:
    """A spot as a planner reads it: Rotation Alpha · OSC – Last day."""
    thing = thing_text(spot.ref, plans)
    return f"{thing} – {field_text(spot.field)}" if spot.field else thing
