"""Findings as JSON: the keys, the counts and the numbers that others rely on."""

from __future__ import annotations

import json
from datetime import date

from domain.exchange.findings_json import report_document
from domain.model import Plan
from domain.rules.checker import check
from domain.rules.texts import message
from tests.domain.plan_builder import (
    cancelled,
    frame,
    limit,
    mandate,
    plan,
    post,
    rotation,
    waiver,
)

MARCH = ("2026-03-01", "2026-03-14")
TOO_MANY = plan(
    frame("osc", limit("osc-2025/cap", 7), limit("unread", 3, measure=None)),
    frame("untso", limit("unknown", binding="unknown")),
    rotation("r1", "osc", *MARCH, military=4),
    rotation("r2", "osc", *MARCH, military=4),
    *cancelled(rotation("r3", "osc", *MARCH, military=4)),
)


def document(about: Plan, as_of: date | None = None) -> dict[str, object]:
    found = report_document(about, check(about, as_of), as_of)
    read_back: dict[str, object] = json.loads(json.dumps(found))
    assert read_back == found
    return read_back


def test_the_document_says_what_was_checked() -> None:
    found = document(TOO_MANY)

    assert list(found) == ["plan", "scenario", "as_of", "checked", "counts", "findings"]
    assert (found["plan"], found["scenario"], found["as_of"]) == ("Plan", "Basis", None)
    assert found["checked"] == {"rotations": 2, "limits": 3, "unknown_limits": 2}


def test_the_day_it_was_checked_for_is_given() -> None:
    assert document(Plan(), date(2026, 3, 1))["as_of"] == "2026-03-01"


def test_a_finding_has_every_key_with_a_plain_value() -> None:
    (finding,) = [
        one
        for one in report_document(TOO_MANY, check(TOO_MANY), None)["findings"]
        if one["code"] == "FRA001"
    ]
    texts = {key: finding.pop(key) for key in ("message", "source", "parameters")}

    assert finding == {
        "code": "FRA001",
        "severity": "error",
        "waived": False,
        "subjects": [{"kind": "limit", "id": "osc-2025/cap"}],
        "first_day": "2026-03-01",
        "last_day": "2026-03-14",
        "measured": 8,
        "peak_day": "2026-03-01",
        "limit": 7,
        "excess": 1,
        "contributors": [
            {"kind": "rotation", "id": "r1", "amount": 4},
            {"kind": "rotation", "id": "r2", "amount": 4},
        ],
        "waiver": None,
        "lapsed_waivers": [],
    }
    assert "8" in texts["message"]
    assert texts["message"] == message(next(one for one in check(TOO_MANY) if one.code == "FRA001"))
    assert texts["source"]
    assert isinstance(texts["parameters"], dict)


def test_fields_that_a_rule_has_no_use_for_are_null() -> None:
    about = plan(mandate("osc", None, "2026-03-13"), frame("osc"), rotation("r1", "osc", *MARCH))
    (finding,) = report_document(about, check(about), None)["findings"]

    assert [finding[key] for key in ("measured", "limit", "excess", "peak_day", "waiver")] == [
        None,
        None,
        None,
        None,
        None,
    ]
    assert finding["contributors"] == []


def test_a_contributor_that_is_not_counted_has_no_amount() -> None:
    about = plan(
        frame("osc", limit("cap", binding="unknown")), rotation("r1", "osc", *MARCH, police=1)
    )
    (finding,) = report_document(about, check(about), None)["findings"]

    assert finding["contributors"] == [{"kind": "rotation", "id": "r1", "amount": None}]


def test_a_mean_is_a_number_with_at_most_two_decimals() -> None:
    about = plan(
        frame("nato", limit("cap", 10, measure="average_per_year")),
        rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
        rotation("r2", "nato", "2026-01-01", "2026-05-30", military=1),
    )
    (finding,) = report_document(about, check(about), None)["findings"]

    assert (finding["measured"], finding["limit"], finding["excess"]) == (10.41, 10, 0.41)


def test_waived_findings_are_counted_apart_and_stay_in_the_list() -> None:
    about = plan(
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", *MARCH, military=8),
        post("chief", "osc", 1, *MARCH),
        mandate("osc", None, "2026-03-13"),
        waiver("FRA001", ["limit cap"], MARCH, excess="1", contributors=["rotation r1"], id_="w1"),
    )
    found = report_document(about, check(about), None)

    assert found["counts"] == {"error": 0, "warning": 1, "note": 1, "waived": 1}
    assert [
        (one["code"], one["severity"], one["waived"], one["waiver"]) for one in found["findings"]
    ] == [
        ("FRA001", "error", True, "w1"),
        ("MAN001", "warning", False, None),
        ("COV001", "note", False, None),
    ]


def test_waivers_that_lapsed_are_named() -> None:
    about = plan(
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", *MARCH, military=9),
        waiver("FRA001", ["limit cap"], MARCH, excess="1", contributors=["rotation r1"]),
    )
    (finding,) = report_document(about, check(about), None)["findings"]

    assert (finding["waived"], finding["lapsed_waivers"]) == (False, ["waiver"])


def test_an_empty_plan_has_nothing_to_say() -> None:
    found = document(Plan(name="n", scenario="s"))

    assert found["checked"] == {"rotations": 0, "limits": 0, "unknown_limits": 0}
    assert found["counts"] == {"error": 0, "warning": 0, "note": 0, "waived": 0}
    assert found["findings"] == []
