"""Our own CSV, read back: unchanged it is an empty difference."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings

from domain.exchange.csv_rotations import write_rotations_csv
from domain.exchange.table_reading import read_table
from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook_reading.test_unchanged_workbook import odd_plans
from tests.domain.exchange.workbook_reading.workbooks_back import changes, warnings
from tests.domain.store.plans import everything

DAYS = ("2026-01-01", "2026-06-30")


@settings(max_examples=60)
@given(odd_plans())
@example(everything())
@example(Plan())
@example(build.plan(build.rotation("=1", "-osc", *DAYS, note="''=1+1", justification="  ")))
def test_any_plan(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rotations.csv")
        write_rotations_csv(plan, path)
        reading = read_table(path, plan)
    assert changes(plan, reading) == []
    assert warnings(reading) == []
    assert reading.rows_in == len(plan.rotations)


def test_a_row_without_an_id_is_new(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r1", "osc", *DAYS))
    path = tmp_path / "rotations.csv"
    write_rotations_csv(plan, path)
    lines = path.read_text("utf-8").splitlines()
    lines.append(lines[1].replace("r1;", ";").replace("2026", "2027"))
    path.write_text("\n".join(lines), "utf-8")
    assert changes(plan, read_table(path, plan)) == ["added osc-1"]
