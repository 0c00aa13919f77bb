"""ROT001 to ROT003, MAN001, DEC001 and COV001 of the second opinion, by hand."""

from datetime import date

import pytest

from tests.oracle import check
from tests.oracle.building import (
    Brief,
    Row,
    brief,
    frame,
    length_rule,
    mandate,
    mission,
    plan,
    post,
    rotation,
)

RULES = [
    length_rule("military", 4, 6, (None, "2020-12-31")),
    length_rule("military", 3, 12, ("2021-01-01", None)),
    length_rule("civilian", 12, None),
]


def planned(*rotations: Row, of: Row | None = None, **lists: object) -> Row:
    """A plan with one mission m, whose frame is unlimited."""
    return plan(
        **{
            "missions": [of or mission("m")],
            "frames": [frame("f", ["m"], (None, None))],
            "rotations": list(rotations),
            **lists,
        }
    )


def lengths(first: str, last: str, of: Row | None = None, **extra: object) -> list[Brief]:
    return brief(
        check(planned(rotation("r1", "m", first, last, **extra), of=of, length_rules=RULES))
    )


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-01-31", "2025-04-29", []),
        ("2025-01-31", "2025-04-28", [("ROT001", "error", 88, 89)]),
        ("2025-05-01", "2025-07-31", []),
        ("2025-05-01", "2025-07-30", [("ROT001", "error", 91, 92)]),
        ("2024-02-29", "2025-02-27", []),
        ("2024-02-29", "2025-02-28", [("ROT002", "error", 366, 365)]),
        # Until 31 December 2020 4 to 6 months, by the first day.
        ("2020-12-31", "2021-04-29", []),
        ("2020-12-31", "2021-04-28", [("ROT001", "error", 119, 120)]),
        ("2020-12-31", "2021-06-29", []),
        ("2020-12-31", "2021-06-30", [("ROT002", "error", 182, 181)]),
        ("2021-01-01", "2021-03-31", []),
        ("2021-01-01", "2021-12-31", []),
        ("2021-01-01", "2022-01-01", [("ROT002", "error", 366, 365)]),
    ],
)
def test_a_military_tour_has_its_lengths(
    first: str, last: str, expected: list[tuple[str, str, int, int]]
) -> None:
    found = lengths(first, last, military=1)

    assert found == [
        (code, severity, ("r1",), first, last, measured, number)
        for code, severity, measured, number in expected
    ]


def outcome(first: str, last: str, of: Row | None = None, **extra: object) -> list[object]:
    return [(one[0], one[1], one[6]) for one in lengths(first, last, of, **extra)]


def test_a_civilian_minimum_is_a_warning_and_police_have_no_bounds() -> None:
    assert outcome("2026-01-01", "2026-06-30", civilian=1) == [("ROT001", "warning", 365)]
    assert outcome("2026-01-01", "2026-01-01", police=1) == []


def test_a_broken_military_minimum_beside_a_civilian_one_is_an_error_by_the_strictest() -> None:
    found = outcome("2026-01-01", "2026-02-28", military=1, civilian=1)

    assert found == [("ROT001", "error", 365)]


def test_only_the_civilian_minimum_is_broken_though_the_military_one_is_there() -> None:
    found = outcome("2026-01-01", "2026-06-30", military=1, civilian=1)

    assert found == [("ROT001", "warning", 365)]


def test_too_short_for_civilians_and_too_long_for_the_military() -> None:
    # In 2020: 6 months at most for the military, 12 at least for civilians.
    found = outcome("2020-01-01", "2020-08-31", military=1, civilian=1)

    assert found == [("ROT002", "error", 182), ("ROT001", "warning", 366)]


def test_all_length_rules_that_hold_apply_and_the_strictest_broken_is_named() -> None:
    rules = [length_rule("military", 3, 9), {**length_rule("military", 4, 12), "id": "more"}]
    document = planned(
        rotation("r1", "m", "2026-01-01", "2026-02-28", military=1),
        rotation("r2", "m", "2026-01-01", "2027-06-30", military=1),
        length_rules=rules,
    )

    assert [(one[0], one[2], one[6]) for one in brief(check(document))] == [
        ("ROT001", ("r1",), 120),
        ("ROT002", ("r2",), 273),
    ]


@pytest.mark.parametrize(
    ("justification", "severity"), [("", "error"), (" \t\n", "error"), ("agreed", "note")]
)
def test_a_justification_of_more_than_blanks_makes_it_a_note(
    justification: str, severity: str
) -> None:
    short = outcome("2026-01-01", "2026-01-31", military=1, justification=justification)
    long = outcome("2026-01-01", "2027-12-31", military=1, justification=justification)

    assert short == [("ROT001", severity, 90)]
    assert long == [("ROT002", severity, 365)]


