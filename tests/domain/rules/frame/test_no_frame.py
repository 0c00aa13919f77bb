"""FRA006: a category with people that no frame covers on any day."""

from __future__ import annotations

from dataclasses import replace

from domain.model import Plan, UntilDecided
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SOLDIER = rotation("r1", "osc", *MARCH, military=1)
WHOLE = "error r1 2026-03-01 2026-03-31"
NEVER = replace(frame("osc"), condition="if asked", until_decided=UntilDecided.NOT_IN_FORCE)

CASES: Cases = {
    "no frame in the plan": (plan(SOLDIER), [WHOLE]),
    "a frame for another mission": (plan(frame("untso"), SOLDIER), [WHOLE]),
    "a frame for its mission": (plan(frame("osc"), SOLDIER), []),
    "a frame on another day": (plan(frame("osc", days=("2030-01-01", None)), SOLDIER), []),
    "a frame for another category": (
        plan(frame("osc", limit("cap", 9, "civilian police")), SOLDIER),
        [WHOLE],
    ),
    "a frame for one of its categories": (
        plan(
            frame("osc", limit("cap", 9, "military")),
            rotation("r1", "osc", *MARCH, military=1, police=1),
        ),
        [WHOLE],
    ),
    "two categories that no frame covers are one finding": (
        plan(rotation("r1", "osc", *MARCH, military=1, civilian=1, police=1)),
        [WHOLE],
    ),
    "a rotation without people": (plan(rotation("r1", "osc", *MARCH, teams=2)), []),
    "a cancelled rotation": (plan(*cancelled(SOLDIER)), []),
    "a frame that is corrected has never been": (
        plan(
            frame("osc", id_="f1"),
            frame("untso", id_="f2", supersedes=("f1",), correction=True),
            SOLDIER,
        ),
        [WHOLE],
    ),
    "a frame that is superseded before it begins is in force on no day": (
        plan(
            frame("osc", id_="f1", days=("2026-06-01", None)),
            frame("untso", id_="f2", days=("2026-01-01", None), supersedes=("f1",)),
            SOLDIER,
        ),
        [WHOLE],
    ),
    "a frame whose condition keeps it out of force": (plan(NEVER, SOLDIER), [WHOLE]),
    "a frame whose condition is not met": (
        plan(replace(NEVER, condition_met=False), SOLDIER),
        [WHOLE],
    ),
    "a frame whose condition is met": (plan(replace(NEVER, condition_met=True), SOLDIER), []),
}


@each(CASES)
def test_without_a_frame_is(plan: Plan, lines: list[str]) -> None:
    assert said("FRA006", plan) == lines


def test_a_finding_is_about_the_rotation_and_has_no_numbers() -> None:
    found = only_finding("FRA006", plan(SOLDIER))

    assert found.subjects == refs("rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
