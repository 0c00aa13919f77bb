"""The sheet Read me: what was checked, what not, and what a person should confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain.language import set_language
from domain.model import OpenPoint, Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import facts_of, opened


@pytest.fixture
def dutch() -> Iterator[None]:
    set_language("nl")
    yield
    set_language("en")


def lines_of(folder: Path, plan: Plan, as_of: date | None = None) -> list[str]:
    sheet = opened(folder, plan, as_of=as_of).worksheets[0]
    rows = sheet.iter_rows(max_col=2, values_only=True)
    return [" | ".join(str(value) for value in row if value is not None) for row in rows]


def test_it_counts_what_was_checked(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("a", 7), build.limit("b", binding="unknown")),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=1),
        build.rotation("r2", "osc", "2026-01-01", "2026-06-30", status="cancelled"),
    )
    facts = facts_of(opened(tmp_path, plan))
    assert facts["checked_rotations"] == "1 checked, 1 cancelled left out"
    assert facts["checked_limits"] == "2 of 1 frame: 1 maximum, 1 unknown"
    assert facts["findings"] == "○ 1 note"


def test_it_lists_the_limits_that_could_not_be_checked(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("a", 7), build.limit("b", binding="unknown")),
        build.frame("euma", build.limit("c", 15, "civilian", measure=None)),
    )
    lines = lines_of(tmp_path, plan)
    assert (
        "Limit, unknown | OSC – Frame osc: persons at once: number unknown "
        "(military, civilian, police)"
    ) in lines
    assert "Limit, unread | EUMA – Frame euma: measure not chosen: 15 (civilian)" in lines


def test_it_says_what_else_was_not_looked_at(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", id_="wrong"),
        build.frame("osc", id_="right", supersedes=("wrong",), correction=True),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=1),
    )
    text = "\n".join(lines_of(tmp_path, plan))
    assert "No as-of day was given" in text
    assert "no international mandate of these missions: OSC." in text
    assert "1 of 1 rotations name no force" in text
    assert "1 frame is in force on no day" in text


def test_it_says_when_nothing_was_left_unchecked(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc"),
        build.mandate("osc", None, None),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=1, force="company"),
    )
    lines = lines_of(tmp_path, plan, date(2025, 1, 1))
    assert "– | Everything that the rules look at is known." in lines


POINT = OpenPoint("Nederlands", "English", "frame", "osc", "Letter, §1")


def test_it_lists_the_open_points_with_what_they_are_about(tmp_path: Path) -> None:
    plan = replace(build.plan(build.frame("osc")), open_points=(POINT, OpenPoint("", "Elsewhere")))
    lines = lines_of(tmp_path, plan)
    assert "Frame osc | English\nSource: Letter, §1" in lines
    assert "In general | Elsewhere" in lines


@pytest.mark.usefixtures("dutch")
def test_open_points_are_in_the_language_of_the_reader(tmp_path: Path) -> None:
    plan = replace(build.plan(build.frame("osc")), open_points=(POINT,))
    text = "\n".join(lines_of(tmp_path, plan))
    assert "Nederlands" in text
    assert "English" not in text


def test_it_names_the_other_sheets_and_how_to_read_the_workbook_back(tmp_path: Path) -> None:
    text = "\n".join(lines_of(tmp_path, Plan()))
    assert "Rotations | One row for each rotation" in text
    assert "Leave the column Id of a new row empty." in text
    assert "10% or 1 more" in text
