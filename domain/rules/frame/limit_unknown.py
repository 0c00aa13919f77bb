"""FRA008."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.drawing import drawing_on
from domain.engine.situation import Situation
from domain.engine.spans import overlap
from domain.language import N_
from domain.model import UNCERTAIN, Kind, Ref
from domain.rules.about import FrameOnDays
from domain.rules.finding import Severity, contributors_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA008",
    "limit-unknown",
    Severity.NOTE,
    Scope.FRAME,
    Words(
        title=N_("The number of the frame is not known"),
        says=N_(
            "{missions}: the frame '{frame}' has no number to check {contributors_count} against."
        ),
        why=N_(
            "There is a frame, but its number is not in the sources, or nobody has chosen what "
            "it counts. What is planned here has not been checked against it."
        ),
        what_to_do=N_("Look the number up in the decision, or choose how 'per year' is counted."),
        source=N_("The decision on the frame"),
    ),
)
def limit_unknown(situation: Situation, about: FrameOnDays) -> Iterator[Breach]:
    """Rotations draw on a frame of which a limit is unknown or unread."""
    frame = about.frame
    in_force = situation.standing.in_force[frame.id]
    span = None if in_force is None else overlap(in_force, about.days)
    limits = [limit for limit in frame.limits if limit.binding in UNCERTAIN]
    if span is None or not limits:
        return
    categories = frozenset().union(*(limit.categories for limit in limits))
    missions = situation.plan.missions
    for days, names in drawing_on(situation, frame, categories, span):
        yield Breach(
            (Ref(Kind.FRAME, frame.id),),
            *days,
            contributors=contributors_of(Kind.ROTATION, ((name, None) for name in names)),
            parameters={
                "missions": ", ".join(missions[name].name for name in frame.missions),
                "frame": frame.title,
            },
        )
