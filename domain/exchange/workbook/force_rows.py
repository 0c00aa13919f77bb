"""The rows of the sheet Forces: the tree, and below each force what is about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.model import Commitment, Force, Plan, RecoveryRule, Sharing, SupplyStep

Claim = SupplyStep | Commitment | Sharing | RecoveryRule


@dataclass(frozen=True, slots=True)
class Row:
    """A force, or something about one; a recovery rule may be about several, or about all."""

    depth: int
    force: Force | None
    claim: Claim | None = None


def rows_of(plan: Plan) -> list[Row]:
    """The tree of forces, each with what is about it beneath; recovery rules last."""
    children: dict[str | None, list[Force]] = defaultdict(list)
    for force in plan.forces.things():
        children[force.parent].append(force)
    claims = _claims(plan)
    rules = [Row(0, None, rule) for rule in plan.recovery_rules.things()]
    return [*_below(None, children, claims), *rules]


def _claims(plan: Plan) -> Mapping[str, Sequence[Claim]]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for force in plan.forces.things():
        steps: list[SupplyStep] = sorted(force.supply, key=lambda step: step.start)
        claims[force.id].extend(steps)
    for commitment in plan.commitments.things():
        claims[commitment.force].append(commitment)
    for sharing in plan.sharings.things():
        claims[sharing.force].append(sharing)
    return claims


def _below(
    parent: str | None,
    children: Mapping[str | None, Sequence[Force]],
    claims: Mapping[str, Sequence[Claim]],
) -> Iterator[Row]:
    waiting = [(0, force) for force in reversed(children.get(parent, ()))]
    while waiting:
        depth, force = waiting.pop()
        yield Row(depth, force)
        yield from (Row(depth + 1, force, claim) for claim in claims[force.id])
        waiting += [(depth + 1, child) for child in reversed(children.get(force.id, ()))]


def quantity_of(row: Row) -> int | None:
    """How much a row supplies or claims."""
    match row.claim:
        case SupplyStep(quantity=quantity) | Commitment(quantity=quantity):
            return quantity
        case _:
            return None
