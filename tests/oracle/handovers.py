"""ROT003: a gap before a relief, or more overlap than the handover."""

from datetime import date

from tests.oracle.dates import ONE_DAY, days_of
from tests.oracle.findings import Finding, Subject
from tests.oracle.words import Plan, Rotation


def handover_findings(plan: Plan) -> list[Finding]:
    """ROT003.

    "Rotation that relieves another → the days between them; or, when they have more days in common
    than `handover_days`, all days in common." Measured is "number of those days / 0 for a gap,
    `handover_days` for an overlap".
    """
    found = []
    for successor in plan.rotations:
        for relieved in plan.rotations:
            if successor.relieves == relieved.id:
                found += _between(successor, relieved)
                found += _in_common(successor, relieved, plan)
    return found


def _between(successor: Rotation, relieved: Rotation) -> list[Finding]:
    gap = days_of(relieved.last_day + ONE_DAY, successor.first_day - ONE_DAY)
    gap += days_of(successor.last_day + ONE_DAY, relieved.first_day - ONE_DAY)
    return [_finding(successor, relieved, sorted(gap), 0)] if gap else []


def _in_common(successor: Rotation, relieved: Rotation, plan: Plan) -> list[Finding]:
    allowed = plan.missions[successor.mission].handover_days
    common = [day for day in days_of(successor.first_day, successor.last_day) if relieved.has(day)]
    return [_finding(successor, relieved, common, allowed)] if len(common) > allowed else []


def _finding(successor: Rotation, relieved: Rotation, days: list[date], limit: int) -> Finding:
    return Finding(
        code="ROT003",
        severity="warning",
        subjects=(Subject("rotation", successor.id), Subject("rotation", relieved.id)),
        first_day=days[0],
        last_day=days[-1],
        measured=len(days),
        limit=limit,
    )
