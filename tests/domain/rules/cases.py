"""Tables of plans with what a rule says about each, one line a finding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from domain.model import Plan
from domain.rules.checker import Checker, check
from domain.rules.finding import Finding

Cases = Mapping[str, tuple[Plan, list[str]]]
"""By a sentence: a plan, and the lines of one rule about it."""


def line(finding: Finding) -> str:
    """Everything of a finding but its code, as one line.

    ``error cap 2026-03-01 2026-03-14 8/7 on 2026-03-01 by r1 4, r2 4``
    """
    words = [str(finding.severity), *(ref.id for ref in finding.subjects)]
    words += [finding.first_day.isoformat(), finding.last_day.isoformat()]
    if finding.measured is not None or finding.limit is not None:
        words.append(f"{finding.measured}/{finding.limit}")
    if finding.peak_day is not None:
        words.append(f"on {finding.peak_day.isoformat()}")
    if finding.contributors:
        words.append("by " + ", ".join(_part(*pair) for pair in _amounts(finding)))
    if finding.waiver is not None:
        words.append(f"waived by {finding.waiver}")
    words.extend(f"no longer waived by {name}" for name in finding.lapsed_waivers)
    return " ".join(words)


def _amounts(finding: Finding) -> list[tuple[str, int | None]]:
    return [(one.ref.id, one.amount) for one in finding.contributors]


def _part(name: str, amount: int | None) -> str:
    return name if amount is None else f"{name} {amount}"


def found(plan: Plan, as_of: date | None = None) -> tuple[Finding, ...]:
    """All findings of a plan, when a large plan would have the same ones."""
    findings = check(plan, as_of)
    assert Checker(plan, as_of, quick=True).findings == findings
    return findings


def said(code: str, plan: Plan, as_of: date | None = None) -> list[str]:
    """What one rule says about a plan, a line for each finding, in order."""
    return [line(finding) for finding in found(plan, as_of) if finding.code == code]


def only_finding(code: str, plan: Plan, as_of: date | None = None) -> Finding:
    """The finding of a rule about a plan that breaks it once."""
    (finding,) = (finding for finding in found(plan, as_of) if finding.code == code)
    return finding


def each(cases: Cases) -> pytest.MarkDecorator:
    """Run a test with the plan and the lines of each case."""
    return pytest.mark.parametrize(("plan", "lines"), cases.values(), ids=cases.keys())
