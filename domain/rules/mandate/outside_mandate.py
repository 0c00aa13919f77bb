"""MAN001."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.engine.spans import outside
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "MAN001",
    "outside-mandate",
    Severity.WARNING,
    Scope.ROTATION,
    Words(
        title=N_("Days outside the international mandate"),
        says=N_("{rotation} ({mission}) has {finding_days} outside every mandate of the mission."),
        why=N_(
            "The mission itself rests on a mandate with a last day. Mandates are often extended "
            "late, so this is a warning, not an error."
        ),
        what_to_do=N_(
            "Watch the extension of the mandate, and enter it with its new last day and source."
        ),
        source=N_("The legal basis of the mission"),
    ),
)
def outside_mandate(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """A rotation has days outside every mandate of its mission."""
    covered = situation.standing.mandated_days(rotation.mission)
    if not covered:
        return
    for start, end in outside((rotation.start, rotation.end), covered):
        yield Breach(
            (Ref(Kind.ROTATION, rotation.id),),
            start,
            end,
            parameters={
                "rotation": rotation.name,
                "mission": situation.plan.missions[rotation.mission].name,
            },
        )
