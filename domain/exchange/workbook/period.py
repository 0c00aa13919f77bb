"""The period that a workbook shows: what does not touch it is left out."""

from __future__ import annotations

from dataclasses import replace

from domain.engine.profile import Profile, Step
from domain.engine.spans import Span, overlap
from domain.exchange.workbook.material import Material
from domain.model import Table
from domain.model.days import end_of, start_of


def within_period(material: Material) -> Material:
    """The material with only the rotations, findings and strength of its days."""
    if material.first_day is None and material.last_day is None:
        return material
    days = start_of(material.first_day), end_of(material.last_day)
    plan = material.plan
    rotations = (r for r in plan.rotations.things() if overlap(days, (r.start, r.end)))
    findings = (
        finding
        for finding in material.findings
        if overlap(days, (start_of(finding.first_day), end_of(finding.last_day)))
    )
    return replace(
        material,
        plan=replace(plan, rotations=Table(rotations)),
        findings=tuple(findings),
        profiles={name: _cut(profile, days) for name, profile in material.profiles.items()},
    )


def _cut(profile: Profile, days: Span) -> Profile:
    steps = (
        Step(*common, step.value)
        for step in profile.steps
        if (common := overlap(days, (step.start, step.end))) is not None
    )
    return replace(profile, steps=tuple(steps))
