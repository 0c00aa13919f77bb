"""FRA005."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.engine.spans import merged, outside
from domain.engine.strength import peopled
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA005",
    "outside-frame",
    Severity.ERROR,
    Scope.ROTATION,
    Words(
        title=N_("Days outside the national frame"),
        says=N_(
            "{rotation} ({mission}) has {finding_days} on which no frame is in force for "
            "{categories}."
        ),
        why=N_(
            "A contribution needs a national frame on each of its days; here a frame covers only "
            "other days."
        ),
        what_to_do=N_(
            "Keep the rotation within the days of the frame, or obtain an extension of the frame."
        ),
        source=N_("The decisions on the frames of the mission"),
    ),
)
def outside_frame(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """On some days no frame in force covers a category, though one does on another day."""
    whole = rotation.start, rotation.end
    bare = {
        category: list(outside(whole, covered))
        for category in peopled(rotation)
        if (covered := situation.standing.coverage.days(rotation.mission, category))
    }
    for start, end in merged(span for spans in bare.values() for span in spans):
        missing = [
            category.value
            for category, spans in bare.items()
            if any(first < end and start < last for first, last in spans)
        ]
        yield Breach(
            (Ref(Kind.ROTATION, rotation.id),),
            start,
            end,
            parameters={
                "rotation": rotation.name,
                "mission": situation.plan.missions[rotation.mission].name,
                "categories": "+".join(missing),
            },
        )
