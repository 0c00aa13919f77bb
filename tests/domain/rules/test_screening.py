"""Screens: each rule about single rotations has one, and none passes over a finding."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from domain.exchange.plan_json import plan_from_document
from domain.rules.catalogue import RULES
from domain.rules.checker import Checker
from domain.rules.rule import Scope
from domain.rules.screening import SCREENS
from tests.oracle.plans import Case, cases


def test_each_rule_about_rotations_has_a_screen() -> None:
    about_rotations = {Scope.ROTATION, Scope.HANDOVER}

    assert {rule.code for rule in RULES if rule.scope in about_rotations} == set(SCREENS)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_a_plan_has_the_same_findings_with_screens_and_without(case: Case) -> None:
    document, as_of = case
    plan = plan_from_document(document)
    quick = Checker(plan, as_of, quick=True)
    slow = Checker(plan, as_of, quick=False)

    assert quick.findings == slow.findings
    for _frame, limit in plan.limits():
        assert quick.profile(limit.id) == slow.profile(limit.id)
