"""FRA002: more teams at once than a limit allows."""

from __future__ import annotations

import pytest

from domain.model import Plan, Rotation
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")


def teams(number: int, id_: str = "r1", at: str = "vpd") -> Rotation:
    return rotation(id_, at, *MARCH, military=number * 11, teams=number)


CASES: Cases = {
    "as many teams as the limit fit": (
        plan(frame("vpd", limit("cap", 11, measure="teams")), teams(11)),
        [],
    ),
    "one team more does not": (
        plan(frame("vpd", limit("cap", 11, measure="teams")), teams(12)),
        ["error cap 2026-03-01 2026-03-31 12/11 on 2026-03-01 by r1 12"],
    ),
    "teams are not persons": (
        plan(frame("vpd", limit("cap", 11, measure="persons")), teams(12)),
        [],
    ),
    "no teams given is none": (
        plan(
            frame("vpd", limit("cap", 0, measure="teams")),
            rotation("r1", "vpd", *MARCH, military=9),
        ),
        [],
    ),
    "teams count whatever their categories": (
        plan(
            frame("vpd", limit("cap", 1, "police", measure="teams")),
            rotation("r1", "vpd", *MARCH, military=11, teams=1),
            rotation("r2", "vpd", *MARCH, teams=1),
        ),
        ["error cap 2026-03-01 2026-03-31 2/1 on 2026-03-01 by r1 1, r2 1"],
    ),
    "teams of all missions of the frame count together": (
        plan(frame("vpd tms", limit("cap", 2, measure="teams")), teams(2), teams(1, "r2", "tms")),
        ["error cap 2026-03-01 2026-03-31 3/2 on 2026-03-01 by r1 2, r2 1"],
    ),
    "cancelled teams do not count": (
        plan(frame("vpd", limit("cap", 2, measure="teams")), teams(2), *cancelled(teams(1, "r2"))),
        [],
    ),
    "only days in force count": (
        plan(
            frame("vpd", limit("cap", 0, measure="teams"), days=("2026-03-31", "2026-04-30")),
            teams(1),
        ),
        ["error cap 2026-03-31 2026-03-31 1/0 on 2026-03-31 by r1 1"],
    ),
    "the peak is the first day of the most teams": (
        plan(
            frame("vpd", limit("cap", 1, measure="teams")),
            teams(2),
            rotation("r2", "vpd", "2026-03-10", "2026-03-19", teams=1),
        ),
        ["error cap 2026-03-01 2026-03-31 3/1 on 2026-03-10 by r1 2, r2 1"],
    ),
    "without a number teams are not compared": (
        plan(
            frame(
                "vpd",
                limit("open", measure="teams"),
                limit("unknown", measure="teams", binding="unknown"),
            ),
            teams(40),
        ),
        [],
    ),
}


@each(CASES)
def test_a_limit_on_teams_is(plan: Plan, lines: list[str]) -> None:
    assert said("FRA002", plan) == lines


@pytest.mark.parametrize(
    ("number", "severity"), [(11, None), (12, "warning"), (13, "warning"), (14, "error")]
)
def test_about_a_number_of_teams_there_is_a_margin(number: int, severity: str | None) -> None:
    about = plan(frame("vpd", limit("cap", 11, measure="teams", binding="circa")), teams(number))

    assert [line.split()[0] for line in said("FRA002", about)] == ([severity] if severity else [])


def test_a_finding_names_its_limit() -> None:
    found = only_finding("FRA002", plan(frame("vpd", limit("cap", 1, measure="teams")), teams(2)))

    assert found.subjects == refs("limit cap")
    assert found.excess == 1
