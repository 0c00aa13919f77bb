"""FRA001 to FRA003 of the second opinion, by hand: strength, margins and years."""

import pytest

from tests.oracle import check
from tests.oracle.building import Brief, Row, brief, frame, limit, mission, plan, rotation

YEAR_2026 = ("2026-01-01", "2026-12-31")
BOTH_YEARS = ("2026-01-01", "2027-12-31")
MARCH = ("2026-03-01", "2026-03-31")


def limited(one: Row, *rotations: Row, **lists: object) -> Row:
    """A plan with one mission, and one frame of 2026 with this limit."""
    return plan(
        **{
            "missions": [mission("m")],
            "frames": [frame("f", ["m"], YEAR_2026, one)],
            "rotations": list(rotations),
            **lists,
        }
    )


def of_limits(document: Row) -> list[Brief]:
    return [one for one in brief(check(document)) if one[0] in {"FRA001", "FRA002", "FRA003"}]


@pytest.mark.parametrize(
    ("binding", "number", "settings", "people", "expected"),
    [
        ("maximum", 10, {}, 10, None),
        ("maximum", 10, {}, 11, "error"),
        ("exact", 10, {}, 9, None),
        ("exact", 10, {}, 10, None),
        ("exact", 10, {}, 11, "error"),
        ("maximum", 0, {}, 0, None),
        ("maximum", 0, {}, 1, "error"),
        # 10 percent of 10 is 1, as much as the least margin.
        ("circa", 10, {}, 10, None),
        ("circa", 10, {}, 11, "warning"),
        ("circa", 10, {}, 12, "error"),
        # 10 percent of 11 is 1.1, rounded up 2.
        ("circa", 11, {}, 13, "warning"),
        ("circa", 11, {}, 14, "error"),
        ("modular", 11, {}, 12, "warning"),
        ("modular", 11, {}, 14, "error"),
        # 10 percent of 3 is 0.3, rounded up 1.
        ("circa", 3, {}, 4, "warning"),
        ("circa", 3, {}, 5, "error"),
        ("circa", 3, {"circa_least": 2}, 5, "warning"),
        ("circa", 3, {"circa_least": 2}, 6, "error"),
        ("circa", 3, {"circa_percent": 0, "circa_least": 0}, 4, "error"),
        ("circa", 0, {}, 1, "warning"),
        ("circa", 0, {}, 2, "error"),
        ("unlimited", None, {}, 999, None),
        ("unknown", None, {}, 999, None),
    ],
)
def test_a_limit_holds_until_it_is_passed(
    binding: str, number: int | None, settings: Row, people: int, expected: str | None
) -> None:
    document = limited(
        limit("cap", number, binding=binding),
        rotation("r1", "m", *MARCH, military=people),
        settings=settings,
    )

    assert [one[1] for one in of_limits(document)] == ([] if expected is None else [expected])


def test_an_unread_limit_is_compared_with_nothing_though_it_has_a_number() -> None:
    unread = limit("cap", 5, measure=None, binding="unread")

    assert of_limits(limited(unread, rotation("r1", "m", *MARCH, military=50))) == []


def test_a_run_has_the_severity_of_its_peak_and_its_first_largest_day() -> None:
    # 4 on circa 3 from 1 March, 5 from 11 to 20 March, 4 until the end of March.
    document = limited(
        limit("cap", 3, binding="circa"),
        rotation("r1", "m", *MARCH, military=4),
        rotation("r2", "m", "2026-03-11", "2026-03-20", military=1),
        rotation("r3", "m", *MARCH),
    )

    assert [one for one in check(document) if one["code"] == "FRA001"] == [
        {
            "code": "FRA001",
            "severity": "error",
            "waived": False,
            "subjects": [{"kind": "limit", "id": "cap"}],
            "first_day": "2026-03-01",
            "last_day": "2026-03-31",
            "measured": 5,
            "peak_day": "2026-03-11",
            "limit": 3,
            "excess": 2,
            "contributors": [
                {"kind": "rotation", "id": "r1", "amount": 4},
                {"kind": "rotation", "id": "r2", "amount": 1},
            ],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def test_days_that_are_apart_are_findings_apart() -> None:
    document = limited(
        limit("cap", 1),
        rotation("r1", "m", "2026-03-01", "2026-03-02", military=2),
        rotation("r2", "m", "2026-03-04", "2026-03-04", military=3),
    )

    assert of_limits(document) == [
        ("FRA001", "error", ("cap",), "2026-03-01", "2026-03-02", 2, 1),
        ("FRA001", "error", ("cap",), "2026-03-04", "2026-03-04", 3, 1),
    ]


def test_strength_is_counted_only_while_the_frame_is_in_force() -> None:
    document = limited(limit("cap", 1), rotation("r1", "m", "2025-12-01", "2027-01-31", military=2))

    assert of_limits(document) == [("FRA001", "error", ("cap",), "2026-01-01", "2026-12-31", 2, 1)]


def test_only_the_categories_of_the_limit_count_and_they_count_together() -> None:
    document = limited(
        limit("cap", 4, "civilian", "police"),
        rotation("r1", "m", *MARCH, military=9, civilian=2, police=3),
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), *MARCH, 5, 4)]


def test_a_part_of_another_rotation_counts_in_full_and_a_cancelled_one_does_not() -> None:
    document = limited(
        limit("cap", 4),
        rotation("r1", "m", *MARCH, military=3),
        rotation("r2", "m", *MARCH, military=2, part_of="r1"),
        rotation("r3", "m", *MARCH, military=7, status="cancelled"),
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), *MARCH, 5, 4)]


