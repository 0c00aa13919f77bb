"""Two scenarios beside each other, as a user compares them and takes over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QMenu
from pytestqt.qtbot import QtBot

from domain.engine.taking_over import Wish
from domain.exchange.compared_rows import Sort
from domain.model import Kind, MoveRotations, Plan, Ref
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.export_dialog import ExportDialog, ExportWish
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from gui.dialogs.take_over_dialog import Effect, TakeOverDialog
from gui.models.compared_things import Column
from gui.views.compare_filter import Page
from gui.views.compare_view import CompareView
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click, find, on_disk, press, texts

ADDED = build.rotation("d", "vpd", "2026-09-01", "2026-09-30", military=10, force="cie")


def variant_of(plan: Plan) -> Plan:
    """The plan with a later and larger A, without B, with D on a force of its own."""
    later = replace(
        plan.rotations["a"],
        first_day=build.day("2026-02-01"),
        last_day=build.day("2026-07-31"),
        military=9,
    )
    other = plan.put(later).without(Ref(Kind.ROTATION, "b")).put(build.unit("cie")).put(ADDED)
    return replace(other, scenario="Variant")


@pytest.fixture
def two(program: Kader, tmp_path: Path, plan: Plan) -> Kader:
    path = tmp_path / "two.kader"
    PlanFile.create(path, [plan, variant_of(plan)]).close()
    assert program.window.files.open_path(path)
    return program


@pytest.fixture
def view(two: Kader) -> CompareView:
    two.window.actions_of_window["view_compare"].trigger()
    QCoreApplication.processEvents()
    return find(two.window, CompareView, "compareView")


def rows_of(view: CompareView) -> list[tuple[str, ...]]:
    columns = (Column.SORT, Column.THING, Column.FIELD, Column.MINE, Column.THEIRS)
    return list(zip(*(texts(view.model, column) for column in columns), strict=True))


def select(view: CompareView, *fields: tuple[str, str]) -> None:
    """Select rows by their thing and field."""
    table = view.list.table
    table.clearSelection()
    table.setSelectionMode(table.SelectionMode.MultiSelection)
    for number, row in enumerate(rows_of(view)):
        if (row[1], row[2]) in fields:
            table.selectRow(number)
    table.setSelectionMode(table.SelectionMode.ExtendedSelection)


def test_it_shows_field_by_field_what_differs(view: CompareView) -> None:
    assert rows_of(view) == [
        ("Added", "CIE", "", "–", "CIE"),
        ("Moved", "A", "First day", "01-01-2026", "01-02-2026"),
        ("Moved", "A", "Last day", "30-06-2026", "31-07-2026"),
        ("Other people", "A", "Military", "4", "9"),
        ("Removed", "B", "", "01-07-2026 – 31-12-2026 · 4 military", "–"),
        ("Added", "D", "", "–", "01-09-2026 – 30-09-2026 · 10 military · CIE"),
    ]


def test_findings_and_limits_stand_side_by_side(view: CompareView) -> None:
    whats = {line.finding.code: line.texts[0] for line in view.findings.rows if line.finding}
    assert whats["FRA001"] == "New in B"
    (limit,) = view.limits.rows
    assert limit.texts[1:] == ("7", "7", "4", "9", "0", "181", "01-01-2026", "01-02-2026")
    assert view.says.text().startswith("Basis → Variant: ")


def test_it_is_filtered_by_sort_mission_and_text(view: CompareView, qtbot: QtBot) -> None:
    bar = view.filter
    bar.sort.setCurrentIndex(bar.sort.findData(Sort.MOVED))
    bar.sort.activated.emit(bar.sort.currentIndex())
    assert {row[0] for row in rows_of(view)} == {"Moved"}
    bar.sort.setCurrentIndex(0)
    bar.mission.setCurrentIndex(bar.mission.findData("vpd"))
    bar.mission.activated.emit(bar.mission.currentIndex())
    assert [row[1] for row in rows_of(view)] == ["D"]
    bar.mission.setCurrentIndex(0)
    bar.text.setText("31-12-2026")
    qtbot.waitUntil(lambda: [row[1] for row in rows_of(view)] == ["B"])


def test_single_fields_are_taken_over_as_one_step(
    two: Kader, view: CompareView, answer: Answer
) -> None:
    asked = answer(TakeOverDialog, "ask", True)
    select(view, ("A", "First day"), ("A", "Military"))
    click(view.take)
    taken = on_disk(two).rotations["a"]
    assert (taken.first_day, taken.military) == (build.day("2026-02-01"), 9)
    assert taken.last_day == build.day("2026-06-30")
    assert [row[:3] for row in rows_of(view) if row[1] == "A"] == [("Moved", "A", "Last day")]
    effect = asked[0][2]
    assert isinstance(effect, Effect)
    assert [finding.code for finding in effect.caused if finding.code == "FRA001"] == ["FRA001"]
    assert list(effect.changes) == [
        "A: First day 01-01-2026 → 01-02-2026",
        "A: Military 4 → 9",
    ]
    two.window.actions_of_window["undo"].trigger()
    assert on_disk(two).rotations["a"].military == 4
    assert len(rows_of(view)) == 6


def test_whole_things_come_with_what_they_refer_to(
    two: Kader, view: CompareView, answer: Answer
) -> None:
    asked = answer(TakeOverDialog, "ask", True)
    select(view, ("D", ""), ("B", ""))
    press(view.list.table, Qt.Key.Key_Return)
    plan = on_disk(two)
    assert plan.rotations["d"].force == "cie"
    assert "cie" in plan.forces
    assert "b" not in plan.rotations
    effect = asked[0][2]
    assert isinstance(effect, Effect)
    assert effect.along == ["CIE"]
    assert sorted(effect.changes) == [
        "Added: D (01-09-2026 – 30-09-2026 · 10 military · CIE)",
        "Removed: B (01-07-2026 – 31-12-2026 · 4 military)",
    ]


def test_without_a_yes_nothing_happens(two: Kader, view: CompareView, answer: Answer) -> None:
    answer(TakeOverDialog, "ask", False)
    select(view, ("A", "Military"))
    click(view.take)
    assert on_disk(two) == two.document.plan
    assert two.document.undo_stack.count() == 0


def test_all_that_differs_taken_over_leaves_nothing(
    two: Kader, view: CompareView, answer: Answer
) -> None:
    answer(TakeOverDialog, "ask", True)
    view.list.table.setFocus()
    press(view.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    click(view.take)
    assert view.model.rowCount() == 0
    assert on_disk(two).rotations == variant_of(two.document.plan).rotations
    assert two.document.undo_stack.count() == 1


def test_what_cannot_be_is_said(two: Kader, view: CompareView, answer: Answer) -> None:
    answer(TakeOverDialog, "ask", True)
    two.document.submit(MoveRotations(("a",), -200))
    select(view, ("A", "First day"))
    click(view.take)
    assert two.document.plan.rotations["a"].first_day < build.day("2025-12-31")
    assert two.window.notice.sentence


def test_the_menu_of_a_row_takes_the_whole_thing(
    two: Kader, view: CompareView, answer: Answer
) -> None:
    answer(TakeOverDialog, "ask", True)
    select(view, ("A", "Military"))
    view.list.menu_asked.emit(QPoint(0, 0))
    menu = find(view, QMenu, "context_difference")
    menu.actions()[1].trigger()
    menu.close()
    assert on_disk(two).rotations["a"] == variant_of(two.document.plan).rotations["a"]


def test_an_edit_of_the_open_scenario_shows_at_once(two: Kader, view: CompareView) -> None:
    two.document.submit(MoveRotations(("c",), 1))
    assert ("Moved", "C", "First day", "02-03-2026", "01-03-2026") in rows_of(view)


def test_the_other_scenario_opened_turns_the_sides(two: Kader, view: CompareView) -> None:
    two.window.files.switch_to("Variant")
    QCoreApplication.processEvents()
    assert ("Other people", "A", "Military", "9", "4") in rows_of(view)


def test_a_scenario_of_another_file_is_compared_and_never_opened(
    view: CompareView, tmp_path: Path, plan: Plan, answer: Answer, qtbot: QtBot
) -> None:
    path = tmp_path / "theirs.kader"
    PlanFile.create(path, [replace(variant_of(plan), scenario="Theirs")]).close()
    before = path.read_bytes()
    answer(FileDialog, "ask_open", path)
    click(view.tools.file)
    qtbot.waitUntil(lambda: view.tools.other.currentText() == "theirs: Theirs", timeout=30_000)
    assert ("Removed", "B", "", "01-07-2026 – 31-12-2026 · 4 military", "–") in rows_of(view)
    assert path.read_bytes() == before
    assert not path.with_name("theirs.kader-journal").exists()


def test_a_file_that_is_no_plan_is_refused(
    view: CompareView, tmp_path: Path, answer: Answer, qtbot: QtBot
) -> None:
    path = tmp_path / "no.kader"
    path.write_bytes(b"no plan at all")
    answer(FileDialog, "ask_open", path)
    said = answer(SentenceDialog, "tell", None)
    click(view.tools.file)
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    assert "no.kader" in str(said[0][2])
    assert len(rows_of(view)) == 6


def test_the_list_of_scenarios_leads_here(two: Kader) -> None:
    two.window.missions.scenarios.setCurrentRow(1)
    two.window.missions.scenarios.menu_asked.emit(QPoint(0, 0))
    menu = find(two.window, QMenu, "context_scenario")
    next(a for a in menu.actions() if a.objectName() == "scenario_compare").trigger()
    menu.close()
    assert two.window.views.current == "view_compare"
    view = find(two.window, CompareView, "compareView")
    assert view.comparing.chosen is not None
    assert view.comparing.chosen.scenario == "Variant"


def test_where_b_stands_is_an_outline_behind_the_bar_of_a(view: CompareView) -> None:
    canvas = view.list.canvas
    ghost = canvas.ghost_at(1)
    assert ghost is not None
    assert canvas.ghost_at(2) is None, "the second field of a thing draws nothing more"
    picture = canvas.grab().toImage()
    middle = canvas.view.y_of(1) + canvas.view.row_height // 2
    only_b = canvas.view.x_of(build.day("2026-07-20").toordinal())
    only_a = canvas.view.x_of(build.day("2026-01-10").toordinal())
    background = QColor(view.model._colours.background)  # noqa: SLF001 - what it draws on
    assert picture.pixelColor(round(only_a), middle) != background
    assert picture.pixelColor(round(only_b), middle) != background
    after_both = canvas.view.x_of(build.day("2026-08-20").toordinal())
    assert picture.pixelColor(round(after_both), middle) == background
    assert canvas.tip_at(1) == (
        "A: 01-01-2026 – 30-06-2026 · 4 military\nB: 01-02-2026 – 31-07-2026 · 9 military"
    )


def test_pages_are_switched_and_all_limits_shown(view: CompareView) -> None:
    view.show_page(Page.LIMITS)
    assert view.limit_list.isVisible()
    assert not view.take.isVisible()
    assert len(view.limits.rows) == 1
    view.filter.every_limit.setChecked(True)
    assert len(view.limits.rows) > 1


def test_the_comparison_goes_to_a_workbook(
    two: Kader, view: CompareView, tmp_path: Path, answer: Answer, qtbot: QtBot
) -> None:
    asked = answer(ExportDialog, "ask", ExportWish("Basis", "en"))
    answer(FileDialog, "ask_save", tmp_path / "both.xlsx")
    with qtbot.waitSignal(two.window.exchanging.exported, timeout=60_000):
        click(view.export)
    book = openpyxl.load_workbook(tmp_path / "both.xlsx")
    assert "Compare" in book.sheetnames
    assert asked[0][2] == ("Basis",), "only the open scenario is compared"


def test_a_plan_with_one_scenario_says_what_to_do(opened: Kader) -> None:
    opened.window.actions_of_window["view_compare"].trigger()
    view = find(opened.window, CompareView, "compareView")
    assert view.comparing.sides is None
    assert not view.export.isEnabled()
    assert not view.take.isEnabled()


def test_what_is_wished_for_is_said_by_field_or_as_a_whole(view: CompareView) -> None:
    ref = Ref(Kind.ROTATION, "a")
    assert view.model.wishes([1, 3]) == (Wish(ref, "first_day"), Wish(ref, "military"))
    assert view.model.wishes([1, 3], whole=True) == (Wish(ref),)


def test_a_read_only_plan_takes_nothing_over(two: Kader, answer: Answer) -> None:
    asked = answer(TakeOverDialog, "ask", True)
    file = two.document.file
    assert file is not None
    path = file.path
    two.window.files.close()
    two.document.open(PlanFile.open(path, read_only=True))
    two.window.actions_of_window["view_compare"].trigger()
    view = find(two.window, CompareView, "compareView")
    view.list.table.selectRow(0)
    assert not view.take.isEnabled()
    press(view.list.table, Qt.Key.Key_Return)
    assert asked == []


def test_the_dialog_names_each_change_that_is_taken_over(two: Kader) -> None:
    effect = Effect("Take over a change", (), (), (), ["A: Military 4 → 9"])
    dialog = TakeOverDialog(two.window, two.window.desk.icons, effect)
    changes = find(dialog, QListWidget, "takeOverChanges")
    assert [changes.item(row).text() for row in range(changes.count())] == ["A: Military 4 → 9"]
    assert changes.accessibleName() == "What is taken over"
