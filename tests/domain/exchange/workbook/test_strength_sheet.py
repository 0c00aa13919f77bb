"""The sheet Strength: the peak of each limit in each month, live where a formula can say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.exchange.workbook import strength_rows
from domain.exchange.workbook.contents import contents_of
from domain.exchange.workbook.formulas import can_be_criterion, column_of, exactly, in_this_row
from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    Row,
    cell_of,
    everything_in,
    facts_of,
    keys_of,
    material,
    opened,
    parts_of,
    place_of,
    rows_of,
    written,
)

YEARS = ("2026-01-01", "2028-06-30")


def rows_by_id(folder: Path, plan: Plan) -> dict[str, Row]:
    return {row["id"]: row for row in rows_of(opened(folder, plan), "strength")}


def formula_of(folder: Path, plan: Plan, key: str) -> object:
    return cell_of(load_workbook(written(folder, plan)), "strength", key).value


def test_the_peak_of_a_month_is_that_of_its_fullest_day(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7), days=YEARS),
        build.rotation("r1", "osc", "2026-01-10", "2026-03-15", military=5),
        build.rotation("r2", "osc", "2026-03-15", "2026-03-15", civilian=4),
        build.rotation("r3", "osc", "2026-05-01", "2026-05-31", police=2, status="cancelled"),
    )
    row = rows_by_id(tmp_path, plan)["cap"]
    assert [row[f"2026-0{month}"] for month in (1, 2, 3)] == [5, 5, 9]
    assert (row["number"], row["peak"], row["state"]) == (7, 9, "exceeded")
    assert row["x_limit"] == "at most 7 (military, civilian, police)"
    assert row["x_live"] == "computed"


def test_months_go_as_far_as_the_plan(tmp_path: Path) -> None:
    plan = build.plan(
        build.settings(planning=("2026-02-10", "2026-04-30")),
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-06-15", military=5),
    )
    keys = keys_of(opened(tmp_path, plan), "strength")
    assert [key for key in keys if key[:2] == "20"] == ["2026-02", "2026-03", "2026-04"]
    workbook = opened(tmp_path, plan, first_day=date(2026, 4, 20), last_day=date(2026, 5, 3))
    keys = keys_of(workbook, "strength")
    assert [key for key in keys if key[:2] == "20"] == ["2026-04", "2026-05"]


def test_where_the_frame_is_not_in_force_a_month_is_empty(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7), days=("2026-02-15", "2026-03-31")),
        build.frame("osc", build.limit("past", 7), id_="past", days=(None, "2025-12-31")),
        build.rotation("r1", "osc", "2026-01-01", "2026-04-30", military=5),
        build.rotation("r2", "osc", "2026-02-01", "2026-02-14", military=5),
    )
    rows = rows_by_id(tmp_path, plan)
    assert list(rows) == ["cap"]
    months = [rows["cap"][f"2026-0{month}"] for month in (1, 2, 3, 4)]
    assert months == [None, 5, 5, None]


def test_teams_are_counted_and_years_and_sizes_are_not_shown(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame(
            "vpd",
            build.limit("teams", 2, "military", measure="teams"),
            build.limit("year", 9, "military", measure="teams_per_year"),
            build.limit("size", 11, "military", measure="team_size"),
            build.limit("unread", 15, measure=None),
        ),
        build.rotation("r1", "vpd", "2026-01-01", "2026-01-14", teams=3, military=33),
    )
    rows = rows_by_id(tmp_path, plan)
    assert list(rows) == ["teams"]
    assert (rows["teams"]["peak"], rows["teams"]["state"]) == (3, "exceeded")


@pytest.mark.parametrize(
    ("number", "binding", "people", "state"),
    [
        (7, None, 6, "fits"),
        (7, None, 7, "at the limit"),
        (7, None, 8, "exceeded"),
        (7, "circa", 8, "above (circa)"),
        (7, "circa", 9, "exceeded"),
        (0, None, 0, "fits"),
        (None, None, 99, "unlimited"),
        (None, "unknown", 99, "unknown"),
    ],
)
def test_a_word_says_how_the_peak_stands(
    tmp_path: Path, number: int | None, binding: str | None, people: int, state: str
) -> None:
    limit = build.limit("x", number, binding=binding)
    rotation = build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=people)
    row = rows_by_id(tmp_path, build.plan(build.frame("osc", limit), rotation))["x"]
    assert (row["state"], row["peak"]) == (state, people)


def test_a_month_is_a_formula_over_the_table_of_rotations(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7, "military police"), days=("2026-01-30", None)),
        build.rotation("r1", "osc", "2026-01-10", "2026-01-31", military=5),
    )
    where = (
        'rotations[Mission],"=OSC",rotations[First day],"<="&(46052+{0,1}),'
        'rotations[Last day],">="&(46052+{0,1}),rotations[Status],"<>cancelled"'
    )
    assert formula_of(tmp_path, plan, "2026-01") == (
        f"=SUMPRODUCT(MAX(SUMIFS(rotations[Military],{where})+SUMIFS(rotations[Police],{where})))"
    )


def test_where_people_are_deducted_at_a_handover_the_months_are_values(tmp_path: Path) -> None:
    mission = build.mission("osc", handover_days=14, handover_counts=False)
    plan = build.plan(
        mission,
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-02-15", military=5),
        build.rotation("r2", "osc", "2026-02-10", "2026-03-31", military=5, relieves="r1"),
    )
    assert formula_of(tmp_path, plan, "2026-02") == 5
    workbook = opened(tmp_path, plan)
    assert rows_of(workbook, "strength")[0]["x_live"] == "values"
    assert "the months of 1 limits of 1 are values too" in facts_of(workbook)["live"]


@pytest.mark.parametrize("name", ["two\nlines", "x" * 300, "_x0041_"])
def test_a_mission_that_no_formula_can_name_has_values(tmp_path: Path, name: str) -> None:
    mission = replace(build.mission("osc"), name=name)
    plan = build.plan(
        mission,
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-02-15", military=5),
    )
    assert formula_of(tmp_path, plan, "2026-02") == 5


def test_a_plan_that_is_too_large_has_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-02-15", military=5),
    )
    assert str(formula_of(tmp_path, plan, "2026-02")).startswith("=SUMPRODUCT")
    monkeypatch.setattr(strength_rows, "MOST_WORK", 10)
    assert formula_of(tmp_path, plan, "2026-02") == 5


def test_over_decades_columns_are_years_with_values(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2000-01-10", "2000-02-15", military=5),
        build.rotation("r2", "osc", "2026-01-10", "2026-02-15", military=6),
    )
    row = rows_by_id(tmp_path, plan)["cap"]
    assert (row["2000"], row["2001"], row["2026"], row["peak"]) == (5, 0, 6, 6)
    assert formula_of(tmp_path, plan, "2026") == 6


def test_marks_have_a_pattern_besides_the_colour(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-02-15", military=5),
    )
    sheet, _table = place_of(opened(tmp_path, plan), "strength")
    rules = [
        rule
        for cells in sheet.conditional_formatting
        for rule in cells.rules
        if "ISNUMBER" in rule.formula[0] or "ISBLANK" in rule.formula[0]
    ]
    assert len(rules) == 4
    fills = [rule.dxf.fill for rule in rules if rule.dxf is not None]
    assert [fill.patternType for fill in fills] == [
        "lightHorizontal",
        "lightUp",
        "gray0625",
        "gray0625",
    ]
    assert all(fill.bgColor.rgb != "00000000" for fill in fills)


def test_all_missions_together_stand_below_with_a_chart_whose_axes_are_drawn(
    tmp_path: Path,
) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("cap", 7)),
        build.rotation("r1", "osc", "2026-01-10", "2026-02-15", military=5),
        build.rotation("r2", "kfor", "2026-02-01", "2026-02-28", civilian=3),
        build.rotation("r3", "kfor", "2026-02-01", "2026-02-28", civilian=9, status="cancelled"),
    )
    workbook = opened(tmp_path, plan)
    sheet = workbook["Strength"]
    lines = {row[0]: row[5:7] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert lines["Military"] == (5, 5)
    assert lines["Civilian"] == (0, 3)
    assert lines["Total"] == (5, 8)
    parts = parts_of(written(tmp_path, plan))
    charts = [part for name, part in parts.items() if name.startswith("xl/charts/chart")]
    assert all(chart.count('delete val="0"') == 2 for chart in charts)
    assert any("'Strength'!" in chart for chart in charts)


def test_of_a_plan_without_days_there_are_no_months(tmp_path: Path) -> None:
    plan = build.plan(build.frame("osc", build.limit("cap", 7)))
    workbook = opened(tmp_path, plan)
    assert rows_of(workbook, "strength") == []
    assert "All missions together" not in everything_in(workbook)
    assert contents_of(material(plan)).period is None


@pytest.mark.parametrize(
    ("text", "criterion"),
    [("OSC", '"=OSC"'), ('a"b', '"=a""b"'), ("a*b?c~", '"=a~*b~?c~~"'), ("=1", '"==1"')],
)
def test_a_criterion_finds_exactly_the_text(text: str, criterion: str) -> None:
    assert exactly(text) == criterion
    assert can_be_criterion(text)


def test_headings_with_signs_in_them_have_brackets_of_their_own() -> None:
    assert column_of("strength", "Peak day") == "strength[Peak day]"
    assert column_of("strength", "Limiet-id") == "strength[[Limiet-id]]"
    assert column_of("strength", "a[b]#c") == "strength[[a'[b']'#c]]"
    assert in_this_row("t", "01-2026", "02-2026") == "t[[#This Row],[01-2026]:[02-2026]]"
