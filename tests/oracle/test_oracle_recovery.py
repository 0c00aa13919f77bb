"""FOR003 of the second opinion, by hand."""

import pytest

from tests.oracle import check
from tests.oracle.building import (
    Brief,
    Row,
    brief,
    commitment,
    frame,
    mission,
    plan,
    pool,
    recovery_rule,
    rotation,
    step,
    unit,
)

ALWAYS = (None, None)
SOLDIER = {"military": 1, "force": "alpha"}
INTERVAL = recovery_rule("rest", "interval", days=30)


def resting(*rotations: Row, rule: Row = INTERVAL, **lists: object) -> list[Row]:
    """The findings FOR003 of rotations on a battalion with two companies."""
    found = check(
        plan(
            **{
                "missions": [mission("m"), mission("n")],
                "frames": [frame("f", ["m", "n"], ALWAYS)],
                "forces": [
                    unit("battalion"),
                    pool("pool", step(None, None, 9), parent="battalion"),
                    unit("alpha", "pool"),
                    unit("bravo", "battalion"),
                    unit("other"),
                ],
                "recovery_rules": [rule],
                "rotations": list(rotations),
                **lists,
            }
        )
    )
    return [one for one in found if one["code"] == "FOR003"]


# Ten days on tour, to 10 January; 30 days of rest are 11 January to 9 February.
TOUR = rotation("tour", "m", "2026-01-01", "2026-01-10", **SOLDIER)


def later(first: str, last: str, **extra: object) -> Row:
    return rotation("later", "n", first, last, **{**SOLDIER, **extra})


def short(days: tuple[str, str], free: int, needed: int, rule: str = "rest") -> Brief:
    return ("FOR003", "error", ("alpha", "later", rule), *days, free, needed)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-02-10", "2026-06-30", []),
        ("2026-02-09", "2026-06-30", [short(("2026-02-09", "2026-02-09"), 29, 30)]),
        ("2026-01-11", "2026-06-30", [short(("2026-01-11", "2026-02-09"), 0, 30)]),
        ("2026-01-11", "2026-01-12", [short(("2026-01-11", "2026-01-12"), 0, 30)]),
        # What overlaps the tour is left to FOR001.
        ("2026-01-10", "2026-06-30", []),
    ],
)
def test_an_interval_claims_its_days_after_a_tour(
    first: str, last: str, expected: list[Brief]
) -> None:
    assert brief(resting(TOUR, later(first, last))) == expected


@pytest.mark.parametrize(
    ("factor", "needed"), [(2, 20), (0.5, 5), (1.01, 11), (1.1, 11), (0.7, 7), (0, None)]
)
def test_a_ratio_claims_as_an_exact_decimal_rounded_up(factor: float, needed: int | None) -> None:
    rule = recovery_rule("rest", "ratio", factor=factor)

    found = resting(TOUR, later("2026-01-11", "2026-06-30"), rule=rule)

    assert [one["limit"] for one in found] == ([] if needed is None else [needed])


