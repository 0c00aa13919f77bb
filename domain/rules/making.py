"""Findings made of what rules found."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Final

from domain.rules.finding import Contributor, Finding
from domain.rules.rule import Breach, Rule

_by_name: Final = attrgetter("ref.kind", "ref.id")


def finding_of(rule: Rule, breach: Breach) -> Finding:
    """The finding that a breach of a rule is."""
    return Finding(
        code=rule.code,
        severity=breach.severity or rule.severity,
        subjects=breach.subjects,
        first_day=date.fromordinal(breach.start),
        last_day=date.fromordinal(breach.end - 1),
        measured=breach.measured,
        limit=breach.limit,
        peak_day=None if breach.peak is None else date.fromordinal(breach.peak),
        contributors=_in_order(breach.contributors),
        parameters=breach.parameters,
    )


def _in_order(contributors: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
    if len(contributors) < 2:  # noqa: PLR2004 - fewer have no order
        return contributors
    return tuple(sorted(contributors, key=_by_name))
