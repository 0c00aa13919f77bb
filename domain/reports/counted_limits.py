"""Which limits of a frame make up its number of persons: a cap or its parts, never both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from domain.model import NUMBERED, Category, Frame, Limit, Measure

MILITARY: Final = frozenset({Category.MILITARY})
CIVIL_POLICE: Final = frozenset({Category.CIVILIAN, Category.POLICE})


def is_joint(limit: Limit) -> bool:
    """Whether a limit counts military persons together with others."""
    return bool(limit.categories & MILITARY and limit.categories & CIVIL_POLICE)


def on_persons(frame: Frame) -> tuple[Limit, ...]:
    """The limits of a frame on persons at once that give a number."""
    return tuple(
        limit
        for limit in frame.limits
        if limit.measure is Measure.PERSONS and limit.binding in NUMBERED
    )


def counted_limits(frame: Frame) -> tuple[Limit, ...]:
    """The limits on persons that add up to the number of a frame, no category in two of them.

    A joint cap gives way to its parts where they count all of its categories and do not add up to
    more: the columns then say the same, and more. Otherwise the cap is counted and its parts are
    not.
    """
    return tuple(_counted(_smallest(on_persons(frame))))


def _smallest(limits: Iterable[Limit]) -> list[Limit]:
    """One limit for each set of categories: the smallest, as all of them apply."""
    found: dict[frozenset[Category], Limit] = {}
    for limit in limits:
        known = found.get(limit.categories)
        if known is None or (limit.number or 0) < (known.number or 0):
            found[limit.categories] = limit
    return list(found.values())


def _counted(limits: Sequence[Limit]) -> Iterable[Limit]:
    taken: frozenset[Category] = frozenset()
    for limit in sorted(limits, key=lambda one: -len(one.categories)):
        if limit.categories & taken:
            continue
        taken |= limit.categories
        parts = list(_counted([one for one in limits if one.categories < limit.categories]))
        yield from parts if is_joint(limit) and _says_more(parts, limit) else [limit]


def _says_more(parts: Sequence[Limit], cap: Limit) -> bool:
    covered = frozenset().union(*(part.categories for part in parts))
    return covered == cap.categories and sum(p.number or 0 for p in parts) <= (cap.number or 0)
