"""The material of a workbook with what several sheets ask of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.exchange.workbook.beside import comparison_in, under_both_markings
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.naming import Names
from domain.exchange.workbook.period import within_period
from domain.language import plural
from domain.model import Plan, Ref
from domain.reports import Report, report_of
from domain.reports.period import Period, period_of
from domain.rules.comparison import Comparison
from domain.rules.finding import Finding, Severity

SIGNS: Final = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "○"}
"""A sign that begins a text about findings: it says the same as the colour."""
WAIVED: Final = "✓"


@dataclass(frozen=True, slots=True)
class Contents:
    """What is shown, and an index of its findings.

    ``whole`` is the plan with what lies outside the period shown; ``hidden_findings`` were left
    out as not public. ``period`` are the days of sheets that go over time: those asked for, else
    those of the plan; none for a plan without any. ``report`` is of that period. ``comparison``
    is with the plan beside which it is written.
    """

    material: Material
    whole: Plan
    period: Period | None
    report: Report | None
    names: Names
    findings_by_thing: Mapping[Ref, Sequence[Finding]]
    hidden_findings: int = 0
    comparison: Comparison | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it is shown."""
        return self.material.plan

    @property
    def partial(self) -> bool:
        """Whether only a period is shown."""
        return self.material.first_day is not None or self.material.last_day is not None

    def findings_about(self, ref: Ref) -> Sequence[Finding]:
        """The findings in which a thing is a subject or a contributor."""
        return self.findings_by_thing.get(ref, ())


def contents_of(material: Material, hidden_findings: int = 0) -> Contents:
    """The contents of a workbook: a material as far as its period goes."""
    comparison = comparison_in(material)
    material = under_both_markings(material)
    shown = within_period(material)
    period = period_of(material.plan, material.first_day, material.last_day)
    return Contents(
        material=shown,
        whole=material.plan,
        period=period,
        report=None if period is None else report_of(material.plan, period),
        names=Names(material.plan),
        findings_by_thing=_by_thing(shown.findings),
        hidden_findings=hidden_findings,
        comparison=comparison,
    )


def _by_thing(findings: Iterable[Finding]) -> Mapping[Ref, Sequence[Finding]]:
    index: dict[Ref, list[Finding]] = defaultdict(list)
    for finding in findings:
        refs = [*finding.subjects, *(contributor.ref for contributor in finding.contributors)]
        for ref in dict.fromkeys(refs):
            index[ref].append(finding)
    return index


def summary(findings: Iterable[Finding]) -> str:
    """How many findings of each severity, the gravest first, behind its sign; empty for none."""
    open_ones = Counter(finding.severity for finding in findings if not finding.waived)
    parts = [
        _counted(severity, open_ones[severity]) for severity in Severity if open_ones[severity]
    ]
    waived = sum(finding.waived for finding in findings)
    if waived:
        parts.append(plural("{count} waived", "{count} waived", waived).format(count=waived))
    sign = next((SIGNS[severity] for severity in Severity if open_ones[severity]), WAIVED)
    return f"{sign} {', '.join(parts)}" if parts else ""


def _counted(severity: Severity, count: int) -> str:
    form = {
        Severity.ERROR: plural("{count} error", "{count} errors", count),
        Severity.WARNING: plural("{count} warning", "{count} warnings", count),
        Severity.NOTE: plural("{count} note", "{count} notes", count),
    }[severity]
    return form.format(count=count)
