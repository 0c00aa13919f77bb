"""ROT001: a rotation shorter than a minimum that holds for it."""

from __future__ import annotations

import pytest

from domain.model import Length, Plan, Rotation
from tests.domain.plan_builder import cancelled, length_rule, mission, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

THREE = length_rule("military", at_least=3)
TWELVE = length_rule("civilian", at_least=12)


def soldiers(first: str, last: str, justification: str = "") -> Rotation:
    return rotation("r1", "osc", first, last, military=4, justification=justification)


CASES: Cases = {
    "three months to the day": (plan(THREE, soldiers("2025-05-01", "2025-07-31")), []),
    "a day less than three months": (
        plan(THREE, soldiers("2025-05-01", "2025-07-30")),
        ["error r1 2025-05-01 2025-07-30 91/92"],
    ),
    "three months from the last of January end on 29 April": (
        plan(THREE, soldiers("2025-01-31", "2025-04-29")),
        [],
    ),
    "a day less than that": (
        plan(THREE, soldiers("2025-01-31", "2025-04-28")),
        ["error r1 2025-01-31 2025-04-28 88/89"],
    ),
    "a year from a leap day ends on 27 February": (
        plan(TWELVE, rotation("r1", "osc", "2024-02-29", "2025-02-27", civilian=1)),
        [],
    ),
    "a day less than that year": (
        plan(TWELVE, rotation("r1", "osc", "2024-02-29", "2025-02-26", civilian=1)),
        ["warning r1 2024-02-29 2025-02-26 364/365"],
    ),
    "no rule": (plan(soldiers("2025-05-01", "2025-05-01")), []),
    "a rule without a minimum": (
        plan(length_rule("military", at_most=12), soldiers("2025-05-01", "2025-05-01")),
        [],
    ),
    "a rule for another category": (plan(TWELVE, soldiers("2025-05-01", "2025-05-01")), []),
    "a category without people": (
        plan(THREE, TWELVE, rotation("r1", "osc", "2025-05-01", "2025-12-31", military=1)),
        [],
    ),
    "a rotation without people": (
        plan(THREE, rotation("r1", "osc", "2025-05-01", "2025-05-01", teams=1)),
        [],
    ),
    "a rule that holds on its first day only": (
        plan(
            length_rule("military", at_least=4, last="2020-12-31"),
            length_rule("military", at_least=3, first="2021-01-01"),
            soldiers("2020-12-31", "2021-04-28"),
        ),
        ["error r1 2020-12-31 2021-04-28 119/120"],
    ),
    "a rule that begins on its first day": (
        plan(
            length_rule("military", at_least=4, last="2020-12-31"),
            length_rule("military", at_least=3, first="2021-01-01"),
            soldiers("2021-01-01", "2021-03-31"),
        ),
        [],
    ),
    "of two rules that hold the strictest counts": (
        plan(
            length_rule("military", at_least=3),
            length_rule("military", at_least=6),
            soldiers("2025-01-01", "2025-03-01"),
        ),
        ["error r1 2025-01-01 2025-03-01 60/181"],
    ),
    "of two rules only one may be broken": (
        plan(
            length_rule("military", at_least=3),
            length_rule("military", at_least=6),
            soldiers("2025-01-01", "2025-03-31"),
        ),
        ["error r1 2025-01-01 2025-03-31 90/181"],
    ),
    "only civilians too short": (
        plan(
            THREE, TWELVE, rotation("r1", "osc", "2025-01-01", "2025-12-30", military=1, civilian=1)
        ),
        ["warning r1 2025-01-01 2025-12-30 364/365"],
    ),
    "soldiers and civilians too short": (
        plan(
            THREE, TWELVE, rotation("r1", "osc", "2025-01-01", "2025-03-30", military=1, civilian=1)
        ),
        ["error r1 2025-01-01 2025-03-30 89/365"],
    ),
    "police have no rule": (
        plan(THREE, TWELVE, rotation("r1", "osc", "2025-01-01", "2025-01-01", police=1)),
        [],
    ),
    "the mission's own minimum takes the place of the rule's": (
        plan(
            mission("osc", min_length=Length(days=1)), THREE, soldiers("2025-05-01", "2025-05-01")
        ),
        [],
    ),
    "the mission's own minimum may be longer": (
        plan(
            mission("osc", min_length=Length(months=6)), THREE, soldiers("2025-01-01", "2025-06-29")
        ),
        ["error r1 2025-01-01 2025-06-29 180/181"],
    ),
    "seventy days end on the seventieth": (
        plan(mission("osc", min_length=Length(days=70)), soldiers("2025-01-01", "2025-03-11")),
        [],
    ),
    "sixty-nine days are too few": (
        plan(mission("osc", min_length=Length(days=70)), soldiers("2025-01-01", "2025-03-10")),
        ["error r1 2025-01-01 2025-03-10 69/70"],
    ),
    "the mission's own minimum holds for police too": (
        plan(
            mission("osc", min_length=Length(days=70)),
            rotation("r1", "osc", "2025-01-01", "2025-03-10", police=1),
        ),
        ["error r1 2025-01-01 2025-03-10 69/70"],
    ),
    "the mission's own minimum, broken for civilians only": (
        plan(
            mission("osc", min_length=Length(days=70)),
            rotation("r1", "osc", "2025-01-01", "2025-03-10", civilian=1),
        ),
        ["warning r1 2025-01-01 2025-03-10 69/70"],
    ),
    "the mission's own minimum, broken for civilians and police": (
        plan(
            mission("osc", min_length=Length(days=70)),
            rotation("r1", "osc", "2025-01-01", "2025-03-10", civilian=1, police=1),
        ),
        ["error r1 2025-01-01 2025-03-10 69/70"],
    ),
    "the mission's own minimum says nothing to a rotation without people": (
        plan(
            mission("osc", min_length=Length(days=70)),
            rotation("r1", "osc", "2025-01-01", "2025-01-01", teams=1),
        ),
        [],
    ),
    "the mission's own maximum leaves the minimum of the rule": (
        plan(
            mission("osc", max_length=Length(days=300)), THREE, soldiers("2025-05-01", "2025-05-02")
        ),
        ["error r1 2025-05-01 2025-05-02 2/92"],
    ),
    "a justification makes it a note": (
        plan(THREE, soldiers("2025-05-01", "2025-07-30", "the ship was late")),
        ["note r1 2025-05-01 2025-07-30 91/92"],
    ),
    "a justification of blanks does not": (
        plan(THREE, soldiers("2025-05-01", "2025-07-30", " \t\n ")),
        ["error r1 2025-05-01 2025-07-30 91/92"],
    ),
    "a justification makes a warning a note too": (
        plan(
            TWELVE,
            rotation("r1", "osc", "2025-01-01", "2025-01-31", civilian=1, justification="short"),
        ),
        ["note r1 2025-01-01 2025-01-31 31/365"],
    ),
    "a cancelled rotation": (plan(THREE, *cancelled(soldiers("2025-05-01", "2025-05-02"))), []),
}


