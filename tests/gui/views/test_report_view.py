"""Report: the annexes of a period in the window, and out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from domain.baselines import plans_of
from domain.model import MoveRotations
from domain.reports.period import Period
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.models.report_periods import choices_of, first_choice
from gui.views.annex_grid import AnnexGrid
from gui.widgets.day_field import DayField
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click, find, press, texts, type_text


def shown_report(program: Kader) -> AnnexGrid:
    """The table of annex 2, after a user went there."""
    program.window.actions_of_window["view_report"].trigger()
    click(find(program.window, QToolButton, "annexSwitch_two"))
    return find(program.window, AnnexGrid, "annex2")


def choose_period(program: Kader, text: str) -> None:
    box = find(program.window, QComboBox, "reportPeriod")
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def row_of(grid: AnnexGrid, name: str) -> list[str]:
    row = texts(grid.table, 0).index(name)
    return [str(grid.table.index(row, column).data()) for column in range(7)]


def test_the_first_period_is_the_reporting_year_of_today(opened: Kader) -> None:
    shown_report(opened)
    box = find(opened.window, QComboBox, "reportPeriod")
    assert box.currentText() == "May 2025 – April 2026"
    assert "01-05-2025 – 30-04-2026" in find(opened.window, QLabel, "reportLead").text()


def test_reporting_years_calendar_years_and_the_whole_plan_are_offered() -> None:
    plan = build.plan(build.rotation("a", "osc", "2026-02-01", "2027-02-01", military=1))
    assert [choice.text for choice in choices_of(plan)] == [
        "May 2025 – April 2026",
        "May 2026 – April 2027",
        "2026",
        "2027",
        "the whole plan",
    ]


def test_a_plan_of_a_printed_year_begins_with_that_year() -> None:
    period = first_choice(plans_of("nl-2020")[0], date(2026, 1, 1))
    assert period == Period(date(2020, 1, 1), date(2020, 12, 31))


def test_a_plan_without_days_has_no_period() -> None:
    assert choices_of(build.plan()) == []


def test_who_passed_through_stands_beside_the_frame(opened: Kader) -> None:
    grid = shown_report(opened)
    choose_period(opened, "2026")
    assert row_of(grid, "OSC") == ["OSC", "", "", "7", "8", "0", "8"]
    assert row_of(grid, "Total")[4:] == ["19", "0", "19"]


def test_another_period_counts_others(opened: Kader) -> None:
    grid = shown_report(opened)
    find(opened.window, DayField, "reportFirst").setFocus()
    for name, day in (("reportFirst", "01-08-2026"), ("reportLast", "31-08-2026")):
        field = find(opened.window, DayField, name)
        field.selectAll()
        type_text(field, day)
        press(field, Qt.Key.Key_Return)
    assert row_of(grid, "OSC")[4:] == ["4", "0", "4"]
    assert find(opened.window, QComboBox, "reportPeriod").currentText() == "other days"


def test_days_that_are_turned_round_become_one_day(opened: Kader) -> None:
    shown_report(opened)
    choose_period(opened, "2026")
    field = find(opened.window, DayField, "reportLast")
    field.selectAll()
    type_text(field, "01-06-2020")
    press(field, Qt.Key.Key_Return)
    assert find(opened.window, DayField, "reportFirst").text() == "01-06-2020"


def test_an_edit_is_seen_at_once(opened: Kader) -> None:
    grid = shown_report(opened)
    choose_period(opened, "2026")
    opened.document.submit(MoveRotations(("c",), 400))
    assert "VPD" not in texts(grid.table, 0) or row_of(grid, "VPD")[6] == "0"


def test_another_scenario_is_reported_without_opening_it(opened: Kader) -> None:
    plan = opened.document.plan
    file = opened.document.file
    assert file is not None
    file.put_scenario(replace(plan, scenario="Later", rotations=plan.rotations.without("a")))
    grid = shown_report(opened)
    choose_period(opened, "2026")
    box = find(opened.window, QComboBox, "reportScenario")
    box.setCurrentIndex(box.findText("Later"))
    box.activated.emit(box.currentIndex())
    assert row_of(grid, "OSC")[4:] == ["4", "0", "4"]
    assert opened.document.plan.scenario == "Basis"


def test_all_rows_or_the_selected_ones_are_copied_as_a_table(opened: Kader) -> None:
    grid = shown_report(opened)
    choose_period(opened, "2026")
    opened.window.actions_of_window["copy"].trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == grid.table.rowCount() + 1
    assert lines[0].startswith("Mission\tFrame, military")
    grid.selectRow(texts(grid.table, 0).index("OSC"))
    opened.window.actions_of_window["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().split("\n")[1].split("\t")[:7] == ["OSC", "", "", "7", "8", "0", "8"]
    assert "<td>OSC</td>" in data.html()


def test_the_printed_year_2020_is_compared_and_explained(program: Kader, tmp_path: Path) -> None:
    path = tmp_path / "old.kader"
    PlanFile.create(path, plans_of("nl-2020")).close()
    assert program.window.files.open_path(path)
    grid = shown_report(program)
    names = texts(grid.table, 0)
    for name in ("Printed for this period", "Printed totals", "Its rows, each frame once"):
        assert name in names
    assert "Why they differ" in names
    assert len(names) - names.index("Why they differ") > 1


def test_a_joint_frame_stands_once_and_the_others_point_to_it(
    program: Kader, tmp_path: Path
) -> None:
    path = tmp_path / "joint.kader"
    joint = replace(build.frame("osc", build.limit("both", 9)), missions=("osc", "vpd"))
    plan = build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        joint,
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "vpd", "2026-01-01", "2026-06-30", military=3),
    )
    PlanFile.create(path, [plan]).close()
    assert program.window.files.open_path(path)
    grid = shown_report(program)
    choose_period(program, "2026")
    assert row_of(grid, "OSC")[3] == row_of(grid, "Total")[3] == "9"
    assert row_of(grid, "VPD")[3] == ""
    row = texts(grid.table, 0).index("VPD")
    assert grid.table.index(row, 7).data() == "Frame: see OSC."


@pytest.mark.parametrize(("way", "ending"), [("pdf", ".pdf"), ("excel", ".xlsx")])
def test_the_report_leaves_the_window(  # noqa: PLR0913, PLR0917 - cases and fixtures
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer, way: str, ending: str
) -> None:
    path = tmp_path / f"report{ending}"
    answer(FileDialog, "ask_save", path)
    shown_report(opened)
    with qtbot.waitSignal(opened.window.exchanging.exported, timeout=30_000):
        click(find(opened.window, QToolButton, f"report_{way}"))
    assert path.stat().st_size > 1000
