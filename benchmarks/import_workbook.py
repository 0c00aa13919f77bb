"""A workbook read back with all guards, against openpyxl reading its sheet of rotations."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from benchmarks.measuring import in_turn, milliseconds, table
from benchmarks.plans import plan_of
from domain.engine.comparison import differences
from domain.exchange.workbook import material_of, write_workbook
from domain.exchange.workbook_reading import read_workbook
from domain.model import Plan

_ROUNDS: Final = 5
_SIZES: Final = (1_000, 20_000)
_SHEET: Final = "Rotations"
_HEADS: Final = ("rotations", "openpyxl, read only", "import with all guards", "ratio")


def tables(sizes: Sequence[int]) -> str:
    """What it costs to read workbooks of some sizes."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(size: int) -> list[str]:
    plan = plan_of(size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.xlsx")
        material = material_of(plan, plan_id="plan", journal_head="")
        write_workbook(path, material, lambda _done, _all: None)
        times = in_turn(
            {"theirs": lambda: _rows_of(path), "ours": lambda: _changes_of(path, plan)}, _ROUNDS
        )
    return [
        f"{size:,}",
        milliseconds(times["theirs"]),
        milliseconds(times["ours"]),
        f"{times['ours'] / times['theirs']:.2f}",
    ]


def _rows_of(path: Path) -> int:
    """Every cell of the sheet of rotations, without a guard, a type or a comparison."""
    workbook = load_workbook(path, read_only=True, keep_links=False)
    sheet = workbook[_SHEET]
    sheet.reset_dimensions()
    cells = sum(len(row) for row in sheet.iter_rows(values_only=True))
    workbook.close()
    return cells


def _changes_of(path: Path, plan: Plan) -> None:
    """All that an import does before a person agrees: guards, types, ties, differences."""
    reading = read_workbook(path, plan, "plan")
    assert not reading.problems
    assert reading.rows_in == len(plan.rotations)
    assert not differences(plan, reading.plan)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.import_workbook")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="rotations in a plan")
    print(tables(sorted(parser.parse_args().sizes)))
