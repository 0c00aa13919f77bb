"""All rules, in the order of their codes."""

from __future__ import annotations

from typing import Final

from domain.rules.coverage.unfilled import unfilled
from domain.rules.decision.decision_overdue import decision_overdue
from domain.rules.force.double_booked import double_booked
from domain.rules.force.pool_exhausted import pool_exhausted
from domain.rules.force.preparation_overlap import preparation_overlap
from domain.rules.force.recovery_too_short import recovery_too_short
from domain.rules.frame.conditional_frame import conditional_frame
from domain.rules.frame.limit_exceeded import limit_exceeded
from domain.rules.frame.limit_unknown import limit_unknown
from domain.rules.frame.no_frame import no_frame
from domain.rules.frame.outside_frame import outside_frame
from domain.rules.frame.team_size import team_size
from domain.rules.frame.teams_exceeded import teams_exceeded
from domain.rules.frame.yearly_limit_exceeded import yearly_limit_exceeded
from domain.rules.mandate.outside_mandate import outside_mandate
from domain.rules.reference.sources_contradict import sources_contradict
from domain.rules.rotation.handover import handover
from domain.rules.rotation.too_long import too_long
from domain.rules.rotation.too_short import too_short
from domain.rules.rule import Rule, Scope

RULES: Final[tuple[Rule, ...]] = (
    unfilled,
    decision_overdue,
    double_booked,
    pool_exhausted,
    recovery_too_short,
    preparation_overlap,
    limit_exceeded,
    teams_exceeded,
    yearly_limit_exceeded,
    team_size,
    outside_frame,
    no_frame,
    conditional_frame,
    limit_unknown,
    outside_mandate,
    sources_contradict,
    too_short,
    too_long,
    handover,
)
_BY_CODE: Final = {rule.code: rule for rule in RULES}
BY_SCOPE: Final = {scope: tuple(r for r in RULES if r.scope is scope) for scope in Scope}


def rule_of(code: str) -> Rule:
    """The rule with a code."""
    return _BY_CODE[code]
