"""What an import would add, change and remove, counted by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from domain.language import N_, _
from domain.model import Kind, Plan, touched_between

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
KIND_NAMES: Final = {
    Kind.MISSION: N_("Missions"),
    Kind.MANDATE: N_("Mandates"),
    Kind.FRAME: N_("Frames"),
    Kind.FORCE: N_("Forces"),
    Kind.COMMITMENT: N_("Commitments"),
    Kind.SHARING: N_("Sharings"),
    Kind.RECOVERY_RULE: N_("Recovery rules"),
    Kind.LENGTH_RULE: N_("Length rules"),
    Kind.POST: N_("Posts"),
    Kind.ROTATION: N_("Rotations"),
    Kind.WAIVER: N_("Waivers"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of what differs between two plans."""

    counts: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    settings: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.counts and not self.settings

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of which something differs, in the order of a plan."""
        present = {kind for kind, _how in self.counts}
        return [kind for kind in KIND_NAMES if kind in present]


def kind_text(kind: Kind) -> str:
    """The name of a kind of things, in the plural."""
    return _(KIND_NAMES[kind])


def summary_of(before: Plan, after: Plan) -> Summary:
    """What differs between two plans, by value."""
    counts: Counter[tuple[Kind, str]] = Counter()
    for ref in touched_between(before, after):
        old, new = before.find(ref), after.find(ref)
        if old != new:
            how = ADDED if old is None else REMOVED if new is None else CHANGED
            counts[ref.kind, how] += 1
    return Summary(counts, before.settings != after.settings)
