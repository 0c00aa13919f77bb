"""FOR003 by quota: more days on tour in a window than a unit may have."""

from __future__ import annotations

from domain.model import Plan, Rotation
from tests.domain.plan_builder import (
    cancelled,
    commitment,
    day,
    plan,
    pool,
    recovery_rule,
    refs,
    rotation,
    unit,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

TEN_IN_THIRTY = recovery_rule("quota", days=10, window=30)


def tour(id_: str, first: str, last: str, force: str = "ship") -> Rotation:
    return rotation(id_, "osc", first, last, military=1, force=force)


CASES: Cases = {
    "as many days as the quota": (plan(TEN_IN_THIRTY, tour("r1", "2026-03-01", "2026-03-10")), []),
    "a day more": (
        plan(TEN_IN_THIRTY, tour("r1", "2026-03-01", "2026-03-11")),
        ["error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 11"],
    ),
    "the day on which the first has left the window": (
        # on 31 March the window holds 2 – 31 March, on the 30th 1 – 30 March
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            tour("r2", "2026-03-31", "2026-03-31"),
        ),
        [],
    ),
    "the day before": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            tour("r2", "2026-03-30", "2026-03-30"),
        ),
        ["error ship quota 2026-03-30 2026-03-30 11/10 on 2026-03-30 by r1 10, r2 1"],
    ),
    "only days on tour break it": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-11"),
            tour("r2", "2026-03-15", "2026-03-16"),
        ),
        [
            "error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 11",
            "error ship quota 2026-03-15 2026-03-16 13/10 on 2026-03-16 by r1 11, r2 2",
        ],
    ),
    "the peak is the first day with the most": (
        # from 30 March on the window moves with the tour
        plan(TEN_IN_THIRTY, tour("r1", "2026-03-01", "2026-04-30")),
        ["error ship quota 2026-03-11 2026-04-30 30/10 on 2026-03-30 by r1 30"],
    ),
    "two tours on one day are one day": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            tour("r2", "2026-03-01", "2026-03-10"),
        ),
        [],
    ),
    "each of two tours on one day contributes it": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            tour("r2", "2026-03-10", "2026-03-11"),
        ),
        ["error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 10, r2 2"],
    ),
    "a tour that continues counts its days": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            rotation(
                "r2", "opg", "2026-03-11", "2026-03-11", military=1, force="ship", continues="r1"
            ),
        ),
        ["error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 10, r2 1"],
    ),
    "a quota of nought": (
        plan(recovery_rule("quota", days=0, window=30), tour("r1", "2026-03-01", "2026-03-02")),
        ["error ship quota 2026-03-01 2026-03-02 2/0 on 2026-03-02 by r1 2"],
    ),
    "a tour of another category": (
        plan(
            TEN_IN_THIRTY,
            rotation("r1", "osc", "2026-03-01", "2026-03-31", civilian=1, force="ship"),
        ),
        [],
    ),
    "a tour at an exempt mission": (
        plan(
            recovery_rule("quota", days=10, window=30, exempt="osc"),
            tour("r1", "2026-03-01", "2026-03-31"),
        ),
        [],
    ),
    "a cancelled tour": (
        plan(
            TEN_IN_THIRTY,
            tour("r1", "2026-03-01", "2026-03-10"),
            *cancelled(tour("r2", "2026-03-11", "2026-03-11")),
        ),
        [],
    ),
    "a commitment is no tour": (
        plan(TEN_IN_THIRTY, commitment("c1", "ship", "2026-03-01", "2026-03-31")),
        [],
    ),
    "a tour on a pool": (
        plan(TEN_IN_THIRTY, pool("people"), tour("r1", "2026-03-01", "2026-03-31", "people")),
        [],
    ),
    "a rule for another unit": (
        plan(
            recovery_rule("quota", days=10, window=30, forces="frigate"),
            tour("r1", "2026-03-01", "2026-03-31"),
        ),
        [],
    ),
    "a rule for what contains the unit": (
        plan(
            unit("battalion"),
            unit("ship", "battalion"),
            recovery_rule("quota", days=10, window=30, forces="battalion"),
            tour("r1", "2026-03-01", "2026-03-11"),
        ),
        ["error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 11"],
    ),
    "days on tour of the unit around count": (
        plan(
            TEN_IN_THIRTY,
            unit("battalion"),
            unit("ship", "battalion"),
            tour("r1", "2026-03-01", "2026-03-10", "battalion"),
            tour("r2", "2026-03-20", "2026-03-20"),
        ),
        ["error ship quota 2026-03-20 2026-03-20 11/10 on 2026-03-20 by r1 10, r2 1"],
    ),
    "days on tour of a unit inside do not": (
        plan(
            TEN_IN_THIRTY,
            unit("battalion"),
            unit("ship", "battalion"),
            tour("r1", "2026-03-01", "2026-03-10", "battalion"),
            tour("r2", "2026-03-20", "2026-03-20"),
            tour("r3", "2026-03-25", "2026-03-25", "ship"),
        ),
        [
            "error ship quota 2026-03-20 2026-03-20 11/10 on 2026-03-20 by r1 10, r2 1",
            "error ship quota 2026-03-25 2026-03-25 12/10 on 2026-03-25 by r1 10, r2 1, r3 1",
        ],
    ),
    "a unit on which no tour draws itself": (
        plan(
            TEN_IN_THIRTY,
            unit("battalion"),
            unit("ship", "battalion"),
            tour("r1", "2026-03-01", "2026-03-11", "battalion"),
        ),
        ["error battalion quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 11"],
    ),
    "days before the rule holds are not counted": (
        plan(
            recovery_rule("quota", days=10, window=30, first="2026-03-02"),
            tour("r1", "2026-03-01", "2026-03-11"),
        ),
        [],
    ),
    "days after it held are not reported": (
        plan(
            recovery_rule("quota", days=10, window=30, last="2026-03-11"),
            tour("r1", "2026-03-01", "2026-03-31"),
        ),
        ["error ship quota 2026-03-11 2026-03-11 11/10 on 2026-03-11 by r1 11"],
    ),
    "of a tour only the days on which the rule holds contribute": (
        plan(
            recovery_rule("quota", days=1, window=30, first="2026-03-10"),
            tour("r1", "2026-03-01", "2026-03-11"),
        ),
        ["error ship quota 2026-03-11 2026-03-11 2/1 on 2026-03-11 by r1 2"],
    ),
}


@each(CASES)
def test_a_quota_is(plan: Plan, lines: list[str]) -> None:
    assert said("FOR003", plan) == lines


def test_a_finding_on_a_quota_names_the_force_and_the_rule() -> None:
    found = only_finding("FOR003", plan(TEN_IN_THIRTY, tour("r1", "2026-03-01", "2026-03-12")))

    assert found.subjects == refs("force ship", "recovery_rule quota")
    assert (found.measured, found.limit, found.excess) == (12, 10, 2)
    assert found.peak_day == day("2026-03-12")
