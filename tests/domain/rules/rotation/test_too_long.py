"""ROT002: a rotation longer than a maximum that holds for it."""

from __future__ import annotations

import pytest

from domain.model import Length, Plan, Rotation
from tests.domain.plan_builder import cancelled, length_rule, mission, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

TWELVE = length_rule("military", at_most=12)


def soldiers(first: str, last: str, justification: str = "") -> Rotation:
    return rotation("r1", "osc", first, last, military=4, justification=justification)


CASES: Cases = {
    "twelve months to the day": (plan(TWELVE, soldiers("2025-05-01", "2026-04-30")), []),
    "a day more than twelve months": (
        plan(TWELVE, soldiers("2025-05-01", "2026-05-01")),
        ["error r1 2025-05-01 2026-05-01 366/365"],
    ),
    "a year with a leap day": (
        plan(TWELVE, soldiers("2027-05-01", "2028-05-01")),
        ["error r1 2027-05-01 2028-05-01 367/366"],
    ),
    "twelve months from a leap day end on 27 February": (
        plan(TWELVE, soldiers("2024-02-29", "2025-02-28")),
        ["error r1 2024-02-29 2025-02-28 366/365"],
    ),
    "no rule": (plan(soldiers("2025-05-01", "2030-05-01")), []),
    "a rule without a maximum": (
        plan(length_rule("military", at_least=3), soldiers("2025-05-01", "2030-05-01")),
        [],
    ),
    "a rule for another category": (
        plan(length_rule("civilian", at_most=3), soldiers("2025-05-01", "2026-05-01")),
        [],
    ),
    "a rotation without people": (
        plan(TWELVE, rotation("r1", "osc", "2025-05-01", "2030-05-01", teams=1)),
        [],
    ),
    "the rule of its first day": (
        plan(
            length_rule("military", at_most=6, last="2020-12-31"),
            length_rule("military", at_most=12, first="2021-01-01"),
            soldiers("2020-12-31", "2021-06-30"),
        ),
        ["error r1 2020-12-31 2021-06-30 182/181"],
    ),
    "the rule of the day after": (
        plan(
            length_rule("military", at_most=6, last="2020-12-31"),
            length_rule("military", at_most=12, first="2021-01-01"),
            soldiers("2021-01-01", "2021-12-31"),
        ),
        [],
    ),
    "of two rules that hold the strictest counts": (
        plan(
            length_rule("military", at_most=12),
            length_rule("military", at_most=6),
            soldiers("2025-01-01", "2026-01-01"),
        ),
        ["error r1 2025-01-01 2026-01-01 366/181"],
    ),
    "civilians too long are an error too": (
        plan(
            length_rule("civilian", at_most=12),
            rotation("r1", "osc", "2025-01-01", "2026-01-01", civilian=1),
        ),
        ["error r1 2025-01-01 2026-01-01 366/365"],
    ),
    "the mission's own maximum takes the place of the rule's": (
        plan(
            mission("osc", max_length=Length(days=70)), TWELVE, soldiers("2025-01-01", "2025-03-12")
        ),
        ["error r1 2025-01-01 2025-03-12 71/70"],
    ),
    "the mission's own maximum is kept on its last day": (
        plan(
            mission("osc", max_length=Length(days=70)), TWELVE, soldiers("2025-01-01", "2025-03-11")
        ),
        [],
    ),
    "the mission's own maximum may be longer": (
        plan(
            mission("osc", max_length=Length(months=18)),
            TWELVE,
            soldiers("2025-01-01", "2026-06-30"),
        ),
        [],
    ),
    "the mission's own maximum holds for police too": (
        plan(
            mission("osc", max_length=Length(months=1)),
            rotation("r1", "osc", "2025-01-01", "2025-02-01", police=1),
        ),
        ["error r1 2025-01-01 2025-02-01 32/31"],
    ),
    "the mission's own minimum leaves the maximum of the rule": (
        plan(
            mission("osc", min_length=Length(days=1)), TWELVE, soldiers("2025-01-01", "2026-01-01")
        ),
        ["error r1 2025-01-01 2026-01-01 366/365"],
    ),
    "a justification makes it a note": (
        plan(TWELVE, soldiers("2025-05-01", "2026-05-01", "nobody to relieve them")),
        ["note r1 2025-05-01 2026-05-01 366/365"],
    ),
    "a justification of blanks does not": (
        plan(TWELVE, soldiers("2025-05-01", "2026-05-01", "  ")),
        ["error r1 2025-05-01 2026-05-01 366/365"],
    ),
    "a cancelled rotation": (plan(TWELVE, *cancelled(soldiers("2025-05-01", "2030-05-01"))), []),
}


@each(CASES)
def test_a_maximum_is(plan: Plan, lines: list[str]) -> None:
    assert said("ROT002", plan) == lines


@pytest.mark.parametrize(
    ("last", "rules"),
    [("2025-03-10", ["ROT001"]), ("2025-03-11", []), ("2025-03-12", ["ROT002"])],
)
def test_exactly_seventy_days_are_neither_too_short_nor_too_long(
    last: str, rules: list[str]
) -> None:
    seventy = Length(days=70)
    about = plan(
        mission("gpoi", min_length=seventy, max_length=seventy),
        rotation("r1", "gpoi", "2025-01-01", last, military=5),
    )

    assert [code for code in ("ROT001", "ROT002") if said(code, about)] == rules


def test_a_rotation_may_be_too_short_for_one_and_too_long_for_another() -> None:
    about = plan(
        length_rule("military", at_most=6),
        length_rule("civilian", at_least=12),
        rotation("r1", "osc", "2025-01-01", "2025-09-30", military=1, civilian=1),
    )

    assert said("ROT001", about) == ["warning r1 2025-01-01 2025-09-30 273/365"]
    assert said("ROT002", about) == ["error r1 2025-01-01 2025-09-30 273/181"]


def test_a_finding_is_about_the_whole_rotation() -> None:
    found = only_finding("ROT002", plan(TWELVE, soldiers("2025-05-01", "2026-05-02")))

    assert found.subjects == refs("rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (367, 365, 2, None)
    assert found.contributors == ()
