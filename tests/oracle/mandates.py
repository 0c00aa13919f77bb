"""MAN001: outside every mandate of the mission."""

from tests.oracle.dates import days_of, runs
from tests.oracle.findings import Finding, Subject
from tests.oracle.words import Plan


def mandate_findings(plan: Plan) -> list[Finding]:
    """MAN001.

    "Rotation → days outside every mandate of its mission (only where the mission has mandates)."
    """
    found = []
    for rotation in plan.rotations:
        spans = [m.span for m in plan.mandates if m.mission == rotation.mission]
        outside = {
            day
            for day in days_of(rotation.first_day, rotation.last_day)
            if spans and not any(span.has(day) for span in spans)
        }
        found += [
            Finding("MAN001", "warning", (Subject("rotation", rotation.id),), first, last)
            for first, last in runs(outside)
        ]
    return found
