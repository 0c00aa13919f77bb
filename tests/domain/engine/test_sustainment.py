"""How many it takes to keep a post filled for good."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.engine.sustainment import (
    Cycle,
    Sustainment,
    cycle_at,
    of_mission,
    of_pool,
    of_scenario,
)
from domain.errors import Refused
from domain.model import (
    Category,
    Exemption,
    Force,
    ForceKind,
    Mission,
    Plan,
    RecoveryKind,
    RecoveryRule,
)


def a_rule(**fields: object) -> RecoveryRule:
    values: dict[str, object] = {
        "id": "twice",
        "kind": RecoveryKind.RATIO,
        "factor": Decimal(2),
        "categories": frozenset(Category),
        "first_day": None,
        "last_day": None,
        **fields,
    }
    return RecoveryRule(**values)  # type: ignore[arg-type]


def a_plan(*rules: RecoveryRule, preparation: int = 60, handover: int = 0) -> Plan:
    plan = Plan()
    for name in ("osc", "vpd"):
        plan = plan.put(Mission(name, name, preparation_days=preparation, handover_days=handover))
    plan = plan.put(Force("pool", "Pool", ForceKind.POOL))
    for rule in rules:
        plan = plan.put(rule)
    return plan


@pytest.mark.parametrize(
    ("cycle", "needed"),
    [
        (Cycle(preparation=0, tour=180, recovery=0, overlap=0), Fraction(1)),
        (Cycle(preparation=0, tour=180, recovery=360, overlap=0), Fraction(3)),
        (Cycle(preparation=60, tour=180, recovery=360, overlap=0), Fraction(10, 3)),
        (Cycle(preparation=60, tour=180, recovery=360, overlap=10), Fraction(60, 17)),
    ],
)
def test_of_each_cycle_only_the_tour_less_its_handover_fills_the_post(
    cycle: Cycle, needed: Fraction
) -> None:
    assert cycle.needed == needed


def test_a_part_of_a_person_is_a_whole_one() -> None:
    sustainment = Sustainment(4, Cycle(preparation=60, tour=180, recovery=360, overlap=0))
    assert (sustainment.needed, sustainment.needed_whole) == (Fraction(40, 3), 14)


def test_tours_of_half_a_year_send_two_persons_a_year_for_each_post() -> None:
    cycle = Cycle(preparation=0, tour=1461, recovery=0, overlap=0)
    assert Sustainment(8, cycle).a_year == Fraction(2)


def test_a_tour_that_is_all_handover_is_refused() -> None:
    with pytest.raises(Refused, match="not longer than its handover of 14"):
        Cycle(preparation=0, tour=14, recovery=0, overlap=14)


def test_the_longest_claim_of_the_rules_counts() -> None:
    short = a_rule(id="month", kind=RecoveryKind.INTERVAL, factor=None, days=30)
    plan = a_plan(a_rule(), short, handover=10)
    assert cycle_at(plan, "osc", 180) == Cycle(60, 180, 360, 10)


def test_an_exempt_mission_claims_no_recovery() -> None:
    plan = a_plan(a_rule(exempt_missions=(Exemption("vpd", "shortage"),)), preparation=0)
    assert cycle_at(plan, "vpd", 10).recovery == 0
    assert cycle_at(plan, "osc", 10).recovery == 20


def test_a_rule_for_one_force_counts_for_that_pool_only() -> None:
    plan = a_plan(a_rule(forces=("pool",)), preparation=0)
    assert of_mission(plan, "osc", 4, 180).needed == 4
    assert of_pool(plan, "pool", {"osc": 4}, 180).needed == 12


def test_a_scenario_is_the_sum_of_its_missions() -> None:
    plan = a_plan(a_rule(), preparation=0)
    assert of_scenario(plan, {"osc": 4, "vpd": 11}, 100).needed == 45


def test_several_missions_together_are_rounded_up_once() -> None:
    plan = a_plan(preparation=30)
    together = of_scenario(plan, {"osc": 1, "vpd": 1}, 120)
    assert (together.needed, together.needed_whole) == (Fraction(5, 2), 3)
    assert [part.needed_whole for part in together.parts] == [2, 2]


def test_shorter_tours_send_more_persons_a_year_from_a_pool() -> None:
    plan = a_plan(preparation=0)
    filled = {"osc": 4, "vpd": 2}
    assert of_pool(plan, "pool", filled, 1461).a_year == Fraction(6, 4)
    assert of_pool(plan, "pool", filled, 487).a_year == Fraction(18, 4)


def test_nothing_to_be_filled_takes_nobody() -> None:
    together = of_scenario(a_plan(), {}, 180)
    assert (together.needed, together.a_year) == (Fraction(0), Fraction(0))
    assert together.needed_whole == 0


def test_preparation_and_recovery_as_long_as_the_tour_take_three_for_one() -> None:
    plan = a_plan(a_rule(factor=Decimal(1)), preparation=180)
    assert of_mission(plan, "osc", 1, 180).needed == 3
