"""The rows of forces: lanes, lighter parts, strips, and how they follow the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from domain.model import (
    ChangeRotations,
    MoveRotations,
    Plan,
    Put,
    RemoveRotations,
    Rotation,
    Status,
)
from domain.store import PlanFile
from gui.document import Document
from gui.models.force_group import ForceGroup
from gui.models.force_rows import ForceRows
from gui.models.force_uses import Use
from gui.rows import Rows
from tests.domain import plan_builder as build


@pytest.fixture
def plan() -> Plan:
    """A fleet of two ships, a battalion with a company, a pool of teams, and one without any."""
    return build.plan(
        build.mission("osc", preparation_days=30),
        build.mission("vpd"),
        build.frame("osc", build.limit("cap", 400)),
        build.unit("fleet"),
        build.unit("tromp", "fleet"),
        build.unit("doorman", "fleet"),
        build.unit("battalion"),
        build.unit("company", "battalion"),
        build.pool(
            "teams",
            build.step(5, "2026-01-01", "2026-06-30"),
            build.step(8, "2026-07-01", "2026-12-31"),
            measure="teams",
        ),
        build.recovery_rule("rest", factor="0.5", forces="fleet"),
        build.commitment("refit", "tromp", "2026-08-01", "2026-09-30", kind="maintenance"),
        build.commitment("fair", "doorman", "2026-01-01", "2026-01-31", exclusive=False),
        build.rotation("a", "osc", "2026-03-01", "2026-05-31", military=100, force="tromp"),
        build.rotation("b", "osc", "2026-05-01", "2026-06-30", military=90, force="tromp"),
        build.rotation("c", "osc", "2026-02-01", "2026-07-31", military=300, force="battalion"),
        build.rotation("t1", "vpd", "2026-02-01", "2026-04-30", teams=4, force="teams"),
        build.rotation("t2", "vpd", "2026-04-01", "2026-08-31", teams=3, force="teams"),
        build.rotation("x", "vpd", "2026-01-01", "2026-03-31", military=2),
    )


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path, plan: Plan) -> Iterator[Document]:
    assert qapp is not None
    opened = Document()
    opened.open(PlanFile.create(tmp_path / "test.kader", [plan]))
    yield opened
    opened.close()


@pytest.fixture
def filters(document: Document) -> Rows:
    return Rows(document)


@pytest.fixture
def rows(document: Document, filters: Rows) -> ForceRows:
    made = ForceRows(document, filters)
    made.wake()
    return made


def group(rows: ForceRows, force: str | None) -> ForceGroup:
    found = rows.group_of(force)
    assert found is not None
    return found


def lanes(rows: ForceRows, force: str | None) -> list[list[str]]:
    return [[use.thing.id for use in lane] for lane in group(rows, force).lanes]


def use(rows: ForceRows, force: str, name: str) -> Use:
    return next(one for one in group(rows, force).uses if one.thing.id == name)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_forces_stand_in_the_order_of_the_tree_and_those_without_last(rows: ForceRows) -> None:
    assert [(one.force, one.depth) for one in rows.groups] == [
        ("fleet", 0),
        ("tromp", 1),
        ("doorman", 1),
        ("battalion", 0),
        ("company", 1),
        ("teams", 0),
        (None, 0),
    ]


def test_what_overlaps_lies_in_lanes_of_its_own(rows: ForceRows) -> None:
    assert lanes(rows, "tromp") == [["a", "refit"], ["b"]]
    assert group(rows, "tromp").count == 2
    assert group(rows, "fleet").count == 1


def test_a_unit_is_taken_along_with_the_one_around_it(rows: ForceRows) -> None:
    through = use(rows, "company", "c")
    assert through.via == "battalion"
    assert rows.row_of("c") == group(rows, "battalion").first


def test_preparation_and_recovery_are_parts_of_a_use(rows: ForceRows) -> None:
    first = use(rows, "tromp", "a")
    assert first.lead == day("2026-01-30")
    assert first.rest == day("2026-06-01") + 46
    assert use(rows, "battalion", "c").rest == day("2026-08-01")


def test_within_a_chain_nothing_is_prepared_or_recovered(
    document: Document, rows: ForceRows
) -> None:
    document.submit(MoveRotations(("b",), 31))
    document.submit(ChangeRotations(("b",), {"continues": "a"}))
    assert use(rows, "tromp", "b").lead == day("2026-06-01")
    assert use(rows, "tromp", "a").rest == day("2026-06-01")


def test_a_pool_has_a_strip_of_demand_and_supply(rows: ForceRows) -> None:
    strip = group(rows, "teams").strip
    assert strip is not None
    assert [(step.start, step.value) for step in strip.demand] == [
        (day("2026-02-01"), 4),
        (day("2026-04-01"), 7),
        (day("2026-05-01"), 3),
    ]
    assert [step.value for step in strip.supply] == [5, 8]
    assert strip.supply_on((day("2026-07-01"), day("2026-07-02"))) == 8
    assert strip.supply_on((day("2027-07-01"), day("2027-07-02"))) is None
    assert group(rows, "teams").lane_at(group(rows, "teams").first) is None


def test_rows_and_groups_find_each_other(rows: ForceRows) -> None:
    assert sum(one.count for one in rows.groups) == len(rows)
    for one in rows.groups:
        assert {rows.group_at(row) for row in one.rows} == {one}
    assert rows.group_at(len(rows)) is None
    assert rows.group_at(-1) is None
    assert rows.rotations_in(rows.row_of("t1") or 0) == ["t1"]


def test_a_moved_rotation_lies_in_other_lanes(document: Document, rows: ForceRows) -> None:
    document.submit(MoveRotations(("b",), 31))
    assert lanes(rows, "tromp") == [["a", "b", "refit"]]
    document.undo_stack.undo()
    assert lanes(rows, "tromp") == [["a", "refit"], ["b"]]


def test_a_rotation_of_another_force_goes_there(document: Document, rows: ForceRows) -> None:
    document.submit(ChangeRotations(("b",), {"force": "doorman"}))
    assert lanes(rows, "tromp") == [["a", "refit"]]
    assert lanes(rows, "doorman") == [["fair", "b"]]
    document.submit(ChangeRotations(("b",), {"force": None}))
    assert lanes(rows, None) == [["b"], ["x"]]


def test_the_strip_follows_an_edit(document: Document, rows: ForceRows) -> None:
    document.submit(ChangeRotations(("t1",), {"teams": 1}))
    strip = group(rows, "teams").strip
    assert strip is not None
    assert max(step.value for step in strip.demand) == 4


def test_new_forces_and_lost_rotations_are_followed(document: Document, rows: ForceRows) -> None:
    document.submit(Put((build.unit("eagle", "fleet"),)))
    assert group(rows, "eagle").depth == 1
    document.submit(RemoveRotations(("a", "b")))
    assert lanes(rows, "tromp") == [["refit"]]
    document.submit(RemoveRotations(("c", "t1", "t2", "x")))
    assert rows.group_of(None) is None
    document.undo_stack.setIndex(0)
    assert rows.group_of("eagle") is None
    assert lanes(rows, None) == [["x"]]


def test_cancelled_rotations_are_shown_when_asked_for(
    document: Document, rows: ForceRows, filters: Rows
) -> None:
    document.submit(ChangeRotations(("b",), {"status": Status.CANCELLED}))
    assert lanes(rows, "tromp") == [["a", "refit"]]
    filters.set_show_cancelled(True)
    assert lanes(rows, "tromp") == [["a", "refit"], ["b"]]
    assert use(rows, "tromp", "b").rest == day("2026-07-01")


def test_a_filter_leaves_forces_with_what_it_lets_through(rows: ForceRows, filters: Rows) -> None:
    filters.set_text("doorman")
    assert [one.force for one in rows.groups] == ["doorman"]
    filters.set_text("vpd")
    assert [one.force for one in rows.groups] == ["teams", None]
    filters.set_text("")
    assert len(rows.groups) == 7


def test_folded_forces_hide_what_lies_inside(rows: ForceRows) -> None:
    rows.toggle("fleet")
    assert [one.force for one in rows.groups][:2] == ["fleet", "battalion"]
    rows.toggle("teams")
    assert group(rows, "teams").count == 2
    assert rows.row_of("t1") is None
    assert rows.reveal("a") == group(rows, "tromp").first
    rows.set_folded(True)
    assert [one.force for one in rows.groups] == ["fleet", "battalion", "teams", None]
    rows.set_folded(False)
    assert len(rows.groups) == 7


def test_rows_that_nobody_looks_at_are_read_when_someone_does(
    document: Document, rows: ForceRows
) -> None:
    rows.sleep()
    document.submit(ChangeRotations(("b",), {"force": "doorman"}))
    assert rows.state is None
    rows.wake()
    assert lanes(rows, "doorman") == [["fair", "b"]]


def test_days_of_commitments_that_rotations_cut_are_followed(
    document: Document, rows: ForceRows
) -> None:
    document.submit(Put((build.commitment("duty", "doorman", "2026-06-01", None),)))
    assert use(rows, "doorman", "duty").end == day("2026-09-01")
    document.submit(MoveRotations(("t2",), 30))
    assert use(rows, "doorman", "duty").end == day("2026-10-01")


def test_every_rotation_is_somewhere(document: Document, rows: ForceRows) -> None:
    rotations: list[Rotation] = list(document.plan.rotations.things())
    assert all(rows.row_of(rotation.id) is not None for rotation in rotations)
