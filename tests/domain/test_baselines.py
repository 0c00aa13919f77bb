"""The plans that come with the program."""

from __future__ import annotations

import pytest

from domain.baselines import BASELINES, plans_of
from domain.errors import Refused
from domain.model import LISTS, Settings
from domain.model.references import check_all


@pytest.mark.parametrize("name", BASELINES)
def test_a_baseline_is_a_plan_that_can_be(name: str) -> None:
    plans = plans_of(name)

    for plan in plans:
        check_all(plan)
    assert len({plan.scenario for plan in plans}) == len(plans)
    assert len({plan.name for plan in plans}) == 1


def test_there_are_the_baselines_that_the_command_names() -> None:
    assert set(BASELINES) >= {"empty", "nl-2025", "nl-2024", "nl-2020"}


def test_the_empty_one_is_empty() -> None:
    (plan,) = plans_of("empty")

    assert [kind for kind in LISTS if plan.table(kind)] == []
    assert plan.settings == Settings()


def test_another_name_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refused) as refused:
        plans_of("nl-1999")

    assert "'nl-1999'" in refused.value.sentence
    assert all(name in refused.value.sentence for name in BASELINES)
