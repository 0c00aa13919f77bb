"""What the rules about pairs of bookings share."""

from __future__ import annotations

from functools import lru_cache

from domain.engine.bookings import Pair
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.model import Kind, Ref
from domain.rules.rule import Breach


def breach_of(situation: Situation, pair: Pair, days: Span) -> Breach:
    """The breach of a pair of bookings on some days."""
    earlier, later = pair.earlier, pair.later
    return Breach(
        (_ref_of(pair.inner), earlier.ref, later.ref),
        *days,
        parameters={
            "force": situation.plan.forces[pair.inner].name,
            "earlier": earlier.thing.name,
            "later": later.thing.name,
        },
    )


@lru_cache(maxsize=256)
def _ref_of(force: str) -> Ref:
    """One value for all pairs of a unit: there may be very many."""
    return Ref(Kind.FORCE, force)
