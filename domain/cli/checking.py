"""`check`: what the rules find."""

from __future__ import annotations

import argparse
from typing import Final

from domain.cli.ends import FINE, WITH_ERRORS, say, say_json
from domain.cli.verb import Verb, add_scenario, day
from domain.language import N_, _, plural
from domain.model import Plan
from domain.rules.checker import check
from domain.rules.finding import Finding, Severity
from domain.rules.texts import message, severity_text
from domain.store import PlanFile
from domain.words.days import period_text


def _add_options(parser: argparse.ArgumentParser) -> None:
    add_scenario(parser)
    parser.add_argument("--as-of", type=day, metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _check(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        plan = file.load(options.scenario)
    findings = check(plan, options.as_of)
    if options.json:
        from domain.exchange.findings_json import report_document

        say_json(report_document(plan, findings, options.as_of))
    else:
        _tell(plan, findings)
    broken = any(f.severity is Severity.ERROR and not f.waived for f in findings)
    return WITH_ERRORS if broken else FINE


def _tell(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """The findings for a person to read, one line each, and a closing line."""
    for finding in findings:
        accepted = _(" (accepted)") if finding.waived else ""
        days = period_text(finding.first_day, finding.last_day)
        severity = severity_text(finding.severity)
        say(f"{severity} {finding.code}{accepted} {days} {message(finding)}")
    closing = plural(
        "{count} finding in scenario {scenario}.",
        "{count} findings in scenario {scenario}.",
        len(findings),
    )
    say(closing.format(count=len(findings), scenario=plan.scenario))


CHECK: Final = Verb("check", N_("say what the rules find"), _add_options, _check)
