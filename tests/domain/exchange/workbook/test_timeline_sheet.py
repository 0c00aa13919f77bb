"""The sheet Timeline: bars of filled cells, where they stand, what is written in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from domain.exchange.workbook.calendar import month_grid
from domain.exchange.workbook.lanes import lanes_of
from domain.model import Mission, Plan
from domain.reports import Period
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import opened

NO_FILL = "00000000"


def grid_of(workbook: Workbook) -> tuple[list[list[Any]], int]:
    """The rows of the sheet as cells, and the place of the row of short names."""
    rows = [list(row) for row in workbook["Timeline"].iter_rows()]
    heading = next(place for place, row in enumerate(rows) if row[0].value == "Mission")
    return rows, heading


def bar_of(workbook: Workbook, text: str) -> tuple[int, int, int]:
    """The row, the first and the last column of the bar that begins with a text."""
    rows, _heading = grid_of(workbook)
    ((row, column),) = [
        (row, column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell.value == text
    ]
    last = column
    while not rows[row][last].border.right.style:
        last += 1
    return row, column, last


def short_names(workbook: Workbook) -> list[Any]:
    rows, heading = grid_of(workbook)
    return [cell.value for cell in rows[heading][1:] if cell.value]


def test_a_bar_fills_the_weeks_of_its_rotation(tmp_path: Path) -> None:
    plan = build.plan(
        build.rotation("r1", "osc", "2026-01-05", "2026-02-01", military=5),
        build.rotation("r2", "osc", "2026-02-02", "2026-03-01", military=6, status="draft"),
    )
    workbook = opened(tmp_path, plan)
    assert short_names(workbook) == ["2", "3", "4", "5", "6", "7", "8", "9"]
    findings = {"■ 5 · R1": (1, 4), "■ 6 · R2": (5, 8)}
    rows = set()
    for text, places in findings.items():
        row, first, last = bar_of(workbook, text)
        rows.add(row)
        assert (first, last) == places
    assert len(rows) == 1


def test_rotations_that_share_a_week_stand_beneath_each_other(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("x", 99)),
        build.rotation("r1", "osc", "2026-01-05", "2026-02-03", military=5),
        build.rotation("r2", "osc", "2026-02-04", "2026-03-01", military=6),
        build.rotation("r3", "osc", "2026-02-09", "2026-03-01", military=7),
    )
    workbook = opened(tmp_path, plan)
    first, second, third = (bar_of(workbook, text) for text in ("5 · R1", "6 · R2", "7 · R3"))
    assert (second[0], third[0]) == (first[0] + 1, first[0])


def test_longer_plans_have_months_and_cancelled_rotations_have_no_bar(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("x", 99)),
        build.rotation("r1", "osc", "2026-01-05", "2028-02-03", military=5),
        build.rotation("gone", "osc", "2026-02-04", "2026-03-01", status="cancelled"),
    )
    workbook = opened(tmp_path, plan)
    assert short_names(workbook)[:3] == ["Jan", "Feb", "Mar"]
    assert bar_of(workbook, "5 · R1")[1:] == (1, 26)
    rows, heading = grid_of(workbook)
    assert [cell.value for cell in rows[heading - 1] if cell.value] == ["2026", "2027", "2028"]
    assert not [cell for row in rows for cell in row if "Gone" in str(cell.value)]


def test_a_band_shows_where_a_frame_is_in_force(tmp_path: Path) -> None:
    plan = build.plan(
        build.settings(planning=("2026-01-05", "2026-02-01")),
        build.frame("osc", build.limit("x", 7), days=("2026-01-12", "2026-01-25")),
    )
    rows, _heading = grid_of(opened(tmp_path, plan))
    (band,) = [row for row in rows if row[0].value == "OSC"]
    fills = [cell.fill.fgColor.rgb for cell in band[1:5]]
    assert [fill == NO_FILL for fill in fills] == [True, False, False, True]
    assert band[2].value == "at most 7 (military, civilian, police)"


def test_regions_head_their_missions_and_a_mission_without_anything_is_left_out(
    tmp_path: Path,
) -> None:
    plan = build.plan(
        Mission("a", "Alpha", region="Europe"),
        Mission("b", "Bravo"),
        Mission("c", "Charlie", region="Asia"),
        build.rotation("r1", "a", "2026-01-05", "2026-02-03", military=5),
        build.rotation("r2", "b", "2026-01-05", "2026-02-03", military=5),
    )
    rows, heading = grid_of(opened(tmp_path, plan))
    first = [row[0].value for row in rows[heading + 1 :] if row[0].value]
    assert first == ["Europe", "Alpha", "No region", "Bravo"]


def test_statuses_have_looks_of_their_own_and_a_legend_names_them(tmp_path: Path) -> None:
    statuses = ["draft", "planned", "approved", "deployed", "completed"]
    plan = build.plan(
        build.frame("osc", build.limit("x", 99)),
        *(
            build.rotation(name, "osc", "2026-01-05", "2026-05-31", military=1, status=name)
            for name in statuses
        ),
    )
    workbook = opened(tmp_path, plan)
    rows, heading = grid_of(workbook)
    looks = {}
    for name in statuses:
        row, column, _last = bar_of(workbook, f"1 · {name.capitalize()}")
        looks[name] = rows[row][column].fill.bgColor.rgb, rows[row][column].fill.patternType
    assert len(set(looks.values())) == 5
    legend = [cell.value for cell in rows[heading - 3] if cell.value]
    assert legend == [*statuses, "■ with an error", "frame in force"]


def test_headings_stay_in_sight_and_return_on_every_page(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r1", "osc", "2026-01-05", "2028-12-31", military=5))
    workbook = opened(tmp_path, plan)
    sheet = workbook["Timeline"]
    _rows, heading = grid_of(workbook)
    assert sheet.freeze_panes == f"B{heading + 2}"
    assert sheet.print_title_rows == f"${heading}:${heading + 1}"
    assert sheet.print_title_cols == "$A:$A"
    assert str(sheet.print_area).startswith("'Timeline'!$A$1:$" + get_column_letter(37))


def test_only_the_period_is_drawn(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("x", 99)),
        build.rotation("r1", "osc", "2026-01-05", "2026-12-31", military=5),
        build.rotation("r2", "osc", "2027-01-05", "2027-12-31", military=6),
    )
    workbook = opened(tmp_path, plan, first_day=date(2026, 6, 1), last_day=date(2026, 6, 28))
    assert short_names(workbook) == ["23", "24", "25", "26"]
    assert bar_of(workbook, "5 · R1")[1:] == (1, 4)


def test_a_plan_without_days_has_an_empty_timeline(tmp_path: Path) -> None:
    rows, heading = grid_of(opened(tmp_path, Plan()))
    assert [row[0].value for row in rows[heading:] if row[0].value] == ["Mission"]


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 300)), max_size=30))
def test_no_two_bars_of_a_lane_share_a_cell_and_no_lane_is_too_many(
    spans: list[tuple[int, int]],
) -> None:
    start = date(2026, 1, 1).toordinal()
    rotations = [
        replace(
            build.rotation(f"r{place}", "m", "2026-01-01", "2026-01-01"),
            first_day=date.fromordinal(start + first),
            last_day=date.fromordinal(start + first + length),
        )
        for place, (first, length) in enumerate(spans)
    ]
    stretches = month_grid(Period(date(2026, 1, 1), date(2028, 12, 31))).stretches
    lanes = lanes_of(rotations, stretches)
    assert sum(map(len, lanes)) == len(rotations)
    used = [[place for bar in lane for place in bar.places] for lane in lanes]
    assert all(places == sorted(set(places)) for places in used)
    most = max(
        (sum(place in places for places in used) for place in range(len(stretches))), default=0
    )
    assert len(lanes) == most
