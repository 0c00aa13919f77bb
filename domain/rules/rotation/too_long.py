"""ROT002."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.lengths import last_day_of, maximums
from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Rotation
from domain.rules.finding import Severity
from domain.rules.rotation.bounds import breach_of, severity_of
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "ROT002",
    "too-long",
    Severity.ERROR,
    Scope.ROTATION,
    Words(
        title=N_("The rotation is too long"),
        says=N_("{rotation}: {measured_days}; at most {length} ({category}) is {limit_days}."),
        why=N_("Longer tours than agreed weigh on people and on their readiness afterwards."),
        what_to_do=N_(
            "Shorten the rotation and let another relieve it, or give the reason in its "
            "justification."
        ),
        source=N_("The agreed length of tours, or that of the mission itself"),
    ),
)
def too_long(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """A rotation is longer than a maximum that holds for it."""
    first = rotation.first_day
    broken = [
        bound
        for bound in maximums(situation.standing, rotation)
        if rotation.last_day > last_day_of(bound.length, first)
    ]
    if broken:
        strictest = min(broken, key=lambda bound: last_day_of(bound.length, first))
        yield breach_of(rotation, strictest, severity_of(rotation, broken, shortest=False))
