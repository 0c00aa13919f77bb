"""DEC001."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Kind, Ref, Rotation, Status
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule

UNDECIDED = frozenset({Status.DRAFT, Status.PLANNED})


@rule(
    "DEC001",
    "decision-overdue",
    Severity.WARNING,
    Scope.ROTATION,
    Words(
        title=N_("The decision should have been taken"),
        says=N_("{rotation} was to be decided by {decision_day}, {measured_days} ago."),
        why=N_(
            "A rotation needs its decision before the preparation begins; after that day it can "
            "only leave late or ill prepared."
        ),
        what_to_do=N_("Have the rotation approved, or move it to a later first day."),
    ),
)
def decision_overdue(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """The day of decision of a draft or planned rotation has passed."""
    if situation.as_of is None or rotation.status not in UNDECIDED:
        return
    mission = situation.plan.missions[rotation.mission]
    decision = rotation.start - mission.preparation_days - mission.decision_lead_days
    late = situation.as_of.toordinal() - decision
    if late > 0:
        yield Breach(
            (Ref(Kind.ROTATION, rotation.id),),
            rotation.start,
            rotation.end,
            measured=late,
            limit=0,
            parameters={
                "rotation": rotation.name,
                "decision_day": date.fromordinal(decision).isoformat(),
            },
        )
