"""Workbooks for tests: made of a plan, written, opened again, and read as tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from domain.exchange.workbook import Material, material_of, write_workbook
from domain.model import Plan

MADE_AT = datetime(2026, 5, 3, 14, 5)  # noqa: DTZ001 - as the clock on the wall has it
Row = Mapping[str, Any]


class MaterialFields(TypedDict, total=False):
    plan_id: str
    as_of: date | None
    journal_head: str
    public: bool
    first_day: date | None
    last_day: date | None
    beside: Plan | None


def material(plan: Plan, **fields: Unpack[MaterialFields]) -> Material:
    """A checked plan as the program hands it to the workbook."""
    usual: MaterialFields = {"plan_id": "plan-id", "journal_head": "abc123"}
    given: MaterialFields = {**usual, **fields}
    return material_of(plan, made_at=MADE_AT, **given)


def silently(done: int, total: int) -> None:
    assert 0 <= done <= total


def written(folder: Path, plan: Plan, **fields: Unpack[MaterialFields]) -> Path:
    path = folder / "plan.xlsx"
    write_workbook(path, material(plan, **fields), silently)
    return path


def opened(folder: Path, plan: Plan, **fields: Unpack[MaterialFields]) -> Workbook:
    return load_workbook(written(folder, plan, **fields), data_only=True)


def place_of(workbook: Workbook, name: str) -> tuple[Worksheet, Table]:
    """The sheet on which a table stands, and the table."""
    for sheet in workbook.worksheets:
        if name in sheet.tables:
            return sheet, sheet.tables[name]
    raise AssertionError(f"no table {name}")


def edges(table: Table) -> tuple[int, int, int, int]:
    """The first column, the heading row, the last column and the last row of a table."""
    first, heading, last, bottom = range_boundaries(table.ref)
    assert first
    assert heading
    assert last
    assert bottom
    return first, heading, last, bottom


def properties_of(workbook: Workbook) -> Mapping[str, Any]:
    """The properties that a program reads back, by name."""
    return {one.name: one.value for one in workbook.custom_doc_props}  # type: ignore[attr-defined]


def keys_of(workbook: Workbook, name: str) -> list[str]:
    sheet, table = place_of(workbook, name)
    first, heading, last, _bottom = edges(table)
    return [str(sheet.cell(heading - 1, column).value) for column in range(first, last + 1)]


def rows_of(workbook: Workbook, name: str) -> list[Row]:
    """The rows of a table by key, without an empty one that only gives the table a body."""
    sheet, table = place_of(workbook, name)
    first, heading, last, bottom = edges(table)
    keys = keys_of(workbook, name)
    rows = [
        dict(zip(keys, (cell.value for cell in cells), strict=True))
        for cells in sheet.iter_rows(heading + 1, bottom, first, last)
    ]
    return [row for row in rows if any(value is not None for value in row.values())]


def cell_of(workbook: Workbook, name: str, key: str, row: int = 0) -> Any:  # noqa: ANN401
    sheet, table = place_of(workbook, name)
    first, heading, _last, _bottom = edges(table)
    return sheet.cell(heading + 1 + row, first + keys_of(workbook, name).index(key))


def parts_of(path: Path) -> Mapping[str, str]:
    """All parts of a workbook as text."""
    with ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def facts_of(workbook: Workbook) -> Mapping[str, Any]:
    """What Read me says, by its hidden keys."""
    sheet = workbook.worksheets[0]
    rows = sheet.iter_rows(max_col=3, values_only=True)
    return {str(key): value for _label, value, key in rows if key}


def everything_in(workbook: Workbook) -> str:
    """All values of all cells of all sheets as one text."""
    values = (value for sheet in workbook.worksheets for row in sheet.values for value in row)
    return "\n".join(str(value) for value in values if value is not None)
