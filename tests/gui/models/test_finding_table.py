"""The table of findings as a model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from domain.model import ChangeRotations, MoveRotations, Put, RemoveRotations
from domain.rules.catalogue import rule_of
from domain.rules.finding import Severity
from gui.document import Document
from gui.icons import Icons
from gui.models.finding_groups import GroupBy
from gui.models.finding_index import FindingIndex
from gui.models.finding_table import DAYS, RULE, SEVERITY, TEXT, WHERE, FindingTable
from tests.domain import plan_builder as build
from tests.gui.driving import texts, watch

OVERLAP = MoveRotations(("b",), -30)
WITHOUT_FRAME = build.rotation("n", "elsewhere", "2026-01-01", "2026-06-30", military=1)


@pytest.fixture
def table(document: Document, icons: Icons) -> FindingTable:
    document.submit(Put((build.mission("elsewhere"), WITHOUT_FRAME)))
    return FindingTable(document, FindingIndex(document), icons)


def test_it_is_a_sound_model(
    table: FindingTable, document: Document, qtmodeltester: ModelTester
) -> None:
    watch(qtmodeltester, table)
    document.preview(OVERLAP)
    document.preview(MoveRotations(("b",), -40))
    document.preview(MoveRotations(("b",), 40))
    document.end_preview()
    document.submit(OVERLAP)
    table.sort(TEXT, Qt.SortOrder.DescendingOrder)
    document.submit(MoveRotations(("b",), 31))
    table.sort(SEVERITY)
    document.undo_stack.setIndex(0)
    document.close()
    assert table.rowCount() == 0


def test_a_row_says_what_where_and_when(table: FindingTable) -> None:
    row = [str(table.index(0, column).data()) for column in range(table.columnCount())]
    assert row[SEVERITY] == "Error"
    assert row[RULE] == "FRA006"
    assert row[DAYS] == "01-01-2026 – 30-06-2026"
    assert row[WHERE] == "ELSEWHERE"
    assert row[TEXT]


def test_what_an_edit_under_way_would_cause_stands_on_top_as_new(
    table: FindingTable, document: Document
) -> None:
    document.preview(OVERLAP)
    assert texts(table, RULE) == ["FRA001", "FRA006"]
    assert str(table.index(0, TEXT).data()).startswith("New: ")
    assert not str(table.index(1, TEXT).data()).startswith("New: ")
    document.end_preview()
    assert texts(table, RULE) == ["FRA006"]


def test_what_it_would_solve_is_gone_until_it_is_called_off(
    table: FindingTable, document: Document
) -> None:
    document.preview(RemoveRotations(("n",)))
    assert texts(table, RULE) == []
    document.end_preview()
    assert texts(table, RULE) == ["FRA006"]


def test_a_drag_that_goes_on_keeps_the_list_right(table: FindingTable, document: Document) -> None:
    for days in (-10, -20, -30, -10, 5, -5):
        document.preview(MoveRotations(("b",), days))
        assert sorted(texts(table, RULE)) == sorted(f.code for f in document.shown_findings)
    document.submit(OVERLAP)
    assert sorted(texts(table, RULE)) == ["FRA001", "FRA006"]
    new = [text for text in texts(table, TEXT) if text.startswith("New: ")]
    assert new == [text for text in texts(table, TEXT) if "at most 7" in text]


def test_what_a_step_caused_is_new_until_the_next_step(
    table: FindingTable, document: Document
) -> None:
    document.submit(OVERLAP)
    (finding, *_others) = document.findings
    assert table.since(finding) == "Move rotation"
    document.submit(MoveRotations(("c",), 1))
    assert not any(text.startswith("New: ") for text in texts(table, TEXT))
    assert table.since(finding) == ""


def test_a_finding_that_only_has_other_numbers_now_is_not_new(
    table: FindingTable, document: Document
) -> None:
    document.submit(OVERLAP)
    document.submit(ChangeRotations(("a",), {"military": 5}))
    sentences = dict(zip(texts(table, RULE), texts(table, TEXT), strict=True))
    assert not sentences["FRA001"].startswith("New: ")


def test_it_can_be_sorted_by_any_column(table: FindingTable, document: Document) -> None:
    document.submit(OVERLAP)
    table.sort(RULE, Qt.SortOrder.DescendingOrder)
    assert texts(table, RULE) == ["FRA006", "FRA001"]
    table.sort(DAYS, Qt.SortOrder.AscendingOrder)
    assert texts(table, RULE) == ["FRA006", "FRA001"]
    table.sort(WHERE, Qt.SortOrder.DescendingOrder)
    assert texts(table, WHERE) == ["OSC", "ELSEWHERE"]


def test_it_can_leave_severities_out(table: FindingTable) -> None:
    table.show_severities({Severity.NOTE}, waived=True)
    assert table.rowCount() == 0
    table.show_severities(Severity, waived=True)
    assert table.rowCount() == 1


def test_accepted_findings_stand_apart(table: FindingTable, document: Document) -> None:
    waiver = build.waiver("FRA006", ["rotation n"], ("2026-01-01", "2026-12-31"))
    document.submit(Put((waiver,)))
    assert texts(table, SEVERITY) == ["Error, accepted"]
    table.show_severities(Severity, waived=False)
    assert table.rowCount() == 0


def test_a_finding_is_found_again_after_its_numbers_changed(
    table: FindingTable, document: Document
) -> None:
    document.submit(OVERLAP)
    finding = document.findings[0]
    document.submit(MoveRotations(("a",), 1))
    row = table.row_of(finding)
    assert row is not None
    assert table.index(row, RULE).data() == "FRA001"


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        (
            GroupBy.RULE,
            [
                "FRA001 · More persons at once than the frame allows  (1)",
                "FRA006 · {no_frame}  (1)",
            ],
        ),
        (GroupBy.MISSION, ["ELSEWHERE  (1)", "OSC  (1)"]),
        (GroupBy.MONTH, ["January 2026  (1)", "June 2026  (1)"]),
        (GroupBy.NOTHING, []),
    ],
)
def test_findings_stand_in_groups_under_a_heading_with_their_number(
    table: FindingTable, document: Document, by: GroupBy, headings: list[str]
) -> None:
    document.submit(OVERLAP)
    table.group_by(by)
    no_frame = rule_of("FRA006").title_text()
    shown = [str(table.index(row, 0).data()) for row in table.rows_of_headings()]
    assert shown == [text.format(no_frame=no_frame) for text in headings]
    assert table.rowCount() == 2 + len(headings)


def test_a_heading_is_no_finding_and_is_passed_over(
    table: FindingTable, document: Document
) -> None:
    document.submit(OVERLAP)
    table.group_by(GroupBy.MISSION)
    assert table.finding_at(table.index(0, 0)) is None
    assert not table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert table.row_after(-1, 1) == 1
    assert table.row_after(1, 1) == 3
    assert table.row_after(3, 1) == 1
    assert table.row_after(1, -1) == 3


@pytest.mark.parametrize("by", GroupBy)
@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_groups_come_and_go_with_their_findings(
    table: FindingTable,
    document: Document,
    qtmodeltester: ModelTester,
    by: GroupBy,
    order: Qt.SortOrder,
) -> None:
    table.group_by(by)
    table.sort(RULE, order)
    watch(qtmodeltester, table)
    for edit in (OVERLAP, MoveRotations(("b",), -40), RemoveRotations(("n",))):
        document.preview(edit)
        assert_as_if_read_anew(table)
    document.end_preview()
    assert_as_if_read_anew(table)
    document.submit(OVERLAP)
    document.submit(RemoveRotations(("n",)))
    assert_as_if_read_anew(table)
    document.undo_stack.setIndex(0)
    assert_as_if_read_anew(table)


def assert_as_if_read_anew(table: FindingTable) -> None:
    shown = [texts(table, column) for column in range(table.columnCount())]
    table.show_severities(Severity, waived=True)
    assert shown == [texts(table, column) for column in range(table.columnCount())]
