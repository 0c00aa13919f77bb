"""FRA006."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.engine.strength import peopled
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA006",
    "no-frame",
    Severity.ERROR,
    Scope.ROTATION,
    Words(
        title=N_("No national frame at all"),
        says=N_("{rotation} ({mission}): no frame ever covers {categories} at this mission."),
        why=N_("Without a national frame the cabinet has not decided on this contribution."),
        what_to_do=N_(
            "Check the mission and the category of the rotation, or enter the frame that covers "
            "it, with its source."
        ),
        source=N_("The decisions on the frames of the mission"),
    ),
)
def no_frame(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """A category with people is covered by no frame on any day."""
    bare = [
        category.value
        for category in peopled(rotation)
        if not situation.standing.coverage.days(rotation.mission, category)
    ]
    if bare:
        yield Breach(
            (Ref(Kind.ROTATION, rotation.id),),
            rotation.start,
            rotation.end,
            parameters={
                "rotation": rotation.name,
                "mission": situation.plan.missions[rotation.mission].name,
                "categories": "+".join(bare),
            },
        )
