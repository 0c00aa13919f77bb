"""A drag under way: the plan is looked at as it would become, and changed when it is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer, Signal

from domain.model import AddRotations, Edit, Rotation
from domain.session import Preview
from gui.new_rotations import drawn_rotation
from gui.timeline.axis import TimeAxis
from gui.timeline.drag import DOING_OF, Doing, Drag, Outcome
from gui.timeline.geometry import View
from gui.timeline.hits import Target
from gui.timeline.lanes import LaneBook
from gui.timeline.pill import Pill, pill_of
from gui.timeline.scene import Scene
from gui.timeline.snapping import FREE, MAGNET_PIXELS, Snap, step_of

FRAME_MS: Final = 16
"""The plan is looked at once in so many milliseconds at most."""


class Dragging(QObject):
    """What is being dragged, and where it would end up."""

    moved = Signal()
    """It would end up elsewhere, or it is over."""
    drawn = Signal(object)
    """A rotation was drawn: the rotation as it would be."""

    def __init__(self, scene: Scene, axis: TimeAxis, parent: QObject) -> None:
        """Drag in a scene."""
        super().__init__(parent)
        self._scene, self._axis = scene, axis
        self._lanes = LaneBook()
        self._drag: Drag | None = None
        self._outcome: Outcome | None = None
        self._magnets: tuple[int, ...] = ()
        self._pattern: Rotation | None = None
        self._preview: Preview | None = None
        self._at: tuple[View, QPointF, bool] | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def drag(self) -> Drag | None:
        """What was taken hold of."""
        return self._drag

    @property
    def outcome(self) -> Outcome | None:
        """Where it would end up."""
        return self._outcome

    @property
    def drawn_rotation(self) -> Rotation | None:
        """The rotation that is being drawn."""
        return self._pattern

    @property
    def hovered_row(self) -> int:
        """The row in which it is drawn: its own, or one of the mission to which it would go."""
        row = self._drag.row if self._drag is not None else 0
        if self._at is None or not self._scene.lifted:
            return row
        view, point, _free = self._at
        return view.row_at(point.y())

    @property
    def pill(self) -> Pill | None:
        """What the pill says."""
        if self._drag is None or self._outcome is None:
            return None
        names = self._drag.ids[:1] or ((self._pattern.id,) if self._pattern else ())
        about = [f for name in names for f in self._scene.troubles.findings_of(name)]
        return pill_of(self._outcome, self._preview, about)

    def begin(self, target: Target, view: View, point: QPointF) -> bool:
        """Take hold of what is under the mouse; false when there is nothing that may be dragged."""
        if target.row is None or target.mission is None or target.beyond:
            return False
        if not self._scene.document.can_edit:
            return False
        day = view.day_at(point.x())
        rotation = self._scene.rotation(target.rotation) if target.rotation else None
        if rotation is None or target.part is None:
            self._begin_drawing(target.row, target.mission, day)
            return True
        doing = DOING_OF[target.part]
        before = Outcome(rotation.start, rotation.end, rotation.mission, rotation.force)
        self._take(Drag(doing, self._along(doing, rotation.id), before, day, target.row))
        return True

    def move_to(self, view: View, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse is elsewhere; what that means is looked at once a frame."""
        self._at = view, point, bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if not self._timer.isActive():
            passed = self._since.elapsed() if self._since.isValid() else FRAME_MS
            self._timer.start(max(FRAME_MS - passed, 0))

    def drop(self) -> None:
        """Let go: the edit is done as one step."""
        drag, pattern = self._drag, self._pattern
        if drag is None:
            return
        self._timer.stop()
        self._look()
        outcome = self._outcome
        self.cancel()
        if outcome is None:
            return
        edit = drag.edit(outcome)
        if edit is not None:
            if self._scene.document.submit(edit):
                self._scene.selection.set_mission(outcome.mission)
        elif pattern is not None:
            self.drawn.emit(dated(pattern, outcome))

    def cancel(self) -> None:
        """Give up: everything is as it was."""
        self._timer.stop()
        self._drag, self._outcome, self._at = None, None, None
        self._pattern, self._preview = None, None
        self._scene.dragged, self._scene.lifted = frozenset(), False
        self._scene.document.end_preview()
        self._axis.mark(None)
        self.moved.emit()

    def _begin_drawing(self, row: int, mission: str, day: float) -> None:
        start, plan = int(day), self._scene.document.plan
        before = self._scene.ground.placed(Outcome(start, start + 1, mission), row)
        pattern = drawn_rotation(plan, mission, before.first_day, before.first_day)
        self._pattern = replace(pattern, force=before.force or pattern.force)
        self._take(Drag(Doing.DRAW, (), before, day, row))

    def _take(self, drag: Drag) -> None:
        self._drag, self._outcome = drag, drag.before
        self._magnets = self._scene.ground.magnets(drag.before, drag.ids)
        self._scene.dragged = frozenset(drag.ids)

    def _along(self, doing: Doing, rotation: str) -> tuple[str, ...]:
        """The rotations that go along: the others that are selected too, when moving."""
        chosen: Sequence[str] = self._scene.selection.rotations
        if doing is not Doing.MOVE or rotation not in chosen:
            return (rotation,)
        return tuple(dict.fromkeys([rotation, *chosen]))

    def _look(self) -> None:
        """See where it would end up, and what that would do."""
        self._since.start()
        if self._drag is None or self._at is None:
            return
        view, point, free = self._at
        outcome = self._drag.outcome(view.day_at(point.x()), self._snap(view, free=free))
        row = self._row_under(self._drag, view, point)
        if row is not None:
            outcome = self._scene.ground.placed(outcome, row)
        if outcome != self._outcome:
            self._outcome = outcome
            self._scene.lifted = outcome.place != self._drag.before.place
            self._show(self._edit(self._drag, outcome), outcome.mission)
        self._axis.mark((outcome.start, outcome.end))
        self.moved.emit()

    def _show(self, edit: Edit | None, mission: str) -> None:
        """Let all panes show what an edit would do, and to the strength of which mission."""
        document = self._scene.document
        if edit is None:
            self._preview = None
            document.end_preview()
            return
        lanes = self._lanes.shown(document.plan, self._scene.selection, mission)
        limits = [limit for lane in lanes for limit in lane.limits]
        self._preview = document.preview(edit, limits)

    def _edit(self, drag: Drag, outcome: Outcome) -> Edit | None:
        if self._pattern is None:
            return drag.edit(outcome)
        return AddRotations((dated(self._pattern, outcome),))

    def _snap(self, view: View, *, free: bool) -> Snap:
        if free:
            return FREE
        reach = MAGNET_PIXELS / view.pixels_per_day
        return Snap(step_of(view.pixels_per_day), self._magnets, reach)

    def _row_under(self, drag: Drag, view: View, point: QPointF) -> int | None:
        """The row to which it was moved, half a row into it; none while it is in its own."""
        middle = view.y_of(drag.row) + view.row_height / 2
        number = view.row_at(point.y())
        if drag.doing is not Doing.MOVE or abs(point.y() - middle) < view.row_height:
            return None
        return number if 0 <= number < len(self._scene.ground) else None


def dated(rotation: Rotation, outcome: Outcome) -> Rotation:
    """A rotation on the days on which it would end up."""
    return replace(rotation, first_day=outcome.first_day, last_day=outcome.last_day)
