"""What the rules and the second opinion, written apart from them, do not agree on."""

from __future__ import annotations

from domain.exchange.findings_json import report_document
from domain.exchange.plan_json import plan_from_document
from domain.rules.checker import check
from tests.oracle import report
from tests.oracle.comparing import differences
from tests.oracle.plans import Case


def disagreements(case: Case) -> list[str]:
    """One line for each finding, count or order in which the two differ."""
    document, as_of = case
    plan = plan_from_document(document)
    ours = report_document(plan, check(plan, as_of), as_of)
    theirs = report(document, as_of)
    lines = [
        f"{key}: {ours[key]} and {theirs[key]}"
        for key in ("plan", "scenario", "as_of", "checked", "counts")
        if ours[key] != theirs[key]
    ]
    return lines + differences(ours["findings"], theirs["findings"])
