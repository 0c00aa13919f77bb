"""How long a rotation may be: the bounds that hold for it, and those that it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from domain.engine.standing import Standing
from domain.engine.strength import peopled
from domain.model import Category, Length, Rotation, Source
from domain.values import dataclass, replace

LengthFits = Callable[[date, date], bool]
"""Whether a rotation from a first to a last day is neither too short nor too long."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A shortest or longest length for one category."""

    category: Category
    length: Length
    source: Source | None


def minimums(standing: Standing, rotation: Rotation) -> Iterator[Bound]:
    """The shortest lengths that hold for a rotation, per category with people."""
    return _bounds(standing, rotation, "min")


def maximums(standing: Standing, rotation: Rotation) -> Iterator[Bound]:
    """The longest lengths that hold for a rotation, per category with people."""
    return _bounds(standing, rotation, "max")


def length_fits(standing: Standing, like: Rotation) -> LengthFits:
    """Tells whether a rotation like another is neither too short nor too long on other days."""

    def fits(first_day: date, last_day: date) -> bool:
        one = replace(like, first_day=first_day, last_day=last_day)
        least, most = minimums(standing, one), maximums(standing, one)
        return all(last_day >= last_day_of(bound.length, first_day) for bound in least) and all(
            last_day <= last_day_of(bound.length, first_day) for bound in most
        )

    return fits


@lru_cache(maxsize=1 << 10)
def last_day_of(length: Length, first_day: date) -> date:
    """The last day of a length from a first day; many rotations ask for the same."""
    return length.last_day_from(first_day)


def _bounds(standing: Standing, rotation: Rotation, which: str) -> Iterator[Bound]:
    mission = standing.plan.missions[rotation.mission]
    own: Length | None = getattr(mission, f"{which}_length")
    for category in peopled(rotation):
        if own is not None:
            yield Bound(category, own, None)
            continue
        for rule in standing.length_rules.get(category, ()):
            months: int | None = getattr(rule, f"{which}_months")
            if months is not None and rule.holds_on(rotation.first_day):
                yield Bound(category, _of_months(months), rule.source)


@lru_cache(maxsize=64)
def _of_months(months: int) -> Length:
    """One value for all rotations."""
    return Length(months=months)
