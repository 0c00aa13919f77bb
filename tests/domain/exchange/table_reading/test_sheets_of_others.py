"""Sheets that never came from us: the right one is found, and read with its types."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from domain.errors import UnreadableFile
from domain.exchange.table_reading import best_sheet, look, read_table
from domain.model import Plan
from tests.domain.exchange.table_reading.tables import GROUP, HEADINGS, added
from tests.domain.exchange.workbook_reading.workbooks_back import problems, warnings


def sheet_of(folder: Path, *rows: list[Any], title: str = "Blad1") -> Path:
    path = folder / "rotaties.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


DAYS = [datetime(2027, 1, 1), datetime(2027, 6, 30)]  # noqa: DTZ001
SHEET: list[list[Any]] = [HEADINGS.split(";"), ["OSC", "Groep 9", *DAYS, 11]]


def test_a_sheet_of_a_workbook_is_read_with_its_types(tmp_path: Path, plan: Plan) -> None:
    path = sheet_of(tmp_path, ["Overzicht"], [None], *SHEET)
    reading = read_table(path, plan)
    assert added(plan, reading) == [GROUP]
    path = sheet_of(tmp_path, SHEET[0], ["OSC", "Groep 9", *DAYS, "11"])
    assert problems(read_table(path, plan)) == ["Blad1!E2: '11' is text, not a whole number."]


def test_the_sheet_that_has_the_headings_is_taken(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "rotaties.xlsx"
    workbook = Workbook()
    workbook.worksheets[0].append(["Iets", "Anders"])
    right = workbook.create_sheet("Rotaties")
    hidden = workbook.create_sheet("Oud")
    hidden.sheet_state = "hidden"
    for sheet in (right, hidden):
        for row in SHEET:
            sheet.append(row)
    workbook.save(path)
    assert look(path).sheet == "Rotaties"
    assert added(plan, read_table(path, plan)) == [GROUP]
    assert look(path, "Oud").sheet == "Oud"
    with pytest.raises(UnreadableFile, match="no sheet 'Nieuw' in it; choose one of 'Sheet', 'Ro"):
        look(path, "Nieuw")
    hidden.sheet_state = "visible"
    workbook.save(path)
    with pytest.raises(UnreadableFile, match=r"not clear which sheet .* one of 'Rotaties', 'Oud'"):
        look(path)


def test_a_workbook_in_which_nothing_is_seen_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is nothing in it that can be seen"):
        look(sheet_of(tmp_path))


def test_merged_cells_are_refused_and_hidden_rows_told(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "rotaties.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Titel"], *SHEET, SHEET[1]):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.row_dimensions[3].hidden = True
    workbook.save(path)
    reading = read_table(path, plan)
    assert len(added(plan, reading)) == 2
    assert warnings(reading) == ["Sheet: 1 rows are hidden there, and are read as well."]
    sheet.merge_cells("A3:A4")
    workbook.save(path)
    assert problems(read_table(path, plan))[-1] == (
        "Sheet!A3:A4: these cells are merged; split them, and fill in each of them."
    )


def test_the_sheets_are_told_and_the_best_one_found(tmp_path: Path) -> None:
    path = tmp_path / "rotaties.xlsx"
    workbook = Workbook()
    workbook.worksheets[0].append(["Iets", "Anders"])
    rotations = workbook.create_sheet("Rotaties")
    for row in SHEET:
        rotations.append(row)
    workbook.save(path)
    assert best_sheet(path) == "Rotaties"
    found = look(path, "Rotaties")
    assert found.sheets == ("Sheet", "Rotaties")
    assert found.samples == (("OSC", "Groep 9", "01-01-2027", "30-06-2027", "11"),)
    workbook.create_sheet("Nog een").append(["Missie", "Begin", "Einde"])
    workbook.save(path)
    assert best_sheet(path) == "Sheet"
