"""The rows of table and timeline: their order, what filters leave, and how they follow edits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import (
    AddRotations,
    ChangeRotations,
    MoveRotations,
    Plan,
    Put,
    RemoveRotations,
    Status,
)
from gui.document import Document
from gui.row import RowKind
from gui.row_groups import SortKey
from gui.rows import Rows
from tests.domain import plan_builder as build


@pytest.fixture
def plan() -> Plan:
    """Missions of two regions, not in the order of the regions; UNTSO has no rotation."""
    missions = [
        replace(build.mission(name), region=region)
        for name, region in (("osc", "Middle East"), ("kfor", "Europe"), ("untso", "Middle East"))
    ]
    return build.plan(
        *missions,
        build.unit("marines"),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", force="marines"),
        build.rotation("k", "kfor", "2026-01-01", "2026-12-31"),
        *build.cancelled(build.rotation("x", "kfor", "2025-01-01", "2025-12-31")),
    )


@pytest.fixture
def rows(document: Document) -> Rows:
    return Rows(document)


def ids(rows: Rows) -> list[str]:
    return [row.id for row in rows.rows]


def test_missions_stand_by_region_with_their_rotations_by_day(rows: Rows) -> None:
    assert ids(rows) == ["osc", "a", "b", "untso", "kfor", "k"]
    assert [row.kind for row in rows.rows[:2]] == [RowKind.MISSION, RowKind.ROTATION]
    assert rows.rows[1].mission == "osc"


def test_rows_know_their_numbers(rows: Rows) -> None:
    assert rows.row_of(RowKind.ROTATION, "b") == 2
    assert rows.row_of(RowKind.MISSION, "kfor") == 4
    assert rows.row_of(RowKind.ROTATION, "x") is None
    assert rows.row_of(RowKind.ROTATION, "nobody") is None
    assert rows.row_of(RowKind.MISSION, "nowhere") is None


def test_rows_are_a_sequence(rows: Rows) -> None:
    assert len(rows.rows) == len(rows) == 6
    assert rows.rows[-1].id == "k"
    with pytest.raises(IndexError):
        rows.rows[6]


def test_a_row_belongs_to_the_rows_of_its_mission(rows: Rows) -> None:
    assert [rows.end_of_mission(number) for number in range(6)] == [3, 3, 3, 4, 6, 6]


def test_cancelled_rotations_are_shown_when_asked_for(rows: Rows) -> None:
    rows.set_show_cancelled(True)
    assert rows.shows_cancelled
    assert ids(rows)[-3:] == ["kfor", "x", "k"]


def test_a_closed_mission_has_only_its_heading(rows: Rows) -> None:
    rows.toggle("osc")
    assert ids(rows) == ["osc", "untso", "kfor", "k"]
    assert rows.row_of(RowKind.ROTATION, "a") is None
    assert list(rows.rotations_of("osc")) == ["a", "b"]
    rows.toggle("osc")
    assert ids(rows)[:3] == ["osc", "a", "b"]


def test_showing_a_rotation_opens_its_mission(rows: Rows) -> None:
    rows.toggle("osc")
    assert rows.reveal("b") == 2


def test_the_tree_filters_missions(rows: Rows) -> None:
    rows.show_missions(frozenset({"kfor"}))
    assert ids(rows) == ["kfor", "k"]
    rows.show_missions(None)
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("MARINES", ["osc", "a"]),
        (" kfor ", ["kfor", "k"]),
        ("b", ["osc", "b"]),
        ("untso", ["untso"]),
        ("nothing", []),
        ("márines", ["osc", "a"]),
        ("marines osc", ["osc", "a"]),
        ("mariens", ["osc", "a"]),
        ("kfoor", ["kfor", "k"]),
    ],
)
def test_a_text_finds_names_of_rotations_missions_and_forces(
    rows: Rows, text: str, left: list[str]
) -> None:
    rows.set_text(text)
    assert ids(rows) == left


def test_a_rule_leaves_only_what_matches(rows: Rows) -> None:
    rows.show_rotations(lambda rotation: rotation.first_day.month == 7)
    assert ids(rows) == ["osc", "b"]
    rows.show_rotations(None)
    assert len(rows) == 6


def test_rotations_are_sorted_within_their_missions(rows: Rows) -> None:
    rows.sort_by(SortKey(lambda _plan: lambda rotation: rotation.name, descending=True))
    assert ids(rows)[:3] == ["osc", "b", "a"]
    rows.sort_by()
    assert ids(rows)[:3] == ["osc", "a", "b"]


def test_rotations_between_two_rows_leave_headings_out(rows: Rows) -> None:
    assert rows.rotations_between(5, 2) == ["b", "k"]


class Told:
    """What rows said."""

    def __init__(self, rows: Rows) -> None:
        self.rebuilt = 0
        self.contents: list[list[int]] = []
        rows.rebuilt.connect(self._on_rebuilt)
        rows.contents_changed.connect(self.contents.append)

    def _on_rebuilt(self) -> None:
        self.rebuilt += 1


def test_an_edit_that_keeps_the_order_only_changes_contents(document: Document, rows: Rows) -> None:
    told = Told(rows)
    document.submit(MoveRotations(("b",), 10))
    assert (told.rebuilt, told.contents) == (0, [[0, 2]])


def test_an_edit_that_turns_the_order_sorts_the_mission_anew(
    document: Document, rows: Rows
) -> None:
    told = Told(rows)
    document.submit(MoveRotations(("b",), -365))
    assert ids(rows)[:3] == ["osc", "b", "a"]
    assert told.rebuilt == 1
    document.undo_stack.undo()
    assert ids(rows)[:3] == ["osc", "a", "b"]


def test_rotations_come_go_and_change_missions(document: Document, rows: Rows) -> None:
    document.submit(AddRotations((build.rotation("n", "untso", "2026-01-01", "2026-06-30"),)))
    document.submit(MoveRotations(("a",), 0, "kfor"))
    document.submit(RemoveRotations(("k",)))
    assert ids(rows) == ["osc", "b", "untso", "n", "kfor", "a"]


def test_a_rotation_that_is_cancelled_leaves_its_row(document: Document, rows: Rows) -> None:
    document.submit(ChangeRotations(("a",), {"status": Status.CANCELLED}))
    assert ids(rows)[:2] == ["osc", "b"]


def test_an_edit_in_a_closed_mission_concerns_its_heading(document: Document, rows: Rows) -> None:
    rows.toggle("osc")
    told = Told(rows)
    document.submit(MoveRotations(("a",), 10))
    assert told.contents == [[0]]


def test_a_new_mission_gets_its_row(document: Document, rows: Rows) -> None:
    document.submit(Put((replace(build.mission("vpd"), region="Europe"),)))
    assert ids(rows)[-1] == "vpd"


def test_a_mission_goes_when_the_last_match_in_it_does(document: Document, rows: Rows) -> None:
    rows.show_rotations(lambda rotation: rotation.first_day.year == 2026)
    rows.toggle("kfor")
    document.submit(MoveRotations(("k",), 365))
    assert ids(rows) == ["osc", "a", "b"]
