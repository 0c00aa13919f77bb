"""The forces as a user works with them: bars are moved, resized, given another force, drawn."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView, QWidget

from domain.model import Plan, Rotation
from gui.application import Kader
from gui.dialogs.rotation_dialog import RotationDialog
from gui.theme import ThemeChoice
from gui.timeline.geometry import rect_of
from gui.views.force_canvas import ForceCanvas, ForcePanel
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click_row, find, on_disk, press

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def plan() -> Plan:
    """Two ships with a clash on one of them, a pool that is exhausted, one without a force."""
    return build.plan(
        build.mission("osc", preparation_days=20),
        build.mission("vpd"),
        build.frame("osc", build.limit("cap", 200)),
        build.frame("vpd", build.limit("v", 200)),
        build.unit("doorman"),
        build.unit("tromp"),
        build.pool("teams", build.step(3, "2026-01-01", "2026-12-31"), measure="teams"),
        build.recovery_rule("rest", days=30),
        build.commitment("refit", "tromp", "2026-08-01", "2026-09-30"),
        build.rotation("a", "osc", "2026-03-01", "2026-05-31", military=100, force="doorman"),
        build.rotation("b", "osc", "2026-05-01", "2026-07-31", military=90, force="doorman"),
        build.rotation("t1", "vpd", "2026-02-01", "2026-04-30", teams=4, force="teams"),
        build.rotation("x", "vpd", "2026-01-01", "2026-03-31", military=2),
    )


class Forces:
    """The view with hands."""

    def __init__(self, program: Kader) -> None:
        self.program = program
        program.window.actions_of_window["view_forces"].trigger()
        self.panel = find(program.window, ForcePanel, "forceTimeline")
        self.canvas = find(program.window, ForceCanvas, "force-canvas")
        self.list = find(program.window, QTableView, "forceList")
        self.rows = self.panel.scene.force_rows
        program.window.desk.axis.set_view(date(2025, 12, 1).toordinal(), 1.5)
        self.canvas.setFocus()

    @property
    def plan(self) -> Plan:
        return self.program.document.plan

    def bar(self, name: str) -> tuple[QPointF, QPointF, QPointF]:
        """The first day, the middle and the last day of a rotation's bar."""
        rotation, row = self.plan.rotations[name], self.rows.row_of(name)
        assert row is not None
        rect = rect_of(self.canvas.view, rotation.start, rotation.end, row)
        middle = rect.center()
        return (
            QPointF(rect.left() + 2, middle.y()),
            middle,
            QPointF(rect.right() - 2, middle.y()),
        )

    def at(self, day: str, force: str | None) -> QPointF:
        """The place of a day in the last row of a force."""
        group = self.rows.group_of(force)
        assert group is not None
        x = self.canvas.view.x_of(date.fromisoformat(day).toordinal() + 0.5)
        return QPointF(x, self.canvas.view.y_of(group.rows.stop - 1) + 13)

    def hold(self, start: QPointF, end: QPointF) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
        for at in ((start + end) / 2, end):
            self._mouse(QEvent.Type.MouseMove, at, NO_BUTTON, LEFT)
            QTest.qWait(25)
            QApplication.processEvents()  # on a busy machine the wait ends before it has looked

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.hold(start, end)
        self._mouse(QEvent.Type.MouseButtonRelease, end, LEFT, NO_BUTTON)

    def click(self, at: QPointF) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
        self._mouse(QEvent.Type.MouseButtonRelease, at, LEFT, NO_BUTTON)

    def double_click(self, at: QPointF) -> None:
        self._mouse(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)

    def _mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton
    ) -> None:
        screen = QPointF(self.canvas.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(self.canvas, QMouseEvent(kind, at, screen, button, held, NO_KEY))

    def days(self, name: str) -> tuple[str, str]:
        rotation = on_disk(self.program).rotations[name]
        return rotation.first_day.isoformat(), rotation.last_day.isoformat()


@pytest.fixture
def forces(opened: Kader) -> Forces:
    return Forces(opened)


def listed(forces: Forces) -> list[list[str]]:
    model = forces.list.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_every_force_stands_in_the_list_as_high_as_its_rows(forces: Forces) -> None:
    assert listed(forces) == [
        ["DOORMAN", "unit", "2"],
        ["TROMP", "unit", "1"],
        ["TEAMS", "pool · teams", "1"],
        ["Without a force", "", "1"],
    ]
    assert [forces.list.rowHeight(row) for row in range(4)] == [52, 26, 78, 26]


def test_what_is_wrong_with_a_force_is_said_of_it(forces: Forces) -> None:
    index = forces.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "DOORMAN, Error"
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "2 rotations" in tip
    assert "DOORMAN is claimed by both A and B for 31 days." in tip


def test_a_bar_is_moved_as_in_the_other_timeline(forces: Forces) -> None:
    middle = forces.bar("b")[1]
    forces.drag(middle, middle + QPointF(61 * 1.5, 0))
    assert forces.days("b") == ("2026-07-01", "2026-09-30")
    assert forces.program.document.undo_stack.undoText() == "Move rotation"
    assert "FOR001" not in {finding.code for finding in forces.program.document.findings}


def test_a_bar_is_resized_by_its_edge(forces: Forces) -> None:
    right = forces.bar("a")[2]
    forces.drag(right, right + QPointF(-31 * 1.5, 0))
    assert forces.days("a") == ("2026-03-01", "2026-04-30")


def test_a_drag_to_another_force_gives_the_rotation_that_force_in_one_step(
    forces: Forces,
) -> None:
    middle = forces.bar("b")[1]
    forces.drag(middle, QPointF(middle.x(), forces.at("2026-06-01", "tromp").y()))
    assert on_disk(forces.program).rotations["b"].force == "tromp"
    assert forces.days("b") == ("2026-05-01", "2026-07-31")
    stack = forces.program.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Give a rotation another force")
    stack.undo()
    assert on_disk(forces.program).rotations["b"].force == "doorman"


def test_what_has_no_force_is_dragged_to_one_and_back(forces: Forces) -> None:
    middle = forces.bar("x")[1]
    forces.drag(middle, QPointF(middle.x(), forces.at("2026-02-01", "tromp").y()))
    assert on_disk(forces.program).rotations["x"].force == "tromp"
    middle = forces.bar("x")[1]
    forces.drag(middle, QPointF(middle.x(), forces.at("2026-02-01", None).y()))
    assert on_disk(forces.program).rotations["x"].force is None


def test_escape_gives_up_and_writes_nothing(forces: Forces) -> None:
    middle = forces.bar("b")[1]
    forces.hold(middle, QPointF(middle.x() + 50, forces.at("2026-06-01", "tromp").y()))
    assert forces.program.document.shown_plan.rotations["b"].force == "tromp"
    press(forces.canvas, Qt.Key.Key_Escape)
    assert forces.program.document.undo_stack.count() == 0
    assert forces.rows.state is not None
    assert forces.rows.state.plan is forces.plan


def test_while_dragging_strips_and_lighter_parts_follow(forces: Forces) -> None:
    scene, group = forces.panel.scene, forces.rows.group_of("teams")
    assert group is not None
    middle = forces.bar("t1")[1]
    forces.hold(middle, QPointF(middle.x(), forces.at("2026-03-01", "tromp").y()))
    strip = scene.strip(group)
    assert strip is not None
    assert strip.demand == ()
    press(forces.canvas, Qt.Key.Key_Escape)
    strip = scene.strip(group)
    assert strip is not None
    assert [step.value for step in strip.demand] == [4]
    middle = forces.bar("b")[1]
    forces.hold(middle, middle + QPointF(61 * 1.5, 0))
    use = next(one for g in forces.rows.groups for one in g.uses if one.rotation == "b")
    assert scene.shown(use).lead == date(2026, 6, 11).toordinal()
    assert scene.shown(use).rest == date(2026, 10, 31).toordinal()
    press(forces.canvas, Qt.Key.Key_Escape)
    assert scene.shown(use) is use


def test_drawing_on_an_empty_row_asks_for_a_rotation_on_that_force(
    forces: Forces, answer: Answer
) -> None:
    asked = answer(RotationDialog, "ask", lambda *args: args[4])
    forces.program.window.desk.selection.set_mission("osc")
    forces.drag(forces.at("2026-01-10", "tromp"), forces.at("2026-02-20", "tromp"))
    drawn = asked[0][4]
    assert isinstance(drawn, Rotation)
    assert (drawn.force, drawn.mission) == ("tromp", "osc")
    assert drawn.first_day.year == 2026
    assert on_disk(forces.program).rotations[drawn.id].force == "tromp"


def test_nothing_is_drawn_on_a_strip_or_a_commitment(forces: Forces, answer: Answer) -> None:
    asked = answer(RotationDialog, "ask", None)
    group = forces.rows.group_of("teams")
    assert group is not None
    strip = QPointF(200, forces.canvas.view.y_of(group.first) + 20)
    forces.drag(strip, strip + QPointF(80, 0))
    refit = forces.at("2026-09-01", "tromp")
    forces.drag(refit, refit + QPointF(60, 0))
    assert asked == []
    assert forces.program.document.undo_stack.count() == 0


def test_a_double_click_edits_a_rotation(forces: Forces, answer: Answer) -> None:
    asked = answer(RotationDialog, "ask", None)
    forces.double_click(forces.bar("a")[1])
    assert isinstance(asked[0][4], Rotation)
    assert asked[0][4].id == "a"


def test_a_click_selects_and_the_list_stands_at_the_force(forces: Forces) -> None:
    forces.click(forces.bar("t1")[1])
    assert forces.program.window.desk.selection.rotations == ("t1",)
    assert forces.list.currentIndex().row() == 2


def test_the_keys_go_from_bar_to_bar_and_move_them(forces: Forces) -> None:
    selection = forces.program.window.desk.selection
    walked = []
    for _step in range(6):
        press(forces.canvas, Qt.Key.Key_Down)
        walked.append(selection.current)
    assert walked[0] == "b"
    assert walked[-2:] == ["t1", "x"]
    press(forces.canvas, Qt.Key.Key_Up)
    assert selection.current == "t1"
    press(forces.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert forces.days("t1") == ("2026-03-01", "2026-05-28")
    press(forces.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert forces.days("t1")[0] == "2026-03-01"
    assert forces.days("t1")[1] < "2026-05-28"


def test_a_pool_is_folded_by_key_in_the_list(forces: Forces) -> None:
    click_row(forces.list, forces.list.model().index(2, 1))
    press(forces.list, Qt.Key.Key_Left)
    assert forces.list.rowHeight(2) == 52
    assert forces.rows.row_of("t1") is None
    press(forces.list, Qt.Key.Key_Return)
    assert forces.rows.row_of("t1") is not None


def test_the_mouse_is_told_what_it_rests_on(forces: Forces) -> None:
    tip = forces.canvas.tip_at(forces.bar("a")[1])
    assert "Preparation: 09-02-2026 – 28-02-2026" in tip
    assert "Recovery: 01-06-2026 – 30-06-2026" in tip
    refit = forces.canvas.tip_at(forces.at("2026-09-01", "tromp"))
    assert refit.startswith("refit\nreadiness · 01-08-2026 – 30-09-2026")
    group = forces.rows.group_of("teams")
    assert group is not None
    x = forces.canvas.view.x_of(date(2026, 3, 1).toordinal() + 0.5)
    strip = QPointF(x, forces.canvas.view.y_of(group.first) + 20)
    assert forces.canvas.tip_at(strip) == "TEAMS\n01-03-2026: 4 asked of 3"


def test_clashes_are_drawn_on_their_exact_days(forces: Forces) -> None:
    group = forces.rows.group_of("doorman")
    assert group is not None
    spans = [
        (trouble.start, trouble.end)
        for use in group.uses
        if use.rotation == "a"
        for trouble in forces.panel.scene.troubles_on(use)
    ]
    assert (date(2026, 5, 1).toordinal(), date(2026, 6, 1).toordinal()) in spans
    pool = forces.rows.group_of("teams")
    assert pool is not None
    assert [forces.panel.scene.troubles_on(use) for use in pool.uses] == [[]]


def test_a_menu_is_asked_for_a_bar(forces: Forces) -> None:
    at = forces.bar("t1")[1].toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, forces.canvas.mapToGlobal(at))
    QApplication.sendEvent(forces.canvas, event)
    menu = find(forces.program.window, QMenu, "context_rotation")
    assert forces.program.window.desk.selection.current == "t1"
    menu.close()


def test_removing_and_undo_are_seen(forces: Forces) -> None:
    forces.click(forces.bar("b")[1])
    press(forces.canvas, Qt.Key.Key_Delete)
    assert listed(forces)[0] == ["DOORMAN", "unit", "1"]
    forces.program.document.undo_stack.undo()
    assert listed(forces)[0] == ["DOORMAN", "unit", "2"]
    assert forces.list.rowHeight(0) == 52


def test_a_selected_finding_selects_its_bars_and_scrolls_to_them(forces: Forces) -> None:
    found = next(f for f in forces.program.document.findings if f.code == "FOR001")
    forces.program.window.desk.axis.set_view(date(2028, 1, 1).toordinal(), 1.5)
    forces.program.window.desk.selection.set_finding(found)
    assert set(forces.program.window.desk.selection.rotations) == {"a", "b"}
    assert forces.canvas.view.first <= found.first_day.toordinal() <= forces.canvas.view.end


def test_all_days_can_be_fitted(forces: Forces) -> None:
    forces.program.window.actions_of_window["fit"].trigger()
    view = forces.canvas.view
    assert view.first < date(2026, 1, 1).toordinal()
    assert view.end > date(2026, 9, 30).toordinal()


@pytest.mark.parametrize("choice", list(ThemeChoice))
def test_it_can_be_drawn_in_every_theme(opened: Kader, choice: ThemeChoice) -> None:
    opened.dress(choice)
    forces = Forces(opened)
    middle = forces.bar("b")[1]
    forces.hold(middle, middle + QPointF(40, 0))
    assert not opened.window.grab().isNull()
    press(forces.canvas, Qt.Key.Key_Escape)


class TestWithoutForces:
    @pytest.fixture
    def plan(self) -> Plan:
        return build.plan(build.mission("osc"))

    def test_it_says_what_to_do(self, opened: Kader) -> None:
        opened.window.actions_of_window["view_forces"].trigger()
        labels = find(opened.window, QWidget, "workspace").findChildren(QLabel)
        texts = [label.text() for label in labels if label.isVisible()]
        assert any(text.startswith("This plan has no forces.") for text in texts)
