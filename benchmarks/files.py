"""Files out and in, whole and with all guards, against what the libraries need for one sheet."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side

from benchmarks.measuring import in_turn, table
from benchmarks.plans import plan_of
from benchmarks.writing import run
from domain.engine.comparison import differences
from domain.exchange.csv_rotations import write_rotations_csv
from domain.exchange.workbook import material_of, write_workbook
from domain.exchange.workbook_reading import read_workbook
from domain.model import Plan

_ROUNDS: Final = 3
_LARGE: Final = 50_000
"""From so many rotations on each thing is done once: it takes long enough."""
_SHEET: Final = "Rotations"
_OUT: Final = (
    "rotations",
    "csv, s",
    "openpyxl, this sheet alone, s",
    "the whole workbook, s",
    "ratio",
    "memory, MB",
    "file, MB",
)
_IN: Final = (
    "rotations",
    "openpyxl, read only, s",
    "import with all guards, s",
    "ratio",
    "memory, MB",
)


def tables(sizes: Sequence[int]) -> str:
    """What it costs to write workbooks of some sizes, and to read them."""
    out, back = [], []
    for size in sizes:
        plan = plan_of(size)
        with tempfile.TemporaryDirectory() as folder:
            one, other = _row(plan, Path(folder))
        out.append(one)
        back.append(other)
    return f"Out:\n\n{table(_OUT, out)}\n\nIn:\n\n{table(_IN, back)}"


def _row(plan: Plan, folder: Path) -> tuple[list[str], list[str]]:
    size, path = len(plan.rotations), folder / "plan.xlsx"
    rounds = 1 if size > _LARGE else _ROUNDS
    _export(path, plan)
    rows = _rows_of(path)
    out = in_turn(
        {
            "csv": lambda: write_rotations_csv(plan, folder / "plan.csv"),
            "theirs": lambda: _styled(folder / "theirs.xlsx", rows),
            "ours": lambda: _export(path, plan),
        },
        rounds,
    )
    back = in_turn(
        {"theirs": lambda: len(_rows_of(path)), "ours": lambda: _changes_of(path, plan)}, rounds
    )
    memory = {name: _memory(name, size, path) for name in _WORKS}
    megabytes = path.stat().st_size / 1e6
    return (
        [f"{size:,}", *_seconds(out), f"{memory['out']:.0f}", f"{megabytes:.1f}"],
        [f"{size:,}", *_seconds(back), f"{memory['in']:.0f}"],
    )


def _seconds(times: Mapping[str, float]) -> list[str]:
    """All times, and the ratio of ours to theirs."""
    return [*(f"{time:.2f}" for time in times.values()), f"{times['ours'] / times['theirs']:.2f}"]


def _export(path: Path, plan: Plan) -> None:
    """All that an export does: the plan is checked, every sheet is written."""
    material = material_of(plan, plan_id="plan", journal_head="")
    write_workbook(path, material, lambda _done, _all: None)


def _styled(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """The same cells of one sheet by openpyxl, each with a font, a line and a form."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    font, line = Font(name="Calibri", size=10), Border(bottom=Side("hair"))
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.font, cell.border = font, line
            cell.number_format = "dd-mm-yyyy" if isinstance(cell.value, date) else "General"
    workbook.save(path)


def _rows_of(path: Path) -> list[Sequence[Any]]:
    """Every cell of the sheet of rotations, without a guard, a type or a comparison."""
    workbook = load_workbook(path, read_only=True, keep_links=False)
    sheet = workbook[_SHEET]
    sheet.reset_dimensions()
    rows: list[Sequence[Any]] = list(sheet.iter_rows(values_only=True))
    workbook.close()
    return rows


def _changes_of(path: Path, plan: Plan) -> None:
    """All that an import does before a person agrees: guards, types, ties, differences."""
    reading = read_workbook(path, plan, "plan")
    assert not reading.problems
    assert reading.rows_in == len(plan.rotations)
    assert not differences(plan, reading.plan)


_WORKS: Final[Mapping[str, Callable[[Path, Plan], None]]] = {"out": _export, "in": _changes_of}


def _memory(name: str, size: int, path: Path) -> float:
    """How much memory a work takes beside its plan, in a process of its own."""
    asked = [sys.executable, "-m", "benchmarks.files", "--one", name, str(size), str(path)]
    told = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603 - itself
    return float(json.loads(told.stdout))


def _one(name: str, size: int, path: Path) -> None:
    """Tell what one work takes in this process."""
    plan = plan_of(size)
    # From now on the most that is held counts anew.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _kilobytes("VmRSS")
    _WORKS[name](path, plan)
    print((_kilobytes("VmHWM") - before) / 1_024)


def _kilobytes(which: str) -> int:
    """What this process holds, now or at most."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{which}:"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        run("files", "What files cost, out and in.", tables)
