"""FOR001: two bookings of a unit, or of one inside the other, on the same days."""

from __future__ import annotations

import pytest

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
    settings,
    sharing,
    unit,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")


def first(force: str = "ship", at: str = "osc") -> Rotation:
    return rotation("r1", at, *MARCH, military=9, force=force)


def second(force: str = "ship", at: str = "opg") -> Rotation:
    return rotation("r2", at, "2026-03-20", "2026-04-30", military=9, force=force)


CLASH = ["error ship r1 r2 2026-03-20 2026-03-31"]

CASES: Cases = {
    "two rotations on some of the same days": (plan(first(), second()), CLASH),
    "two rotations on the same last and first day": (
        plan(first(), rotation("r2", "opg", "2026-03-31", "2026-04-30", force="ship")),
        ["error ship r1 r2 2026-03-31 2026-03-31"],
    ),
    "one after the other": (
        plan(first(), rotation("r2", "opg", "2026-04-01", "2026-04-30", force="ship")),
        [],
    ),
    "at one and the same mission": (plan(first(), second(at="osc")), CLASH),
    "two units": (plan(first(), second("frigate")), []),
    "no unit": (plan(rotation("r1", "osc", *MARCH), rotation("r2", "opg", *MARCH)), []),
    "three rotations are three pairs": (
        plan(
            first(),
            second(),
            rotation("r3", "eumam", "2026-03-30", "2026-05-31", force="ship"),
        ),
        [
            "error ship r1 r2 2026-03-20 2026-03-31",
            "error ship r1 r3 2026-03-30 2026-03-31",
            "error ship r2 r3 2026-03-30 2026-04-30",
        ],
    ),
    "a cancelled rotation": (plan(first(), *cancelled(second())), []),
    "a unit and a unit inside it": (
        plan(unit("battalion"), unit("ship", "battalion"), first("battalion"), second()),
        CLASH,
    ),
    "a unit and one deep inside it": (
        plan(
            unit("brigade"),
            unit("battalion", "brigade"),
            unit("ship", "battalion"),
            first("brigade"),
            second(),
        ),
        CLASH,
    ),
    "a unit and one inside it with a pool in between": (
        plan(
            unit("battalion"),
            pool("companies", parent="battalion"),
            unit("ship", "companies"),
            first("battalion"),
            second(),
        ),
        CLASH,
    ),
    "two companies of one battalion": (
        plan(
            unit("battalion"),
            unit("alpha", "battalion"),
            unit("bravo", "battalion"),
            first("alpha"),
            second("bravo"),
        ),
        [],
    ),
    "two units of one pool": (
        plan(
            pool("frigates"),
            unit("alpha", "frigates"),
            unit("bravo", "frigates"),
            first("alpha"),
            second("bravo"),
        ),
        [],
    ),
    "twice the same pool": (plan(pool("people"), first("people"), second("people")), []),
    "a pool and a unit in it": (
        plan(pool("frigates"), unit("ship", "frigates"), first("frigates"), second()),
        [],
    ),
    "a commitment": (
        plan(first(), commitment("standby", "ship", "2026-03-20", "2026-04-30")),
        ["error ship r1 standby 2026-03-20 2026-03-31"],
    ),
    "two commitments": (
        plan(
            unit("ship"),
            commitment("c1", "ship", "2026-03-01", "2026-03-10"),
            commitment("c2", "ship", "2026-03-10", "2026-03-31", kind="maintenance"),
        ),
        ["error ship c1 c2 2026-03-10 2026-03-10"],
    ),
    "a commitment that is not exclusive": (
        plan(first(), commitment("standby", "ship", "2026-03-20", "2026-04-30", exclusive=False)),
        [],
    ),
    "a commitment on the whole": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            first(),
            commitment("standby", "battalion", "2026-03-20", None),
        ),
        ["error ship r1 standby 2026-03-20 2026-03-31"],
    ),
    "an open commitment lasts until the last day of any rotation": (
        plan(
            commitment("c1", "ship", "2026-01-01", None),
            commitment("c2", "ship", None, None),
            *cancelled(rotation("r1", "osc", "2025-06-01", "2026-02-28")),
        ),
        ["error ship c2 c1 2026-01-01 2026-02-28"],
    ),
    "an open commitment lasts from and until the planning days": (
        plan(
            settings(planning=("2026-01-01", "2026-12-31")),
            commitment("c1", "ship", None, None),
            commitment("c2", "ship", "2025-01-01", None),
        ),
        ["error ship c2 c1 2026-01-01 2026-12-31"],
    ),
    "open commitments without any rotation or planning day": (
        plan(commitment("c1", "ship", None, None), commitment("c2", "ship", None, None)),
        [],
    ),
    "a declared sharing": (plan(first(), second(), sharing("ship", "osc opg")), []),
    "a sharing of more missions": (plan(first(), second(), sharing("ship", "osc opg eumam")), []),
    "a sharing of one of the two missions": (
        plan(first(), second(), sharing("ship", "osc eumam")),
        CLASH,
    ),
    "a sharing on some days": (
        plan(first(), second(), sharing("ship", "osc opg", "2026-03-22", "2026-03-30")),
        [
            "error ship r1 r2 2026-03-20 2026-03-21",
            "error ship r1 r2 2026-03-31 2026-03-31",
        ],
    ),
    "a sharing of another unit": (
        plan(unit("ship"), unit("frigate"), first(), second(), sharing("frigate", "osc opg")),
        CLASH,
    ),
    "a sharing of what contains the inner of the two": (
        plan(
            pool("fleet"),
            unit("battalion", "fleet"),
            unit("ship", "battalion"),
            first("battalion"),
            second(),
            sharing("fleet", "osc opg"),
        ),
        [],
    ),
    "a sharing of the outer of the two": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            first("battalion"),
            second(),
            sharing("battalion", "osc opg"),
        ),
        [],
    ),
    "a sharing of the inner of the two": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            first("battalion"),
            second(),
            sharing("ship", "osc opg"),
        ),
        [],
    ),
    "a sharing of something inside the inner of the two": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            unit("helicopter", "ship"),
            first("battalion"),
            second(),
            sharing("helicopter", "osc opg"),
        ),
        CLASH,
    ),
    "a sharing at one mission names that mission": (
        plan(first(), second(at="osc"), sharing("ship", "osc")),
        [],
    ),
    "a commitment cannot be shared": (
        plan(
            first(),
            commitment("standby", "ship", "2026-03-20", "2026-04-30"),
            sharing("ship", "osc opg"),
        ),
        ["error ship r1 standby 2026-03-20 2026-03-31"],
    ),
    "an embarked staff": (
        plan(first(), rotation("r2", "opg", *MARCH, military=3, force="ship", part_of="r1")),
        [],
    ),
    "two parts of one whole": (
        plan(
            rotation("r0", "osc", *MARCH, military=9),
            rotation("r1", "osc", *MARCH, military=9, force="ship", part_of="r0"),
            rotation("r2", "opg", *MARCH, military=3, force="ship", part_of="r0"),
        ),
        [],
    ),
    "a part of a part": (
        plan(
            first(),
            rotation("r2", "opg", *MARCH, military=3, part_of="r1"),
            rotation("r3", "opg", *MARCH, military=3, force="ship", part_of="r2"),
        ),
        [],
    ),
    "parts of two wholes": (
        plan(
            rotation("r0", "osc", *MARCH, military=9),
            rotation("r9", "osc", *MARCH, military=9),
            rotation("r1", "osc", *MARCH, military=9, force="ship", part_of="r0"),
            rotation("r2", "opg", *MARCH, military=3, force="ship", part_of="r9"),
        ),
        ["error ship r1 r2 2026-03-01 2026-03-31"],
    ),
    "a staff embarked inside": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            first("battalion"),
            rotation("r2", "opg", *MARCH, military=3, force="ship", part_of="r1"),
        ),
        [],
    ),
    "the same people who continue": (
        plan(
            first(),
            rotation("r2", "opg", "2026-03-20", "2026-04-30", force="ship", continues="r1"),
        ),
        CLASH,
    ),
    "one that relieves the other where no handover is meant": (
        plan(
            first(),
            rotation("r2", "osc", "2026-03-20", "2026-04-30", force="ship", relieves="r1"),
        ),
        CLASH,
    ),
    "one that relieves the other, longer than the handover": (
        plan(
            mission("osc", handover_days=5),
            first(),
            rotation("r2", "osc", "2026-03-20", "2026-04-30", force="ship", relieves="r1"),
        ),
        ["error ship r1 r2 2026-03-25 2026-03-31"],
    ),
    "one that relieves the other within the handover": (
        plan(
            mission("osc", handover_days=12),
            first(),
            rotation("r2", "osc", "2026-03-20", "2026-04-30", force="ship", relieves="r1"),
        ),
        [],
    ),
    "one that relieves a third": (
        plan(
            mission("osc", handover_days=12),
            first(),
            rotation("r0", "osc", "2026-01-01", "2026-02-28"),
            rotation("r2", "osc", "2026-03-20", "2026-04-30", force="ship", relieves="r0"),
        ),
        CLASH,
    ),
    "a sharing and a handover together": (
        plan(
            mission("osc", handover_days=5),
            first(),
            rotation("r2", "osc", "2026-03-20", "2026-04-30", force="ship", relieves="r1"),
            sharing("ship", "osc", "2026-03-27", None),
        ),
        ["error ship r1 r2 2026-03-25 2026-03-26"],
    ),
    "the earlier booking comes first, by its last day if need be": (
        plan(
            rotation("r1", "osc", "2026-03-01", "2026-03-31", force="ship"),
            rotation("r2", "opg", "2026-03-01", "2026-03-30", force="ship"),
        ),
        ["error ship r2 r1 2026-03-01 2026-03-30"],
    ),
    "then the commitment before the rotation": (
        plan(
            rotation("a", "osc", *MARCH, force="ship"),
            commitment("z", "ship", *MARCH),
        ),
        ["error ship z a 2026-03-01 2026-03-31"],
    ),
    "then by id as plain text": (
        plan(
            rotation("r2", "osc", *MARCH, force="ship"),
            rotation("r10", "opg", *MARCH, force="ship"),
            rotation("Z", "opg", *MARCH, force="ship"),
        ),
        [
            "error ship Z r10 2026-03-01 2026-03-31",
            "error ship Z r2 2026-03-01 2026-03-31",
            "error ship r10 r2 2026-03-01 2026-03-31",
        ],
    ),
}


@each(CASES)
def test_a_unit_is_in_two_places(plan: Plan, lines: list[str]) -> None:
    assert said("FOR001", plan) == lines


@pytest.mark.parametrize("status", ["draft", "planned", "approved", "deployed", "completed"])
def test_every_rotation_that_is_not_cancelled_books_its_unit(status: str) -> None:
    other = rotation("r2", "opg", "2026-03-20", "2026-04-30", force="ship", status=status)

    assert said("FOR001", plan(first(), other)) == CLASH


def test_a_finding_names_the_inner_force_and_both_bookings() -> None:
    about = plan(
        unit("battalion"),
        unit("ship", "battalion"),
        first(),
        commitment("standby", "battalion", "2026-03-20", None),
    )
    found = only_finding("FOR001", about)

    assert found.subjects == refs("force ship", "rotation r1", "commitment standby")
    assert (found.first_day, found.last_day) == (day("2026-03-20"), day("2026-03-31"))
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
