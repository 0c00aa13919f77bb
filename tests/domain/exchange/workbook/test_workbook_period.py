"""A workbook of a period: what does not touch it is not shown, and not lost either."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    facts_of,
    opened,
    properties_of,
    rows_of,
)


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("early", "osc", "2026-01-01", "2026-06-30", military=9),
        build.rotation("mid", "osc", "2026-06-01", "2026-12-31", military=3, relieves="early"),
        build.rotation("late", "osc", "2027-01-01", "2027-06-30", military=8, relieves="mid"),
    )


def test_only_what_touches_the_period_is_shown(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, first_day=date(2026, 7, 1), last_day=date(2026, 12, 31))
    assert [row["id"] for row in rows_of(workbook, "rotations")] == ["mid"]
    assert [row["code"] for row in rows_of(workbook, "findings")] == []
    (limit,) = rows_of(workbook, "overview")
    assert (limit["peak"], limit["days_above"], limit["state"]) == (3, 0, "fits")


def test_a_finding_names_its_causes_outside_the_period(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, first_day=date(2027, 1, 1))
    (row,) = rows_of(workbook, "findings")
    assert row["x_contributors"] == "8 × Late (OSC)"
    workbook = opened(tmp_path, plan, last_day=date(2026, 5, 1))
    rows = rows_of(workbook, "findings")
    assert "3 × Mid (OSC)" in rows[0]["x_contributors"]


def test_the_period_is_said_and_kept_for_reading_back(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, first_day=date(2026, 7, 1))
    assert facts_of(workbook)["period"].startswith("01-07-2026 – open: only rotations")
    assert facts_of(workbook)["checked_rotations"] == "3 checked"
    custom = properties_of(workbook)
    assert (custom["KaderFirstDay"], custom["KaderLastDay"]) == ("2026-07-01", None)


def test_a_public_workbook_of_a_period_is_checked_whole(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan, first_day=date(2027, 1, 1), public=True)
    (row,) = rows_of(workbook, "rotations")
    assert (row["id"], row["relieves"]) == ("3", "2")
    (finding,) = rows_of(workbook, "findings")
    assert finding["measured"] == 8
