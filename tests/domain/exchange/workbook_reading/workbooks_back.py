"""Exported workbooks as a planner hands them back: changed in a program, then read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.engine.comparison import differences
from domain.exchange.rotation_rows.reading import Reading
from domain.exchange.workbook_reading import read_workbook
from domain.model import Plan
from tests.domain.exchange.workbook.workbooks import edges, keys_of, place_of, written

Values = Mapping[str, Any]


class Back:
    """A workbook that was exported, open to be changed."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path = path
        self.plan = plan
        self.workbook: Workbook = load_workbook(path)
        self.sheet, table = place_of(self.workbook, "rotations")
        self._first, self._heading, _last, self._bottom = edges(table)
        self._keys = keys_of(self.workbook, "rotations")

    def cell(self, row: int, key: str) -> Any:  # noqa: ANN401 - a cell of openpyxl
        """The cell of a row, counted from 0, under a key."""
        column = self._first + self._keys.index(key)
        return self.sheet.cell(self._heading + 1 + row, column)

    def change(self, row: int, **values: object) -> None:
        for key, value in values.items():
            self.cell(row, key).value = value

    def add(self, **values: object) -> None:
        """Put a row behind the last."""
        self._bottom += 1
        for key, value in values.items():
            self.sheet.cell(self._bottom, self._first + self._keys.index(key)).value = value  # type: ignore[assignment]

    def remove(self, row: int) -> None:
        self.sheet.delete_rows(self._heading + 1 + row)
        self._bottom -= 1

    def saved(self) -> Path:
        self.workbook.save(self.path)
        return self.path

    def read(self, plan: Plan | None = None, **options: Any) -> Reading:  # noqa: ANN401
        """What the program makes of it."""
        return read_workbook(self.saved(), plan or self.plan, "plan-id", **options)


def back(folder: Path, plan: Plan, **fields: Any) -> Back:  # noqa: ANN401 - fields of a material
    """A plan as a workbook, to be changed and read back."""
    return Back(written(folder, plan, **fields), plan)


def changes(before: Plan, reading: Reading) -> list[str]:
    """What differs, a line for each thing: ``changed r1: name A → B``."""
    assert [problem.text for problem in reading.problems] == []
    lines = []
    for one in differences(before, reading.plan):
        fields = "; ".join(f"{f.field} {f.before} → {f.after}" for f in one.fields)
        lines.append(f"{one.how} {one.ref.id}" + (f": {fields}" if fields else ""))
    return lines


def problems(reading: Reading) -> list[str]:
    return [problem.text for problem in reading.problems]


def warnings(reading: Reading) -> list[str]:
    return [warning.text for warning in reading.warnings]


def with_sheet(path: Path, change: Callable[[Workbook, Worksheet], None]) -> Path:
    """A workbook after a change to it and its sheet of rotations."""
    workbook = load_workbook(path)
    change(workbook, place_of(workbook, "rotations")[0])
    workbook.save(path)
    return path
