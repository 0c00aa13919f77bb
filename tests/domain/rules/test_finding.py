"""Findings as values: their order, their excess, what makes two of them the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from domain.model import Plan
from domain.rules.checker import check
from domain.rules.finding import Finding, Severity
from tests.domain.plan_builder import (
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    post,
    refs,
    rotation,
)

SOME = Finding(
    code="FRA001",
    severity=Severity.ERROR,
    subjects=refs("limit cap"),
    first_day=date(2026, 3, 1),
    last_day=date(2026, 3, 31),
    measured=8,
    limit=7,
)


def order(about: Plan) -> list[tuple[str, str, str, str, str]]:
    return [
        (
            str(one.severity),
            one.code,
            one.first_day.isoformat(),
            " ".join(ref.id for ref in one.subjects),
            one.last_day.isoformat(),
        )
        for one in check(about)
    ]


def test_errors_come_before_warnings_before_notes_and_then_codes() -> None:
    about = plan(
        post("chief", "osc", 1, "2026-01-01", "2026-01-31"),
        mandate("osc", None, "2026-01-31"),
        length_rule("military", at_least=3),
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", "2026-02-01", "2026-02-28", military=8),
    )

    assert [found[:2] for found in order(about)] == [
        ("error", "FRA001"),
        ("error", "ROT001"),
        ("warning", "MAN001"),
        ("note", "COV001"),
    ]


def test_within_a_code_come_the_first_day_the_things_and_the_last_day() -> None:
    about = plan(
        frame("osc", days=("2030-01-01", None)),
        rotation("r2", "osc", "2026-03-01", "2026-03-31", military=1),
        rotation("r10", "osc", "2026-03-01", "2026-03-30", military=1),
        rotation("a", "osc", "2026-03-02", "2026-03-30", military=1),
        rotation("B", "osc", "2026-03-02", "2026-03-30", military=1),
        rotation("é", "osc", "2026-03-02", "2026-03-30", military=1),
        rotation("z", "osc", "2026-03-02", "2026-03-30", military=1),
    )

    # ids as plain text: digits, capitals, small letters, then what no keyboard of old had
    assert [found[3] for found in order(about)] == ["r10", "r2", "B", "a", "z", "é"]


def test_severity_comes_before_the_day() -> None:
    about = plan(
        length_rule("civilian", at_least=12),
        length_rule("military", at_least=12),
        mission("osc"),
        frame("osc"),
        rotation("early", "osc", "2026-01-01", "2026-01-31", civilian=1),
        rotation("late", "osc", "2026-02-01", "2026-02-28", military=1),
    )

    assert [found[:4] for found in order(about)] == [
        ("error", "ROT001", "2026-02-01", "late"),
        ("warning", "ROT001", "2026-01-01", "early"),
    ]


def test_excess_is_a_distance_and_never_negative() -> None:
    assert SOME.excess == 1
    assert replace(SOME, measured=5).excess == 2
    assert replace(SOME, measured=Decimal("7.25")).excess == Decimal("0.25")
    assert replace(SOME, limit=None).excess is None
    assert replace(SOME, measured=None).excess is None


def test_a_finding_is_the_same_when_its_rule_its_things_and_its_first_day_are() -> None:
    assert replace(SOME, measured=9, last_day=date(2026, 4, 1)).key == SOME.key
    assert replace(SOME, first_day=date(2026, 3, 2)).key != SOME.key
    assert replace(SOME, code="FRA002").key != SOME.key
    assert replace(SOME, subjects=refs("limit other")).key != SOME.key


def test_equal_findings_are_one_in_a_set() -> None:
    other = replace(SOME, parameters=dict(SOME.parameters))

    assert len({SOME, other}) == 1


def test_findings_that_are_equal_have_one_hash() -> None:
    same = replace(SOME, subjects=refs("limit cap"))

    assert same == SOME
    assert hash(same) == hash(SOME)
    assert replace(SOME, measured=9) != SOME
