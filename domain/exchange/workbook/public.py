"""The public workbook: forces, commitments, names and notes are gone before anything is written."""

from __future__ import annotations

from dataclasses import replace

from domain.exchange.public import public_pair, public_plan
from domain.exchange.workbook.contents import Contents, contents_of
from domain.exchange.workbook.material import Material
from domain.language import _
from domain.rules.checker import Checker


def public_contents(material: Material) -> Contents:
    """What a public workbook shows: the plan without what is not public, checked anew.

    Findings carry names, so that they are made again of the plan that has none.
    """
    plan, beside = public_plan(material.plan), None
    if material.beside is not None:
        plan, other = public_pair(material.plan, material.beside)
        beside = replace(other, scenario=_("another scenario"))
    checker = Checker(plan, material.as_of)
    profiles = {limit.id: checker.profile(limit.id) for _frame, limit in plan.limits()}
    shown = replace(
        material, plan=plan, findings=checker.findings, profiles=profiles, beside=beside
    )
    return contents_of(shown, len(material.findings) - len(checker.findings))
