"""The document of `check --json`, but for its texts."""

from datetime import date
from typing import Any

from tests.oracle.clashes import clash_findings
from tests.oracle.decisions import decision_findings
from tests.oracle.findings import SEVERITIES, Finding, as_json, order
from tests.oracle.frames import frame_findings
from tests.oracle.handovers import handover_findings
from tests.oracle.in_force import days_in_force
from tests.oracle.lengths import length_findings
from tests.oracle.limits import limit_findings
from tests.oracle.mandates import mandate_findings
from tests.oracle.pools import pool_findings
from tests.oracle.posts import post_findings
from tests.oracle.reading import read_plan
from tests.oracle.recovery import recovery_findings
from tests.oracle.sources import source_findings
from tests.oracle.waivers import waiver_of
from tests.oracle.words import Plan


def check(plan: dict[str, Any], as_of: date | None = None) -> list[dict[str, Any]]:
    """The findings of a plan in its JSON form, in the order of `check --json`.

    Without `message`, `source` and `parameters`; contributors by kind and id.
    """
    return _findings(read_plan(plan), as_of)


def report(plan: dict[str, Any], as_of: date | None = None) -> dict[str, Any]:
    """The whole document of `check --json`, but for the texts of its findings."""
    read = read_plan(plan)
    findings = _findings(read, as_of)
    return {
        "plan": read.name,
        "scenario": read.scenario,
        "as_of": None if as_of is None else as_of.isoformat(),
        "checked": _checked(read),
        "counts": _counts(findings),
        "findings": findings,
    }


def _findings(plan: Plan, as_of: date | None) -> list[dict[str, Any]]:
    return [
        as_json(finding, *waiver_of(finding, plan.waivers, as_of))
        for finding in sorted(_of_all_rules(plan, as_of), key=order)
    ]


def _of_all_rules(plan: Plan, as_of: date | None) -> list[Finding]:
    in_force = days_in_force(plan)
    return [
        *limit_findings(plan, in_force),
        *frame_findings(plan, in_force),
        *mandate_findings(plan),
        *length_findings(plan),
        *handover_findings(plan),
        *clash_findings(plan),
        *pool_findings(plan),
        *recovery_findings(plan),
        *post_findings(plan),
        *decision_findings(plan, as_of),
        *source_findings(plan, in_force),
    ]


def _checked(plan: Plan) -> dict[str, int]:
    """What was checked.

    "`checked.rotations` leaves out cancelled ones, `limits` counts all limits, `unknown_limits`
    those `unknown` or `unread`."
    """
    limits = [limit for frame in plan.frames for limit in frame.limits]
    unknown = [limit for limit in limits if limit.binding in {"unknown", "unread"}]
    return {
        "rotations": len(plan.rotations),
        "limits": len(limits),
        "unknown_limits": len(unknown),
    }


def _counts(findings: list[dict[str, Any]]) -> dict[str, int]:
    """How many of each: "`counts` of error, warning, note leave out waived findings"."""
    counts = {
        severity: sum(1 for one in findings if one["severity"] == severity and not one["waived"])
        for severity in SEVERITIES
    }
    return {**counts, "waived": sum(1 for one in findings if one["waived"])}
