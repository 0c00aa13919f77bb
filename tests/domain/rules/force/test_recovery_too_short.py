"""FOR003 by ratio and interval: a booking that begins while a unit recovers."""

from __future__ import annotations

import pytest

from domain.model import Plan, Rotation
from domain.rules.finding import Contributor
from tests.domain.plan_builder import (
    cancelled,
    commitment,
    day,
    plan,
    recovery_rule,
    refs,
    rotation,
    settings,
    sharing,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

# January has 31 days; as many days after it end on 3 March 2026.
AS_LONG = recovery_rule("ratio", factor="1")
TEN_DAYS = recovery_rule("ten", days=10)
TOUR = rotation("r1", "osc", "2026-01-01", "2026-01-31", military=9, force="ship")


def later(
    first: str, last: str = "2026-12-31", *, force: str = "ship", at: str = "opg"
) -> Rotation:
    return rotation("r2", at, first, last, military=9, force=force)


FREE_OF_10 = "error ship r2 ten 2026-02-05 2026-02-10 4/10 by r1 10"

CASES: Cases = {
    "a ratio of one, kept": (plan(AS_LONG, TOUR, later("2026-03-04")), []),
    "a ratio of one, a day short": (
        plan(AS_LONG, TOUR, later("2026-03-03")),
        ["error ship r2 ratio 2026-03-03 2026-03-03 30/31 by r1 31"],
    ),
    "a ratio of one, the day after": (
        plan(AS_LONG, TOUR, later("2026-02-01")),
        ["error ship r2 ratio 2026-02-01 2026-03-03 0/31 by r1 31"],
    ),
    "a later booking that is over before recovery is": (
        plan(AS_LONG, TOUR, later("2026-02-10", "2026-02-12")),
        ["error ship r2 ratio 2026-02-10 2026-02-12 9/31 by r1 31"],
    ),
    "a fraction is rounded up": (
        # 1.5 × 31 is 46.5, so 47 days: until 19 March
        plan(recovery_rule("ratio", factor="1.5"), TOUR, later("2026-03-19")),
        ["error ship r2 ratio 2026-03-19 2026-03-19 46/47 by r1 47"],
    ),
    "a fraction is rounded up and no further": (
        plan(recovery_rule("ratio", factor="1.5"), TOUR, later("2026-03-20")),
        [],
    ),
    "a factor is an exact decimal": (
        # 0.1 × 30 is exactly 3, not a little more
        plan(
            recovery_rule("ratio", factor="0.1"),
            rotation("r1", "osc", "2026-01-02", "2026-01-31", military=1, force="ship"),
            later("2026-02-04"),
        ),
        [],
    ),
    "a hair above a whole number is a day more": (
        plan(
            recovery_rule("ratio", factor="0.1000000000000000000001"),
            rotation("r1", "osc", "2026-01-02", "2026-01-31", military=1, force="ship"),
            later("2026-02-04"),
        ),
        ["error ship r2 ratio 2026-02-04 2026-02-04 3/4 by r1 4"],
    ),
    "a factor of nought asks nothing": (
        plan(recovery_rule("ratio", factor="0"), TOUR, later("2026-02-01")),
        [],
    ),
    "an interval, kept": (plan(TEN_DAYS, TOUR, later("2026-02-11")), []),
    "an interval, a day short": (
        plan(TEN_DAYS, TOUR, later("2026-02-10")),
        ["error ship r2 ten 2026-02-10 2026-02-10 9/10 by r1 10"],
    ),
    "an interval of nought": (plan(recovery_rule("none", days=0), TOUR, later("2026-02-01")), []),
    "a booking that overlaps the tour is double-booked instead": (
        plan(TEN_DAYS, TOUR, later("2026-01-31")),
        [],
    ),
    "at the same mission too": (plan(TEN_DAYS, TOUR, later("2026-02-05", at="osc")), [FREE_OF_10]),
    "another unit": (plan(TEN_DAYS, TOUR, later("2026-02-05", force="frigate")), []),
    "a later booking without people": (
        plan(TEN_DAYS, TOUR, rotation("r2", "opg", "2026-02-05", "2026-12-31", force="ship")),
        [FREE_OF_10],
    ),
    "a tour without people is none": (
        plan(
            TEN_DAYS,
            rotation("r1", "osc", "2026-01-01", "2026-01-31", teams=1, force="ship"),
            later("2026-02-05"),
        ),
        [],
    ),
    "a tour with people of another category is none": (
        plan(
            TEN_DAYS,
            rotation("r1", "osc", "2026-01-01", "2026-01-31", civilian=9, force="ship"),
            later("2026-02-05"),
        ),
        [],
    ),
    "a tour with people of one of its categories is one": (
        plan(
            recovery_rule("ten", days=10, categories="military civilian"),
            rotation("r1", "osc", "2026-01-01", "2026-01-31", civilian=9, force="ship"),
            later("2026-02-05"),
        ),
        [FREE_OF_10],
    ),
    "a tour at an exempt mission is none": (
        plan(recovery_rule("ten", days=10, exempt="osc"), TOUR, later("2026-02-05")),
        [],
    ),
    "a later booking at an exempt mission may still be too soon": (
        plan(recovery_rule("ten", days=10, exempt="opg"), TOUR, later("2026-02-05")),
        [FREE_OF_10],
    ),
    "a cancelled tour": (plan(TEN_DAYS, *cancelled(TOUR), later("2026-02-05")), []),
    "a cancelled later booking": (plan(TEN_DAYS, TOUR, *cancelled(later("2026-02-05"))), []),
    "a later commitment": (
        plan(TEN_DAYS, TOUR, commitment("standby", "ship", "2026-02-05", "2026-03-31")),
        ["error ship standby ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "a later national task": (
        plan(TEN_DAYS, TOUR, commitment("c1", "ship", "2026-02-05", "2026-02-28", kind="national")),
        ["error ship c1 ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "later maintenance": (
        plan(
            TEN_DAYS, TOUR, commitment("c1", "ship", "2026-02-05", "2026-02-28", kind="maintenance")
        ),
        [],
    ),
    "a later exercise": (
        plan(TEN_DAYS, TOUR, commitment("c1", "ship", "2026-02-05", "2026-02-28", kind="exercise")),
        [],
    ),
    "a later commitment that is not exclusive": (
        plan(TEN_DAYS, TOUR, commitment("c1", "ship", "2026-02-05", "2026-02-28", exclusive=False)),
        [],
    ),
    "after a commitment nothing is claimed": (
        plan(
            TEN_DAYS,
            commitment("c1", "ship", "2026-01-01", "2026-01-31"),
            later("2026-02-05"),
        ),
        [],
    ),
    "a commitment without a first day begins on the first planning day": (
        plan(
            settings(planning=("2026-02-05", "2026-03-31")),
            TEN_DAYS,
            TOUR,
            commitment("c1", "ship", None, None),
        ),
        ["error ship c1 ten 2026-02-05 2026-02-10 4/10 by r1 10"],
    ),
    "the same people who continue": (
        plan(
            TEN_DAYS,
            TOUR,
            rotation("r2", "opg", "2026-02-01", "2026-12-31", force="ship", continues="r1"),
        ),
        [],
    ),
    "the same people in a longer chain, through a cancelled one": (
        plan(
            TEN_DAYS,
            TOUR,
            *cancelled(rotation("r0", "osc", "2026-02-01", "2026-02-02", continues="r1")),
            rotation("r2", "opg", "2026-02-03", "2026-12-31", force="ship", continues="r0"),
        ),
        [],
    ),
    "two that continue one": (
        plan(
            TEN_DAYS,
            rotation("r0", "osc", "2025-10-01", "2025-12-31", military=1),
            rotation(
                "r1", "osc", "2026-01-01", "2026-01-31", military=1, force="ship", continues="r0"
            ),
            rotation(
                "r2", "osc", "2026-02-01", "2026-12-31", military=1, force="ship", continues="r0"
            ),
        ),
        [],
    ),
    "after a chain recovery is claimed by others": (
        plan(
            TEN_DAYS,
            TOUR,
            rotation(
                "r2", "opg", "2026-02-01", "2026-02-28", military=1, force="ship", continues="r1"
            ),
            rotation("r3", "opg", "2026-03-05", "2026-12-31", military=1, force="ship"),
        ),
        ["error ship r3 ten 2026-03-05 2026-03-10 4/10 by r2 10"],
    ),
    "one that relieves is no chain": (
        plan(
            TEN_DAYS,
            TOUR,
            rotation(
                "r2", "osc", "2026-02-05", "2026-12-31", military=1, force="ship", relieves="r1"
            ),
        ),
        [FREE_OF_10],
    ),
    "a sharing does not shorten recovery": (
        plan(TEN_DAYS, TOUR, later("2026-02-05"), sharing("ship", "osc opg")),
        [FREE_OF_10],
    ),
    "a part of one whole claims recovery from another": (
        plan(
            TEN_DAYS,
            TOUR,
            rotation("r2", "opg", "2026-02-05", "2026-12-31", force="ship", part_of="r1"),
        ),
        [FREE_OF_10],
    ),
    "a rule that holds until the last day of the tour": (
        plan(recovery_rule("ten", days=10, last="2026-01-31"), TOUR, later("2026-02-05")),
        [FREE_OF_10],
    ),
    "a rule that held until the day before": (
        plan(recovery_rule("ten", days=10, last="2026-01-30"), TOUR, later("2026-02-05")),
        [],
    ),
    "a rule that holds from the last day of the tour": (
        plan(recovery_rule("ten", days=10, first="2026-01-31"), TOUR, later("2026-02-05")),
        [FREE_OF_10],
    ),
    "a rule that holds from the day after": (
        plan(recovery_rule("ten", days=10, first="2026-02-01"), TOUR, later("2026-02-05")),
        [],
    ),
    "two rules are two findings": (
        plan(TEN_DAYS, recovery_rule("five", days=5), TOUR, later("2026-02-05")),
        ["error ship r2 five 2026-02-05 2026-02-05 4/5 by r1 5", FREE_OF_10],
    ),
    "of two tours the one whose claim ends last is measured, and both are named": (
        # 31 days after January end on 3 March; 10 days after 5 February end on 15 February
        plan(
            AS_LONG,
            TOUR,
            rotation(
                "r3", "osc", "2026-02-01", "2026-02-05", military=1, force="ship", continues="r1"
            ),
            later("2026-02-08"),
        ),
        ["error ship r2 ratio 2026-02-08 2026-03-03 7/31 by r1 31, r3 5"],
    ),
    "a tour whose claim ended before is not named": (
        plan(
            AS_LONG,
            TOUR,
            rotation(
                "r3", "osc", "2026-02-01", "2026-02-05", military=1, force="ship", continues="r1"
            ),
            later("2026-02-11"),
        ),
        ["error ship r2 ratio 2026-02-11 2026-03-03 10/31 by r1 31"],
    ),
    "of two claims that end together the tour that ended last is measured": (
        # a ratio of one: 4 days until 4 January claim until the 8th, 2 until the 6th claim it too
        plan(
            AS_LONG,
            rotation("r1", "osc", "2026-01-01", "2026-01-04", military=1, force="ship"),
            rotation(
                "r3", "osc", "2026-01-05", "2026-01-06", military=1, force="ship", continues="r1"
            ),
            later("2026-01-07"),
        ),
        ["error ship r2 ratio 2026-01-07 2026-01-08 0/2 by r1 4, r3 2"],
    ),
    "one tour may claim from several later bookings": (
        plan(
            TEN_DAYS,
            TOUR,
            later("2026-02-05", "2026-02-06"),
            commitment("standby", "ship", "2026-02-09", "2026-02-28"),
        ),
        [
            "error ship r2 ten 2026-02-05 2026-02-06 4/10 by r1 10",
            "error ship standby ten 2026-02-09 2026-02-16 2/10 by r1 10, r2 10",
        ],
    ),
}


@each(CASES)
def test_recovery_is(plan: Plan, lines: list[str]) -> None:
    assert said("FOR003", plan) == lines


def test_a_finding_names_the_force_the_booking_and_the_rule() -> None:
    found = only_finding("FOR003", plan(TEN_DAYS, TOUR, later("2026-02-05")))

    assert found.subjects == refs("force ship", "rotation r2", "recovery_rule ten")
    assert (found.first_day, found.last_day) == (day("2026-02-05"), day("2026-02-10"))
    assert (found.measured, found.limit, found.excess, found.peak_day) == (4, 10, 6, None)
    assert found.contributors == (Contributor(refs("rotation r1")[0], 10),)


@pytest.mark.parametrize("status", ["draft", "planned", "approved", "deployed", "completed"])
def test_every_rotation_that_is_not_cancelled_is_a_tour(status: str) -> None:
    away = rotation(
        "r1", "osc", "2026-01-01", "2026-01-31", military=9, force="ship", status=status
    )

    assert said("FOR003", plan(TEN_DAYS, away, later("2026-02-05"))) == [FREE_OF_10]
