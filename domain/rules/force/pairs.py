"""What the rules about pairs of bookings share."""

from __future__ import annotations

from domain.engine.bookings import Pair
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.model import Kind, Ref
from domain.rules.rule import Breach


def breach_of(situation: Situation, pair: Pair, days: Span) -> Breach:
    """The breach of a pair of bookings on some days."""
    return Breach(
        (Ref(Kind.FORCE, pair.inner), pair.earlier.ref, pair.later.ref),
        *days,
        parameters={
            "force": situation.plan.forces[pair.inner].name,
            "earlier": pair.earlier.thing.name,
            "later": pair.later.thing.name,
        },
    )
