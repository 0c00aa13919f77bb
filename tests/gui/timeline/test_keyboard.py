"""Each drag has its twin on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.gui.timeline.conftest import Timeline

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_an_arrow_moves_a_step_as_a_drag_does(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["b"])
    timeline.key(Qt.Key.Key_Right)
    assert timeline.days("b") == ("2026-07-08", "2027-01-07")
    timeline.document.undo_stack.undo()
    middle = timeline.bar("b")[1]
    timeline.drag(middle, middle + QPointF(14, 0), ALT)
    assert timeline.days("b") == ("2026-07-08", "2027-01-07")


def test_shift_and_arrow_move_a_month(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["a"])
    timeline.key(Qt.Key.Key_Left, SHIFT)
    assert timeline.days("a")[0] == "2025-12-01"


def test_control_and_arrow_move_the_end(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["b"])
    timeline.key(Qt.Key.Key_Left, CONTROL)
    assert timeline.days("b") == ("2026-07-01", "2026-12-24")
    timeline.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert timeline.days("b") == ("2026-07-01", "2027-01-24")


def test_many_are_moved_and_resized_in_one_step(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["a", "b"])
    timeline.key(Qt.Key.Key_Right)
    timeline.key(Qt.Key.Key_Right, CONTROL)
    assert timeline.days("a") == ("2026-01-08", "2026-07-14")
    assert timeline.document.undo_stack.count() == 2


def test_nothing_is_shortened_away(timeline: Timeline) -> None:
    timeline.axis.set_view(timeline.axis.first, 0.5)
    timeline.selection.set_rotations(["c"])
    for _time in range(5):
        timeline.key(Qt.Key.Key_Left, CONTROL)
    assert timeline.days("c") == ("2026-03-01", "2026-03-31")


def test_up_and_down_go_through_the_rows(timeline: Timeline) -> None:
    reached = []
    for _time in range(5):
        reached.append((timeline.selection.mission, timeline.selection.rotations))
        timeline.key(Qt.Key.Key_Down)
    assert reached[1:] == [("osc", ("a",)), ("osc", ("b",)), ("vpd", ()), ("vpd", ("c",))]
    timeline.key(Qt.Key.Key_Up)
    assert timeline.selection.rotations == ()


def test_shift_and_down_select_more(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["a"])
    timeline.key(Qt.Key.Key_Down, SHIFT)
    assert timeline.selection.rotations == ("a", "b")


def test_left_and_right_close_and_open_a_mission(timeline: Timeline) -> None:
    timeline.selection.set_mission("osc")
    timeline.key(Qt.Key.Key_Left)
    assert timeline.rows.collapsed == {"osc"}
    timeline.key(Qt.Key.Key_Right)
    assert timeline.rows.collapsed == frozenset()


def test_keys_ask_to_edit_and_to_remove(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.selection.set_rotations(["b"])
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        with qtbot.waitSignal(timeline.panel.edit_requested) as asked:
            timeline.key(key)
        assert asked.args == ["b"]
    with qtbot.waitSignal(timeline.panel.remove_requested):
        timeline.key(Qt.Key.Key_Delete)


def test_the_row_of_the_keyboard_is_kept_in_sight(timeline: Timeline) -> None:
    timeline.panel.resize(1000, 150)
    for _time in range(4):
        timeline.key(Qt.Key.Key_Down)
    row = timeline.canvas.keyboard.current_row()
    bottom = (row + 1) * timeline.canvas.row_height
    assert bottom <= timeline.canvas.offset + timeline.canvas.height()
