"""How long a rotation may be: the bounds that hold for it, and those that it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.engine.situation import Situation
from domain.engine.strength import peopled
from domain.model import Category, Length, Rotation, Source


@dataclass(frozen=True, slots=True)
class Bound:
    """A shortest or longest length for one category."""

    category: Category
    length: Length
    source: Source | None


def minimums(situation: Situation, rotation: Rotation) -> Iterator[Bound]:
    """The shortest lengths that hold for a rotation, per category with people."""
    return _bounds(situation, rotation, "min")


def maximums(situation: Situation, rotation: Rotation) -> Iterator[Bound]:
    """The longest lengths that hold for a rotation, per category with people."""
    return _bounds(situation, rotation, "max")


@lru_cache(maxsize=1 << 14)
def last_day_of(length: Length, first_day: date) -> date:
    """The last day of a length from a first day; many rotations ask for the same."""
    return length.last_day_from(first_day)


def _bounds(situation: Situation, rotation: Rotation, which: str) -> Iterator[Bound]:
    mission = situation.plan.missions[rotation.mission]
    own: Length | None = getattr(mission, f"{which}_length")
    for category in peopled(rotation):
        if own is not None:
            yield Bound(category, own, None)
            continue
        for rule in situation.standing.length_rules.get(category, ()):
            months: int | None = getattr(rule, f"{which}_months")
            if months is not None and rule.holds_on(rotation.first_day):
                yield Bound(category, Length(months=months), rule.source)
