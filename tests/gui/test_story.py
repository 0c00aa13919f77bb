"""One story from beginning to end, as a planner lives it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from domain.model import Rotation
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.new_plan import NewPlanDialog
from gui.dialogs.rotation_dialog import RotationDialog
from gui.main_window import MainWindow
from tests.gui.conftest import Answer


def codes_in(window: MainWindow) -> list[str]:
    """The codes in the list of findings, as the user reads them."""
    view = window.findChild(QTableView, "findingsTable")
    model = view.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def missions_with_text(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Filter the tree by a text, as typing it does."""
    field = window.findChild(QLineEdit, "missionFilter")
    qtbot.keyClicks(field, text)
    tree = window.missions.tree
    qtbot.waitUntil(lambda: 0 < tree.model().rowCount() < 4)


def enter_nine_military(window: MainWindow, qtbot: QtBot) -> Rotation | None:
    """What a user does in the quick editor."""
    plan = window.document.plan
    assert window.desk.selection.mission is not None
    model = next(r for r in [window.editing.proposed()] if r is not None)
    dialog = RotationDialog(window, window.desk.icons, "Add", plan, model)
    qtbot.addWidget(dialog)
    military = dialog.findChild(QSpinBox, "field_military")
    military.selectAll()
    qtbot.keyClicks(military, "9")
    buttons = dialog.findChild(QDialogButtonBox, "rotationDialogButtons")
    qtbot.mouseClick(
        buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton
    )
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

    missions_with_text(window, qtbot, "OSC")
    mission = window.missions.model.item_of("osc")
    assert mission is not None
    place = window.missions.tree.visualRect(mission.index()).center()
    qtbot.mouseClick(window.missions.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desk.selection.mission == "osc"

    answer(RotationDialog, "ask", lambda *_asked: enter_nine_military(window, qtbot))
    window.actions_of_window["add"].trigger()
    assert codes_in(window).count("FRA001") >= 1
    assert window.status.counts
    assert "new" in window.status.message.text()

    window.actions_of_window["undo"].trigger()
    assert codes_in(window) == before

    window.actions_of_window["redo"].trigger()
    workbook = tmp_path / "plan.xlsx"
    answer(FileDialog, "ask_save", workbook)
    with qtbot.waitSignal(window.exchanging.exported, timeout=60_000):
        window.actions_of_window["export_excel"].trigger()
    sheets = load_workbook(workbook, read_only=True)
    assert len(sheets.sheetnames) >= 5
    sheets.close()
    assert "plan.xlsx" in window.notice.sentence
