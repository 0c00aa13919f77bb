"""FOR002."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.demand import Claim, balance, claims_on
from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Force, Kind, Ref
from domain.rules.finding import Contributor, Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FOR002",
    "pool-exhausted",
    Severity.ERROR,
    Scope.POOL,
    Words(
        title=N_("More is asked of a pool than it holds"),
        says=N_("{force}: {measured} asked on {peak_day}, {limit} there; {excess} too few."),
        why=N_("What is not there cannot be sent; days without a known supply are not checked."),
        what_to_do=N_("Move or shrink one of the claims, or enter the supply that was added."),
        source=N_("Single set of forces"),
    ),
)
def pool_exhausted(situation: Situation, pool: Force) -> Iterator[Breach]:
    """The demand on a pool exceeds its supply."""
    claims = list(claims_on(situation, pool))
    run: list[tuple[int, int, int, int]] = []
    for start, end, demand, supply in balance(pool, claims):
        if demand <= supply or (run and run[-1][1] != start):
            if run:
                yield _breach(pool, claims, run)
            run = []
        if demand > supply:
            run.append((start, end, demand, supply))
    if run:
        yield _breach(pool, claims, run)


def _breach(pool: Force, claims: list[Claim], run: list[tuple[int, int, int, int]]) -> Breach:
    peak, _end, demand, supply = max(run, key=lambda part: part[2] - part[3])
    return Breach(
        (Ref(Kind.FORCE, pool.id),),
        run[0][0],
        run[-1][1],
        measured=demand,
        limit=supply,
        peak=peak,
        contributors=_contributors(claims, peak),
        parameters={"force": pool.name},
    )


def _contributors(claims: list[Claim], day: int) -> tuple[Contributor, ...]:
    return tuple(
        Contributor(ref, amount)
        for ref, (start, end), amount in claims
        if start <= day < end and amount
    )
