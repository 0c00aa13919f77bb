"""What a merge makes of two scenarios by some decisions; made beside the window, shown in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.engine.comparison import Difference, differences
from domain.engine.merging import Conflict, Merge, Side, Spot, merge
from domain.language import _
from domain.model import Marking, Plan, Ref, touched_between
from domain.rules.finding import Finding
from domain.session import Preview
from domain.store.taking_in import Meeting
from domain.words.titles import field_text
from gui.background import Progress
from gui.models.change_rows import ChangeRow, rows_between, rows_of

Decisions = Mapping[tuple[Spot, ...], Side]
_MOST_ROUNDS: Final = 50


@dataclass(frozen=True, slots=True)
class Now:
    """What the rules say of the open scenario, and as of which day."""

    findings: tuple[Finding, ...]
    as_of: date | None


class Standing:
    """Two scenarios that met, the decisions about conflicts, and what comes of them."""

    def __init__(
        self, meeting: Meeting, now: Now, decisions: Decisions, progress: Progress
    ) -> None:
        """Merge, look what differs, and check what it makes: slow for long plans."""
        self.meeting, self.now, self.decisions = meeting, now, decisions
        self.merge: Merge = merge(meeting.base, meeting.mine, meeting.theirs, decisions)
        progress(0, 0)
        self.coming, self.kept = tuple(self._coming()), tuple(self._kept())
        progress(0, 0)
        self.preview = self._preview()
        progress(0, 0)

    def decided(
        self, conflicts: tuple[Conflict, ...], side: Side | None, progress: Progress
    ) -> Standing:
        """What comes of it when one side counts in some conflicts, or these are left open."""
        return Standing(self.meeting, self.now, self._with(conflicts, side), progress)

    def decided_all(self, side: Side, progress: Progress) -> Standing:
        """What comes of it when one side counts in all, also in those that follow from that."""
        meeting, decisions = self.meeting, self._with(self.merge.conflicts, side)
        for _round in range(_MOST_ROUNDS):
            progress(0, 0)
            found = merge(meeting.base, meeting.mine, meeting.theirs, decisions)
            if not found.open:
                break
            decisions |= {conflict.spots: side for conflict in found.open}
        return Standing(meeting, self.now, decisions, progress)

    def _with(
        self, conflicts: tuple[Conflict, ...], side: Side | None
    ) -> dict[tuple[Spot, ...], Side]:
        decisions = dict(self.decisions)
        for conflict in conflicts:
            if side is None:
                decisions.pop(conflict.spots, None)
            else:
                decisions[conflict.spots] = side
        return decisions

    @property
    def mine(self) -> Plan:
        """The open scenario."""
        return self.meeting.mine

    @property
    def theirs(self) -> Plan:
        """The scenario that came."""
        return self.meeting.theirs

    @property
    def base(self) -> Plan | None:
        """What both began with, if that is known."""
        return self.meeting.base

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All plans in which things have names, the one that is made first."""
        plans = (self.merge.plan, self.mine, self.theirs, self.base)
        return tuple(plan for plan in plans if plan is not None)

    @property
    def markings(self) -> tuple[Marking | None, Marking | None, Marking | None]:
        """My marking, theirs, and the one that counts."""
        plans = (self.mine, self.theirs, self.merge.plan)
        mine, theirs, taken = (plan.settings.marking for plan in plans)
        return mine, theirs, taken

    def _coming(self) -> list[ChangeRow]:
        """What the merge does to the open scenario."""
        fresh = {Ref(ref.kind, new): ref.id for ref, new in self.merge.renamed.items()}
        rows = rows_between(self.mine, self.merge.plan)
        return [self._apart(row, fresh[row.ref]) if row.ref in fresh else row for row in rows]

    @staticmethod
    def _apart(row: ChangeRow, name: str) -> ChangeRow:
        what = _("Added, apart from mine with the same id {id}").format(id=name)
        return replace(row, what=what)

    def _kept(self) -> list[ChangeRow]:
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

    def _preview(self) -> Preview:
        """What the merge would do to the findings."""
        from domain.rules.checker import Checker

        before, plan = self.now.findings, self.merge.plan
        after = Checker(plan, self.now.as_of).findings
        was, comes = frozenset(before), frozenset(after)
        return Preview(
            plan,
            touched_between(self.mine, plan),
            before,
            tuple(finding for finding in before if finding not in comes),
            tuple(finding for finding in after if finding not in was),
        )
