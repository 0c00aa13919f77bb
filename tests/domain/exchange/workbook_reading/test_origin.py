"""Whether a workbook may be read back: of this plan, of this version, whole, and saying so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from domain.errors import NewerFile, Refused, UnreadableFile
from domain.exchange.workbook_reading import is_ours, read_workbook
from domain.model import Plan
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import written
from tests.domain.exchange.workbook_reading.workbooks_back import Back, back, changes


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30"),
        build.rotation("r2", "osc", "2027-01-01", "2027-06-30"),
    )


def without_properties(book: Back) -> None:
    """Some programs drop them."""
    book.workbook.custom_doc_props.props.clear()  # type: ignore[attr-defined]


def test_a_workbook_of_another_plan_is_refused(tmp_path: Path, plan: Plan) -> None:
    path = written(tmp_path, plan)
    with pytest.raises(Refused, match=r"plan.xlsx was made of another plan"):
        read_workbook(path, plan, "other-id")


def test_a_workbook_of_another_plan_is_read_when_it_is_asked_for(
    tmp_path: Path, plan: Plan
) -> None:
    other = build.plan(
        build.rotation("r0", "osc", "2026-01-01", "2026-03-31"),
        build.rotation("r1", "osc", "2026-01-01", "2026-03-31"),
    )
    reading = read_workbook(written(tmp_path, plan), other, "other-id", of_any_plan=True)
    assert changes(other, reading) == [
        "changed r1: last_day 2026-03-31 → 2026-06-30",
        "added r2",
    ]


def test_a_public_workbook_is_refused(tmp_path: Path, plan: Plan) -> None:
    path = written(tmp_path, plan, public=True)
    with pytest.raises(Refused, match="is a public workbook"):
        read_workbook(path, plan, "plan-id", of_any_plan=True)


def test_a_later_version_is_refused(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan)
    book.workbook.custom_doc_props["KaderFormat"].value = 2  # type: ignore[attr-defined]
    with pytest.raises(NewerFile, match="newer version of Kader"):
        book.read()


def test_without_properties_read_me_tells(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, first_day=date(2026, 6, 1), last_day=date(2026, 7, 1))
    without_properties(book)
    assert changes(plan, book.read()) == []
    book.remove(0)
    assert changes(plan, book.read()) == ["removed r1"]


def test_without_properties_a_period_may_be_open(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, last_day=date(2026, 7, 1))
    without_properties(book)
    book.remove(0)
    assert changes(plan, book.read()) == ["removed r1"]


def test_without_properties_another_plan_is_refused(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, plan_id="other-id")
    without_properties(book)
    with pytest.raises(Refused, match="another plan"):
        book.read()


def test_without_properties_a_public_workbook_is_refused(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan, public=True)
    without_properties(book)
    with pytest.raises(Refused, match="is a public workbook"):
        book.read()


def test_where_nothing_tells_the_plan_it_is_refused(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan)
    without_properties(book)
    del book.workbook[book.workbook.sheetnames[0]]
    with pytest.raises(UnreadableFile, match="it does not say clearly of which plan"):
        book.read()


def test_without_its_hidden_lists_words_and_names_are_those_of_the_plan(
    tmp_path: Path, plan: Plan
) -> None:
    book = back(tmp_path, plan)
    del book.workbook[book.workbook.sheetnames[-1]]
    book.workbook.defined_names.clear()
    book.change(0, mission_name="osc", status="approved")
    assert changes(plan, book.read()) == ["changed r1: status planned → approved"]


def test_the_sheet_may_have_another_name_and_place(tmp_path: Path, plan: Plan) -> None:
    book = back(tmp_path, plan)
    book.sheet.title = "Zo staat 't"
    book.workbook.move_sheet(book.sheet, -2)
    book.change(0, military="x")
    reading = book.read()
    assert reading.first_problem == "Zo staat 't!F5: 'x' is text, not a whole number."


def test_a_workbook_of_others_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    book = Workbook()
    book.save(path)
    assert not is_ours(path)
    with pytest.raises(UnreadableFile, match="no sheet has the hidden row of keys"):
        read_workbook(path, Plan(), "plan-id")
