"""The sheet Overview: how full each limit is, in numbers, a word and a chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from domain.exchange.workbook.chart import Bar, bars_of
from domain.exchange.workbook.contents import contents_of
from domain.exchange.workbook.filling import fillings
from domain.model import Plan, Source
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import (
    Row,
    edges,
    material,
    opened,
    parts_of,
    place_of,
    rows_of,
    written,
)

YEARS = ("2026-01-01", "2028-06-30")


def rows_by_id(folder: Path, plan: Plan) -> dict[str, Row]:
    return {row["id"]: row for row in rows_of(opened(folder, plan), "overview")}


def test_a_limit_stands_there_with_its_number_its_peak_and_its_room(tmp_path: Path) -> None:
    plan = build.plan(
        replace(
            build.frame("osc", build.limit("cap", 7), days=YEARS),
            source=Source(document="Letter", section="§2"),
        ),
        build.rotation("r1", "osc", "2026-02-01", "2026-06-30", military=5),
        build.rotation("r2", "osc", "2026-06-01", "2026-06-14", civilian=4),
    )
    row = rows_by_id(tmp_path, plan)["cap"]
    assert dict(row) == {
        "missions": "OSC",
        "frame": "Frame osc",
        "measure": "persons at once",
        "categories": "military, civilian, police",
        "binding": "maximum",
        "number": 7,
        "peak": 9,
        "peak_day": datetime(2026, 6, 1),  # noqa: DTZ001
        "room": -2,
        "days_above": 14,
        "state": "exceeded",
        "x_findings": "■ 1 error",
        "first_day": datetime(2026, 1, 1),  # noqa: DTZ001
        "last_day": datetime(2028, 6, 30),  # noqa: DTZ001
        "source": "Letter, §2",
        "id": "cap",
        "frame_id": "osc",
    }


@pytest.mark.parametrize(
    ("limit", "people", "state"),
    [
        (build.limit("x", 7), 6, "fits"),
        (build.limit("x", 7), 7, "at the limit"),
        (build.limit("x", 7), 8, "exceeded"),
        (build.limit("x", 7, binding="circa"), 8, "above (circa)"),
        (build.limit("x", 7, binding="circa"), 9, "exceeded"),
        (build.limit("x", 0), 0, "fits"),
        (build.limit("x"), 99, "unlimited"),
        (build.limit("x", binding="unknown"), 99, "unknown"),
        (build.limit("x", 15, measure=None), 99, "unread"),
        (build.limit("x", 11, measure="team_size"), 0, "fits"),
    ],
)
def test_the_state_says_how_a_limit_stands(
    tmp_path: Path, limit: object, people: int, state: str
) -> None:
    plan = build.plan(
        build.frame("osc", limit),  # type: ignore[arg-type]
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=people),
    )
    row = rows_by_id(tmp_path, plan)["x"]
    assert row["state"] == state
    if state in {"unlimited", "unknown", "unread"}:
        assert row["room"] is None
        assert row["days_above"] is None


def test_a_team_of_another_size_exceeds_the_size(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("vpd", build.limit("size", 11, "military", measure="team_size")),
        build.rotation("r1", "vpd", "2026-01-01", "2026-01-14", military=10, teams=1),
    )
    row = rows_by_id(tmp_path, plan)["size"]
    assert (row["state"], row["peak"], row["room"]) == ("exceeded", None, None)


def test_a_frame_that_was_corrected_is_not_in_force(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("aspides", build.limit("old", 5), id_="wrong"),
        build.frame(
            "aspides", build.limit("new", 10), id_="right", supersedes=("wrong",), correction=True
        ),
        build.rotation("r1", "aspides", "2026-01-01", "2026-06-30", military=6),
    )
    rows = rows_by_id(tmp_path, plan)
    assert (rows["old"]["state"], rows["old"]["peak"]) == ("not in force", None)
    assert (rows["new"]["state"], rows["new"]["peak"]) == ("fits", 6)


def test_a_yearly_limit_names_the_year_of_its_peak(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("vpd", build.limit("year", 1, measure="teams_per_year")),
        build.rotation("r1", "vpd", "2026-03-01", "2026-03-14", teams=1, military=11),
        build.rotation("r2", "vpd", "2026-05-01", "2026-05-14", teams=1, military=11),
    )
    workbook = opened(tmp_path, plan)
    (row,) = rows_of(workbook, "overview")
    assert (row["peak"], row["days_above"], row["state"]) == (2, 365, "exceeded")
    sheet, _table = place_of(workbook, "overview")
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.number_format == "yyyy"]
    assert [cell.value for cell in cells] == [datetime(2026, 1, 1)]  # noqa: DTZ001


def test_a_mean_has_two_decimals(tmp_path: Path) -> None:
    plan = build.plan(
        build.frame("osc", build.limit("mean", 1, measure="average_per_year")),
        build.rotation("r1", "osc", "2026-01-01", "2026-04-30", military=5),
    )
    (filling,) = fillings(contents_of(material(plan)))
    assert filling.peak == Decimal("1.64")
    assert filling.room == Decimal("-0.64")
    (row,) = rows_of(opened(tmp_path, plan), "overview")
    assert (row["peak"], row["state"], row["days_above"]) == (1.64, "exceeded", 365)


def bars(plan: Plan) -> list[Bar]:
    return bars_of(plan, fillings(contents_of(material(plan))))


def test_the_chart_shows_the_fullest_limits_on_persons_first() -> None:
    plan = build.plan(
        build.frame("a", build.limit("half", 8)),
        build.frame("b", build.limit("over", 2)),
        build.frame("c", build.limit("open")),
        build.frame("d", build.limit("teams", 3, measure="teams")),
        build.frame("e", build.limit("none", 0)),
        build.rotation("r1", "a", "2026-01-01", "2026-06-30", military=4),
        build.rotation("r2", "b", "2026-01-01", "2026-06-30", military=3),
    )
    assert bars(plan) == [Bar("B:  3 of 2", 1, 0.5, 0), Bar("A:  4 of 8", 0.5, 0, 0.5)]


def test_bars_of_one_mission_are_told_apart_by_their_categories() -> None:
    frame = build.frame("osc", build.limit("x", 7), build.limit("y", 4, "military"))
    assert [bar.name for bar in bars(build.plan(frame))] == [
        "OSC, military, civilian, police:  0 of 7",
        "OSC, military:  0 of 4",
    ]


def test_the_chart_has_axes_that_excel_draws_and_stands_below_the_table(tmp_path: Path) -> None:
    frames = [build.frame(f"m{n}", build.limit(f"x{n}", n)) for n in range(1, 61)]
    plan = build.plan(*frames)
    workbook = opened(tmp_path, plan)
    sheet, table = place_of(workbook, "overview")
    (chart,) = sheet._charts  # type: ignore[attr-defined]  # noqa: SLF001
    assert chart.anchor._from.row > edges(table)[3]  # noqa: SLF001
    xml = next(part for name, part in parts_of(written(tmp_path, plan)).items() if "chart" in name)
    assert xml.count('delete val="0"') == 2
    assert xml.count("$2:$") == 6
    assert "$41" in xml
    assert "$42" not in xml


def test_without_such_limits_there_is_no_chart(tmp_path: Path) -> None:
    parts = parts_of(written(tmp_path, build.plan(build.frame("osc", build.limit("open")))))
    assert not [name for name in parts if "chart" in name]
