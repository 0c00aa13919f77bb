"""DEC001: a rotation that should have been decided on by now."""

from datetime import date, timedelta

from tests.oracle.findings import Finding, Subject
from tests.oracle.words import Plan, Rotation


def decision_findings(plan: Plan, as_of: date | None) -> list[Finding]:
    """DEC001: "only when `as_of` is given"."""
    if as_of is None:
        return []
    return [
        Finding(
            code="DEC001",
            severity="warning",
            subjects=(Subject("rotation", rotation.id),),
            first_day=rotation.first_day,
            last_day=rotation.last_day,
            measured=(as_of - _day_of_decision(rotation, plan)).days,
            limit=0,
        )
        for rotation in plan.rotations
        if rotation.status in {"draft", "planned"} and as_of > _day_of_decision(rotation, plan)
    ]


def _day_of_decision(rotation: Rotation, plan: Plan) -> date:
    """The last day to decide: "first day - preparation - decision lead of the mission"."""
    mission = plan.missions[rotation.mission]
    return rotation.first_day - timedelta(
        days=mission.preparation_days + mission.decision_lead_days
    )
