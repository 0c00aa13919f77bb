"""Rotations as CSV: what a spreadsheet opens, computes nothing of, and gives back."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.baselines import plans_of
from domain.cli import main
from domain.errors import UnwritableFile
from domain.exchange.csv_rotations import defused, write_rotations_csv
from domain.exchange.table_reading import read_table
from domain.model import DayNotes, Plan, Precision
from tests.domain import plan_builder as build


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture
def plan() -> Plan:
    full = build.rotation(
        "full",
        "osc",
        "2026-01-01",
        "2026-03-31",
        military=3,
        civilian=2,
        police=1,
        teams=0,
        force="company",
        quantity=2,
        post="chief",
        relieves="other",
        continues="other",
        part_of="other",
        supports=("kfor", "untso"),
        status="approved",
        justification="because; of\nthis",
        note='a "note"',
    )
    notes = DayNotes(Precision.MONTH, Precision.APPROX, "vanaf januari", "tot april")
    return build.plan(
        replace(full, day_notes=notes),
        build.rotation("other", "osc", "2025-10-01", "2025-12-31"),
        build.post("chief", "osc", 1),
    )


def test_a_row_has_all_fields_by_their_names(tmp_path: Path, plan: Plan) -> None:
    write_rotations_csv(plan, tmp_path / "a.csv")
    full, other = rows_of(tmp_path / "a.csv")
    assert full == {
        "id": "full",
        "mission": "osc",
        "mission_name": "OSC",
        "name": "Full",
        "first_day": "2026-01-01",
        "last_day": "2026-03-31",
        "military": "3",
        "civilian": "2",
        "police": "1",
        "teams": "0",
        "force": "company",
        "force_name": full["force_name"],
        "quantity": "2",
        "post": "chief",
        "relieves": "other",
        "continues": "other",
        "part_of": "other",
        "supports": "kfor; untso",
        "status": "approved",
        "justification": "because; of\nthis",
        "note": 'a "note"',
        "first_day_precision": "month",
        "first_day_note": "vanaf januari",
        "last_day_precision": "approx",
        "last_day_note": "tot april",
    }
    assert full["force_name"].startswith("COMPANY")
    assert (other["teams"], other["force"], other["first_day_precision"]) == ("", "", "")


def test_it_is_utf_8_with_a_mark_divided_by_semicolons(tmp_path: Path) -> None:
    rotation = replace(build.rotation("r", "osc", "2026-01-01", "2026-03-31"), name="Één")
    write_rotations_csv(build.plan(rotation), tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid;mission;mission_name;name;")
    assert "Één".encode() in content
    assert content.count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+31 6", "'+31 6"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1", "''=1"),
        ("''@", "'''@"),
        ("'quoted'", "'quoted'"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_looks_like_a_formula_is_defused(text: str, written: str) -> None:
    assert defused(text) == written


@given(st.text("=+-@\t\r'ab"), st.text("=+-@\t\r'ab"))
def test_no_two_texts_are_written_alike(one: str, other: str) -> None:
    assert (defused(one) == defused(other)) == (one == other)
    assert not defused(one).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_cell_of_a_plan_is_a_formula(tmp_path: Path) -> None:
    rotation = build.rotation(
        "=id", "=osc", "2026-01-01", "2026-03-31", justification="@x", note="=HYPERLINK(1)"
    )
    mission = replace(build.mission("=osc"), name="+name")
    write_rotations_csv(build.plan(mission, rotation), tmp_path / "a.csv")
    (row,) = rows_of(tmp_path / "a.csv")
    assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@"))]
    assert (row["id"], row["mission_name"], row["note"]) == ("'=id", "'+name", "'=HYPERLINK(1)")


def test_what_was_written_is_read_back_without_a_difference(tmp_path: Path, plan: Plan) -> None:
    odd = build.rotation("odd", "osc", "2026-01-01", "2026-03-31", note="=1", justification="-")
    plans = [plan.put(odd), *plans_of("sample"), *plans_of("nl-2020")]
    for number, one in enumerate(plans):
        path = tmp_path / f"{number}.csv"
        write_rotations_csv(one, path)
        reading = read_table(path, one)
        assert reading.problems == ()
        assert reading.plan == one


def test_a_period_leaves_out_what_is_not_there_on_any_of_its_days(tmp_path: Path) -> None:
    plan = build.plan(
        build.rotation("before", "osc", "2026-01-01", "2026-03-31"),
        build.rotation("first", "osc", "2026-01-01", "2026-04-01"),
        build.rotation("last", "osc", "2026-06-30", "2026-12-31"),
        build.rotation("after", "osc", "2026-07-01", "2026-12-31"),
    )
    first_day, last_day = date(2026, 4, 1), date(2026, 6, 30)
    write_rotations_csv(plan, tmp_path / "a.csv", first_day=first_day, last_day=last_day)
    assert [row["id"] for row in rows_of(tmp_path / "a.csv")] == ["first", "last"]


def test_for_the_public_names_forces_and_notes_are_gone(tmp_path: Path, plan: Plan) -> None:
    write_rotations_csv(plan, tmp_path / "a.csv", public=True)
    full, other = rows_of(tmp_path / "a.csv")
    assert (full["id"], full["name"], full["relieves"]) == ("1", "Rotation 1", "2")
    assert (other["id"], full["military"]) == ("2", "3")
    gone = {"force", "force_name", "quantity", "post", "justification", "note", "first_day_note"}
    assert gone.isdisjoint(full)
    text = (tmp_path / "a.csv").read_text("utf-8")
    assert not [word for word in ("company", "Full", "because", "januari") if word in text]


def test_the_verb_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, table = str(tmp_path / "plan.kader"), tmp_path / "rotations.csv"
    main(["new", plan, "--baseline", "nl-2020"])
    assert main(["export", plan, str(table)]) == 0
    assert len(rows_of(table)) == 33
    assert main(["export", plan, str(table), "--from", "2020-10-01", "--public"]) == 0
    assert 0 < len(rows_of(table)) < 33
    assert capsys.readouterr().out.count("rotations.csv is written.") == 2


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(UnwritableFile, match=r"a\.csv"):
        write_rotations_csv(plan, tmp_path / "missing" / "a.csv")
