"""Findings made of what rules found."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.rules.finding import Finding
from domain.rules.rule import Breach, Rule

_day: Final = date.fromordinal


def finding_of(rule: Rule, breach: Breach) -> Finding:
    """The finding that a breach of a rule is."""
    return Finding(
        rule.code,
        breach.severity or rule.severity,
        breach.subjects,
        _day(breach.start),
        _day(breach.end - 1),
        breach.measured,
        breach.limit,
        None if breach.peak is None else _day(breach.peak),
        breach.contributors,
        breach.parameters,
    )
