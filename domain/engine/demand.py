"""Demand on pools: how much is asked of them, day by day, against their supply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.engine.bookings import commitment_span
from domain.engine.profile import Balance
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span, overlap
from domain.model import Commitment, Force, ForceMeasure, Kind, Ref, Rotation

Claim = tuple[Ref, Span, int]
"""What claims a pool, on which days, how much."""


def claims_on(situation: Situation, pool: Force, days: Span = ALWAYS) -> Iterator[Claim]:
    """What claims a pool on any of some days: on itself, or on forces below it that count alike."""
    for name in forces_counting(situation, pool):
        for rotation in situation.rotations_on(name, days):
            span = rotation.start, rotation.end
            yield Ref(Kind.ROTATION, rotation.id), span, asked_by(rotation, pool.measure)
        for commitment in situation.standing.commitments_on.get(name, ()):
            of_commitment = commitment_span(situation, commitment)
            if of_commitment is not None and overlap(of_commitment, days) is not None:
                yield Ref(Kind.COMMITMENT, commitment.id), of_commitment, claimed_by(commitment)


def forces_counting(situation: Situation, pool: Force) -> list[str]:
    """A pool and the forces below it whose measure is the same."""
    forces = situation.plan.forces
    names = [pool.id, *situation.standing.descendants(pool.id)]
    return [name for name in names if forces[name].measure is pool.measure]


def asked_by(rotation: Rotation, measure: ForceMeasure) -> int:
    """How much a rotation asks of a force of a measure."""
    if rotation.quantity is not None:
        return rotation.quantity
    if measure is ForceMeasure.PERSONS:
        return rotation.headcount
    return (rotation.teams or 1) if measure is ForceMeasure.TEAMS else 1


def claimed_by(commitment: Commitment) -> int:
    """How much a commitment asks."""
    return 1 if commitment.quantity is None else commitment.quantity


def shortages(situation: Situation, pool: Force, days: Span = ALWAYS) -> Sequence[Balance]:
    """Where, on some days, more is asked of a pool than it holds; what is not known is enough."""
    if situation.quick is not None:
        return situation.quick.shortages(pool, days)
    demand: dict[int, int] = defaultdict(int)
    for _ref, span, amount in claims_on(situation, pool, days):
        demand[span[0]] += amount
        demand[span[1]] -= amount
    return [one for one in _balance(pool, demand, days) if one.demand > one.supply]


def _balance(pool: Force, demand: dict[int, int], days: Span) -> Iterator[Balance]:
    """Demand against supply on some days, cut wherever either changes."""
    for step in sorted(pool.supply, key=lambda step: step.start):
        span = overlap((step.start, step.end), days)
        if span is None:
            continue
        asked = sum(change for day, change in demand.items() if day <= span[0])
        edges = sorted({*span, *(day for day in demand if span[0] < day < span[1])})
        for start, end in pairwise(edges):
            yield Balance(start, end, asked, step.quantity)
            asked += demand.get(end, 0)