def test_recovery_has_exact_fields_and_names_all_tours_that_claim_the_first_day() -> None:
    # Ratio 1: tour claims 11 - 20 January, long (12 - 31 December) 1 - 20 January, as late;
    # tour ended last. Early (1 - 5 January) claims to 10 January only.
    rule = recovery_rule("rest", "ratio", factor=1)
    long = rotation("long", "m", "2025-12-12", "2025-12-31", **SOLDIER)
    early = rotation("early", "m", "2026-01-01", "2026-01-05", **SOLDIER)

    found = resting(TOUR, long, early, later("2026-01-18", "2026-06-30"), rule=rule)

    assert [one for one in found if one["subjects"][1]["id"] == "later"] == [
        {
            "code": "FOR003",
            "severity": "error",
            "waived": False,
            "subjects": [
                {"kind": "force", "id": "alpha"},
                {"kind": "rotation", "id": "later"},
                {"kind": "recovery_rule", "id": "rest"},
            ],
            "first_day": "2026-01-18",
            "last_day": "2026-01-20",
            "measured": 7,
            "peak_day": None,
            "limit": 10,
            "excess": 3,
            "contributors": [
                {"kind": "rotation", "id": "long", "amount": 20},
                {"kind": "rotation", "id": "tour", "amount": 10},
            ],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


@pytest.mark.parametrize(
    ("tour_on", "later_on", "named", "claimed"),
    [
        ("alpha", "alpha", [], True),
        ("battalion", "alpha", [], True),
        ("alpha", "battalion", [], True),
        ("alpha", "bravo", [], False),
        ("pool", "pool", [], False),
        ("alpha", "alpha", ["battalion"], True),
        ("alpha", "alpha", ["pool"], True),
        # The inner one of the two is alpha, whichever of them was on tour.
        ("battalion", "alpha", ["alpha"], True),
        ("alpha", "battalion", ["alpha"], True),
        ("battalion", "battalion", ["alpha"], False),
        ("alpha", "alpha", ["bravo", "other"], False),
    ],
)
def test_recovery_is_claimed_of_the_unit_its_parts_and_the_whole_where_the_rule_holds(
    tour_on: str, later_on: str, named: list[str], *, claimed: bool
) -> None:
    found = resting(
        rotation("tour", "m", "2026-01-01", "2026-01-10", military=1, force=tour_on),
        later("2026-01-20", "2026-06-30", force=later_on),
        rule={**INTERVAL, "forces": named},
    )

    assert [one["subjects"][0]["id"] for one in found] == ([later_on] if claimed else [])


@pytest.mark.parametrize(
    ("rule", "claimed"),
    [
        ({"categories": ["civilian", "military"]}, True),
        ({"categories": ["civilian"]}, False),
        ({"exempt_missions": [{"mission": "m", "reason": ""}]}, False),
        ({"exempt_missions": [{"mission": "n", "reason": ""}]}, True),
        # The rule must hold on the last day of the tour.
        ({"first_day": "2026-01-10"}, True),
        ({"first_day": "2026-01-11"}, False),
        ({"last_day": "2026-01-10"}, True),
        ({"last_day": "2026-01-09"}, False),
        ({"days": 0}, False),
    ],
)
def test_a_rule_holds_for_its_categories_missions_and_days(rule: Row, *, claimed: bool) -> None:
    found = resting(TOUR, later("2026-01-11", "2026-06-30"), rule={**INTERVAL, **rule})

    assert (found != []) is claimed


def test_the_later_booking_needs_no_people_and_the_tour_must_not_be_cancelled() -> None:
    ship = later("2026-01-11", "2026-06-30", military=0)

    assert len(resting(TOUR, ship)) == 1
    assert resting({**TOUR, "status": "cancelled"}, ship) == []
    assert resting(TOUR, {**ship, "status": "cancelled"}) == []


@pytest.mark.parametrize(
    ("kind", "claimed"),
    [
        ("readiness", True),
        ("national", True),
        ("other", True),
        ("exercise", False),
        ("maintenance", False),
    ],
)
def test_maintenance_and_exercises_may_begin_during_recovery(kind: str, *, claimed: bool) -> None:
    found = resting(
        TOUR, commitments=[commitment("c", "alpha", ("2026-01-12", "2026-03-31"), kind=kind)]
    )

    expected = ("FOR003", "error", ("alpha", "c", "rest"), "2026-01-12", "2026-02-09", 1, 30)
    assert brief(found) == ([expected] if claimed else [])


def test_a_commitment_that_is_not_exclusive_may_begin_during_recovery() -> None:
    aside = commitment("c", "alpha", ("2026-01-12", "2026-03-31"), exclusive=False)

    assert resting(TOUR, commitments=[aside]) == []


def test_an_open_commitment_begins_and_ends_with_the_planning_period() -> None:
    found = resting(
        TOUR,
        commitments=[commitment("c", "alpha", ALWAYS)],
        settings={"planning_first_day": "2026-01-15", "planning_last_day": "2026-01-20"},
    )

    assert brief(found) == [
        ("FOR003", "error", ("alpha", "c", "rest"), "2026-01-15", "2026-01-20", 4, 30)
    ]


def test_no_recovery_is_claimed_within_a_chain_of_continues_also_through_a_cancelled_one() -> None:
    gone = rotation("gone", "m", "2026-01-11", "2026-01-11", continues="tour", status="cancelled")

    assert resting(TOUR, later("2026-01-11", "2026-06-30", continues="tour")) == []
    assert resting(TOUR, gone, later("2026-01-11", "2026-06-30", continues="gone")) == []


def test_each_rotation_of_a_chain_claims_recovery_by_itself() -> None:
    # The second part of five days, to 15 January, claims to 14 February.
    second = rotation("more", "n", "2026-01-11", "2026-01-15", continues="tour", **SOLDIER)

    found = resting(TOUR, second, later("2026-02-09", "2026-06-30"))

    assert brief(found) == [short(("2026-02-09", "2026-02-14"), 24, 30)]
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "more", "amount": 30},
        {"kind": "rotation", "id": "tour", "amount": 30},
    ]


