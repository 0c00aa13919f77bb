"""Which findings are about which rotation, and on which of its days; kept up with each edit."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from domain.model import Kind, Rotation
from domain.rules.finding import RANK, Finding, Severity
from domain.values import dataclass

_rank = attrgetter("rank")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Days, as half-open day numbers, on which a finding speaks of a rotation."""

    start: int
    end: int
    severity: Severity

    @property
    def rank(self) -> int:
        """How bad it is; 0 is worst."""
        return RANK[self.severity]


def trouble_of(finding: Finding, rotation: Rotation) -> Trouble | None:
    """The days of a finding on a rotation; none if it is about other days.

    What a finding says about a rotation itself is shown wherever it is, also before its
    first day: a gap in a handover lies there.
    """
    first, last = finding.first_day.toordinal(), finding.last_day.toordinal() + 1
    start, end = max(first, rotation.start), min(last, rotation.end)
    if start < end:
        return Trouble(start, end, finding.severity)
    is_subject = any(r.id == rotation.id and r.kind is Kind.ROTATION for r in finding.subjects)
    return Trouble(first, last, finding.severity) if is_subject else None


class Troubles:
    """The findings of each rotation that nobody accepted."""

    def __init__(self) -> None:
        """Begin without findings."""
        self._by_rotation: dict[str, list[Finding]] = {}
        self._solved: dict[str, list[Finding]] = {}
        self._caused: dict[str, list[Finding]] = {}

    def read(self, findings: Iterable[Finding]) -> None:
        """Take up all findings of a plan."""
        self._by_rotation = by_rotation(findings)
        self.end_preview()

    def follow(self, solved: Iterable[Finding], caused: Iterable[Finding]) -> set[str]:
        """Take up what an edit did to the findings; the rotations that it concerns."""
        without_them, with_them = by_rotation(solved), by_rotation(caused)
        for rotation, gone in without_them.items():
            kept = without(self._by_rotation.get(rotation, ()), gone)
            if kept:
                self._by_rotation[rotation] = kept
            else:
                self._by_rotation.pop(rotation, None)
        for rotation, come in with_them.items():
            self._by_rotation.setdefault(rotation, []).extend(come)
        return without_them.keys() | with_them.keys()

    def preview(self, solved: Iterable[Finding], caused: Iterable[Finding]) -> set[str]:
        """Show what an edit under way would do; the rotations that it concerns."""
        self._solved, self._caused = by_rotation(solved), by_rotation(caused)
        return self._solved.keys() | self._caused.keys()

    def end_preview(self) -> set[str]:
        """Show things as they are again; the rotations that it concerns."""
        return self.preview((), ())

    def findings_of(self, rotation: str) -> list[Finding]:
        """What there is to say about a rotation, the worst first."""
        found = self._by_rotation.get(rotation, [])
        if rotation in self._solved:
            found = without(found, self._solved[rotation])
        if rotation in self._caused:
            found = [*found, *self._caused[rotation]]
        return sorted(found, key=by_rank) if len(found) > 1 else found

    def of(self, rotation: Rotation) -> list[Trouble]:
        """The troubled days of a rotation, the worst last, so that it is painted on top."""
        found = [trouble_of(finding, rotation) for finding in self.findings_of(rotation.id)]
        return sorted((t for t in found if t is not None), key=_rank, reverse=True)


def by_rank(finding: Finding) -> int:
    """How bad a finding is; 0 is worst."""
    return RANK[finding.severity]


def by_rotation(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings that nobody accepted, for each rotation that has to do with them."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.waiver is not None:
            continue
        for ref in (*finding.subjects, *(part.ref for part in finding.contributors)):
            if ref.kind is Kind.ROTATION:
                known = found.setdefault(ref.id, [])
                if not known or known[-1] is not finding:
                    known.append(finding)
    return found


def without(findings: Iterable[Finding], gone: list[Finding]) -> list[Finding]:
    """The findings less those that are gone; the same objects are known without comparing."""
    known = {id(finding) for finding in gone}
    return [finding for finding in findings if id(finding) not in known and finding not in gone]


def joined(findings: Iterable[Finding]) -> list[Trouble]:
    """The days of findings, each counted once, as few stretches, the worst last; no notes."""
    spans: dict[Severity, list[tuple[int, int]]] = {Severity.WARNING: [], Severity.ERROR: []}
    for finding in {id(finding): finding for finding in findings}.values():
        if finding.severity in spans:
            days = finding.first_day.toordinal(), finding.last_day.toordinal() + 1
            spans[finding.severity].append(days)
    return [
        Trouble(start, end, severity)
        for severity, found in spans.items()
        for start, end in merged(sorted(found))
    ]


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order as fewer spans that do not touch."""
    result: list[tuple[int, int]] = []
    for start, end in spans:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
