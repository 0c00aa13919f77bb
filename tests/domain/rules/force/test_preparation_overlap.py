"""FOR004: preparation for a later booking while an earlier one still needs the unit."""

from __future__ import annotations

from domain.model import Plan, Rotation
from tests.domain.plan_builder import (
    cancelled,
    commitment,
    day,
    mission,
    plan,
    pool,
    refs,
    rotation,
    sharing,
    unit,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

TEN = mission("opg", preparation_days=10)
FIRST = rotation("r1", "osc", "2026-01-01", "2026-03-31", military=9, force="ship")


def second(first: str, force: str = "ship") -> Rotation:
    return rotation("r2", "opg", first, "2026-12-31", military=9, force=force)


CASES: Cases = {
    "the first day of preparation after the last day": (plan(TEN, FIRST, second("2026-04-11")), []),
    "the first day of preparation on the last day": (
        plan(TEN, FIRST, second("2026-04-10")),
        ["warning ship r1 r2 2026-03-31 2026-03-31"],
    ),
    "all preparation inside": (
        plan(TEN, FIRST, second("2026-04-01")),
        ["warning ship r1 r2 2026-03-22 2026-03-31"],
    ),
    "the preparation before bookings that clash": (
        plan(TEN, FIRST, second("2026-03-15")),
        ["warning ship r1 r2 2026-03-05 2026-03-14"],
    ),
    "preparation that begins before the earlier booking": (
        plan(TEN, FIRST, second("2026-01-04")),
        ["warning ship r1 r2 2026-01-01 2026-01-03"],
    ),
    "an earlier booking that lies within the preparation": (
        plan(
            TEN,
            rotation("r1", "osc", "2026-03-25", "2026-03-26", force="ship"),
            second("2026-04-01"),
        ),
        ["warning ship r1 r2 2026-03-25 2026-03-26"],
    ),
    "two that begin on the same day": (plan(TEN, FIRST, second("2026-01-01")), []),
    "a mission without preparation": (plan(FIRST, second("2026-04-01")), []),
    "the preparation of the earlier does not matter": (
        plan(mission("osc", preparation_days=10), FIRST, second("2026-04-01")),
        [],
    ),
    "another unit": (plan(TEN, FIRST, second("2026-04-01", "frigate")), []),
    "a cancelled earlier rotation": (plan(TEN, *cancelled(FIRST), second("2026-04-01")), []),
    "a cancelled later rotation": (plan(TEN, FIRST, *cancelled(second("2026-04-01"))), []),
    "an earlier commitment": (
        plan(
            TEN,
            commitment("standby", "ship", "2026-01-01", "2026-03-31"),
            second("2026-04-01"),
        ),
        ["warning ship standby r2 2026-03-22 2026-03-31"],
    ),
    "an earlier commitment that is not exclusive": (
        plan(
            TEN,
            commitment("standby", "ship", "2026-01-01", "2026-03-31", exclusive=False),
            second("2026-04-01"),
        ),
        [],
    ),
    "a later commitment has no preparation": (
        plan(TEN, second("2026-01-01"), commitment("standby", "ship", "2027-01-01", None)),
        [],
    ),
    "a part of a unit prepares while the whole is away": (
        plan(
            TEN,
            unit("battalion"),
            unit("ship", "battalion"),
            rotation("r1", "osc", "2026-01-01", "2026-03-31", force="battalion"),
            second("2026-04-10"),
        ),
        ["warning ship r1 r2 2026-03-31 2026-03-31"],
    ),
    "the whole prepares while a part is away": (
        plan(
            TEN,
            unit("battalion"),
            unit("ship", "battalion"),
            FIRST,
            second("2026-04-10", "battalion"),
        ),
        ["warning ship r1 r2 2026-03-31 2026-03-31"],
    ),
    "two parts of one whole": (
        plan(
            TEN,
            unit("battalion"),
            unit("ship", "battalion"),
            unit("frigate", "battalion"),
            FIRST,
            second("2026-04-10", "frigate"),
        ),
        [],
    ),
    "the same pool": (
        plan(
            TEN,
            pool("people"),
            rotation("r1", "osc", "2026-01-01", "2026-03-31", force="people"),
            second("2026-04-10", "people"),
        ),
        [],
    ),
    "a sharing on those days": (
        plan(TEN, FIRST, second("2026-04-01"), sharing("ship", "osc opg")),
        [],
    ),
    "a sharing on some of those days": (
        plan(
            TEN,
            FIRST,
            second("2026-04-01"),
            sharing("ship", "osc opg", "2026-03-24", "2026-03-29"),
        ),
        [
            "warning ship r1 r2 2026-03-22 2026-03-23",
            "warning ship r1 r2 2026-03-30 2026-03-31",
        ],
    ),
    "a sharing does not free a commitment": (
        plan(
            TEN,
            commitment("standby", "ship", "2026-01-01", "2026-03-31"),
            second("2026-04-01"),
            sharing("ship", "osc opg"),
        ),
        ["warning ship standby r2 2026-03-22 2026-03-31"],
    ),
    "nested rotations": (
        plan(
            TEN,
            FIRST,
            rotation("r2", "opg", "2026-04-01", "2026-12-31", force="ship", part_of="r1"),
        ),
        [],
    ),
    "one that continues the other": (
        plan(
            TEN,
            FIRST,
            rotation("r2", "opg", "2026-04-01", "2026-12-31", force="ship", continues="r1"),
        ),
        [],
    ),
    "one in the same chain through a cancelled one": (
        plan(
            TEN,
            FIRST,
            *cancelled(rotation("r0", "osc", "2026-01-01", "2026-01-02", continues="r1")),
            rotation("r2", "opg", "2026-04-01", "2026-12-31", force="ship", continues="r0"),
        ),
        [],
    ),
    "one that relieves the other": (
        plan(
            mission("opg", preparation_days=10, handover_days=30),
            rotation("r1", "opg", "2026-01-01", "2026-03-31", force="ship"),
            rotation("r2", "opg", "2026-04-01", "2026-12-31", force="ship", relieves="r1"),
        ),
        ["warning ship r1 r2 2026-03-22 2026-03-31"],
    ),
    "each earlier booking": (
        plan(
            TEN,
            FIRST,
            commitment("standby", "ship", "2026-03-30", "2026-03-30"),
            second("2026-04-01"),
        ),
        [
            "warning ship r1 r2 2026-03-22 2026-03-31",
            "warning ship standby r2 2026-03-30 2026-03-30",
        ],
    ),
}


@each(CASES)
def test_preparation_is(plan: Plan, lines: list[str]) -> None:
    assert said("FOR004", plan) == lines


def test_a_finding_names_the_inner_force_and_both_bookings() -> None:
    found = only_finding("FOR004", plan(TEN, FIRST, second("2026-04-01")))

    assert found.subjects == refs("force ship", "rotation r1", "rotation r2")
    assert (found.first_day, found.last_day) == (day("2026-03-22"), day("2026-03-31"))
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
