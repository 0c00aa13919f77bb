"""COV001: days with fewer people on a post than it asks."""

from __future__ import annotations

from domain.model import Plan
from domain.rules.finding import Contributor
from tests.domain.plan_builder import (
    cancelled,
    day,
    mission,
    plan,
    post,
    refs,
    rotation,
    settings,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
CHIEF = post("chief", "osc", 2, *MARCH)

CASES: Cases = {
    "as many people as it asks": (
        plan(CHIEF, rotation("r1", "osc", *MARCH, military=2, post="chief")),
        [],
    ),
    "more people than it asks": (
        plan(CHIEF, rotation("r1", "osc", *MARCH, military=3, post="chief")),
        [],
    ),
    "nobody": (plan(CHIEF), ["note chief 2026-03-01 2026-03-31 0/2 on 2026-03-01"]),
    "a post that asks nobody": (plan(post("chief", "osc", 0, *MARCH)), []),
    "one too few": (
        plan(CHIEF, rotation("r1", "osc", *MARCH, military=1, post="chief")),
        ["note chief 2026-03-01 2026-03-31 1/2 on 2026-03-01 by r1 1"],
    ),
    "several rotations fill it together": (
        plan(
            CHIEF,
            rotation("r1", "osc", *MARCH, military=1, post="chief"),
            rotation("r2", "osc", *MARCH, military=1, post="chief"),
        ),
        [],
    ),
    "people of another category": (
        plan(CHIEF, rotation("r1", "osc", *MARCH, civilian=2, post="chief")),
        ["note chief 2026-03-01 2026-03-31 0/2 on 2026-03-01"],
    ),
    "rotations that do not name it": (
        plan(CHIEF, rotation("r1", "osc", *MARCH, military=9)),
        ["note chief 2026-03-01 2026-03-31 0/2 on 2026-03-01"],
    ),
    "a cancelled rotation": (
        plan(CHIEF, *cancelled(rotation("r1", "osc", *MARCH, military=2, post="chief"))),
        ["note chief 2026-03-01 2026-03-31 0/2 on 2026-03-01"],
    ),
    "the day between two rotations": (
        plan(
            CHIEF,
            rotation("r1", "osc", "2026-01-01", "2026-03-14", military=2, post="chief"),
            rotation("r2", "osc", "2026-03-16", "2026-06-30", military=2, post="chief"),
        ),
        ["note chief 2026-03-15 2026-03-15 0/2 on 2026-03-15"],
    ),
    "a run is as long as it is unfilled, its peak where fewest are there": (
        plan(
            CHIEF,
            rotation("r1", "osc", "2026-03-01", "2026-03-10", military=1, post="chief"),
            rotation("r2", "osc", "2026-03-15", "2026-03-20", military=2, post="chief"),
            rotation("r3", "osc", "2026-03-26", "2026-03-31", military=1, post="chief"),
        ),
        [
            "note chief 2026-03-01 2026-03-14 0/2 on 2026-03-11",
            "note chief 2026-03-21 2026-03-31 0/2 on 2026-03-21",
        ],
    ),
    "the handover is not deducted": (
        plan(
            mission("osc", handover_days=31, handover_counts=False),
            CHIEF,
            rotation("r1", "osc", *MARCH, military=1, post="chief"),
            rotation("r2", "osc", *MARCH, military=1, post="chief", relieves="r1"),
        ),
        [],
    ),
    "an open post with nobody in the plan": (plan(post("chief", "osc", 1)), []),
    "an open post is looked at from the first to the last day of any rotation": (
        plan(
            post("chief", "osc", 1),
            rotation("r1", "untso", "2026-03-01", "2026-03-10", military=1),
            rotation("r2", "untso", "2026-05-01", "2026-05-31", military=1),
        ),
        ["note chief 2026-03-01 2026-05-31 0/1 on 2026-03-01"],
    ),
    "cancelled rotations count there": (
        plan(
            post("chief", "osc", 1),
            *cancelled(rotation("r1", "untso", "2026-03-01", "2026-03-10", military=1)),
        ),
        ["note chief 2026-03-01 2026-03-10 0/1 on 2026-03-01"],
    ),
    "an open post is looked at within the planning days": (
        plan(
            settings(planning=("2026-01-01", "2026-12-31")),
            post("chief", "osc", 1),
            rotation("r1", "untso", "2025-03-01", "2029-03-10", military=1),
        ),
        ["note chief 2026-01-01 2026-12-31 0/1 on 2026-01-01"],
    ),
    "only one planning day is given": (
        plan(
            settings(planning=(None, "2026-12-31")),
            post("chief", "osc", 1),
            rotation("r1", "untso", "2025-03-01", "2029-03-10", military=1),
        ),
        ["note chief 2025-03-01 2026-12-31 0/1 on 2025-03-01"],
    ),
    "only an open day is cut": (
        plan(
            settings(planning=("2026-06-01", "2026-06-30")),
            post("chief", "osc", 1, "2026-01-01", None),
        ),
        ["note chief 2026-01-01 2026-06-30 0/1 on 2026-01-01"],
    ),
    "a post that begins after the planning days": (
        plan(
            settings(planning=("2026-01-01", "2026-06-30")),
            post("chief", "osc", 1, "2026-07-01", None),
        ),
        [],
    ),
    "a post with days is looked at on all of them": (
        plan(settings(planning=("2026-03-10", "2026-03-20")), CHIEF),
        ["note chief 2026-03-01 2026-03-31 0/2 on 2026-03-01"],
    ),
}


@each(CASES)
def test_a_post_is(plan: Plan, lines: list[str]) -> None:
    assert said("COV001", plan) == lines


def test_a_finding_names_the_post_and_who_fills_it() -> None:
    about = plan(
        post("chief", "osc", 3, *MARCH),
        rotation("r1", "osc", *MARCH, military=1, civilian=4, post="chief"),
        rotation("r2", "osc", *MARCH, civilian=2, post="chief"),
    )
    found = only_finding("COV001", about)

    assert found.subjects == refs("post chief")
    assert (found.measured, found.limit, found.excess) == (1, 3, 2)
    assert found.peak_day == day("2026-03-01")
    assert found.contributors == (Contributor(refs("rotation r1")[0], 1),)
