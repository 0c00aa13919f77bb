"""What a finding says to a person: one sentence, its sources, its things by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.language import N_, _
from domain.model import (
    Binding,
    Category,
    Frame,
    Kind,
    Plan,
    Source,
)
from domain.rules.finding import Finding, Severity
from domain.words.days import day_text
from domain.words.fixed import word
from domain.words.limits import bound_text
from domain.words.numbers import (
    days_text,
    months_text,
    number_text,
    persons_text,
    rotations_text,
    teams_text,
)
from domain.words.things import limit_in

_MEASURED: Final = {
    "teams_per_year": N_("teams begun"),
    "persons_per_year": N_("persons begun"),
    "average_per_year": N_("mean strength"),
}
_SEVERITIES: Final = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}


def severity_text(severity: Severity) -> str:
    """The name of a severity, in the current language."""
    return _(_SEVERITIES[severity])


def message(finding: Finding) -> str:
    """What a finding says, as one sentence with its numbers, in the current language."""
    from domain.rules.catalogue import rule_of

    words = rule_of(finding.code).words
    says = words.variants.get(str(finding.parameters.get("variant")), words.says)
    return _(says).format_map({**_own_words(finding), **_numbers(finding)})


def _own_words(finding: Finding) -> Mapping[str, str]:
    found = {key: _word(key, value) for key, value in finding.parameters.items()}
    parameters = finding.parameters
    if "binding" in parameters:
        binding = Binding(str(parameters["binding"]))
        found["bound"] = bound_text(binding, number_text(finding.limit))
    if "length_days" in parameters:
        found["length"] = _length(parameters["length_days"], parameters["length_months"])
    if "teams" in parameters:
        found["teams_count"] = teams_text(int(parameters["teams"] or 0))
    return found


def _numbers(finding: Finding) -> Mapping[str, str]:
    days = (finding.last_day - finding.first_day).days + 1
    found = {
        "excess": number_text(finding.excess),
        "first_day": day_text(finding.first_day),
        "last_day": day_text(finding.last_day),
        "peak_day": day_text(finding.peak_day or finding.first_day),
        "finding_days": days_text(days),
        "contributors_count": rotations_text(len(finding.contributors)),
    }
    for name, number in (("measured", finding.measured), ("limit", finding.limit)):
        found[name] = number_text(number)
        whole = int(number or 0)
        found[f"{name}_days"] = days_text(whole)
        found[f"{name}_persons"] = persons_text(whole)
        found[f"{name}_teams"] = teams_text(whole)
    return found


def _word(key: str, value: str | int | None) -> str:
    if key == "categories":
        return " + ".join(word(Category(name)) for name in str(value).split("+") if name)
    if key.endswith("_day"):
        return day_text(date.fromisoformat(str(value)))
    return _(_MEASURED.get(str(value), "")) or str(value)


def _length(days: str | int | None, months: str | int | None) -> str:
    return days_text(int(days or 0)) if months is None else months_text(int(months))


def decisions_of(finding: Finding, plan: Plan) -> tuple[Frame, ...]:
    """The frames on which a finding rests, the nearest first."""
    frames: list[Frame] = []
    for ref in finding.subjects:
        if ref.kind is Kind.LIMIT:
            found = limit_in(plan, ref.id)
            frames.extend([] if found is None else [found[0]])
        elif ref.kind is Kind.FRAME and ref.id in plan.frames:
            frames.append(plan.frames[ref.id])
    if not frames and finding.code.startswith("FRA"):
        frames = _frames_at(finding, plan)
    return tuple(frames)


def _frames_at(finding: Finding, plan: Plan) -> list[Frame]:
    rotation = plan.rotations.get(finding.subjects[0].id)
    if rotation is None:
        return []
    return [frame for frame in plan.frames.things() if rotation.mission in frame.missions]


def sources_of(finding: Finding, plan: Plan) -> tuple[Source, ...]:
    """The sources of the decisions, mandates and rules on which a finding rests."""
    sources = [frame.source for frame in decisions_of(finding, plan)]
    if finding.code == "MAN001":
        rotation = plan.rotations.get(finding.subjects[0].id)
        mission = None if rotation is None else rotation.mission
        sources = [m.source for m in plan.mandates.things() if m.mission == mission]
    for ref in finding.subjects:
        if ref.kind is Kind.RECOVERY_RULE and ref.id in plan.recovery_rules:
            sources.append(plan.recovery_rules[ref.id].source)
    return tuple(dict.fromkeys(source for source in sources if source is not None))


def source_of(finding: Finding, plan: Plan) -> str:
    """On what a finding rests, in one line: documents and sections, else the rule's own source."""
    from domain.rules.catalogue import rule_of

    found = "; ".join(str(source) for source in sources_of(finding, plan) if str(source))
    return found or rule_of(finding.code).source_text()
