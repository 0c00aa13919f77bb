"""The sheets Annex 1 and Annex 2: the layout of the yearly report, its numbers live."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from domain.baselines import plans_of
from domain.model import Mission, Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import opened, written


def lines_of(workbook: Workbook, sheet: str) -> dict[str, tuple[Any, ...]]:
    """The rows of an annex by what stands first in them."""
    rows = workbook[sheet].iter_rows(values_only=True)
    return {str(row[0]): tuple(row[1:]) for row in rows if row[0] is not None}


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        Mission("untso", "UNTSO", region="Middle East"),
        Mission("opg", "OPG", region="Red Sea"),
        Mission("cmf", "CMF", region="Red Sea"),
        build.mandate("untso", None, None),
        build.frame("untso", build.limit("x", 12, "military", binding="circa")),
        build.frame("cmf opg", build.limit("y", 15), days=(None, "2028-06-30")),
        build.rotation("r1", "untso", "2026-01-01", "2026-06-30", military=11),
        build.rotation("r2", "untso", "2026-07-01", "2026-12-31", military=11, relieves="r1"),
        build.rotation("r3", "opg", "2026-01-01", "2026-01-31", military=1),
        build.rotation("r4", "cmf", "2026-02-01", "2026-06-30", civilian=1, continues="r3"),
    )


def test_annex_1_has_mandates_and_frames_under_their_regions(tmp_path: Path, plan: Plan) -> None:
    workbook = opened(tmp_path, plan)
    lines = lines_of(workbook, "Annex 1")
    assert lines["Mission"] == (
        "Legal basis",
        "International mandate until",
        "National frame until",
        "Source",
    )
    assert lines["UNTSO"][:3] == ("Resolution", "not stated", "not stated")
    assert lines["CMF"][:3] == ("–", "–", "30-06-2028")
    assert list(lines)[-5:] == ["Middle East", "UNTSO", "Red Sea", "OPG", "CMF"]


def test_annex_2_has_frames_once_and_all_who_passed_through(tmp_path: Path, plan: Plan) -> None:
    lines = lines_of(opened(tmp_path, plan), "Annex 2")
    assert lines["UNTSO"][:6] == (12, None, None, 22, 0, 22)
    assert lines["CMF"] == (None, None, 15, 0, 1, 1, "One frame for CMF, OPG together.")
    assert lines["OPG"][:6] == (None, None, None, 0, 0, 0)
    assert lines["OPG"][6] == (
        "Frame: see CMF.\n1 person went on to another rotation and is counted there."
    )
    assert lines["Total"][:6] == (12, 0, 15, 22, 1, 23)


def test_its_numbers_are_formulas(tmp_path: Path, plan: Plan) -> None:
    workbook = load_workbook(written(tmp_path, plan))
    lines = lines_of(workbook, "Annex 2")
    where = (
        'rotations[First day],"<=46387",rotations[Last day],">=46023",rotations[Status],'
        '"<>cancelled"'
    )
    assert lines["OPG"][3] == (f'=SUMIFS(rotations[Military],rotations[Mission],"=OPG",{where})-1')
    assert lines["UNTSO"][5] == "=E6+F6"
    assert lines["Total"][0] == "=SUM(B5:B9)"


def test_deployed_stands_under_its_name_and_apart_from_the_frame(
    tmp_path: Path, plan: Plan
) -> None:
    sheet = opened(tmp_path, plan)["Annex 2"]
    headings = [cell.value for cell in sheet[3]]
    assert (headings[1], headings[4]) == ("National frame", "Deployed in the period")
    assert "never to be compared" in str(sheet["A2"].value)
    assert sheet["E6"].border.left.style == "thin"


def test_circa_a_dash_and_a_question_mark_stand_as_they_are(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("a", build.limit("a", 1_200, "military", binding="circa")),
        build.frame("b", build.limit("b", None, "military")),
        build.frame("c", build.limit("c", None, "police", binding="unknown")),
        build.rotation("r1", "a", "2026-01-01", "2026-06-30"),
    )
    workbook = opened(tmp_path, plan)
    lines = lines_of(workbook, "Annex 2")
    assert (lines["A"][0], lines["B"][0], lines["C"][1]) == (1_200, "–", "?")
    (cell,) = [c for row in workbook["Annex 2"].iter_rows() for c in row if c.value == 1_200][:1]
    assert cell.number_format == '"circa "#,##0_w'


def test_the_printed_totals_stand_below_with_what_explains_them(tmp_path: Path) -> None:
    (plan,) = plans_of("nl-2020")
    workbook = opened(tmp_path, plan)
    lines = lines_of(workbook, "Annex 2")
    assert lines["Total"][:6] == (1063, 29, 50, 34, 30, 64)
    assert lines["Printed totals"][:6] == (1093, 74, None, 1847, 41, 1888)
    assert lines["Its rows, each frame once"][:6] == (1063, 24, 50, 1847, 41, 1888)
    assert lines["The same missions in this plan"][:6] == (1063, 24, 50, 34, 30, 64)
    assert any(line.startswith("Frames: printed 1093 + 74 = 1167") for line in lines)
    merged = workbook["Annex 2"].merged_cells.ranges
    assert {(one.min_col, one.max_col) for one in merged} == {(1, 8)}


def test_for_other_days_nothing_was_printed(tmp_path: Path) -> None:
    (plan,) = plans_of("nl-2020")
    workbook = opened(tmp_path, plan, first_day=date(2020, 2, 1))
    assert "Printed totals" not in lines_of(workbook, "Annex 2")
    assert "01-02-2020 – 31-12-2020" in str(workbook["Annex 2"]["A2"].value)


def test_a_plan_without_days_has_nothing_to_report_on(tmp_path: Path) -> None:
    workbook = opened(tmp_path, build.plan(build.frame("osc", build.limit("x", 7))))
    for sheet in ("Annex 1", "Annex 2"):
        assert "The plan has no days to report on." in str(workbook[sheet]["A2"].value)
        assert list(lines_of(workbook, sheet))[-1] == "Mission"


def test_a_period_in_which_nothing_is_has_a_total_of_nothing(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r1", "a", "2026-01-01", "2026-06-30", military=3))
    workbook = opened(tmp_path, plan, first_day=date(2027, 1, 1), last_day=date(2027, 1, 31))
    assert lines_of(workbook, "Annex 2")["Total"][:6] == (0, 0, 0, 0, 0, 0)
