"""ROT001."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.lengths import last_day_of, minimums
from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Rotation
from domain.rules.finding import Severity
from domain.rules.rotation.bounds import breach_of, severity_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "ROT001",
    "too-short",
    Severity.ERROR,
    Scope.ROTATION,
    Words(
        title=N_("The rotation is too short"),
        says=N_("{rotation}: {measured_days}; at least {length} ({category}) is {limit_days}."),
        why=N_(
            "Short tours cost handovers and preparation for little presence; the agreed length "
            "protects both the mission and the people."
        ),
        what_to_do=N_("Lengthen the rotation, or give the reason in its justification."),
        source=N_("The agreed length of tours, or that of the mission itself"),
    ),
)
def too_short(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """A rotation is shorter than a minimum that holds for it."""
    first = rotation.first_day
    broken = [
        bound
        for bound in minimums(situation.standing, rotation)
        if rotation.last_day < last_day_of(bound.length, first)
    ]
    if broken:
        strictest = max(broken, key=lambda bound: last_day_of(bound.length, first))
        yield breach_of(rotation, strictest, severity_of(rotation, broken, shortest=True))
