"""What the rules and the second opinion, written apart from them, do not agree on."""

from __future__ import annotations

from typing import Any

from domain.exchange.findings_json import report_document
from domain.exchange.plan_json import plan_from_document
from domain.rules.checker import Checker
from tests.oracle import report
from tests.oracle.comparing import differences
from tests.oracle.plans import Case


def disagreements(case: Case) -> list[str]:
    """One line for each finding, count or order in which the two differ.

    A plan is checked as a small one is and as a large one is.
    """
    document, as_of = case
    plan = plan_from_document(document)
    theirs = report(document, as_of)
    lines: list[str] = []
    for quick in (False, True):
        findings = Checker(plan, as_of, quick=quick).findings
        lines += _differing(report_document(plan, findings, as_of), theirs)
    return lines


def _differing(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    lines = [
        f"{key}: {ours[key]} and {theirs[key]}"
        for key in ("plan", "scenario", "as_of", "checked", "counts")
        if ours[key] != theirs[key]
    ]
    return lines + differences(ours["findings"], theirs["findings"])
