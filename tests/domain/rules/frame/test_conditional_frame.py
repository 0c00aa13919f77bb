"""FRA007: days on which only undecided frames cover a category."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import Plan, UntilDecided
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SOLDIER = rotation("r1", "osc", *MARCH, military=1)
UNDECIDED = frame("osc", condition="if asked")

CASES: Cases = {
    "an undecided frame alone": (plan(UNDECIDED, SOLDIER), ["note r1 2026-03-01 2026-03-31"]),
    "an unconditional frame": (plan(frame("osc"), SOLDIER), []),
    "an unconditional frame beside it on some days": (
        plan(UNDECIDED, frame("osc", id_="firm", days=("2026-03-10", "2026-03-20")), SOLDIER),
        ["note r1 2026-03-01 2026-03-09", "note r1 2026-03-21 2026-03-31"],
    ),
    "an undecided frame on some days": (
        plan(
            frame("osc", condition="if asked", days=("2026-03-10", "2026-03-20")),
            SOLDIER,
        ),
        ["note r1 2026-03-10 2026-03-20"],
    ),
    "two undecided frames": (
        plan(
            frame("osc", id_="f1", condition="if asked", days=(None, "2026-03-14")),
            frame("osc", id_="f2", condition="if paid", days=("2026-03-15", None)),
            SOLDIER,
        ),
        ["note r1 2026-03-01 2026-03-31"],
    ),
    "an undecided frame for another category": (
        plan(
            frame("osc", limit("cap", 9, "police"), condition="if asked"),
            frame("osc", limit("firm", 9, "military"), id_="firm"),
            SOLDIER,
        ),
        [],
    ),
    "one category that rests on it is enough": (
        plan(
            UNDECIDED,
            frame("osc", limit("firm", 9, "military"), id_="firm"),
            rotation("r1", "osc", *MARCH, military=1, civilian=1),
        ),
        ["note r1 2026-03-01 2026-03-31"],
    ),
    "a category without people is not asked": (
        plan(UNDECIDED, frame("osc", limit("firm", 9, "military"), id_="firm"), SOLDIER),
        [],
    ),
    "an undecided frame at another mission": (
        plan(frame("untso", condition="if asked"), SOLDIER),
        [],
    ),
    "an undecided frame gives way to the one that supersedes it": (
        plan(
            UNDECIDED,
            frame("osc", id_="firm", days=("2026-03-15", None), supersedes=("osc",)),
            SOLDIER,
        ),
        ["note r1 2026-03-01 2026-03-14"],
    ),
    "a decided frame gives way to an undecided one": (
        plan(
            frame("osc", id_="firm"),
            frame(
                "osc",
                id_="later",
                condition="if asked",
                days=("2026-03-15", None),
                supersedes=("firm",),
            ),
            SOLDIER,
        ),
        ["note r1 2026-03-15 2026-03-31"],
    ),
    "a cancelled rotation": (plan(UNDECIDED, *cancelled(SOLDIER)), []),
}


@each(CASES)
def test_a_condition_is_noted(plan: Plan, lines: list[str]) -> None:
    assert said("FRA007", plan) == lines


@pytest.mark.parametrize(
    ("met", "until_decided", "noted"),
    [
        (None, UntilDecided.IN_FORCE, True),
        (None, UntilDecided.NOT_IN_FORCE, False),
        (True, UntilDecided.IN_FORCE, False),
        (True, UntilDecided.NOT_IN_FORCE, False),
        (False, UntilDecided.IN_FORCE, False),
        (False, UntilDecided.NOT_IN_FORCE, False),
    ],
)
def test_only_an_undecided_frame_that_is_in_force_is_noted(
    *, met: bool | None, until_decided: UntilDecided, noted: bool
) -> None:
    conditional = replace(UNDECIDED, condition_met=met, until_decided=until_decided)

    assert bool(said("FRA007", plan(conditional, SOLDIER))) is noted


def test_a_finding_is_about_the_rotation_and_has_no_numbers() -> None:
    found = only_finding("FRA007", plan(UNDECIDED, SOLDIER))

    assert found.subjects == refs("rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
