"""The mouse on the canvas: selecting, moving, resizing, drawing, giving up."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.model import Plan
from gui.timeline.gestures import Mode
from tests.domain import plan_builder as build
from tests.gui.timeline.conftest import Timeline

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plan() -> Plan:
    """OSC with at most 7 persons until the end of 2026; VPD without a limit."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame("osc", build.limit("osc-cap", 7), days=("2026-01-01", "2026-12-20")),
        build.frame("vpd"),
        build.rotation("a", "osc", "2026-01-01", "2026-03-31", military=4),
        build.rotation("b", "osc", "2026-05-04", "2026-07-31", military=4),
        build.rotation("c", "vpd", "2026-03-01", "2026-05-31", military=11),
    )


def test_a_click_selects_a_bar_and_its_mission(timeline: Timeline) -> None:
    timeline.click(timeline.bar("b")[1])
    assert timeline.selection.rotations == ("b",)
    assert timeline.selection.mission == "osc"


def test_control_adds_and_shift_takes_a_range(timeline: Timeline) -> None:
    timeline.click(timeline.bar("a")[1])
    timeline.click(timeline.bar("c")[1], CONTROL)
    assert timeline.selection.rotations == ("a", "c")
    timeline.click(timeline.bar("a")[1])
    timeline.click(timeline.bar("c")[1], SHIFT)
    assert set(timeline.selection.rotations) == {"a", "b", "c"}


def test_a_click_on_an_empty_row_selects_only_the_mission(timeline: Timeline) -> None:
    timeline.click(timeline.bar("a")[1])
    timeline.click(timeline.at("2026-09-01", 4))
    assert (timeline.selection.rotations, timeline.selection.mission) == ((), "vpd")


def test_control_and_drag_put_a_band_around_bars(timeline: Timeline) -> None:
    timeline.drag(timeline.at("2026-04-10", 0), timeline.at("2026-09-01", 4), CONTROL)
    assert set(timeline.selection.rotations) == {"b", "c"}


def test_dragging_a_bar_moves_it_in_one_step(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(28, 0))
    assert timeline.days("b") == ("2026-05-18", "2026-08-14")
    assert timeline.document.undo_stack.count() == 1
    timeline.document.undo_stack.undo()
    assert timeline.days("b") == ("2026-05-04", "2026-07-31")


def test_what_is_moved_goes_to_a_monday(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(32, 0))
    assert date.fromisoformat(timeline.days("b")[0]).isoweekday() == 1


def test_alt_moves_by_single_days(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(32, 0), ALT)
    assert timeline.days("b")[0] == "2026-05-20"


def test_a_bar_is_drawn_to_the_end_of_its_neighbour(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle - QPointF(62, 0))
    assert timeline.days("b")[0] == "2026-04-01"


def test_dragging_an_edge_resizes_and_is_drawn_to_the_end_of_the_frame(timeline: Timeline) -> None:
    timeline.axis.set_view(date(2026, 3, 1).toordinal(), 2.0)
    right = timeline.bar("b")[2]
    timeline.drag(right, right + QPointF(2 * 144, 0))
    assert timeline.days("b") == ("2026-05-04", "2026-12-20")


def test_dragging_the_first_day_leaves_the_last(timeline: Timeline) -> None:
    left = timeline.bar("b")[0]
    timeline.drag(left, left + QPointF(28, 0))
    assert timeline.days("b") == ("2026-05-18", "2026-07-31")


def test_the_whole_selection_moves_along(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["a", "b"])
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(28, 0))
    assert timeline.days("a") == ("2026-01-15", "2026-04-14")
    assert timeline.days("b") == ("2026-05-18", "2026-08-14")
    assert timeline.document.undo_stack.count() == 1


