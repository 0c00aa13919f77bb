"""What the rules about forces say of each force and commitment; kept up with each edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.model import Kind, Ref
from domain.rules.finding import RANK, Finding, Severity
from gui.timeline.troubles import without

ABOUT_FORCES: Final = "FOR"
"""How the codes begin of rules about the single set of forces."""
POOL_EXHAUSTED: Final = "FOR002"
_KINDS: Final = frozenset({Kind.FORCE, Kind.COMMITMENT})


class ThingFindings:
    """The findings of forces and commitments that nobody accepted."""

    def __init__(self) -> None:
        """Begin without findings."""
        self._by_ref: dict[Ref, list[Finding]] = {}
        self._solved: dict[Ref, list[Finding]] = {}
        self._caused: dict[Ref, list[Finding]] = {}

    def read(self, findings: Iterable[Finding]) -> None:
        """Take up all findings of a plan."""
        self._by_ref = by_ref(findings)
        self.preview((), ())

    def follow(self, solved: Iterable[Finding], caused: Iterable[Finding]) -> None:
        """Take up what an edit did to the findings."""
        for ref, gone in by_ref(solved).items():
            self._by_ref[ref] = without(self._by_ref.get(ref, ()), gone)
        for ref, come in by_ref(caused).items():
            self._by_ref.setdefault(ref, []).extend(come)

    def preview(self, solved: Iterable[Finding], caused: Iterable[Finding]) -> None:
        """Show what an edit under way would do."""
        self._solved, self._caused = by_ref(solved), by_ref(caused)

    def of(self, ref: Ref) -> list[Finding]:
        """What there is to say about a force or a commitment, the worst last."""
        found = self._by_ref.get(ref, [])
        if ref in self._solved:
            found = without(found, self._solved[ref])
        found = [*found, *self._caused.get(ref, ())]
        return sorted(found, key=lambda finding: RANK[finding.severity], reverse=True)

    def worst(self, ref: Ref) -> Severity | None:
        """The worst severity of what there is to say, or none."""
        found = self.of(ref)
        return found[-1].severity if found else None


def by_ref(findings: Iterable[Finding]) -> dict[Ref, list[Finding]]:
    """The findings about forces, for each force and commitment that has to do with them."""
    found: dict[Ref, list[Finding]] = {}
    for finding in findings:
        if finding.waived or not finding.code.startswith(ABOUT_FORCES):
            continue
        parts = (part.ref for part in finding.contributors)
        for ref in dict.fromkeys((*finding.subjects, *parts)):
            if ref.kind in _KINDS:
                found.setdefault(ref, []).append(finding)
    return found