def test_a_nested_or_shared_booking_must_wait_for_recovery_too() -> None:
    assert len(resting(TOUR, later("2026-01-11", "2026-06-30", part_of="tour"))) == 1


def quota(**extra: object) -> Row:
    return recovery_rule("quota", "quota", **{"days": 5, "window_days": 10, **extra})


def on_tour(id_: str, first: int, last: int, **extra: object) -> Row:
    """A rotation in January 2026."""
    return rotation(id_, "m", f"2026-01-{first:02}", f"2026-01-{last:02}", **{**SOLDIER, **extra})


def used(first: int, last: int, measured: int, unit_id: str = "alpha") -> Brief:
    days = (f"2026-01-{first:02}", f"2026-01-{last:02}")
    return ("FOR003", "error", (unit_id, "quota"), *days, measured, 5)


def test_a_quota_is_broken_on_each_day_on_tour_that_is_one_too_many() -> None:
    assert brief(resting(on_tour("r1", 1, 5), rule=quota())) == []
    assert brief(resting(on_tour("r1", 1, 6), rule=quota())) == [used(6, 6, 6)]
    # On the 10th and after, 10 days of tour are in the window.
    assert brief(resting(on_tour("r1", 1, 12), rule=quota())) == [used(6, 12, 10)]


def test_a_quota_has_exact_fields() -> None:
    # 1-3 and 8-12 January. On the 10th the window is 1-10: 6; the 11th 2-11: 6; the 12th 3-12: 6.
    found = resting(on_tour("r1", 1, 3), on_tour("r2", 8, 12), rule=quota())

    assert found == [
        {
            "code": "FOR003",
            "severity": "error",
            "waived": False,
            "subjects": [
                {"kind": "force", "id": "alpha"},
                {"kind": "recovery_rule", "id": "quota"},
            ],
            "first_day": "2026-01-10",
            "last_day": "2026-01-12",
            "measured": 6,
            "peak_day": "2026-01-10",
            "limit": 5,
            "excess": 1,
            "contributors": [
                {"kind": "rotation", "id": "r1", "amount": 3},
                {"kind": "rotation", "id": "r2", "amount": 3},
            ],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def test_a_day_on_two_tours_at_once_counts_once_in_a_quota() -> None:
    found = resting(on_tour("r1", 1, 6), on_tour("r2", 1, 6), rule=quota())

    assert brief(found) == [used(6, 6, 6)]
    assert [one["amount"] for one in found[0]["contributors"]] == [6, 6]


def test_tours_of_the_whole_count_for_the_part_but_not_the_other_way_round() -> None:
    found = resting(on_tour("r1", 1, 4, force="battalion"), on_tour("r2", 5, 8), rule=quota())

    assert brief(found) == [used(6, 8, 8)]


def test_a_quota_counts_only_days_on_which_the_rule_holds() -> None:
    found = resting(on_tour("r1", 1, 12), rule=quota(first_day="2026-01-04", last_day="2026-01-10"))

    assert brief(found) == [used(9, 10, 7)]


def test_a_quota_holds_for_the_units_it_names_and_all_inside_them() -> None:
    both = [on_tour("r1", 1, 6, force="battalion"), on_tour("r2", 21, 26)]

    # The tour of the battalion is one of alpha inside it too; that of alpha is none of the whole.
    of_alpha = [used(6, 6, 6), used(26, 26, 6)]
    assert brief(resting(*both, rule=quota(forces=["alpha"]))) == of_alpha
    assert brief(resting(*both, rule=quota(forces=["pool"]))) == of_alpha
    assert brief(resting(*both, rule=quota(forces=["bravo"]))) == []
    # Sorted by first day before the subjects.
    assert brief(resting(*both, rule=quota(forces=["battalion"]))) == [
        used(6, 6, 6),
        used(6, 6, 6, "battalion"),
        used(26, 26, 6),
    ]


def test_other_categories_and_exempt_missions_do_not_count_in_a_quota() -> None:
    exempt = [{"mission": "m", "reason": ""}]

    assert resting(on_tour("r1", 1, 9, military=0, police=3), rule=quota()) == []
    assert resting(on_tour("r1", 1, 9), rule=quota(exempt_missions=exempt)) == []
    assert resting(on_tour("r1", 1, 9, status="cancelled"), rule=quota()) == []
