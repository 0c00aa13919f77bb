"""Comparing two checkers: texts and the order of contributors do not count, all else does."""

from copy import deepcopy

from tests.oracle import check
from tests.oracle.building import Row, frame, limit, mission, plan, rotation
from tests.oracle.comparing import differences


def findings() -> list[Row]:
    return check(
        plan(
            missions=[mission("m")],
            frames=[frame("f", ["m"], (None, None), limit("cap", 1), limit("cup", 1))],
            rotations=[
                rotation("r1", "m", "2026-03-01", "2026-03-31", military=1),
                rotation("r2", "m", "2026-03-01", "2026-03-31", military=2),
            ],
        )
    )


def test_texts_and_the_order_of_contributors_make_no_difference() -> None:
    other = deepcopy(findings())
    other[0]["message"] = "Too many"
    other[0]["contributors"].reverse()

    assert differences(findings(), other) == []


def test_a_number_makes_a_difference_on_both_sides() -> None:
    other = deepcopy(findings())
    other[0]["measured"] = 4

    assert [line[:16] for line in differences(findings(), other)] == [
        "only the first: ",
        "only the second:",
    ]


def test_another_order_of_findings_is_a_difference() -> None:
    (line,) = differences(findings(), findings()[::-1])

    assert line.startswith("another order: [('FRA001', 'cap', '2026-03-01'), ('FRA001', 'cup'")
