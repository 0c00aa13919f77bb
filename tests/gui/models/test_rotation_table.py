"""The table of rotations as a model: what it shows, what it takes, what it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from domain.model import AddRotations, MoveRotations, RemoveRotations, Status
from gui.document import Document
from gui.models.columns import COLUMNS
from gui.models.finding_index import FindingIndex
from gui.models.rotation_table import RotationTable
from gui.rows import Rows
from tests.domain import plan_builder as build
from tests.gui.driving import watch

KEYS = [column.key for column in COLUMNS]
OSC, A, B, VPD, C = range(5)


@pytest.fixture
def rows(document: Document) -> Rows:
    return Rows(document)


@pytest.fixture
def table(document: Document, rows: Rows) -> RotationTable:
    return RotationTable(document, rows, FindingIndex(document))


def cell(table: RotationTable, row: int, key: str) -> QModelIndex:
    return table.index(row, KEYS.index(key))


def shown(table: RotationTable, row: int, key: str) -> str | None:
    text = cell(table, row, key).data()
    return None if text is None else str(text)


def test_it_is_a_sound_model(
    table: RotationTable, document: Document, rows: Rows, qtmodeltester: ModelTester
) -> None:
    watch(qtmodeltester, table)
    document.submit(AddRotations((build.rotation("d", "vpd", "2027-01-01", "2027-06-30"),)))
    document.submit(MoveRotations(("a",), 400))
    document.preview(MoveRotations(("a",), 400))
    document.end_preview()
    rows.toggle("osc")
    rows.set_text("c")
    rows.set_text("")
    document.submit(RemoveRotations(("a", "c")))
    document.undo_stack.setIndex(0)
    document.close()
    assert table.rowCount() == 0


def test_rotations_stand_below_their_missions(table: RotationTable) -> None:
    names = [shown(table, row, "name") for row in range(table.rowCount())]
    assert names == ["OSC", "A", "B", "VPD", "C"]


def test_a_row_shows_days_length_people_and_force(table: RotationTable) -> None:
    wanted = {
        "first_day": "01-03-2026",
        "last_day": "31-05-2026",
        "length": "3 mo",
        "military": "11",
        "civilian": "",
        "teams": "",
        "force": "MARINES",
        "status": "Planned",
    }
    assert {key: shown(table, C, key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("name", "First team", "First team"),
        ("first_day", date(2026, 2, 1), "01-02-2026"),
        ("last_day", date(2026, 5, 31), "31-05-2026"),
        ("military", 3, "3"),
        ("civilian", 1, "1"),
        ("police", 2, "2"),
        ("teams", 0, "0"),
        ("force", "marines", "MARINES"),
        ("status", Status.DRAFT, "Draft"),
    ],
)
def test_a_cell_that_is_edited_is_a_step(
    table: RotationTable, document: Document, key: str, value: object, text: str
) -> None:
    before = document.plan
    assert table.setData(cell(table, A, key), value)
    assert shown(table, A, key) == text
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.plan is before


def test_a_step_is_named_after_the_cell(table: RotationTable, document: Document) -> None:
    table.setData(cell(table, A, "military"), 3)
    assert document.undo_stack.undoText() == "A: Military 3"


def test_entering_the_same_is_no_step(table: RotationTable, document: Document) -> None:
    assert not table.setData(cell(table, A, "military"), 4)
    assert document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("key", "value"), [("last_day", date(2025, 1, 1)), ("military", -1), ("force", "nobody")]
)
def test_what_cannot_be_leaves_all_as_it_was(
    table: RotationTable, document: Document, key: str, value: object
) -> None:
    said: list[str] = []
    document.failed.connect(said.append)
    before = document.plan
    assert not table.setData(cell(table, A, key), value)
    assert document.plan is before
    assert document.undo_stack.count() == 0
    assert len(said) == 1


def test_headings_lengths_and_findings_cannot_be_edited(table: RotationTable) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert not table.flags(cell(table, OSC, "name")) & editable
    assert not table.flags(cell(table, A, "length")) & editable
    assert not table.flags(cell(table, A, "findings")) & editable
    assert table.flags(cell(table, A, "name")) & editable
    assert not table.setData(cell(table, OSC, "name"), "other")


def test_findings_are_counted_in_the_row(table: RotationTable, document: Document) -> None:
    assert shown(table, B, "findings") == ""
    document.submit(MoveRotations(("b",), -30))
    assert shown(table, B, "findings") == "1"


def test_a_row_follows_the_edit_under_way(table: RotationTable, document: Document) -> None:
    document.preview(MoveRotations(("b",), -30))
    assert shown(table, B, "first_day") == "01-06-2026"
    assert shown(table, B, "findings") == "1"
    document.end_preview()
    assert shown(table, B, "first_day") == "01-07-2026"
    assert shown(table, B, "findings") == ""


def test_tips_show_names_as_they_are(table: RotationTable, document: Document) -> None:
    table.setData(cell(table, A, "name"), '<img src="//host/x">')
    tip = str(cell(table, A, "name").data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert document.undo_stack.count() == 1
