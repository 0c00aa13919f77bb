"""Files that a colleague changed, and how they come in through the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pytestqt.qtbot import QtBot

from domain.exchange.workbook import material_of, write_workbook
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.import_dialog import Incoming
from tests.gui.driving import Answer, done

Change = Callable[[Worksheet], None]


def import_file(program: Kader, qtbot: QtBot, path: Path, answer: Answer) -> None:
    answer(FileDialog, "ask_open", path)
    program.window.actions_of_window["import"].trigger()
    done(program, qtbot)


def incoming_of(asked: list[tuple[object, ...]]) -> Incoming:
    """What the preview was asked to show."""
    (incoming,) = [thing for thing in asked[0] if isinstance(thing, Incoming)]
    return incoming


def exported(program: Kader, folder: Path, change: Change | None = None) -> Path:
    """A workbook of the open scenario, perhaps changed by a colleague."""
    path, file = folder / "plan.xlsx", program.document.file
    assert file is not None
    material = material_of(program.document.plan, plan_id=file.plan_id, journal_head=file.head())
    write_workbook(path, material, lambda _done, _all: None)
    if change is not None:
        workbook = load_workbook(path)
        change(workbook["Rotations"])
        workbook.save(path)
    return path


def cell_of(sheet: Worksheet, key: str, row: int) -> tuple[int, int]:
    """Where the value of a rotation stands, counted from 0."""
    for number, line in enumerate(sheet.iter_rows(max_row=20, values_only=True), start=1):
        if "first_day" in line:
            return number + 2 + row, line.index(key) + 1
    raise AssertionError(key)


def put(key: str, row: int, value: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet.cell(*cell_of(sheet, key, row)).value = value  # type: ignore[assignment]

    return change
