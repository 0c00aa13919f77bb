"""A workbook of a plan beside another one: their comparison, under the marking of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.engine.profile import Profile
from domain.exchange.workbook.material import Material
from domain.model import Marking, Plan
from domain.rules.checker import Checker
from domain.rules.comparison import Comparison, comparison_of
from domain.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class _Side:
    """The plan of a material as a side of a comparison."""

    material: Material

    @property
    def plan(self) -> Plan:
        return self.material.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.material.findings

    def profile(self, limit_id: str) -> Profile:
        return self.material.profiles[limit_id]


def comparison_in(material: Material) -> Comparison | None:
    """The comparison with the plan beside which a workbook is written; none without one."""
    if material.beside is None:
        return None
    return comparison_of(_Side(material), Checker(material.beside, material.as_of))


def under_both_markings(material: Material) -> Material:
    """The material under the higher of the markings, since it holds something of both plans."""
    if material.beside is None:
        return material
    settings = material.plan.settings
    marking = higher(settings.marking, material.beside.settings.marking)
    if marking == settings.marking:
        return material
    plan = replace(material.plan, settings=replace(settings, marking=marking))
    return replace(material, plan=plan)


def higher(one: Marking | None, other: Marking | None) -> Marking | None:
    """The higher of two markings; both in one where that cannot be said."""
    if one is None or other is None:
        return one or other
    if isinstance(one.level, int) and isinstance(other.level, int):
        return other if other.level > one.level else one
    if one.text == other.text:
        return one
    return replace(one, text=f"{one.text} / {other.text}")
