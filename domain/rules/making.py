"""Findings made of what rules found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.model.unfrozen import unfrozen
from domain.rules.finding import Finding
from domain.rules.rule import Breach, Rule

_day: Final = date.fromordinal
_Open: Final = unfrozen(Finding)


def findings_of(rules: Sequence[Rule], breaches: Sequence[Breach]) -> list[Finding]:
    """The findings that breaches are, each of the rule in its place."""
    found: list[Finding] = []
    for rule, breach in zip(rules, breaches, strict=True):
        one = _Open()
        one.code = rule.code
        one.severity = breach.severity or rule.severity
        one.subjects = breach.subjects
        one.first_day = _day(breach.start)
        one.last_day = _day(breach.end - 1)
        one.measured = breach.measured
        one.limit = breach.limit
        one.peak_day = None if breach.peak is None else _day(breach.peak)
        one.contributors = breach.contributors
        one.parameters = breach.parameters
        one.waiver = None
        one.lapsed_waivers = ()
        one.__class__ = Finding
        found.append(one)
    return found
