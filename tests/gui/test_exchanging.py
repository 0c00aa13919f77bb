"""Plans in and out of other files, beside the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from domain.exchange.plan_json import read_plan
from domain.language import current_language
from domain.model import MoveRotations
from gui.application import Kader
from gui.dialogs.export_dialog import ExportDialog, ExportWish
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import SentenceDialog
from tests.gui.driving import Answer, done


@pytest.fixture(autouse=True)
def wish(answer: Answer) -> list[tuple[object, ...]]:
    return answer(ExportDialog, "ask", ExportWish("Basis", "en"))


def test_json_that_was_exported_reads_back_as_the_same_plan(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    answer(FileDialog, "ask_save", path)
    with qtbot.waitSignal(opened.window.exchanging.exported):
        opened.window.actions_of_window["export_json"].trigger()
    assert read_plan(path) == opened.document.plan
    done(opened, qtbot)


def test_an_export_that_cannot_be_written_says_so(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_save", tmp_path / "no folder" / "plan.xlsx")
    told = answer(SentenceDialog, "tell", None)
    opened.window.actions_of_window["export_excel"].trigger()
    done(opened, qtbot)
    assert len(told) == 1
    assert "plan.xlsx" in str(told[0][2])


def test_an_export_that_is_called_off_does_nothing(opened: Kader, answer: Answer) -> None:
    answer(FileDialog, "ask_save", None)
    opened.window.actions_of_window["export_excel"].trigger()
    assert not opened.window.exchanging.background.is_busy


def test_the_window_stays_usable_while_work_is_under_way(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_save", tmp_path / "plan.xlsx")
    opened.window.actions_of_window["export_excel"].trigger()
    assert opened.document.submit(MoveRotations(("a",), 1))
    done(opened, qtbot)
    assert (tmp_path / "plan.xlsx").exists()


def test_an_export_never_takes_the_place_of_the_plan(opened: Kader, answer: Answer) -> None:
    assert opened.document.file is not None
    path = opened.document.file.path
    before = path.read_bytes()
    answer(FileDialog, "ask_save", path)
    opened.window.actions_of_window["export_json"].trigger()
    assert not opened.window.exchanging.background.is_busy
    assert "plan itself" in opened.window.notice.sentence
    assert path.read_bytes() == before


def test_a_workbook_shows_what_was_asked_for(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    assert opened.document.file is not None
    opened.document.file.put_scenario(replace(opened.document.plan, scenario="Later"))
    path, until = tmp_path / "plan.xlsx", date(2026, 6, 30)
    answer(ExportDialog, "ask", ExportWish("Later", "nl", None, until, public=True))
    answer(FileDialog, "ask_save", path)
    opened.window.actions_of_window["export_excel"].trigger()
    done(opened, qtbot)
    workbook = load_workbook(path)
    assert workbook.sheetnames[:2] == ["Lees mij", "Overzicht"]
    said = {one.name: one.value for one in workbook.custom_doc_props.props}  # type: ignore[attr-defined]
    assert said["KaderScenario"] == "Later"
    assert said["KaderLastDay"] == "2026-06-30"
    assert said["KaderPublic"] is True
    assert current_language() == "en"


def test_an_export_that_is_stopped_leaves_the_old_file(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"old")
    answer(FileDialog, "ask_save", path)
    opened.window.actions_of_window["export_excel"].trigger()
    opened.window.exchanging.background.finish()
    done(opened, qtbot)
    assert path.read_bytes() == b"old"
    assert [other.name for other in tmp_path.glob("*.part")] == []
    qtbot.waitUntil(lambda: "Stopped" in opened.window.notice.sentence)


def test_the_wish_for_an_export_is_what_is_filled_in(opened: Kader, qtbot: QtBot) -> None:
    dialog = ExportDialog(opened.window, opened.window.desk.icons, ("Basis", "Later"), "Later")
    qtbot.addWidget(dialog)
    assert dialog.wish == ExportWish("Later", "en")
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.first_day.setText("1-1-2027")
    dialog.last_day.setText("31-12-2026")
    assert not ok.isEnabled()
    assert "before" in dialog.fault.text()
    dialog.last_day.setText("soon")
    assert "Type a day" in dialog.fault.text()
    dialog.last_day.setText("2027-06-30")
    dialog.public.setChecked(True)
    assert "cannot be read back" in dialog.about.text()
    assert ok.isEnabled()
    assert dialog.wish == ExportWish(
        "Later", "en", date(2027, 1, 1), date(2027, 6, 30), public=True
    )
