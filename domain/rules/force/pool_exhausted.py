"""FOR002."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.demand import Claim, claims_on, shortages
from domain.engine.profile import Balance
from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Force, Kind, Ref
from domain.rules.about import PoolOnDays
from domain.rules.finding import Contributor, Severity, contributors_of
from domain.rules.rule import Breach, Scope, Words, rule
from domain.rules.runs import runs_of


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
def pool_exhausted(situation: Situation, about: PoolOnDays) -> Iterator[Breach]:
    """The demand on a pool exceeds its supply."""
    for run in runs_of(shortages(situation, about.pool, about.days)):
        yield _breach(situation, about.pool, run)


def _breach(situation: Situation, pool: Force, run: list[Balance]) -> Breach:
    peak = max(run, key=lambda part: part.demand - part.supply)
    claims = list(claims_on(situation, pool, (peak.start, peak.start + 1)))
    return Breach(
        (Ref(Kind.FORCE, pool.id),),
        run[0].start,
        run[-1].end,
        measured=peak.demand,
        limit=peak.supply,
        peak=peak.start,
        contributors=_asking(Kind.COMMITMENT, claims) + _asking(Kind.ROTATION, claims),
        parameters={"force": pool.name},
    )


def _asking(kind: Kind, claims: list[Claim]) -> tuple[Contributor, ...]:
    return contributors_of(
        kind, ((ref.id, amount) for ref, _days, amount in claims if amount and ref.kind is kind)
    )
