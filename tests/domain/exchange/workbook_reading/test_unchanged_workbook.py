"""An export that is read back unchanged is an empty difference, whatever is in the plan."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.exchange.plan_json import plan_from_document
from domain.exchange.workbook_reading import is_ours, read_workbook
from domain.language import set_language
from domain.model import DayNotes, Mission, Plan, Precision, Rotation, Table
from tests.domain.exchange.workbook.workbooks import written
from tests.domain.exchange.workbook_reading.workbooks_back import back, changes, warnings
from tests.domain.store.plans import everything
from tests.oracle.plans import plans as documents

OFFICE = shutil.which("soffice")
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["=1+1", "'x", "_x0041_", "_x005F_x0041_", "\r\n", "a\rb", " ", "\ta\n", "e\u0301", "\ud800",
     "\u202e", "31-12-2026", "12", "TRUE", "<b>&amp;", "]]>"]
)  # fmt: skip


@contextmanager
def speaking(language: str) -> Iterator[None]:
    set_language(language)
    try:
        yield
    finally:
        set_language("en")


@st.composite
def odd_plans(draw: st.DrawFn) -> Plan:
    """A plan on the edge of the rules, with texts on the edge of what a cell can hold."""
    plan = plan_from_document(draw(documents()))
    missions = [_mission(draw, mission) for mission in plan.missions.things()]
    rotations = [_rotation(draw, rotation) for rotation in plan.rotations.things()]
    return replace(plan, missions=Table(missions), rotations=Table(rotations))


def _mission(draw: st.DrawFn, mission: Mission) -> Mission:
    return replace(mission, name=draw(st.sampled_from(["", "Same", "same ", "m1"]) | TEXTS))


def _rotation(draw: st.DrawFn, rotation: Rotation) -> Rotation:
    precision = st.sampled_from(Precision)
    notes = DayNotes(draw(precision), draw(precision), draw(TEXTS), draw(TEXTS))
    return replace(
        rotation,
        name=draw(TEXTS),
        justification=draw(TEXTS),
        note=draw(TEXTS),
        supports=(rotation.mission,) if draw(st.booleans()) else (),
        day_notes=notes,
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=30)
@given(plan=odd_plans())
def test_any_plan_in_either_language(language: str, plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with speaking(language):
            path = written(Path(folder), plan)
        reading = read_workbook(path, plan, "plan-id")
    assert changes(plan, reading) == []
    assert warnings(reading) == []
    assert reading.rows_in == len(plan.rotations)
    assert reading.plan.rotations == plan.rotations


def test_texts_that_are_longer_than_a_cell_holds(tmp_path: Path) -> None:
    plan = everything()
    long = {"name": "x" * 40_000, "note": "\U0001f600" * 20_000}
    plan = plan.put(replace(next(plan.rotations.things()), **long))  # type: ignore[arg-type]
    assert changes(plan, read_workbook(written(tmp_path, plan), plan, "plan-id")) == []


def test_ids_with_what_is_not_seen_in_them(tmp_path: Path) -> None:
    ids = ["a\u0007", " b ", "c\u202e", "_x0041_", "=d", "e; f", "1"]
    first, *others = ids
    days = {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    document = {
        "format": "kader-plan",
        "version": 1,
        "name": "Plan",
        "scenario": "Basis",
        "missions": [{"id": name, "name": ""} for name in ids],
        "forces": [{"id": name, "name": name, "kind": "unit"} for name in ids],
        "rotations": [
            {"id": first, "mission": first, "name": "", "supports": ids, **days},
            *(
                {"id": name, "mission": name, "name": name, "force": name, "part_of": first, **days}
                for name in others
            ),
        ],
    }
    plan = plan_from_document(document)
    assert changes(plan, read_workbook(written(tmp_path, plan), plan, "plan-id")) == []


def test_a_plan_with_everything_in_it(tmp_path: Path) -> None:
    plan = everything()
    path = written(tmp_path, plan)
    assert is_ours(path)
    assert changes(plan, read_workbook(path, plan, "plan-id")) == []


def test_a_plan_without_rotations(tmp_path: Path) -> None:
    reading = read_workbook(written(tmp_path, Plan()), Plan(), "plan-id")
    assert changes(Plan(), reading) == []
    assert reading.rows_in == 0


def test_saved_by_another_library(tmp_path: Path) -> None:
    plan = everything()
    assert changes(plan, back(tmp_path, plan).read()) == []


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_saved_by_an_office_program(tmp_path: Path) -> None:
    plan = everything()
    path = written(tmp_path, plan)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")]
    subprocess.run(
        [str(OFFICE), home, *convert, str(path)], check=True, capture_output=True, timeout=240
    )
    saved = tmp_path / "saved" / path.name
    assert saved.read_bytes() != path.read_bytes()
    assert changes(plan, read_workbook(saved, plan, "plan-id")) == []