def test_a_bar_can_be_dragged_to_another_mission(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.drag(middle, timeline.at("2026-06-17", 4))
    assert timeline.document.plan.rotations["b"].mission == "vpd"
    assert timeline.selection.mission == "vpd"


def test_a_little_up_or_down_is_not_another_mission(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.hold(middle, middle + QPointF(28, 15))
    outcome = timeline.canvas.gestures.dragging.outcome
    assert outcome is not None
    assert outcome.mission == "osc"
    timeline.key(Qt.Key.Key_Escape)


def test_while_dragging_the_plan_is_shown_as_it_would_become(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.hold(middle, middle - QPointF(2 * 70, 0))
    assert [finding.code for finding in timeline.document.shown_findings] == ["FRA001"]
    assert timeline.axis.marked is not None
    pill = timeline.canvas.gestures.dragging.pill
    assert pill is not None
    assert pill.remarks == ("1 new finding",)
    assert len(timeline.document.findings) == 0


def test_escape_gives_up_and_writes_nothing(timeline: Timeline) -> None:
    middle = timeline.bar("b")[1]
    timeline.hold(middle, middle + QPointF(100, 0))
    timeline.key(Qt.Key.Key_Escape)
    timeline.release(middle + QPointF(100, 0))
    assert timeline.days("b") == ("2026-05-04", "2026-07-31")
    assert timeline.document.undo_stack.count() == 0
    assert timeline.document.shown_plan is timeline.document.plan
    assert (timeline.axis.marked, timeline.canvas.gestures.mode) == (None, Mode.IDLE)


def test_dragging_on_an_empty_row_draws(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.panel.draw_requested) as drawn:
        timeline.drag(timeline.at("2026-09-09", 3), timeline.at("2026-11-11", 3))
    assert drawn.args is not None
    rotation = drawn.args[0]
    assert rotation.mission == "vpd"
    assert (rotation.first_day, rotation.last_day) == (date(2026, 9, 7), date(2026, 11, 15))
    assert timeline.document.undo_stack.count() == 0


def test_while_drawing_it_is_seen_whether_it_fits(timeline: Timeline) -> None:
    timeline.hold(timeline.at("2026-05-14", 0), timeline.at("2026-06-29", 0))
    assert [finding.code for finding in timeline.document.shown_findings] == ["FRA001"]
    timeline.key(Qt.Key.Key_Escape)


def test_a_plan_that_may_only_be_read_is_not_dragged(
    timeline: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(timeline.document), "can_edit", property(lambda _self: False))
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(100, 0))
    assert timeline.document.undo_stack.count() == 0
    assert timeline.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_mouse_tells_what_it_would_do(timeline: Timeline) -> None:
    shapes = []
    for place in (*timeline.bar("b"), timeline.at("2026-09-09", 2)):
        timeline.move(place, button=Qt.MouseButton.NoButton)
        shapes.append(timeline.canvas.cursor().shape())
    assert shapes == [
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.OpenHandCursor,
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.ArrowCursor,
    ]


def test_a_double_click_edits_a_bar_and_closes_a_heading(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.panel.edit_requested) as asked:
        QTest.mouseDClick(
            timeline.canvas, Qt.MouseButton.LeftButton, pos=timeline.bar("b")[1].toPoint()
        )
    assert asked.args == ["b"]
    heading = timeline.at("2026-02-01", 0).toPoint()
    QTest.mouseDClick(timeline.canvas, Qt.MouseButton.LeftButton, pos=heading)
    assert timeline.rows.collapsed == {"osc"}


def test_bars_of_a_closed_mission_can_be_dragged_too(timeline: Timeline) -> None:
    timeline.rows.toggle("osc")
    place = timeline.at("2026-06-17", 0) - QPointF(0, 4)
    timeline.drag(place, place + QPointF(28, 0))
    assert timeline.days("b") == ("2026-05-18", "2026-08-14")


def ask_menu(timeline: Timeline, place: QPoint) -> None:
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, timeline.canvas.mapToGlobal(place))
    QApplication.sendEvent(timeline.canvas, event)


@pytest.mark.parametrize(
    ("place", "menu"),
    [
        (("2026-06-17", 2), ["rotation", "b"]),
        (("2026-09-09", 2), ["mission", "osc"]),
        (("2026-09-09", 3), ["mission", "vpd"]),
        (("2026-09-09", 9), ["empty", ""]),
    ],
)
def test_each_place_has_its_menu(
    timeline: Timeline, qtbot: QtBot, place: tuple[str, int], menu: list[str]
) -> None:
    with qtbot.waitSignal(timeline.panel.menu_requested) as asked:
        ask_menu(timeline, timeline.at(*place).toPoint())
    assert asked.args is not None
    assert asked.args[:2] == menu


def turn(timeline: Timeline, notches: int, keys: Qt.KeyboardModifier, at: QPointF) -> None:
    event = QWheelEvent(
        at,
        QPointF(timeline.canvas.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline.canvas, event)


def test_control_and_wheel_zoom_about_the_mouse(timeline: Timeline) -> None:
    before = timeline.axis.day_at(400)
    turn(timeline, 2, CONTROL, QPointF(400, 50))
    assert timeline.axis.pixels_per_day == pytest.approx(2.88)
    assert timeline.axis.day_at(400) == pytest.approx(before)


def test_shift_and_wheel_go_through_time(timeline: Timeline) -> None:
    before = timeline.axis.first
    turn(timeline, -1, SHIFT, QPointF(400, 50))
    assert timeline.axis.first > before


def test_the_wheel_scrolls_rows(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.panel.resize(1000, 150)
    with qtbot.waitSignal(timeline.panel.vertical_offset_changed):
        turn(timeline, -1, Qt.KeyboardModifier.NoModifier, QPointF(400, 50))
    assert timeline.panel.vertical_offset == timeline.canvas.most_offset > 0


def test_the_middle_button_pulls_the_sheet(timeline: Timeline) -> None:
    before = timeline.axis.first
    start = QPointF(400, 50)
    timeline.press(start, button=Qt.MouseButton.MiddleButton)
    timeline.move(start - QPointF(100, 0), button=Qt.MouseButton.MiddleButton)
    timeline.release(start)
    assert timeline.axis.first == pytest.approx(before + 50)


def test_a_drag_at_the_edge_goes_on_through_time(timeline: Timeline, qtbot: QtBot) -> None:
    before = timeline.axis.first
    timeline.hold(timeline.bar("b")[1], QPointF(timeline.canvas.width() - 3.0, 65.0))
    qtbot.waitUntil(lambda: timeline.axis.first > before + 20)
    timeline.key(Qt.Key.Key_Escape)


def test_the_day_under_the_mouse_is_shared(timeline: Timeline) -> None:
    timeline.move(timeline.at("2026-06-17", 1), button=Qt.MouseButton.NoButton)
    assert int(timeline.axis.pointed or 0) == date(2026, 6, 17).toordinal()


def test_an_arrow_leads_to_a_bar_out_of_sight(timeline: Timeline) -> None:
    timeline.axis.set_view(date(2027, 6, 1).toordinal(), 2.0)
    arrow = QPointF(8.0, timeline.at("2027-06-05", 2).y())
    timeline.move(arrow, button=Qt.MouseButton.NoButton)
    assert timeline.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    timeline.click(arrow)
    assert timeline.selection.rotations == ("b",)
    assert 0 < timeline.bar("b")[0].x() < timeline.bar("b")[2].x() < timeline.canvas.width()


def test_an_arrow_cannot_be_dragged(timeline: Timeline) -> None:
    timeline.axis.set_view(date(2027, 6, 1).toordinal(), 2.0)
    arrow = QPointF(8.0, timeline.at("2027-06-05", 2).y())
    timeline.drag(arrow, arrow + QPointF(200, 0))
    assert timeline.document.undo_stack.count() == 0


def test_what_is_painted_in_part_is_as_if_all_were(timeline: Timeline, qtbot: QtBot) -> None:
    middle = timeline.bar("b")[1]
    timeline.press(middle)
    for by in (-40, -80, -140, 60):
        timeline.move(middle + QPointF(by, 0))
    qtbot.wait(30)
    screen = timeline.panel.screen().grabWindow(timeline.panel.winId())
    assert screen.toImage() == timeline.panel.grab().toImage().convertToFormat(
        screen.toImage().format()
    )
    timeline.key(Qt.Key.Key_Escape)


def test_updates_do_not_eat_references(timeline: Timeline) -> None:
    before = sys.getrefcount(None)
    for _time in range(500):
        timeline.canvas.update()
    assert sys.getrefcount(None) > before - 250