@each(CASES)
def test_a_minimum_is(plan: Plan, lines: list[str]) -> None:
    assert said("ROT001", plan) == lines


@pytest.mark.parametrize(
    ("first", "months", "last_too_short", "last_long_enough"),
    [
        ("2025-01-30", 1, "2025-02-26", "2025-02-27"),
        ("2025-01-31", 1, "2025-02-26", "2025-02-27"),
        ("2024-01-31", 1, "2024-02-27", "2024-02-28"),
        ("2025-08-31", 6, "2026-02-26", "2026-02-27"),
        ("2025-03-31", 3, "2025-06-28", "2025-06-29"),
        ("2024-02-29", 48, "2028-02-27", "2028-02-28"),
        ("2025-12-01", 3, "2026-02-27", "2026-02-28"),
        ("2027-12-01", 3, "2028-02-28", "2028-02-29"),
    ],
)
def test_months_are_clamped_to_the_end_of_the_month_and_end_a_day_earlier(
    first: str, months: int, last_too_short: str, last_long_enough: str
) -> None:
    rule = length_rule("military", at_least=months)

    assert said("ROT001", plan(rule, soldiers(first, last_long_enough))) == []
    assert said("ROT001", plan(rule, soldiers(first, last_too_short))) != []


def test_a_finding_is_about_the_whole_rotation() -> None:
    found = only_finding("ROT001", plan(THREE, soldiers("2025-05-01", "2025-07-30")))

    assert found.subjects == refs("rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (91, 92, 1, None)
    assert found.contributors == ()
