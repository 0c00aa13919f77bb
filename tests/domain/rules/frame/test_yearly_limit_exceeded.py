"""FRA003: more in a calendar year than a limit allows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.model import Limit, Plan
from domain.rules.finding import Contributor, Number
from tests.domain.plan_builder import cancelled, day, frame, limit, mission, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

IN_2026 = "error cap 2026-01-01 2026-12-31"


def per_year(number: int, categories: str = "military", **more: str) -> Limit:
    return limit("cap", number, categories, measure="persons_per_year", **more)


def teams_per_year(number: int) -> Limit:
    return limit("cap", number, "military", measure="teams_per_year")


def average(number: int, categories: str = "military", **more: str) -> Limit:
    return limit("cap", number, categories, measure="average_per_year", **more)


CASES: Cases = {
    "persons begun up to the limit fit": (
        plan(
            frame("utsa", per_year(10)),
            rotation("r1", "utsa", "2026-01-01", "2026-03-31", military=6),
            rotation("r2", "utsa", "2026-12-31", "2027-03-31", military=4),
        ),
        [],
    ),
    "one person more does not": (
        plan(
            frame("utsa", per_year(10)),
            rotation("r1", "utsa", "2026-01-01", "2026-03-31", military=6),
            rotation("r2", "utsa", "2026-12-31", "2027-03-31", military=5),
        ),
        [f"{IN_2026} 11/10 by r1 6, r2 5"],
    ),
    "a year counts who begins in it, not who is still there": (
        plan(
            frame("utsa", per_year(10)),
            rotation("r1", "utsa", "2025-12-31", "2026-12-31", military=10),
            rotation("r2", "utsa", "2026-01-01", "2026-12-31", military=10),
            rotation("r3", "utsa", "2027-01-01", "2027-12-31", military=10),
        ),
        [],
    ),
    "each year above is a finding": (
        plan(
            frame("utsa", per_year(3)),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=4),
            rotation("r2", "utsa", "2027-02-01", "2027-03-31", military=3),
            rotation("r3", "utsa", "2028-02-01", "2028-03-31", military=5),
        ),
        [
            f"{IN_2026} 4/3 by r1 4",
            "error cap 2028-01-01 2028-12-31 5/3 by r3 5",
        ],
    ),
    "who begins before the frame is in force does not count": (
        plan(
            frame("utsa", per_year(3), days=("2026-02-01", None)),
            rotation("r1", "utsa", "2026-01-31", "2026-03-31", military=4),
        ),
        [],
    ),
    "who begins on the first or the last day in force does": (
        plan(
            frame("utsa", per_year(3), days=("2026-02-01", "2026-06-30")),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=2),
            rotation("r2", "utsa", "2026-06-30", "2026-07-31", military=2),
            rotation("r3", "utsa", "2026-07-01", "2026-07-31", military=9),
        ),
        [f"{IN_2026} 4/3 by r1 2, r2 2"],
    ),
    "who begins after the frame is superseded does not": (
        plan(
            frame("utsa", per_year(3), id_="f1"),
            frame("utsa", id_="f2", days=("2026-03-01", None), supersedes=("f1",)),
            rotation("r1", "utsa", "2026-02-28", "2026-06-30", military=3),
            rotation("r2", "utsa", "2026-03-01", "2026-06-30", military=3),
        ),
        [],
    ),
    "persons count in the categories of the limit": (
        plan(
            frame("utsa", per_year(3, "military civilian")),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=2, civilian=2, police=9),
        ),
        [f"{IN_2026} 4/3 by r1 4"],
    ),
    "cancelled rotations do not count": (
        plan(
            frame("utsa", per_year(3)),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=3),
            *cancelled(rotation("r2", "utsa", "2026-02-01", "2026-03-31", military=3)),
        ),
        [],
    ),
    "persons begun are counted in full at a handover": (
        plan(
            mission("utsa", handover_days=30, handover_counts=False),
            frame("utsa", per_year(7)),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=4),
            rotation("r2", "utsa", "2026-03-15", "2026-06-30", military=4, relieves="r1"),
        ),
        [f"{IN_2026} 8/7 by r1 4, r2 4"],
    ),
    "persons who begin at all missions of the frame count together": (
        plan(
            frame("utsa vpd", per_year(3)),
            rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=2),
            rotation("r2", "vpd", "2026-05-01", "2026-05-31", military=2),
        ),
        [f"{IN_2026} 4/3 by r1 2, r2 2"],
    ),
    "teams begun up to the limit fit": (
        plan(
            frame("vpd", teams_per_year(5)),
            rotation("r1", "vpd", "2026-02-01", "2026-02-10", teams=3),
            rotation("r2", "vpd", "2026-03-01", "2026-03-10", teams=2),
            rotation("r3", "vpd", "2026-03-01", "2026-03-10", military=9),
        ),
        [],
    ),
    "one team more does not fit, whatever its categories": (
        plan(
            frame("vpd", teams_per_year(5)),
            rotation("r1", "vpd", "2026-02-01", "2026-02-10", teams=3, civilian=5),
            rotation("r2", "vpd", "2026-03-01", "2026-03-10", teams=3),
        ),
        [f"{IN_2026} 6/5 by r1 3, r2 3"],
    ),
    "a mean up to the limit fits": (
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
        ),
        [],
    ),
    "half a year of twice as many has the same mean": (
        # 365 days are not two halves: 182 + 183 days
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2026-01-01", "2026-07-01", military=20),
        ),
        [],
    ),
    "a mean is compared exactly though it is printed with two decimals": (
        # 3651 days in 365 are 10.0027…
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
            rotation("r2", "nato", "2026-06-01", "2026-06-01", military=1),
        ),
        [f"{IN_2026} 10.00/10 by r1 3650, r2 1"],
    ),
    "a mean is printed to the nearest hundredth": (
        # 3652 days in 365 are 10.00548
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
            rotation("r2", "nato", "2026-06-01", "2026-06-02", military=1),
        ),
        [f"{IN_2026} 10.01/10 by r1 3650, r2 2"],
    ),
    "a leap year has a day more to divide by": (
        # 10 × 366 + 1 person-days in 366 days
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2028-01-01", "2028-12-31", military=10),
            rotation("r2", "nato", "2028-02-29", "2028-02-29", military=1),
        ),
        ["error cap 2028-01-01 2028-12-31 10.00/10 by r1 3660, r2 1"],
    ),
    "as many person-days as 365 days hold fit in a leap year": (
        plan(
            frame("nato", average(10)),
            rotation("r1", "nato", "2028-01-01", "2028-12-30", military=10),
            rotation("r2", "nato", "2028-02-29", "2028-02-29", military=10),
        ),
        [],
    ),
    "a mean counts every year that a rotation is in": (
        plan(
            frame("nato", average(1)),
            rotation("r1", "nato", "2025-07-01", "2028-06-30", military=4),
        ),
        [
            "error cap 2025-01-01 2025-12-31 2.02/1 by r1 736",
            f"{IN_2026} 4.00/1 by r1 1460",
            "error cap 2027-01-01 2027-12-31 4.00/1 by r1 1460",
            "error cap 2028-01-01 2028-12-31 1.99/1 by r1 728",
        ],
    ),
    "days out of force are no part of the sum but of the division": (
        # 10 × 184 days from July in 365 days is 5.041
        plan(
            frame("nato", average(5), days=("2026-07-01", None)),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
        ),
        [f"{IN_2026} 5.04/5 by r1 1840"],
    ),
    "a mean counts the categories of its limit": (
        plan(
            frame("nato", average(3, "military civilian")),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=1, civilian=2, police=9),
        ),
        [],
    ),
    "a mean deducts the handover where it does not count": (
        # 4 × 365, and on the ten days of the handover no more than that
        plan(
            mission("nato", handover_days=10, handover_counts=False),
            frame("nato", average(4)),
            rotation("r1", "nato", "2026-01-01", "2026-06-30", military=4),
            rotation("r2", "nato", "2026-06-21", "2026-12-31", military=4, relieves="r1"),
        ),
        [],
    ),
    "a mean counts the handover in full where it does": (
        plan(
            mission("nato", handover_days=10, handover_counts=True),
            frame("nato", average(4)),
            rotation("r1", "nato", "2026-01-01", "2026-06-30", military=4),
            rotation("r2", "nato", "2026-06-21", "2026-12-31", military=4, relieves="r1"),
        ),
        [f"{IN_2026} 4.11/4 by r1 724, r2 776"],
    ),
    "without a number a year is not compared": (
        plan(
            frame(
                "nato",
                limit("a", measure="average_per_year"),
                limit("b", measure="persons_per_year", binding="unknown"),
                limit("c", 3, measure=None),
            ),
            rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10, teams=4),
        ),
        [],
    ),
    "a limit of nought is broken by the first who begins": (
        plan(
            frame("utsa", per_year(0)),
            rotation("r1", "utsa", "2026-12-31", "2027-12-31", military=1),
        ),
        [f"{IN_2026} 1/0 by r1 1"],
    ),
}


@each(CASES)
def test_a_yearly_limit_is(plan: Plan, lines: list[str]) -> None:
    assert said("FRA003", plan) == lines


@pytest.mark.parametrize(
    ("persons", "severity"), [(30, None), (31, "warning"), (33, "warning"), (34, "error")]
)
def test_about_a_yearly_number_there_is_a_margin(persons: int, severity: str | None) -> None:
    about = plan(
        frame("utsa", per_year(30, binding="circa")),
        rotation("r1", "utsa", "2026-02-01", "2026-03-31", military=persons),
    )

    assert [line.split()[0] for line in said("FRA003", about)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("extra_days", "line"),
    [
        (0, "warning cap 2026-01-01 2026-12-31 11.00/10 by r1 4015"),
        (1, "error cap 2026-01-01 2026-12-31 11.00/10 by r1 4015, r2 1"),
    ],
)
def test_the_margin_of_a_mean_is_compared_exactly_too(extra_days: int, line: str) -> None:
    about = plan(
        frame("nato", average(10, binding="modular")),
        rotation("r1", "nato", "2026-01-01", "2026-12-31", military=11),
        rotation("r2", "nato", "2026-06-01", "2026-06-01", military=extra_days),
    )

    assert said("FRA003", about) == [line]


@pytest.mark.parametrize(
    ("cap", "measured", "excess"),
    [(per_year(3), 4, 1), (average(3), Decimal("4.00"), Decimal("1.00"))],
)
def test_a_finding_is_about_the_whole_year_and_has_no_peak(
    cap: Limit, measured: Number, excess: Number
) -> None:
    about = plan(frame("utsa", cap), rotation("r1", "utsa", "2026-01-01", "2026-12-31", military=4))
    found = only_finding("FRA003", about)

    assert found.subjects == refs("limit cap")
    assert (found.first_day, found.last_day) == (day("2026-01-01"), day("2026-12-31"))
    assert (found.measured, found.limit, found.excess) == (measured, 3, excess)
    assert found.peak_day is None
    amount = 4 if isinstance(measured, int) else 1460
    assert found.contributors == (Contributor(refs("rotation r1")[0], amount),)
