"""How a limit is filled over time."""

from __future__ import annotations

from datetime import date

import pytest

from domain.engine.profile import Profile
from domain.model import Limit, Plan
from domain.rules.checker import Checker
from tests.domain.plan_builder import cancelled, frame, limit, mission, plan, rotation

MARCH = ("2026-03-01", "2026-03-31")


def profile(about: Plan, name: str = "cap") -> Profile:
    return Checker(about).profile(name)


def steps(found: Profile) -> list[str]:
    """First day, last day and value of each step."""
    return [
        f"{date.fromordinal(step.start)} {date.fromordinal(step.end - 1)} {step.value}"
        for step in found.steps
    ]


def test_a_limit_on_which_nobody_draws_is_empty() -> None:
    found = profile(plan(frame("osc", limit("cap", 7))))

    assert found.steps == ()
    assert (found.peak, found.peak_day, found.days_above) == (0, None, 0)


def test_the_strength_goes_up_and_down_in_steps() -> None:
    found = profile(
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-03-01", "2026-03-31", military=5),
            rotation("r2", "osc", "2026-03-11", "2026-03-20", civilian=3),
            rotation("r3", "osc", "2026-05-01", "2026-05-31", police=8),
            *cancelled(rotation("r4", "osc", *MARCH, military=9)),
        )
    )

    assert steps(found) == [
        "2026-03-01 2026-03-10 5",
        "2026-03-11 2026-03-20 8",
        "2026-03-21 2026-03-31 5",
        "2026-05-01 2026-05-31 8",
    ]
    assert (found.peak, found.peak_day, found.days_above) == (8, date(2026, 3, 11), 10 + 31)


def test_one_after_the_other_of_the_same_size_is_one_level() -> None:
    found = profile(
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-03-01", "2026-03-15", military=5),
            rotation("r2", "osc", "2026-03-16", "2026-03-31", military=5),
        )
    )

    assert (found.peak, found.peak_day, found.days_above) == (5, date(2026, 3, 1), 0)
    assert sum(step.end - step.start for step in found.steps) == 31


def test_it_ends_where_the_frame_does() -> None:
    found = profile(
        plan(
            frame("osc", limit("cap", 7), days=("2026-03-10", "2026-03-20")),
            rotation("r1", "osc", *MARCH, military=9),
        )
    )

    assert steps(found) == ["2026-03-10 2026-03-20 9"]
    assert found.in_force == (date(2026, 3, 10).toordinal(), date(2026, 3, 21).toordinal())


def test_a_frame_that_is_never_in_force_is_never_filled() -> None:
    found = profile(
        plan(
            frame("osc", limit("cap", 7), id_="f1"),
            frame("osc", id_="f2", supersedes=("f1",), correction=True),
            rotation("r1", "osc", *MARCH, military=9),
        )
    )

    assert (found.steps, found.in_force) == ((), None)


def test_a_handover_is_taken_off() -> None:
    found = profile(
        plan(
            mission("osc", handover_days=5, handover_counts=False),
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", *MARCH, military=5),
            rotation("r2", "osc", "2026-03-27", "2026-04-30", military=3, relieves="r1"),
        )
    )

    assert (found.peak, found.peak_day) == (5, date(2026, 3, 1))
    assert found.steps[-1].value == 3


@pytest.mark.parametrize(
    ("about", "years"),
    [
        (limit("cap", 7, measure="teams_per_year"), ["2026 3", "2027 1"]),
        (limit("cap", 7, measure="persons_per_year"), ["2026 22", "2027 11"]),
        # in hundredths: 31 days of 22 in 365 are 1.868, 28 days of 11 are 0.844
        (limit("cap", 7, measure="average_per_year"), ["2026 187", "2027 84"]),
    ],
)
def test_a_yearly_limit_has_a_step_a_year(about: Limit, years: list[str]) -> None:
    found = profile(
        plan(
            frame("vpd", about),
            rotation("r1", "vpd", "2026-03-01", "2026-03-31", military=11, teams=1),
            rotation("r2", "vpd", "2026-03-01", "2026-03-31", military=11, teams=2),
            rotation("r3", "vpd", "2027-02-01", "2027-02-28", military=11, teams=1),
        )
    )
    yearly = [f"{date.fromordinal(step.start).year} {step.value}" for step in found.steps]

    assert yearly == years


def test_a_team_size_is_not_filled() -> None:
    found = profile(
        plan(
            frame("vpd", limit("cap", 11, measure="team_size")),
            rotation("r1", "vpd", *MARCH, military=11, teams=1),
        )
    )

    assert found.steps == ()


def test_an_unknown_number_is_filled_and_never_exceeded() -> None:
    found = profile(
        plan(frame("osc", limit("cap", binding="unknown")), rotation("r1", "osc", *MARCH, police=9))
    )

    assert (found.peak, found.days_above) == (9, 0)


def test_a_limit_that_is_not_there_has_no_profile() -> None:
    with pytest.raises(KeyError):
        profile(Plan(), "cap")
