"""Open needs: what a mission lacks, drawn on its heading, filled with a double click."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, MoveRotations, Plan, RemoveRotations, Rotation
from domain.store import PlanFile
from gui.document import Document
from gui.models.need import Need, rotation_for
from gui.models.open_needs import OpenNeeds
from tests.domain import plan_builder as build
from tests.gui.timeline.conftest import LEFT, NO_KEY, Timeline


@pytest.fixture
def plan() -> Plan:
    """OSC with at most 7 and a gap in the summer; UNTSO with a post; two missions together."""
    return build.plan(
        build.settings(planning=("2026-01-01", "2026-12-31")),
        build.mission("osc"),
        build.mission("untso"),
        build.mission("mali"),
        build.mission("niger"),
        build.frame("osc", build.limit("cap", 7), build.limit("mil", 4, "military")),
        build.frame("untso", build.limit("untso", 12)),
        build.frame("mali niger", build.limit("both", 15), days=("2026-03-01", None)),
        build.post("chief", "untso", 2, "2026-02-01", "2026-11-30"),
        build.rotation("a", "osc", "2026-01-01", "2026-05-31", military=3, civilian=1),
        build.rotation("b", "osc", "2026-09-01", "2026-12-31", military=4),
        build.rotation("c", "untso", "2026-02-01", "2026-06-30", military=1, post="chief"),
        build.rotation("d", "niger", "2026-01-01", "2026-08-31", military=5),
    )


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path, plan: Plan) -> Iterator[Document]:
    assert qapp is not None
    opened = Document()
    opened.as_of = date(2026, 1, 1)
    opened.open(PlanFile.create(tmp_path / "test.kader", [plan]))
    yield opened
    opened.close()


class Needs:
    """Open needs that follow a document, as a scene lets them."""

    def __init__(self, document: Document) -> None:
        self.needs = OpenNeeds(document)
        self.needs.read()

    def of(self, mission: str) -> list[tuple[str, str, int]]:
        return [(*days_of(need), need.number) for need in self.needs.of(mission)]


def days_of(need: Need) -> tuple[str, str]:
    start, end = need.span
    return date.fromordinal(start).isoformat(), date.fromordinal(end - 1).isoformat()


def test_a_frame_leaves_room_where_nobody_is_planned(document: Document) -> None:
    assert Needs(document).of("osc") == [("2026-06-01", "2026-08-31", 7)]


def test_a_mission_with_posts_lacks_whom_its_posts_ask(document: Document) -> None:
    assert Needs(document).of("untso") == [("2026-02-01", "2026-11-30", 2)]


def test_missions_of_one_frame_share_its_room(document: Document) -> None:
    needs = Needs(document)
    assert needs.of("mali") == [("2026-09-01", "2026-12-31", 15)]
    assert needs.of("niger") == needs.of("mali")
    assert needs.needs.partners("mali") == {"mali", "niger"}


def test_it_is_looked_at_within_the_planning_days_or_those_of_the_rotations() -> None:
    open_plan = build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame("vpd", build.limit("v", 11)),
        build.rotation("a", "osc", "2026-03-01", "2026-05-31", military=1),
    )
    document = Document()
    assert OpenNeeds(document).of("vpd") == ()
    assert open_plan.frames["vpd"].last_day is None


def test_frames_without_a_number_of_persons_lack_nobody(document: Document, tmp_path: Path) -> None:
    plan = build.plan(
        build.mission("sole"),
        build.mission("unmiss"),
        build.frame("sole", build.limit("free")),
        build.frame("unmiss", build.limit("none", 0)),
        build.rotation("a", "sole", "2026-01-01", "2026-12-31", military=1),
    )
    document.open(PlanFile.create(tmp_path / "other.kader", [plan]))
    needs = Needs(document)
    assert (needs.of("sole"), needs.of("unmiss")) == ([], [])


def test_of_two_frames_on_the_same_days_one_is_shown(document: Document, tmp_path: Path) -> None:
    plan = build.plan(
        build.settings(planning=("2026-01-01", "2026-12-31")),
        build.mission("unc"),
        build.frame("unc", build.limit("firm", 3), id_="firm", days=(None, "2026-06-30")),
        build.frame("unc", build.limit("longer", 4), id_="longer"),
    )
    document.open(PlanFile.create(tmp_path / "other.kader", [plan]))
    found = Needs(document).of("unc")
    assert [days[:2] for days in found] in (
        [("2026-01-01", "2026-12-31")],
        [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")],
    )


def test_the_timeline_follows_an_edit(timeline: Timeline) -> None:
    needs = timeline.canvas._scene.needs  # noqa: SLF001 - what is drawn is read where it is drawn
    timeline.document.submit(MoveRotations(("b",), -31))
    assert [days_of(need) for need in needs.of("osc")] == [
        ("2026-06-01", "2026-07-31"),
        ("2026-12-01", "2026-12-31"),
    ]
    timeline.document.submit(ChangeRotations(("c",), {"military": 2}))
    assert [days_of(need) for need in needs.of("untso")] == [("2026-07-01", "2026-11-30")]
    timeline.document.submit(RemoveRotations(("d",)))
    assert [days_of(need) for need in needs.of("mali")] == [("2026-03-01", "2026-12-31")]
    timeline.document.undo_stack.setIndex(0)
    assert [days_of(need) for need in needs.of("osc")] == [("2026-06-01", "2026-08-31")]


def test_the_timeline_follows_a_drag(timeline: Timeline) -> None:
    needs = timeline.canvas._scene.needs  # noqa: SLF001 - as above
    middle = timeline.bar("a")[1]
    timeline.hold(middle, middle + QPointF(62.0, 0))
    moved = timeline.document.shown_plan.rotations["a"]
    assert moved.start > timeline.document.plan.rotations["a"].start
    assert needs.of("osc")[-1].span[0] == moved.end
    assert needs.of("osc")[0].span == (date(2026, 1, 1).toordinal(), moved.start)
    timeline.canvas.gestures.cancel()
    assert [days_of(need) for need in needs.of("osc")] == [("2026-06-01", "2026-08-31")]


def double_click(timeline: Timeline, at: QPointF) -> None:
    screen = QPointF(timeline.canvas.mapToGlobal(at.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseButtonDblClick, at, screen, LEFT, LEFT, NO_KEY)
    QApplication.sendEvent(timeline.canvas, event)


def heading_of(timeline: Timeline, mission: str) -> int:
    missions = list(timeline.rows.missions)
    before = missions[: missions.index(mission)]
    return sum(1 + len(timeline.rows.rotations_of(name)) for name in before)


def drawn_at(timeline: Timeline, qtbot: QtBot, day: str, mission: str) -> Rotation:
    with qtbot.waitSignal(timeline.panel.draw_requested) as drawn:
        double_click(timeline, timeline.at(day, heading_of(timeline, mission)))
    assert drawn.args is not None
    rotation = drawn.args[0]
    assert isinstance(rotation, Rotation)
    return rotation


def test_a_double_click_draws_a_rotation_there(timeline: Timeline, qtbot: QtBot) -> None:
    rotation = drawn_at(timeline, qtbot, "2026-07-15", "osc")
    assert (rotation.mission, rotation.first_day, rotation.last_day) == (
        "osc",
        date(2026, 6, 1),
        date(2026, 8, 31),
    )
    assert (rotation.military, rotation.civilian) == (4, 0)
    assert timeline.document.undo_stack.count() == 0


def test_for_a_post_it_draws_whom_the_post_asks(timeline: Timeline, qtbot: QtBot) -> None:
    rotation = drawn_at(timeline, qtbot, "2026-03-15", "untso")
    assert (rotation.post, rotation.military) == ("chief", 2)
    assert rotation.first_day == date(2026, 2, 1)


def test_far_into_a_need_it_begins_with_the_month_that_was_clicked() -> None:
    plan = build.plan(build.mission("osc"), build.frame("osc", build.limit("cap", 7)))
    span = date(2026, 1, 10).toordinal(), date(2028, 1, 1).toordinal()
    need = Need("osc", span, 7, frozenset(build.categories_of("military civilian")))
    near = rotation_for(plan, need, date(2026, 2, 1).toordinal())
    far = rotation_for(plan, need, date(2027, 3, 20).toordinal())
    assert near.first_day == date(2026, 1, 10)
    assert (far.first_day, far.last_day) == (date(2027, 3, 1), date(2027, 8, 31))
    assert (far.military, far.civilian) == (7, 0)


def test_beside_a_need_a_double_click_closes_the_mission(timeline: Timeline) -> None:
    double_click(timeline, timeline.at("2026-03-15", heading_of(timeline, "osc")))
    assert timeline.rows.collapsed == {"osc"}


def test_where_a_plan_may_only_be_read_nothing_is_drawn(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(timeline.document), "can_edit", property(lambda _self: False))
    double_click(timeline, timeline.at("2026-07-15", heading_of(timeline, "osc")))
    assert timeline.rows.collapsed == {"osc"}


def test_the_mouse_is_told_what_is_lacking(timeline: Timeline) -> None:
    point = timeline.at("2026-07-15", heading_of(timeline, "osc"))
    assert "Open: 7 (military, civilian, police), 01-06-2026 – 31-08-2026" in (
        timeline.canvas.tip_at(point)
    )


def test_a_need_is_seen(timeline: Timeline) -> None:
    row = heading_of(timeline, "osc")
    before = timeline.canvas.grab().toImage()
    at = timeline.at("2026-07-15", row).toPoint()
    timeline.document.submit(ChangeRotations(("a",), {"last_day": date(2026, 8, 31)}))
    after = timeline.canvas.grab().toImage()
    assert before.pixelColor(at) != after.pixelColor(at)


@pytest.fixture
def timeline(document: Document, qtbot: QtBot) -> Timeline:
    return Timeline(document, qtbot)
