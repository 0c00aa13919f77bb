"""FRA007."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.engine.spans import inside, merged
from domain.engine.strength import peopled
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA007",
    "conditional-frame",
    Severity.NOTE,
    Scope.ROTATION,
    Words(
        title=N_("Rests on a frame whose condition is undecided"),
        says=N_(
            "{rotation} ({mission}) rests for {finding_days} on a frame whose condition is "
            "undecided."
        ),
        why=N_(
            "The frame holds on a condition, and nobody has decided whether it is met. If it is "
            "not, the rotation stands outside every frame."
        ),
        what_to_do=N_(
            "Decide on the condition of the frame, or plan within the unconditional one."
        ),
        source=N_("The decision on the frame"),
    ),
)
def conditional_frame(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """On some days all frames in force that cover a category are undecided."""
    whole = rotation.start, rotation.end
    spans = (
        span
        for category in peopled(rotation)
        for span in inside(
            whole, situation.standing.coverage.undecided_days(rotation.mission, category)
        )
    )
    for start, end in merged(spans):
        yield Breach(
            (Ref(Kind.ROTATION, rotation.id),),
            start,
            end,
            parameters={
                "rotation": rotation.name,
                "mission": situation.plan.missions[rotation.mission].name,
            },
        )
