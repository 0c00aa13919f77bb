"""Who makes a peak, looked up for all limits at once: the same as one by one."""

from __future__ import annotations

from datetime import date

from domain.model import Plan
from domain.rules.checker import Checker
from tests.domain.plan_builder import frame, limit, mission, plan, rotation


def contributors(about: Plan, limit_id: str, *, quick: bool) -> dict[str, int | None]:
    (found,) = (
        one
        for one in Checker(about, quick=quick).findings
        if one.code in {"FRA001", "FRA002"} and one.subjects[0].id == limit_id
    )
    assert found.peak_day == date(2026, 6, 20)
    return {part.ref.id: part.amount for part in found.contributors}


def handover(*, counts: bool) -> Plan:
    """The first is relieved by two; for some of those days ten others are there as well."""
    return plan(
        mission("osc", handover_days=10, handover_counts=counts),
        frame("osc mali", limit("cap", 7), limit("teams", 3, measure="teams")),
        rotation("first", "osc", "2026-01-01", "2026-06-30", military=8, teams=2),
        rotation("one", "osc", "2026-06-20", "2026-12-31", military=3, teams=1, relieves="first"),
        rotation("two", "osc", "2026-06-15", "2026-12-31", military=1, relieves="first"),
        rotation("ten", "mali", "2026-06-20", "2026-06-24", military=10, teams=1),
        rotation("gone", "osc", "2026-03-01", "2026-06-09", military=2, teams=1),
    )


def test_those_who_are_relieved_count_for_less_where_the_mission_says_so() -> None:
    about = handover(counts=False)
    expected = {"first": 4, "one": 3, "two": 1, "ten": 10}

    assert contributors(about, "cap", quick=True) == expected
    assert contributors(about, "cap", quick=False) == expected


def test_those_who_are_relieved_count_in_full_elsewhere() -> None:
    about = handover(counts=True)
    expected = {"first": 8, "one": 3, "two": 1, "ten": 10}

    assert contributors(about, "cap", quick=True) == expected
    assert contributors(about, "cap", quick=False) == expected


def test_teams_count_in_full_though_they_are_relieved() -> None:
    about = handover(counts=False)
    expected = {"first": 2, "one": 1, "ten": 1}

    assert contributors(about, "teams", quick=True) == expected
    assert contributors(about, "teams", quick=False) == expected
