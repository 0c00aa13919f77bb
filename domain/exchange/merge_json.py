"""A merge as a JSON document and as lines of text: what comes, what is disputed, what it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.engine.comparison import Difference, differences
from domain.engine.merging import Conflict, Merge, Spot
from domain.exchange.comparison_json import findings_document, findings_lines
from domain.exchange.differences_json import differences_document, differences_lines
from domain.exchange.plan_json import plain
from domain.language import _
from domain.model import Marking, Plan
from domain.rules.checker import check
from domain.rules.comparison import FindingsCompared, compared


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merge with the plan before it, and with what it does to the findings."""

    before: Plan
    merge: Merge
    theirs: Plan
    has_base: bool
    """Whether it is known what both began with."""
    things: tuple[Difference, ...]
    findings: FindingsCompared

    @classmethod
    def of(cls, before: Plan, merge: Merge, theirs: Plan, *, has_base: bool) -> Outcome:
        """What comes of a merge."""
        found = compared(check(before), check(merge.plan))
        return cls(before, merge, theirs, has_base, differences(before, merge.plan), found)

    @property
    def markings(self) -> tuple[Marking | None, Marking | None, Marking | None]:
        """My marking, theirs, and the one that is taken: of two the higher."""
        mine, theirs, taken = (
            plan.settings.marking for plan in (self.before, self.theirs, self.merge.plan)
        )
        return mine, theirs, taken


def merge_document(outcome: Outcome) -> dict[str, Any]:
    """What a merge does to a scenario; while conflicts are open, what it would do."""
    before, merge = outcome.before, outcome.merge
    things = differences_document(before, merge.plan, outcome.things)
    return {
        "scenario": before.scenario,
        "common_base": outcome.has_base,
        "open": len(merge.open),
        "marking": dict(
            zip(("mine", "theirs", "taken"), map(plain, outcome.markings), strict=True)
        ),
        "things": {name: value for name, value in things.items() if name != "scenario"},
        "conflicts": [_conflict(conflict) for conflict in merge.conflicts],
        "renamed": [
            {"kind": str(ref.kind), "id": ref.id, "to": to}
            for ref, to in sorted(merge.renamed.items())
        ],
        "findings": findings_document(outcome.findings, before, merge.plan),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "spots": [_spot(spot) for spot in conflict.spots],
        "why": str(conflict.why),
        "reason": conflict.reason,
        "base": [_plain(value) for value in conflict.base],
        "mine": [_plain(value) for value in conflict.mine],
        "theirs": [_plain(value) for value in conflict.theirs],
        "decided": None if conflict.decided is None else str(conflict.decided),
    }


def _spot(spot: Spot) -> dict[str, str | None]:
    kind = "settings" if spot.kind is None else str(spot.kind)
    return {"kind": kind, "id": spot.id or None, "field": spot.field or None}


def _plain(value: object) -> object:
    """A value of a field, or all fields of a thing; none where the thing is not there."""
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    return plain(value)


def merge_lines(outcome: Outcome) -> Iterator[str]:
    """What a merge does, for a person to read: what comes, then conflicts, then findings."""
    merge = outcome.merge
    if not outcome.has_base:
        yield _("Both have nothing in common to begin with: nothing is taken for removed.")
    yield from differences_lines(outcome.before, merge.plan, outcome.things)
    for ref, to in sorted(merge.renamed.items()):
        yield _("kept apart: their {kind} {id} is now {other}").format(
            kind=ref.kind, id=ref.id, other=to
        )
    mine, theirs, taken = outcome.markings
    is_open = any(spot.field == "marking" for one in merge.conflicts for spot in one.spots)
    if mine != theirs and taken is not None and not is_open:
        yield _("marking: {marking}, the higher of the two").format(marking=taken.text)
    for conflict in merge.conflicts:
        yield conflict_line(conflict)
    yield from findings_lines(outcome.findings)


def conflict_line(conflict: Conflict) -> str:
    """A conflict with both values, on one line."""
    mine, theirs = (
        ", ".join(_text(value) for value in values) for values in (conflict.mine, conflict.theirs)
    )
    line = _("conflict: {spots}: mine {mine}, theirs {theirs}").format(
        spots=conflict, mine=mine, theirs=theirs
    )
    return f"{line} ({conflict.reason})" if conflict.reason else line


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return _("there")
    return "–" if value is None else str(plain(value))
