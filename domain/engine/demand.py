"""Demand on pools: how much is asked of them, day by day, against their supply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from domain.engine.bookings import commitment_span
from domain.engine.situation import Situation
from domain.engine.spans import Span
from domain.model import Commitment, Force, ForceMeasure, Kind, Ref, Rotation

Claim = tuple[Ref, Span, int]
"""What claims a pool, on which days, how much."""


def claims_on(situation: Situation, pool: Force) -> Iterator[Claim]:
    """Everything that claims a pool: on itself, or on a force below it of the same measure."""
    forces = situation.plan.forces
    names = [pool.id, *situation.standing.descendants(pool.id)]
    for name in names:
        if forces[name].measure is not pool.measure:
            continue
        for rotation in situation.rotations_on(name):
            span = rotation.start, rotation.end
            yield Ref(Kind.ROTATION, rotation.id), span, _asked(rotation, pool.measure)
        for commitment in situation.standing.commitments_on.get(name, ()):
            days = commitment_span(situation, commitment)
            if days is not None:
                yield Ref(Kind.COMMITMENT, commitment.id), days, _claimed(commitment)


def _asked(rotation: Rotation, measure: ForceMeasure) -> int:
    if rotation.quantity is not None:
        return rotation.quantity
    if measure is ForceMeasure.PERSONS:
        return rotation.headcount
    return (rotation.teams or 1) if measure is ForceMeasure.TEAMS else 1


def _claimed(commitment: Commitment) -> int:
    return 1 if commitment.quantity is None else commitment.quantity


def balance(pool: Force, claims: list[Claim]) -> Iterator[tuple[int, int, int, int]]:
    """Start, end, demand and supply of each run of days on which both are constant.

    Days without a supply step are unknown and left out.
    """
    changes: dict[int, int] = defaultdict(int)
    for _ref, (start, end), amount in claims:
        changes[start] += amount
        changes[end] -= amount
    for step in sorted(pool.supply, key=lambda step: step.start):
        demand = sum(change for day, change in changes.items() if day <= step.start)
        edges = sorted(day for day in changes if step.start < day < step.end)
        start = step.start
        for edge in [*edges, step.end]:
            yield start, edge, demand, step.quantity
            start, demand = edge, demand + changes.get(edge, 0)
