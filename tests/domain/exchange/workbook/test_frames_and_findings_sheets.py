"""The sheets Frames and Findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from domain.exchange.workbook.about_days import about_days
from domain.model import NO_NOTES, DayNotes, EndKind, Limit, Precision, Source
from domain.rules.texts import message
from domain.words.fixed import yes_or_no
from domain.words.limits import limit_text
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    material,
    opened,
    place_of,
    rows_of,
)


def test_a_frame_stands_there_with_its_limits_its_condition_and_its_source(tmp_path: Path) -> None:
    frame = replace(
        build.frame(
            "unc",
            build.limit("cap", 3, "military", binding="circa"),
            build.limit("open", None, "police"),
            id_="new",
            days=("2025-01-01", "2028-06-30"),
            condition="if the evaluation allows it",
            supersedes=("old",),
        ),
        caveats=("no weapons", "not outside Seoul"),
        day_notes=DayNotes(last_precision=Precision.MONTH, last_note="tot en met juni 2028"),
        source=Source(
            document="Letter",
            decided_on=date(2025, 4, 4),
            section="§6",
            quote="circa drie",
            file="001.txt",
            lines="10-12",
        ),
    )
    plan = build.plan(build.frame("unc", id_="old", days=("2024-01-01", "2027-12-31")), frame)
    old, new = rows_of(opened(tmp_path, plan), "frames")
    assert dict(new) == {
        "missions": "UNC",
        "title": "Frame new",
        "limits": "persons at once: circa 3 (military)\npersons at once: no limit (police)",
        "first_day": datetime(2025, 1, 1),  # noqa: DTZ001
        "last_day": datetime(2028, 6, 30),  # noqa: DTZ001
        "x_days": "Last day: known to the month; tot en met juni 2028",
        "x_in_force": "yes",
        "in_force_from": datetime(2025, 1, 1),  # noqa: DTZ001
        "in_force_until": datetime(2028, 6, 30),  # noqa: DTZ001
        "condition": "if the evaluation allows it\nmet: not decided; until then in force",
        "supersedes": "Frame old (old)",
        "source": "Letter, §6",
        "caveats": "no weapons\nnot outside Seoul",
        "correction": "no",
        "document": "Letter",
        "decided_on": datetime(2025, 4, 4),  # noqa: DTZ001
        "section": "§6",
        "quote": "circa drie",
        "file": "001.txt",
        "lines": "10-12",
        "id": "new",
        "limit_ids": "cap\nopen",
    }
    assert old["in_force_until"] == datetime(2024, 12, 31)  # noqa: DTZ001


def test_a_frame_that_was_never_in_force_says_so(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", id_="wrong"),
        build.frame("osc", id_="right", supersedes=("wrong",), correction=True),
    )
    wrong, right = rows_of(opened(tmp_path, plan), "frames")
    assert (wrong["x_in_force"], wrong["in_force_from"]) == ("never", None)
    assert right["supersedes"] == "corrects Frame wrong (wrong)"
    assert right["x_days"] == "Last day: not stated"


def test_a_condition_that_was_decided_says_when(tmp_path: Path) -> None:
    frame = build.frame("osc", condition="if", condition_met=True)
    plan = build.plan(replace(frame, condition_decided_on=date(2026, 2, 1)))
    (row,) = rows_of(opened(tmp_path, plan), "frames")
    assert row["condition"] == "if\nmet: yes (01-02-2026)"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (build.limit("x", 7), "persons at once: at most 7 (military, civilian, police)"),
        (build.limit("x", 1, "military", binding="exact"), "persons at once: 1 (military)"),
        (
            build.limit("x", 20, "police", binding="modular"),
            "persons at once: modular, circa 20 (police)",
        ),
        (
            build.limit("x", binding="unknown", categories="military"),
            "persons at once: number unknown (military)",
        ),
        (
            build.limit("x", 15, "civilian", measure=None),
            "measure not chosen: 15 (civilian)",
        ),
        (
            build.limit("x", None, "civilian", measure=None),
            "measure not chosen: – (civilian)",
        ),
    ],
)
def test_a_limit_is_said_in_a_few_words(limit: Limit, words: str) -> None:
    assert limit_text(limit) == words


def test_an_open_last_day_is_said_by_its_kind() -> None:
    notes = DayNotes(Precision.YEAR, last_kind=EndKind.ONGOING)
    assert about_days(date(2025, 1, 1), None, notes) == (
        "First day: known to the year\nLast day: ongoing"
    )
    assert about_days(date(2025, 1, 1), date(2025, 2, 1), NO_NOTES) == ""


def test_an_answer_that_nobody_gave_is_not_no() -> None:
    assert [yes_or_no(answer) for answer in (True, False, None)] == ["yes", "no", "not decided"]


def test_a_finding_stands_there_with_its_text_its_numbers_and_its_causes(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("r2", "osc", "2026-06-17", "2026-12-31", military=4),
    )
    (row,) = rows_of(opened(tmp_path, plan), "findings")
    (finding,) = material(plan).findings
    assert dict(row) == {
        "severity": "■ error",
        "code": "FRA001",
        "missions": "OSC",
        "message": message(finding),
        "first_day": datetime(2026, 6, 17),  # noqa: DTZ001
        "last_day": datetime(2026, 6, 30),  # noqa: DTZ001
        "measured": 8,
        "limit": 7,
        "excess": 1,
        "peak_day": datetime(2026, 6, 17),  # noqa: DTZ001
        "x_contributors": "4 × R1 (OSC)\n4 × R2 (OSC)",
        "source": row["source"],
        "x_waiver": None,
        "rule": row["rule"],
        "x_subjects": ("Frame osc: persons at once: at most 7 (military, civilian, police)"),
        "subjects": "limit cap",
        "contributors": "rotation r1; rotation r2",
        "waiver": None,
        "lapsed_waivers": None,
    }


def test_a_waived_finding_says_who_waived_it_until_when_and_why(tmp_path: Path) -> None:
    waiver = build.waiver(
        "ROT001", ["rotation r1"], ("2026-01-01", "2026-01-31"), excess="59", until="2026-12-31"
    )
    plan = build.plan(
        build.frame("osc"),
        build.length_rule("military", at_least=3),
        build.rotation("r1", "osc", "2026-01-01", "2026-01-31", military=4),
        waiver,
    )
    rows = rows_of(opened(tmp_path, plan, as_of=date(2026, 5, 1)), "findings")
    (row,) = [row for row in rows if row["code"] == "ROT001"]
    assert row["severity"] == "✓ error"
    assert row["x_waiver"] == "chief, until 31-12-2026: agreed"
    assert row["waiver"] == "waiver"


def test_a_waiver_that_lapsed_is_named(tmp_path: Path) -> None:
    waiver = build.waiver(
        "ROT001", ["rotation r1"], ("2026-01-01", "2026-01-31"), excess="59", until="2026-02-01"
    )
    plan = build.plan(
        build.frame("osc"),
        build.length_rule("military", at_least=3),
        build.rotation("r1", "osc", "2026-01-01", "2026-01-31", military=4),
        waiver,
    )
    rows = rows_of(opened(tmp_path, plan, as_of=date(2026, 5, 1)), "findings")
    (row,) = [row for row in rows if row["code"] == "ROT001"]
    assert row["severity"] == "■ error"
    assert row["x_waiver"] == "lapsed: chief, until 01-02-2026: agreed"
    assert row["lapsed_waivers"] == "waiver"


def test_without_findings_the_sheet_says_so(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc"), build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=1)
    )
    sheet, _table = place_of(opened(tmp_path, plan), "findings")
    assert "nothing to say about this plan" in str(sheet["A2"].value)
