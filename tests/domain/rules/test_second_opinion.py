"""The rules say what a second opinion says, on every field, about plans full of edges."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.domain.rules.second_opinion import disagreements
from tests.oracle.plans import Case, cases


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_the_rules_and_the_second_opinion_agree(case: Case) -> None:
    assert disagreements(case) == []
