"""DEC001: a rotation on which should have been decided by now."""

from __future__ import annotations

from datetime import date

import pytest

from domain.model import Plan, Rotation
from tests.domain.plan_builder import day, mission, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

# Preparation and decision together: the day of decision is 90 days before the first.
OSC = mission("osc", preparation_days=60, decision_lead_days=30)
AS_OF = date(2026, 4, 2)


def soldiers(first: str, status: str = "planned") -> Rotation:
    return rotation("r1", "osc", first, "2026-12-31", military=1, status=status)


CASES: Cases = {
    "the day of decision is today": (plan(OSC, soldiers("2026-07-01")), []),
    "it was yesterday": (
        plan(OSC, soldiers("2026-06-30")),
        ["warning r1 2026-06-30 2026-12-31 1/0"],
    ),
    "the rotation begins today": (
        plan(OSC, soldiers("2026-04-02")),
        ["warning r1 2026-04-02 2026-12-31 90/0"],
    ),
    "the rotation began long ago": (
        plan(OSC, soldiers("2026-01-01")),
        ["warning r1 2026-01-01 2026-12-31 181/0"],
    ),
    "a mission that asks no time": (plan(soldiers("2026-04-02")), []),
    "a mission that asks no time, a day late": (
        plan(soldiers("2026-04-01")),
        ["warning r1 2026-04-01 2026-12-31 1/0"],
    ),
    "preparation alone counts": (
        plan(mission("osc", preparation_days=1), soldiers("2026-04-02")),
        ["warning r1 2026-04-02 2026-12-31 1/0"],
    ),
    "the lead of the decision alone counts": (
        plan(mission("osc", decision_lead_days=1), soldiers("2026-04-02")),
        ["warning r1 2026-04-02 2026-12-31 1/0"],
    ),
}


@each(CASES)
def test_a_decision_is_due(plan: Plan, lines: list[str]) -> None:
    assert said("DEC001", plan, AS_OF) == lines


@pytest.mark.parametrize(
    ("status", "overdue"),
    [
        ("draft", True),
        ("planned", True),
        ("approved", False),
        ("deployed", False),
        ("completed", False),
        ("cancelled", False),
    ],
)
def test_only_a_rotation_on_which_nobody_has_decided_is_late(status: str, *, overdue: bool) -> None:
    assert bool(said("DEC001", plan(OSC, soldiers("2026-04-02", status)), AS_OF)) is overdue


def test_without_a_day_to_look_from_nothing_is_late() -> None:
    assert said("DEC001", plan(OSC, soldiers("1999-01-01"))) == []


def test_a_finding_is_about_the_whole_rotation() -> None:
    found = only_finding("DEC001", plan(OSC, soldiers("2026-06-01")), AS_OF)

    assert found.subjects == refs("rotation r1")
    assert (found.first_day, found.last_day) == (day("2026-06-01"), day("2026-12-31"))
    assert (found.measured, found.limit, found.excess, found.peak_day) == (30, 0, 30, None)
    assert found.contributors == ()
