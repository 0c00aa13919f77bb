"""Findings made of what rules found."""

from __future__ import annotations

from datetime import date

from domain.rules.finding import Finding
from domain.rules.rule import Breach, Rule


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
        contributors=breach.contributors,
        parameters=breach.parameters,
    )
