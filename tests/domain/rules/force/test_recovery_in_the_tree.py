"""FOR003 in the tree of forces: what units inside and around a unit claim of it."""

from __future__ import annotations

from domain.model import Plan, Rotation
from tests.domain.plan_builder import plan, pool, recovery_rule, rotation, unit
from tests.domain.rules.cases import Cases, each, said

TEN_DAYS = recovery_rule("ten", days=10)
TOUR = rotation("r1", "osc", "2026-01-01", "2026-01-31", military=9, force="ship")


def later(first: str, *, force: str = "ship") -> Rotation:
    return rotation("r2", "opg", first, "2026-12-31", military=9, force=force)


FREE_OF_10 = "error ship r2 ten 2026-02-05 2026-02-10 4/10 by r1 10"

CASES: Cases = {
    "a tour of a unit inside": (
        plan(
            TEN_DAYS,
            unit("battalion"),
            unit("ship", "battalion"),
            TOUR,
            later("2026-02-05", force="battalion"),
        ),
        ["error battalion r2 ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "a tour of the unit around": (
        plan(
            TEN_DAYS,
            unit("battalion"),
            unit("ship", "battalion"),
            rotation("r1", "osc", "2026-01-01", "2026-01-31", military=9, force="battalion"),
            later("2026-02-05"),
        ),
        [FREE_OF_10],
    ),
    "a tour of a unit inside, with a pool in between": (
        plan(
            TEN_DAYS,
            unit("battalion"),
            pool("companies", parent="battalion"),
            unit("ship", "companies"),
            TOUR,
            later("2026-02-05", force="battalion"),
        ),
        ["error battalion r2 ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "a tour of a sister": (
        plan(
            TEN_DAYS,
            unit("battalion"),
            unit("ship", "battalion"),
            unit("frigate", "battalion"),
            TOUR,
            later("2026-02-05", force="frigate"),
        ),
        [],
    ),
    "a tour on a pool": (
        plan(
            TEN_DAYS,
            pool("people"),
            rotation("r1", "osc", "2026-01-01", "2026-01-31", military=9, force="people"),
            later("2026-02-05", force="people"),
        ),
        [],
    ),
    "a rule that names the unit": (
        plan(recovery_rule("ten", days=10, forces="ship"), TOUR, later("2026-02-05")),
        [FREE_OF_10],
    ),
    "a rule that names what contains the unit": (
        plan(
            pool("fleet"),
            unit("ship", "fleet"),
            recovery_rule("ten", days=10, forces="fleet"),
            TOUR,
            later("2026-02-05"),
        ),
        [FREE_OF_10],
    ),
    "a rule that names another unit": (
        plan(recovery_rule("ten", days=10, forces="frigate"), TOUR, later("2026-02-05")),
        [],
    ),
    "a rule that names the unit among others": (
        plan(
            unit("frigate"),
            recovery_rule("ten", days=10, forces="frigate ship"),
            TOUR,
            later("2026-02-05"),
        ),
        [FREE_OF_10],
    ),
    "a rule for the inner unit, which went on tour": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            recovery_rule("ten", days=10, forces="ship"),
            TOUR,
            later("2026-02-05", force="battalion"),
        ),
        ["error battalion r2 ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "a rule for the inner unit, which is booked later": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            recovery_rule("ten", days=10, forces="ship"),
            rotation("r1", "osc", "2026-01-01", "2026-01-31", military=9, force="battalion"),
            later("2026-02-05"),
        ),
        [FREE_OF_10],
    ),
}


@each(CASES)
def test_recovery_is(plan: Plan, lines: list[str]) -> None:
    assert said("FOR003", plan) == lines
