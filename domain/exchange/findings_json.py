"""Findings as a JSON document: what `check --json` prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from domain.model import UNCERTAIN, Plan, Ref
from domain.rules.finding import Finding, Number, Severity
from domain.rules.texts import message, source_of


def report_document(
    plan: Plan, findings: tuple[Finding, ...], as_of: date | None
) -> dict[str, Any]:
    """The whole document: what was checked, the counts, the findings in order."""
    return {
        "plan": plan.name,
        "scenario": plan.scenario,
        "as_of": None if as_of is None else as_of.isoformat(),
        "checked": checked(plan),
        "counts": counts(findings),
        "findings": [finding_document(finding, plan) for finding in findings],
    }


def checked(plan: Plan) -> dict[str, int]:
    """How much was checked: rotations that are not cancelled, limits, and limits unknown."""
    limits = [limit for _frame, limit in plan.limits()]
    return {
        "rotations": sum(not rotation.cancelled for rotation in plan.rotations.things()),
        "limits": len(limits),
        "unknown_limits": sum(limit.binding in UNCERTAIN for limit in limits),
    }


def counts(findings: tuple[Finding, ...]) -> dict[str, int]:
    """How many findings of each severity; those that someone accepted are counted apart."""
    found = {str(severity): 0 for severity in Severity}
    for finding in findings:
        if not finding.waived:
            found[str(finding.severity)] += 1
    return {**found, "waived": sum(finding.waived for finding in findings)}


def finding_document(finding: Finding, plan: Plan) -> dict[str, Any]:
    """One finding in plain values."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "waived": finding.waived,
        "subjects": [_ref(ref) for ref in finding.subjects],
        "first_day": finding.first_day.isoformat(),
        "last_day": finding.last_day.isoformat(),
        "measured": _number(finding.measured),
        "peak_day": None if finding.peak_day is None else finding.peak_day.isoformat(),
        "limit": _number(finding.limit),
        "excess": _number(finding.excess),
        "contributors": [
            {**_ref(contributor.ref), "amount": contributor.amount}
            for contributor in finding.contributors
        ],
        "waiver": finding.waiver,
        "lapsed_waivers": list(finding.lapsed_waivers),
        "message": message(finding),
        "source": source_of(finding, plan),
        "parameters": dict(finding.parameters),
    }


def _ref(ref: Ref) -> dict[str, str]:
    return {"kind": str(ref.kind), "id": ref.id}


def _number(number: Number | None) -> int | float | None:
    return float(number) if isinstance(number, Decimal) else number
