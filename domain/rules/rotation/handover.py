"""ROT003."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "ROT003",
    "handover",
    Severity.WARNING,
    Scope.HANDOVER,
    Words(
        title=N_("Handover leaves a gap or lasts too long"),
        says=N_("{rotation} relieves {relieved}, but {measured_days} lie between the two."),
        why=N_(
            "Between two rotations the post is empty; when they overlap longer than meant, more "
            "people are there than the handover needs."
        ),
        what_to_do=N_(
            "Let the successor begin so that the days in common are those of the handover."
        ),
        variants={
            "together": N_(
                "{rotation} relieves {relieved} and is there together with it for "
                "{measured_days}; the handover takes {limit_days}."
            )
        },
    ),
)
def handover(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """A rotation leaves a gap after the one it relieves, or overlaps it too long."""
    relieved = situation.plan.rotations.get(rotation.relieves or "")
    if relieved is None or relieved.cancelled:
        return
    meant = situation.plan.missions[rotation.mission].handover_days
    later_start = max(rotation.start, relieved.start)
    earlier_end = min(rotation.end, relieved.end)
    if earlier_end - later_start > meant:
        yield _breach(rotation, relieved, (later_start, earlier_end), meant, "together")
    elif earlier_end < later_start:
        yield _breach(rotation, relieved, (earlier_end, later_start), 0, "between")


def _breach(rotation: Rotation, relieved: Rotation, days: Span, limit: int, how: str) -> Breach:
    return Breach(
        (Ref(Kind.ROTATION, rotation.id), Ref(Kind.ROTATION, relieved.id)),
        *days,
        measured=days[1] - days[0],
        limit=limit,
        parameters={"rotation": rotation.name, "relieved": relieved.name, "variant": how},
    )
