"""Findings made of what rules found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.rules.bulk import in_bulk
from domain.rules.finding import Finding
from domain.rules.rule import Breach, Rule

_day: Final = date.fromordinal


def findings_of(rules: Sequence[Rule], breaches: Sequence[Breach]) -> list[Finding]:
    """The findings that breaches are, each of the rule in its place."""
    columns = (
        [rule.code for rule in rules],
        [own.severity or rule.severity for rule, own in zip(rules, breaches, strict=True)],
        [own.subjects for own in breaches],
        [_day(own.start) for own in breaches],
        [_day(own.end - 1) for own in breaches],
        [own.measured for own in breaches],
        [own.limit for own in breaches],
        [None if own.peak is None else _day(own.peak) for own in breaches],
        [own.contributors for own in breaches],
        [own.parameters for own in breaches],
        [None] * len(breaches),
        [()] * len(breaches),
    )
    return in_bulk(Finding, len(breaches), columns)
