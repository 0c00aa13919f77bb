"""Rotations grouped by mission, force, status or not at all, and sorted by several keys."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest

from domain.model import AddRotations, ChangeRotations, MoveRotations, Plan, Put, Status
from gui.document import Document
from gui.row import RowKind
from gui.row_groups import Grouping, SortKey
from gui.rows import Rows
from tests.domain import plan_builder as build


@pytest.fixture
def plan() -> Plan:
    """Two missions, two forces; one rotation draws on none."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.unit("marines"),
        build.unit("commandos"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", force="marines", military=2),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", force="commandos", military=1),
        build.rotation("c", "vpd", "2026-03-01", "2026-05-31", force="marines", military=1),
        build.rotation("d", "vpd", "2025-03-01", "2025-05-31", military=3),
    )


@pytest.fixture
def rows(document: Document) -> Rows:
    return Rows(document)


def ids(rows: Rows) -> list[str]:
    return [row.id for row in rows.rows]


def by(field: str, *, descending: bool = False) -> SortKey:
    return SortKey(lambda _plan: attrgetter(field), descending)


def test_forces_stand_by_name_and_no_force_last(rows: Rows) -> None:
    rows.group_by(Grouping.FORCE)
    assert ids(rows) == ["commandos", "b", "marines", "a", "c", "", "d"]
    assert rows.rows[0].kind is RowKind.GROUP
    assert [row.mission for row in rows.rows[:2]] == ["", "osc"]


def test_a_status_that_nothing_has_is_no_group(rows: Rows, document: Document) -> None:
    document.submit(ChangeRotations(("c",), {"status": Status.APPROVED}))
    rows.group_by(Grouping.STATUS)
    assert ids(rows) == ["planned", "d", "a", "b", "approved", "c"]


def test_without_groups_there_are_no_headings(rows: Rows) -> None:
    rows.group_by(Grouping.NONE)
    assert ids(rows) == ["d", "a", "c", "b"]
    assert rows.row_of(RowKind.ROTATION, "c") == 2
    assert rows.row_of(RowKind.MISSION, "osc") is None
    assert rows.rotations_between(0, 1) == ["d", "a"]


def test_a_mission_keeps_its_rotations_however_they_are_grouped(rows: Rows) -> None:
    rows.group_by(Grouping.FORCE)
    assert list(rows.rotations_of("osc")) == ["b", "a"]
    assert rows.missions == ("osc", "vpd")
    assert rows.end_of_mission(2) == 3
    assert rows.end_of_group(2) == 5


def test_each_grouping_remembers_what_is_closed(rows: Rows) -> None:
    rows.toggle("osc")
    rows.group_by(Grouping.FORCE)
    rows.toggle("marines")
    assert ids(rows) == ["commandos", "b", "marines", "", "d"]
    rows.group_by(Grouping.MISSION)
    assert ids(rows) == ["osc", "vpd", "d", "c"]


def test_showing_a_rotation_opens_its_group(rows: Rows) -> None:
    rows.group_by(Grouping.FORCE)
    rows.toggle("marines")
    assert rows.reveal("c") == 4


def test_a_rotation_that_changes_its_force_changes_its_group(
    rows: Rows, document: Document
) -> None:
    rows.group_by(Grouping.FORCE)
    document.submit(ChangeRotations(("a",), {"force": None}))
    assert ids(rows) == ["commandos", "b", "marines", "c", "", "d", "a"]
    document.undo_stack.undo()
    assert ids(rows) == ["commandos", "b", "marines", "a", "c", "", "d"]


def test_a_new_force_can_be_drawn_on(rows: Rows, document: Document) -> None:
    rows.group_by(Grouping.FORCE)
    document.submit(Put((build.unit("airmen"),)))
    document.submit(ChangeRotations(("d",), {"force": "airmen"}))
    assert ids(rows)[:2] == ["airmen", "d"]


def test_several_keys_sort_each_its_own_way(rows: Rows) -> None:
    rows.group_by(Grouping.NONE)
    rows.sort_by(by("military", descending=True), by("name"))
    assert ids(rows) == ["d", "a", "b", "c"]
    rows.sort_by(by("military"), by("name", descending=True))
    assert ids(rows) == ["c", "b", "a", "d"]


def test_what_is_equal_stands_by_days(rows: Rows) -> None:
    rows.group_by(Grouping.NONE)
    rows.sort_by(by("military", descending=True))
    assert ids(rows) == ["d", "a", "c", "b"]


def test_a_step_puts_rotations_where_the_keys_say(rows: Rows, document: Document) -> None:
    rows.group_by(Grouping.NONE)
    rows.sort_by(by("military", descending=True))
    document.submit(ChangeRotations(("c",), {"military": 9}))
    assert ids(rows) == ["c", "d", "a", "b"]
    document.submit(AddRotations((replace(document.plan.rotations["a"], id="n", name="N"),)))
    assert ids(rows) == ["c", "d", "a", "n", "b"]
    document.submit(MoveRotations(("a",), 10))
    assert ids(rows) == ["c", "d", "n", "a", "b"]


def test_rotations_are_counted_in_closed_groups_too(rows: Rows) -> None:
    rows.toggle("osc")
    rows.show_rotations(lambda rotation: rotation.military < 3)
    assert (rows.count, rows.count_of_all) == (3, 4)
