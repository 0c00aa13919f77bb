"""ROT003: a gap between two rotations, or a handover that lasts too long."""

from __future__ import annotations

from domain.model import Plan, Rotation
from tests.domain.plan_builder import cancelled, mission, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

FIRST = rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4)


def second(first: str, last: str = "2026-12-31") -> Rotation:
    return rotation("r2", "osc", first, last, military=4, relieves="r1")


FIVE = mission("osc", handover_days=5)

CASES: Cases = {
    "the day after the last": (plan(FIRST, second("2026-07-01")), []),
    "a gap of one day": (
        plan(FIRST, second("2026-07-02")),
        ["warning r2 r1 2026-07-01 2026-07-01 1/0"],
    ),
    "a gap of a month": (
        plan(FIRST, second("2026-08-01")),
        ["warning r2 r1 2026-07-01 2026-07-31 31/0"],
    ),
    "an overlap of one day where none is meant": (
        plan(FIRST, second("2026-06-30")),
        ["warning r2 r1 2026-06-30 2026-06-30 1/0"],
    ),
    "an overlap of fewer days than meant": (plan(FIVE, FIRST, second("2026-06-30")), []),
    "an overlap of exactly the days meant": (plan(FIVE, FIRST, second("2026-06-26")), []),
    "an overlap of a day more than meant": (
        plan(FIVE, FIRST, second("2026-06-25")),
        ["warning r2 r1 2026-06-25 2026-06-30 6/5"],
    ),
    "no overlap where one is meant": (plan(FIVE, FIRST, second("2026-07-01")), []),
    "a gap where an overlap is meant": (
        plan(FIVE, FIRST, second("2026-07-02")),
        ["warning r2 r1 2026-07-01 2026-07-01 1/0"],
    ),
    "a successor who is gone first has all its days in common": (
        plan(FIVE, FIRST, second("2026-03-01", "2026-03-31")),
        ["warning r2 r1 2026-03-01 2026-03-31 31/5"],
    ),
    "a successor who comes before": (
        plan(FIRST, second("2025-10-01", "2025-12-30")),
        ["warning r2 r1 2025-12-31 2025-12-31 1/0"],
    ),
    "a successor who leaves the day before": (
        plan(FIRST, second("2025-10-01", "2025-12-31")),
        [],
    ),
    "one after the other without relief": (
        plan(FIRST, rotation("r2", "osc", "2026-09-01", "2026-12-31", military=4)),
        [],
    ),
    "to continue is not to relieve": (
        plan(FIRST, rotation("r2", "osc", "2026-09-01", "2026-12-31", military=4, continues="r1")),
        [],
    ),
    "each of two who relieve one": (
        plan(
            FIRST,
            second("2026-07-01"),
            rotation("r3", "osc", "2026-07-03", "2026-12-31", military=1, relieves="r1"),
        ),
        ["warning r3 r1 2026-07-01 2026-07-02 2/0"],
    ),
    "each of a row": (
        plan(
            FIRST,
            second("2026-07-02", "2026-09-30"),
            rotation("r3", "osc", "2026-10-02", "2026-12-31", military=1, relieves="r2"),
        ),
        [
            "warning r2 r1 2026-07-01 2026-07-01 1/0",
            "warning r3 r2 2026-10-01 2026-10-01 1/0",
        ],
    ),
    "a cancelled successor": (plan(FIRST, *cancelled(second("2026-09-01"))), []),
    "a cancelled predecessor": (plan(*cancelled(FIRST), second("2026-09-01")), []),
}


@each(CASES)
def test_a_handover_is(plan: Plan, lines: list[str]) -> None:
    assert said("ROT003", plan) == lines


def test_a_finding_names_the_successor_first() -> None:
    found = only_finding("ROT003", plan(FIVE, FIRST, second("2026-06-21")))

    assert found.subjects == refs("rotation r2", "rotation r1")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (10, 5, 5, None)
    assert found.contributors == ()
