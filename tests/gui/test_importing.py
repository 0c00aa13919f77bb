"""Files that come in through the window: shown first, then taken in as one step, or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from domain.engine.comparison import How
from domain.exchange.arriving import Arrival
from domain.exchange.plan_json import write_plan
from domain.model import MoveRotations, Plan, RemoveRotations
from domain.store.keeping import Reason
from gui.application import Kader
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.messages import SentenceDialog
from gui.widgets.change_list import ChangeList
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, done, find, on_disk
from tests.gui.imports import cell_of, exported, import_file, incoming_of, put


def test_an_unchanged_workbook_says_that_nothing_differs(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    asked = answer(ImportDialog, "ask", False)
    import_file(opened, qtbot, exported(opened, tmp_path), answer)
    incoming = incoming_of(asked)
    assert incoming.arrival.is_empty
    dialog = ImportDialog(opened.window, opened.window.desk.icons, incoming)
    qtbot.addWidget(dialog)
    assert not dialog.can_import
    assert "No differences" in find(dialog, QLabel, "importTitle").text()
    assert dialog.summary.text() == "3 rows read."


def test_a_changed_workbook_is_one_step_with_a_backup_before(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(ImportDialog, "ask", True)
    import_file(opened, qtbot, exported(opened, tmp_path, put("military", 0, 9)), answer)
    assert on_disk(opened).rotations["a"].military == 9
    assert opened.document.undo_stack.count() == 1
    assert opened.document.undo_stack.undoText() == "Import plan.xlsx"
    assert opened.document.file is not None
    assert Reason.IMPORT in {backup.reason for backup in opened.document.file.backups()}
    opened.window.actions_of_window["undo"].trigger()
    assert on_disk(opened).rotations["a"].military == 4


def test_an_error_is_shown_with_its_cell_and_nothing_is_taken_in(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    asked, before = answer(ImportDialog, "ask", False), opened.document.plan

    def change(sheet: Worksheet) -> None:
        put("military", 1, 9)(sheet)
        put("first_day", 0, "31-02-2026")(sheet)

    import_file(opened, qtbot, exported(opened, tmp_path, change), answer)
    incoming = incoming_of(asked)
    assert incoming.arrival.is_refused
    dialog = ImportDialog(opened.window, opened.window.desk.icons, incoming)
    qtbot.addWidget(dialog)
    assert not dialog.can_import
    assert dialog.tabs.tabText(0) == "To be mended (1)"
    find(dialog, QPushButton, "importProblemsCopy").click()
    assert QApplication.clipboard().text() == "Rotations\tC5\t'31-02-2026' is no date."
    assert opened.document.plan is before


def test_a_plan_that_was_changed_meanwhile_is_not_changed_back(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    def edit_and_agree(*_asked: object) -> bool:
        return opened.document.submit(MoveRotations(("c",), 1))

    answer(ImportDialog, "ask", edit_and_agree)
    told = answer(SentenceDialog, "tell", None)
    import_file(opened, qtbot, exported(opened, tmp_path, put("military", 0, 9)), answer)
    assert "changed while the file was read" in str(told[0][2])
    assert on_disk(opened).rotations["a"].military == 4


def test_the_preview_lists_each_field_and_what_the_rules_say(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    asked = answer(ImportDialog, "ask", False)

    def change(sheet: Worksheet) -> None:
        put("military", 0, 9)(sheet)
        sheet.delete_rows(cell_of(sheet, "military", 1)[0])

    import_file(opened, qtbot, exported(opened, tmp_path, change), answer)
    dialog = ImportDialog(opened.window, opened.window.desk.icons, incoming_of(asked))
    qtbot.addWidget(dialog)
    changes = find(dialog, ChangeList, "changeList")
    model = changes.table
    rows = [[model.index(r, c).data() for c in range(6)] for r in range(model.rowCount())]
    assert rows == [
        ["Changed", "OSC", "A (a)", "Military", "4", "9"],
        ["Removed", "OSC", "B (b)", "", "01-07-2026 – 31-12-2026 · 4 military", "–"],
    ]
    assert "Errors: 0 → 1" in dialog.summary.text()
    assert find(dialog, QTableView, "importFindings").model().index(0, 2).data() == "FRA001"
    changes.text.setText("milit 9")
    assert model.rowCount() == 1
    changes.text.clear()
    changes.filters[How.ADDED].setChecked(True)
    changes.filters[How.REMOVED].setChecked(False)
    assert model.rowCount() == 1


def changed(plan: Plan) -> Plan:
    added = build.rotation("d", "vpd", "2027-01-01", "2027-06-30", military=2)
    moved = replace(plan.rotations["a"], military=1)
    without = replace(plan, rotations=plan.rotations.without("b"))
    return without.put(added).put(moved)


def test_a_json_plan_shows_what_it_changes_and_is_one_step(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    wanted = changed(opened.document.plan)
    write_plan(wanted, path)
    asked = answer(ImportDialog, "ask", True)
    import_file(opened, qtbot, path, answer)
    hows = sorted(str(thing.how) for thing in incoming_of(asked).arrival.things)
    assert hows == ["added", "changed", "removed"]
    assert on_disk(opened) == wanted
    assert opened.document.undo_stack.count() == 1
    opened.window.actions_of_window["undo"].trigger()
    assert sorted(on_disk(opened).rotations) == ["a", "b", "c"]


def test_an_import_that_is_called_off_changes_nothing(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path, before = tmp_path / "plan.json", opened.document.plan
    write_plan(changed(before), path)
    answer(ImportDialog, "ask", False)
    import_file(opened, qtbot, path, answer)
    assert opened.document.plan is before


def test_an_import_of_another_scenario_adds_and_opens_it(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    write_plan(replace(opened.document.plan, scenario="Later"), path)
    asked = answer(ImportDialog, "ask", True)
    import_file(opened, qtbot, path, answer)
    assert incoming_of(asked).is_new
    assert opened.document.plan.scenario == "Later"
    assert opened.document.file is not None
    assert opened.document.file.scenarios() == ("Basis", "Later")


@pytest.mark.parametrize("name", ["odd.json", "odd.xlsx", "odd.csv", "odd.pdf"])
def test_what_cannot_be_read_is_refused_and_changes_nothing(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer, name: str
) -> None:
    path, before = tmp_path / name, opened.document.plan
    path.write_text("nothing", encoding="utf-8")
    told = answer(SentenceDialog, "tell", None)
    import_file(opened, qtbot, path, answer)
    assert name in str(told[0][2])
    assert opened.document.plan is before


def drop(program: Kader, path: Path) -> bool:
    """Let go of a file over the window; whether the window took it."""
    window, data = program.window, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(
        window.rect().center(), action, data, button, Qt.KeyboardModifier.NoModifier
    )
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        place = QPointF(window.rect().center())
        event = QDropEvent(place, action, data, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_a_workbook_that_is_dropped_onto_the_window_is_imported(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    asked = answer(ImportDialog, "ask", True)
    assert drop(opened, exported(opened, tmp_path, put("military", 0, 9)))
    qtbot.waitUntil(lambda: bool(asked))
    done(opened, qtbot)
    assert on_disk(opened).rotations["a"].military == 9


def test_a_plan_that_is_dropped_is_opened_and_other_things_are_not_taken(
    opened: Kader, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "picture.png").touch()
    assert not drop(opened, tmp_path / "picture.png")
    assert opened.document.file is not None
    copy = tmp_path / "copy.kader"
    opened.document.file.save_as(copy)
    assert drop(opened, copy)
    qtbot.waitUntil(lambda: opened.document.file is not None and opened.document.file.path == copy)


def test_an_arrival_of_the_same_plan_is_empty(opened: Kader) -> None:
    from domain.exchange.arriving import arrival

    plan = opened.document.plan
    found: Arrival = arrival(plan, plan)
    assert found.is_empty
    assert not arrival(plan, RemoveRotations(("a",)).apply(plan).plan).is_empty
