"""MAN001: days outside every mandate of a mission."""

from __future__ import annotations

from domain.model import Plan
from tests.domain.plan_builder import cancelled, mandate, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SOLDIER = rotation("r1", "osc", *MARCH, military=1)

CASES: Cases = {
    "a mission without mandates": (plan(SOLDIER), []),
    "a rotation within the mandate": (plan(mandate("osc", *MARCH), SOLDIER), []),
    "a mandate that ends a day earlier": (
        plan(mandate("osc", None, "2026-03-30"), SOLDIER),
        ["warning r1 2026-03-31 2026-03-31"],
    ),
    "a mandate that begins a day later": (
        plan(mandate("osc", "2026-03-02", None), SOLDIER),
        ["warning r1 2026-03-01 2026-03-01"],
    ),
    "an open mandate": (plan(mandate("osc", None, None), SOLDIER), []),
    "a mandate in the middle leaves two runs": (
        plan(mandate("osc", "2026-03-10", "2026-03-20"), SOLDIER),
        ["warning r1 2026-03-01 2026-03-09", "warning r1 2026-03-21 2026-03-31"],
    ),
    "two mandates that join": (
        plan(
            mandate("osc", None, "2026-03-15", "m1"),
            mandate("osc", "2026-03-16", None, "m2"),
            SOLDIER,
        ),
        [],
    ),
    "two mandates with a day between them": (
        plan(
            mandate("osc", None, "2026-03-14", "m1"),
            mandate("osc", "2026-03-16", None, "m2"),
            SOLDIER,
        ),
        ["warning r1 2026-03-15 2026-03-15"],
    ),
    "one of two mandates is enough": (
        plan(mandate("osc", None, "2026-03-15", "m1"), mandate("osc", None, None, "m2"), SOLDIER),
        [],
    ),
    "a mandate of another mission": (plan(mandate("untso", None, "2026-01-31"), SOLDIER), []),
    "a rotation without people is there too": (
        plan(mandate("osc", None, "2026-02-28"), rotation("r1", "osc", *MARCH, teams=1)),
        ["warning r1 2026-03-01 2026-03-31"],
    ),
    "a cancelled rotation": (plan(mandate("osc", None, "2026-02-28"), *cancelled(SOLDIER)), []),
}


@each(CASES)
def test_days_outside_a_mandate_are(plan: Plan, lines: list[str]) -> None:
    assert said("MAN001", plan) == lines


def test_a_finding_is_about_the_rotation_and_has_no_numbers() -> None:
    found = only_finding("MAN001", plan(mandate("osc", None, "2026-03-30"), SOLDIER))

    assert found.subjects == refs("rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
