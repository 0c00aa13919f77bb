"""One story from beginning to end, as a planner lives it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from domain.model import Rotation
from gui.application import Kader
from gui.dialogs.export_dialog import ExportDialog, ExportWish
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.new_plan import NewPlanDialog
from gui.dialogs.rotation_dialog import RotationDialog
from gui.main_window import MainWindow
from tests.gui.driving import Answer, click, click_row, find, texts, type_text

RULE = 1


def codes_in(window: MainWindow) -> list[str]:
    """The codes in the list of findings, as the user reads them."""
    return texts(find(window, QTableView, "findingsTable").model(), RULE)


def enter_nine_military(window: MainWindow) -> Rotation | None:
    """What a user does in the quick editor."""
    model = window.editing.proposed()
    assert model is not None
    dialog = RotationDialog(window, window.desk.icons, "Add", window.document.plan, model)
    military = find(dialog, QSpinBox, "field_military")
    military.selectAll()
    type_text(military, "9")
    buttons = find(dialog, QDialogButtonBox, "rotationDialogButtons")
    click(buttons.button(QDialogButtonBox.StandardButton.Save))
    return dialog.result_rotation


def test_from_a_new_plan_to_a_workbook(
    program: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    window = program.window
    answer(NewPlanDialog, "ask", ("nl-2025", tmp_path / "plan.kader"))
    window.actions_of_window["new"].trigger()
    assert window.windowTitle().startswith("plan – ")
    before = codes_in(window)
    assert "FRA001" not in before

    type_text(find(window, QLineEdit, "missionFilter"), "OSC")
    model = window.missions.model
    qtbot.waitUntil(lambda: 0 < model.rowCount() < 4)
    mission = model.item_of("osc")
    assert mission is not None
    click_row(window.missions.tree, mission.index())
    assert window.desk.selection.mission == "osc"

    answer(RotationDialog, "ask", lambda *_asked: enter_nine_military(window))
    window.actions_of_window["add"].trigger()
    assert "FRA001" in codes_in(window)
    assert "new" in window.status.message.text()

    window.actions_of_window["undo"].trigger()
    assert codes_in(window) == before

    window.actions_of_window["redo"].trigger()
    workbook = tmp_path / "plan.xlsx"
    answer(ExportDialog, "ask", ExportWish(window.document.plan.scenario, "en"))
    answer(FileDialog, "ask_save", workbook)
    with qtbot.waitSignal(window.exchanging.exported, timeout=60_000):
        window.actions_of_window["export_excel"].trigger()
    sheets = load_workbook(workbook, read_only=True)
    assert len(sheets.sheetnames) >= 5
    sheets.close()
    assert "plan.xlsx" in window.notice.sentence
