"""The second opinion on the twelve worked cases, and the form of its document."""

from datetime import date

import pytest

from tests.oracle import check, report
from tests.oracle.building import (
    Brief,
    Row,
    brief,
    frame,
    limit,
    mission,
    plan,
    rotation,
    waiver,
)
from tests.oracle.worked_cases import worked_cases


@pytest.mark.parametrize(
    ("document", "expected"),
    [pytest.param(document, expected, id=name) for name, document, expected in worked_cases()],
)
def test_worked_case(document: Row, expected: list[Brief]) -> None:
    assert brief(check(document)) == expected


def test_the_joint_limit_of_two_missions_names_the_rotations_of_both() -> None:
    sahel = next(document for name, document, _ in worked_cases() if name.startswith("3."))

    assert check(sahel) == [
        {
            "code": "FRA001",
            "severity": "error",
            "waived": False,
            "subjects": [{"kind": "limit", "id": "sahel/cap"}],
            "first_day": "2026-05-01",
            "last_day": "2026-07-31",
            "measured": 16,
            "peak_day": "2026-05-01",
            "limit": 15,
            "excess": 1,
            "contributors": [
                {"kind": "rotation", "id": "mali", "amount": 10},
                {"kind": "rotation", "id": "niger", "amount": 6},
            ],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def _two_troubles() -> Row:
    """One error (no frame), one warning (circa), one note (unknown), one cancelled rotation."""
    return plan(
        missions=[mission("a"), mission("b")],
        frames=[
            frame(
                "f1",
                ["a"],
                ("2026-01-01", "2026-12-31"),
                limit("f1/cap", 3, "military", binding="circa"),
                limit("f1/civil", None, "civilian", binding="unknown"),
                limit("f1/police", 4, "police", measure=None, binding="unread"),
            )
        ],
        rotations=[
            rotation("r1", "a", "2026-02-01", "2026-03-31", military=4, civilian=1),
            rotation("r2", "b", "2026-02-01", "2026-03-31", military=1),
            rotation("r3", "b", "2026-02-01", "2026-03-31", military=1, status="cancelled"),
        ],
    )


def test_an_empty_plan_has_an_empty_report() -> None:
    assert report(plan()) == {
        "plan": "Plan",
        "scenario": "Basis",
        "as_of": None,
        "checked": {"rotations": 0, "limits": 0, "unknown_limits": 0},
        "counts": {"error": 0, "warning": 0, "note": 0, "waived": 0},
        "findings": [],
    }


def test_what_was_checked_leaves_out_cancelled_rotations_and_counts_unread_limits() -> None:
    document = report(_two_troubles(), date(2026, 1, 1))

    assert document["as_of"] == "2026-01-01"
    assert document["checked"] == {"rotations": 2, "limits": 3, "unknown_limits": 2}


def test_findings_are_sorted_by_severity_first() -> None:
    assert brief(check(_two_troubles())) == [
        ("FRA006", "error", ("r2",), "2026-02-01", "2026-03-31", None, None),
        ("FRA001", "warning", ("f1/cap",), "2026-02-01", "2026-03-31", 4, 3),
        ("FRA008", "note", ("f1",), "2026-02-01", "2026-03-31", None, None),
    ]


def test_a_waived_finding_is_counted_apart_and_keeps_its_severity() -> None:
    document = _two_troubles()
    no_frame, circa, _ = check(document)
    document["waivers"] = [waiver("w1", no_frame), waiver("w2", circa)]

    checked = report(document)

    assert checked["counts"] == {"error": 0, "warning": 0, "note": 1, "waived": 2}
    assert [(one["severity"], one["waived"]) for one in checked["findings"]] == [
        ("error", True),
        ("warning", True),
        ("note", False),
    ]


def test_ids_are_sorted_as_plain_text() -> None:
    ids = ["r2", "r10", "R1", "é"]
    document = plan(
        missions=[mission("b")],
        rotations=[rotation(id_, "b", "2026-02-01", "2026-02-02", police=1) for id_ in ids],
    )

    found = [one["subjects"][0]["id"] for one in check(document)]

    assert found == ["R1", "r10", "r2", "é"]