def test_teams_count_whatever_the_categories_and_no_teams_is_none() -> None:
    document = limited(
        limit("cap", 2, "police", measure="teams"),
        rotation("r1", "m", *MARCH, teams=3),
        rotation("r2", "m", *MARCH, police=30),
    )

    found = [one for one in check(document) if one["code"] == "FRA002"]

    assert brief(found) == [("FRA002", "error", ("cap",), *MARCH, 3, 2)]
    assert found[0]["contributors"] == [{"kind": "rotation", "id": "r1", "amount": 3}]
    assert found[0]["peak_day"] == "2026-03-01"


def test_first_days_count_in_their_own_year_and_only_when_the_frame_is_in_force() -> None:
    document = plan(
        missions=[mission("m")],
        frames=[
            frame(
                "f",
                ["m"],
                ("2026-02-01", "2027-12-31"),
                limit("cap", 5, "military", measure="persons_per_year"),
            )
        ],
        rotations=[
            rotation("r0", "m", "2026-01-31", "2026-02-28", military=100),
            rotation("r1", "m", "2026-02-01", "2026-02-01", military=3, civilian=50),
            rotation("r2", "m", "2026-12-31", "2027-06-30", military=3),
            rotation("r3", "m", "2027-01-01", "2027-01-31", military=5),
            rotation("r4", "m", "2026-05-01", "2026-05-31", military=9, status="cancelled"),
        ],
    )

    found = [one for one in check(document) if one["code"] == "FRA003"]

    assert brief(found) == [("FRA003", "error", ("cap",), *YEAR_2026, 6, 5)]
    assert found[0]["peak_day"] is None
    assert found[0]["excess"] == 1
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": 3},
        {"kind": "rotation", "id": "r2", "amount": 3},
    ]


def test_teams_per_year_count_teams() -> None:
    document = limited(
        limit("cap", 2, measure="teams_per_year", binding="circa"),
        rotation("r1", "m", "2026-03-01", "2026-03-02", teams=1),
        rotation("r2", "m", "2026-04-01", "2026-04-02", teams=2),
    )

    assert of_limits(document) == [("FRA003", "warning", ("cap",), *YEAR_2026, 3, 2)]


def test_each_year_above_is_a_finding_of_its_own() -> None:
    document = plan(
        missions=[mission("m")],
        frames=[frame("f", ["m"], BOTH_YEARS, limit("cap", 1, measure="persons_per_year"))],
        rotations=[
            rotation("r1", "m", "2026-12-31", "2026-12-31", military=2),
            rotation("r2", "m", "2027-01-01", "2027-01-01", military=3),
        ],
    )

    assert of_limits(document) == [
        ("FRA003", "error", ("cap",), "2026-01-01", "2026-12-31", 2, 1),
        ("FRA003", "error", ("cap",), "2027-01-01", "2027-12-31", 3, 1),
    ]


def test_a_mean_equal_to_the_limit_is_no_breach() -> None:
    document = limited(
        limit("cap", 7, measure="average_per_year"),
        rotation("r1", "m", "2025-06-01", "2027-06-01", military=7),
    )

    assert of_limits(document) == []


def test_a_mean_is_compared_exactly_and_printed_with_two_decimals() -> None:
    # One person-day more than 7 x 365 = 2555: 2556 / 365 = 7.0027...
    document = limited(
        limit("cap", 7, measure="average_per_year"),
        rotation("r1", "m", *YEAR_2026, military=7),
        rotation("r2", "m", "2026-03-01", "2026-03-01", civilian=1),
    )

    found = [one for one in check(document) if one["code"] == "FRA003"]

    assert brief(found) == [("FRA003", "error", ("cap",), *YEAR_2026, 7.0, 7)]
    assert found[0]["excess"] == 0.0
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": 2555},
        {"kind": "rotation", "id": "r2", "amount": 1},
    ]


def test_a_mean_is_over_all_days_of_a_leap_year_though_the_frame_is_not() -> None:
    # In force 31 days: 31 x 10 = 310 person-days, over 366 days 0.8469...
    document = plan(
        missions=[mission("m")],
        frames=[
            frame(
                "f",
                ["m"],
                ("2028-01-01", "2028-01-31"),
                limit("cap", 0, measure="average_per_year"),
            )
        ],
        rotations=[rotation("r1", "m", "2028-01-01", "2028-12-31", military=10)],
    )

    found = [one for one in check(document) if one["code"] == "FRA003"]

    assert brief(found) == [("FRA003", "error", ("cap",), "2028-01-01", "2028-12-31", 0.85, 0)]
    assert found[0]["excess"] == 0.85


@pytest.mark.parametrize(("people", "expected"), [(3, []), (4, ["warning"]), (5, ["error"])])
def test_a_mean_has_a_circa_margin_too(people: int, expected: list[str]) -> None:
    # Circa 3 leaves 1: a mean of exactly 4 is still a warning.
    document = limited(
        limit("cap", 3, measure="average_per_year", binding="circa"),
        rotation("r1", "m", *YEAR_2026, military=people),
    )

    assert [one[1] for one in of_limits(document)] == expected


def test_a_mean_one_person_day_above_number_and_margin_is_an_error() -> None:
    document = limited(
        limit("cap", 3, measure="average_per_year", binding="circa"),
        rotation("r1", "m", *YEAR_2026, military=4),
        rotation("r2", "m", "2026-03-01", "2026-03-01", military=1),
    )

    assert of_limits(document) == [("FRA003", "error", ("cap",), *YEAR_2026, 4.0, 3)]
