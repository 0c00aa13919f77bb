"""Two plans beside each other, as a JSON document and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from domain.exchange.differences_json import differences_document, differences_lines
from domain.exchange.findings_json import finding_document
from domain.language import _
from domain.model import Kind, Plan, Ref
from domain.rules.comparison import Comparison, Filled, FindingsCompared, LimitCompared
from domain.rules.finding import Finding, Number
from domain.rules.texts import message, severity_text
from domain.words.days import day_text, period_text
from domain.words.numbers import number_text
from domain.words.things import name_of


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """What differs: things, settings, findings, and every limit with how it is filled."""
    before, after = comparison.before, comparison.after
    return {
        "before": _side(before),
        "after": _side(after),
        "things": _things(comparison),
        "findings": findings_document(comparison.findings, before, after),
        "limits": [_limit(limit) for limit in comparison.limits],
    }


def _side(plan: Plan) -> dict[str, str]:
    return {"plan": plan.name, "scenario": plan.scenario}


def _things(comparison: Comparison) -> dict[str, Any]:
    found = comparison.things
    document = differences_document(comparison.before, comparison.after, found)
    del document["scenario"]
    return document | {
        "moved": [one.ref.id for one in found if one.moved],
        "repeopled": [one.ref.id for one in found if one.repeopled],
    }


def findings_document(found: FindingsCompared, before: Plan, after: Plan) -> dict[str, Any]:
    """What became of the findings; of those that stayed the same only how many there are."""
    return {
        "solved": [finding_document(finding, before) for finding in found.solved],
        "caused": [finding_document(finding, after) for finding in found.caused],
        "changed": [
            {"before": finding_document(old, before), "after": finding_document(new, after)}
            for old, new in found.changed
        ],
        "same": len(found.same),
    }


def _limit(limit: LimitCompared) -> dict[str, Any]:
    return {
        "id": limit.id,
        "frame": limit.frame,
        "changed": limit.changed,
        "before": _filled(limit.number_before, limit.before),
        "after": _filled(limit.number_after, limit.after),
    }


def _filled(number: int | None, filled: Filled | None) -> dict[str, Any] | None:
    if filled is None:
        return None
    return {
        "number": number,
        "peak": _number(filled.peak),
        "peak_day": None if filled.peak_day is None else filled.peak_day.isoformat(),
        "room": _number(filled.room),
        "days_above": filled.days_above,
    }


def _number(number: Number | None) -> int | float | None:
    return float(number) if isinstance(number, Decimal) else number


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """What differs, for a person to read: things, then limits, then findings."""
    before, after = comparison.before, comparison.after
    yield from differences_lines(before, after, comparison.things)
    for limit in comparison.limits:
        if limit.changed:
            name = name_of(Ref(Kind.LIMIT, limit.id), after if limit.after else before)
            sides = f"{_filled_text(limit.number_before, limit.before)} → "
            sides += _filled_text(limit.number_after, limit.after)
            yield _("limit {name}: {sides}").format(name=name, sides=sides)
    yield from findings_lines(comparison.findings)


def _filled_text(number: int | None, filled: Filled | None) -> str:
    if filled is None:
        return _("not there")
    peak = _("peak {peak} of {number}").format(
        peak=number_text(filled.peak), number=number_text(number)
    )
    if filled.peak_day is not None and filled.peak:
        peak = f"{peak} ({day_text(filled.peak_day)})"
    if filled.room is None:
        return peak
    room = _("room {room}").format(room=number_text(filled.room))
    return f"{peak}, {room}"


def findings_lines(found: FindingsCompared) -> Iterator[str]:
    """What became of the findings, one line each, and a closing line with the numbers."""
    for finding in found.solved:
        yield _("solved: {finding}").format(finding=_finding(finding))
    for finding in found.caused:
        yield _("new: {finding}").format(finding=_finding(finding))
    for old, new in found.changed:
        yield _("other than before: {finding} (was {days})").format(
            finding=_finding(new), days=_days(old)
        )
    yield _("Findings: {solved} solved, {caused} new, {changed} changed, {same} the same.").format(
        solved=len(found.solved),
        caused=len(found.caused),
        changed=len(found.changed),
        same=len(found.same),
    )


def _finding(finding: Finding) -> str:
    severity = severity_text(finding.severity)
    return f"{severity} {finding.code} {_days(finding)} {message(finding)}"


def _days(finding: Finding) -> str:
    return period_text(finding.first_day, finding.last_day)
