"""What it takes to keep a mission filled for good, in words."""

from __future__ import annotations

from dataclasses import replace

from gui.sustaining import sustainment_text
from tests.domain import plan_builder as build


def test_people_who_prepare_and_recover_are_needed_besides_those_who_are_there() -> None:
    plan = build.plan(
        build.mission("osc", preparation_days=60, handover_days=7),
        build.recovery_rule("twice", factor="2"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
    )
    assert sustainment_text(plan, plan.rotations["a"], 6) == (
        "To go on like this for good takes 14 people in all for the 4 there: each tour of 184 days "
        "comes with 60 of preparation, 368 of recovery and 7 of handover."
    )


def test_nothing_is_said_where_nobody_prepares_or_recovers_or_nobody_goes() -> None:
    plan = build.plan(build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4))
    assert sustainment_text(plan, plan.rotations["a"], 6) == ""
    nobody = replace(plan.rotations["a"], military=0)
    assert sustainment_text(plan, nobody, 6) == ""