def test_a_missions_own_bound_takes_the_place_of_that_bound_for_every_category() -> None:
    gpoi = mission("m", min_length={"days": 70}, max_length={"days": 70})

    assert outcome("2026-01-01", "2026-03-11", gpoi, military=1, civilian=1, police=1) == []
    assert outcome("2026-01-01", "2026-03-10", gpoi, police=1) == [("ROT001", "error", 70)]
    assert outcome("2026-01-01", "2026-03-12", gpoi, police=1) == [("ROT002", "error", 70)]
    assert outcome("2026-01-01", "2026-03-10", gpoi, civilian=1) == [("ROT001", "warning", 70)]
    assert outcome("2026-01-01", "2026-03-10", gpoi, civilian=1, police=1) == [
        ("ROT001", "error", 70)
    ]
    assert outcome("2026-01-01", "2026-03-12", gpoi, civilian=1) == [("ROT002", "error", 70)]


def test_a_missions_own_minimum_leaves_the_maximum_of_the_rules() -> None:
    vpd = mission("m", min_length={"days": 1})

    assert outcome("2026-01-01", "2026-01-01", vpd, military=1, civilian=1) == []
    assert outcome("2026-01-01", "2027-01-01", vpd, military=1) == [("ROT002", "error", 365)]


def test_a_missions_own_bound_in_months_counts_months() -> None:
    own = mission("m", min_length={"months": 3})

    assert outcome("2025-01-31", "2025-04-29", own, police=1) == []
    assert outcome("2025-01-31", "2025-04-28", own, police=1) == [("ROT001", "error", 89)]


def test_a_rotation_without_people_or_that_is_cancelled_has_no_bounds() -> None:
    own = mission("m", min_length={"days": 70})

    assert outcome("2026-01-01", "2026-01-01", own, teams=1) == []
    assert outcome("2026-01-01", "2026-01-01", own, military=1, status="cancelled") == []


def handover(first: str, last: str, handover_days: int = 0, **extra: object) -> list[Row]:
    """What ROT003 says of a rotation that relieves one from 1 March to 30 June."""
    document = planned(
        rotation("r1", "m", "2026-03-01", "2026-06-30"),
        rotation("r2", "m", first, last, relieves="r1", **extra),
        of=mission("m", handover_days=handover_days),
    )
    return check(document)


