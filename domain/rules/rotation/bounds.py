"""What the rules about lengths share: the strictest broken bound, and how bad it is."""

from __future__ import annotations

from collections.abc import Sequence

from domain.engine.lengths import Bound, last_day_of
from domain.model import Category, Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach


def severity_of(rotation: Rotation, broken: Sequence[Bound], *, shortest: bool) -> Severity:
    """A note with a justification; a warning if only minimums for civilians are broken."""
    if rotation.justification.strip():
        return Severity.NOTE
    if shortest and {bound.category for bound in broken} == {Category.CIVILIAN}:
        return Severity.WARNING
    return Severity.ERROR


def breach_of(rotation: Rotation, strictest: Bound, severity: Severity) -> Breach:
    """The breach of a bound on the length of a whole rotation."""
    length = strictest.length
    return Breach(
        (Ref(Kind.ROTATION, rotation.id),),
        rotation.start,
        rotation.end,
        measured=rotation.days,
        limit=(last_day_of(length, rotation.first_day) - rotation.first_day).days + 1,
        severity=severity,
        parameters={
            "rotation": rotation.name,
            "length_days": length.days,
            "length_months": length.months,
            "category": strictest.category.value,
        },
    )