def test_a_gap_has_exact_fields() -> None:
    assert handover("2026-07-04", "2026-12-31") == [
        {
            "code": "ROT003",
            "severity": "warning",
            "waived": False,
            "subjects": [{"kind": "rotation", "id": "r2"}, {"kind": "rotation", "id": "r1"}],
            "first_day": "2026-07-01",
            "last_day": "2026-07-03",
            "measured": 3,
            "peak_day": None,
            "limit": 0,
            "excess": 3,
            "contributors": [],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


@pytest.mark.parametrize(
    ("first", "last", "handover_days", "expected"),
    [
        ("2026-07-01", "2026-12-31", 0, []),
        ("2026-06-30", "2026-12-31", 1, []),
        ("2026-06-21", "2026-12-31", 10, []),
        ("2026-06-20", "2026-12-31", 10, [("2026-06-20", "2026-06-30", 11, 10)]),
        ("2026-06-20", "2026-06-25", 3, [("2026-06-20", "2026-06-25", 6, 3)]),
        ("2026-01-01", "2026-12-31", 30, [("2026-03-01", "2026-06-30", 122, 30)]),
        # Before the relieved one, with days between.
        ("2026-01-01", "2026-02-26", 10, [("2026-02-27", "2026-02-28", 2, 0)]),
    ],
)
def test_a_handover_has_neither_gap_nor_too_much_overlap(
    first: str, last: str, handover_days: int, expected: list[tuple[str, str, int, int]]
) -> None:
    found = brief(handover(first, last, handover_days))

    assert found == [("ROT003", "warning", ("r2", "r1"), *fields) for fields in expected]


def test_a_cancelled_successor_has_no_handover() -> None:
    assert handover("2026-09-01", "2026-12-31", status="cancelled") == []


def test_a_cancelled_predecessor_has_no_handover() -> None:
    document = planned(
        rotation("r1", "m", "2026-03-01", "2026-06-30", status="cancelled"),
        rotation("r2", "m", "2026-09-01", "2026-12-31", relieves="r1"),
    )

    assert check(document) == []


def test_days_outside_every_mandate_are_named() -> None:
    document = planned(
        rotation("r1", "m", "2026-01-01", "2026-12-31"),
        rotation("r2", "m", "2026-01-01", "2026-12-31", status="cancelled"),
        mandates=[
            mandate("a", "m", None, "2026-02-28"),
            mandate("b", "m", "2026-03-02", "2026-06-30"),
            mandate("c", "m", "2026-06-15", "2026-10-31"),
        ],
    )

    assert brief(check(document)) == [
        ("MAN001", "warning", ("r1",), "2026-03-01", "2026-03-01", None, None),
        ("MAN001", "warning", ("r1",), "2026-11-01", "2026-12-31", None, None),
    ]


def test_a_mission_without_mandates_is_inside_them_all() -> None:
    document = planned(
        rotation("r1", "m", "2026-01-01", "2026-12-31"),
        missions=[mission("m"), mission("n")],
        mandates=[mandate("a", "n", "2020-01-01", "2020-12-31")],
    )

    assert check(document) == []


@pytest.mark.parametrize(
    ("status", "as_of", "measured"),
    [
        ("draft", date(2026, 2, 10), None),
        ("draft", date(2026, 2, 11), 1),
        ("planned", date(2026, 3, 31), 49),
        ("approved", date(2026, 3, 31), None),
        ("deployed", date(2026, 3, 31), None),
        ("completed", date(2026, 3, 31), None),
        ("cancelled", date(2026, 3, 31), None),
        ("planned", None, None),
    ],
)
def test_a_decision_is_overdue_after_its_day(
    status: str, as_of: date | None, measured: int | None
) -> None:
    # 31 March less 20 days of preparation is 11 March, less 29 days of lead 10 February.
    document = planned(
        rotation("r1", "m", "2026-03-31", "2026-09-30", status=status),
        of=mission("m", preparation_days=20, decision_lead_days=29),
    )

    found = check(document, as_of)

    expected = ("DEC001", "warning", ("r1",), "2026-03-31", "2026-09-30", measured, 0)
    assert brief(found) == ([] if measured is None else [expected])
    assert [one["excess"] for one in found] == ([] if measured is None else [measured])


def filled(*rotations: Row, days: tuple[str | None, str | None], **lists: object) -> list[Row]:
    seats = [post("p", "m", 3, days), post("q", "m", 0, days)]
    return check({**planned(*rotations, posts=seats), **lists})


def test_a_post_that_is_short_of_people_has_exact_fields() -> None:
    found = filled(
        rotation("r1", "m", "2026-01-01", "2026-03-10", military=3, post="p"),
        rotation("r2", "m", "2026-03-16", "2026-03-31", military=1, civilian=5, post="p"),
        rotation("r3", "m", "2026-03-11", "2026-03-31", military=1, post="p"),
        rotation("r4", "m", "2026-03-11", "2026-03-31", military=9),
        days=("2026-03-01", "2026-03-31"),
    )

    assert found == [
        {
            "code": "COV001",
            "severity": "note",
            "waived": False,
            "subjects": [{"kind": "post", "id": "p"}],
            "first_day": "2026-03-11",
            "last_day": "2026-03-31",
            "measured": 1,
            "peak_day": "2026-03-11",
            "limit": 3,
            "excess": 2,
            "contributors": [{"kind": "rotation", "id": "r3", "amount": 1}],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def test_an_open_post_is_looked_at_over_the_days_of_any_rotation() -> None:
    found = filled(
        rotation("r1", "m", "2026-01-01", "2026-03-10", military=3, post="p"),
        rotation("r2", "m", "2025-12-30", "2026-03-12", status="cancelled", military=3, post="p"),
        days=(None, None),
    )

    assert brief(found) == [
        ("COV001", "note", ("p",), "2025-12-30", "2025-12-31", 0, 3),
        ("COV001", "note", ("p",), "2026-03-11", "2026-03-12", 0, 3),
    ]


def test_an_open_post_is_looked_at_over_the_planning_period() -> None:
    found = filled(
        rotation("r1", "m", "2026-01-01", "2026-03-10", military=3, post="p"),
        days=("2026-01-01", None),
        settings={"planning_first_day": "2025-01-01", "planning_last_day": "2026-03-12"},
    )

    assert brief(found) == [("COV001", "note", ("p",), "2026-03-11", "2026-03-12", 0, 3)]


def test_a_post_with_given_days_is_cut_by_nothing() -> None:
    found = filled(
        days=("2026-01-01", "2026-03-10"),
        settings={"planning_first_day": "2026-02-01", "planning_last_day": "2026-02-12"},
    )

    assert brief(found) == [("COV001", "note", ("p",), "2026-01-01", "2026-03-10", 0, 3)]


def test_an_open_post_without_rotations_or_planning_period_is_looked_at_on_no_day() -> None:
    assert filled(days=("2026-01-01", None)) == []


def test_the_handover_is_not_deducted_from_a_post() -> None:
    days = ("2026-03-01", "2026-03-10")
    found = filled(
        rotation("r1", "m", *days, military=2, post="p"),
        rotation("r2", "m", *days, military=1, post="p", relieves="r1"),
        days=days,
        missions=[mission("m", handover_days=10, handover_counts=False)],
    )

    assert found == []
