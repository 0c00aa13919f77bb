"""What the mouse does on the canvas: it selects, drags, draws, and puts a band around bars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal

from gui.timeline.axis import TimeAxis
from gui.timeline.drag import Doing
from gui.timeline.dragging import Dragging
from gui.timeline.geometry import Part, View
from gui.timeline.hits import Target
from gui.timeline.scene import Scene

THRESHOLD: Final = 4.0
"""The mouse moves so many pixels before a press becomes a drag."""
EDGE: Final = 24.0
"""So near to an edge, a drag scrolls."""
_SCROLL: Final = 14
_SCROLL_MS: Final = 30
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class Mode(Enum):
    """What the held mouse does."""

    IDLE = auto()
    PRESSED = auto()
    DRAGGING = auto()
    BANDING = auto()
    PANNING = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """Where and on what the mouse went down."""

    view: View
    point: QPointF
    target: Target
    modifiers: Qt.KeyboardModifier


class Gestures(QObject):
    """The mouse, from press to release."""

    band_changed = Signal()
    """The rubber band has another shape, or is gone."""
    pulled = Signal(float, float)
    """The sheet was pulled by so many pixels to the right and down."""
    scrolled = Signal()
    """A drag at the edge scrolled; the mouse is at another day without having moved."""

    def __init__(self, scene: Scene, axis: TimeAxis, parent: QObject) -> None:
        """Work on a scene."""
        super().__init__(parent)
        self._scene, self._axis = scene, axis
        self.dragging = Dragging(scene, axis, self)
        self.mode = Mode.IDLE
        self.band: QRectF | None = None
        self._press: Press | None = None
        self.last = QPointF()
        self._pull = QPointF()
        self._edge_timer = QTimer(self, interval=_SCROLL_MS)
        self._edge_timer.timeout.connect(self._on_edge)

    @property
    def is_idle(self) -> bool:
        """Whether the mouse does nothing."""
        return self.mode is Mode.IDLE

    def press(self, press: Press, button: Qt.MouseButton) -> None:
        """The mouse goes down."""
        if self.mode is not Mode.IDLE:
            return
        self._press, self.last = press, press.point
        if button is Qt.MouseButton.MiddleButton:
            self.mode = Mode.PANNING
        elif button is Qt.MouseButton.LeftButton:
            self.mode = Mode.PRESSED
            self._choose(press)

    def move(self, view: View, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The held mouse moves."""
        by, self.last = point - self.last, point
        if self.mode is Mode.PANNING:
            self.pulled.emit(by.x(), by.y())
        if self.mode is Mode.PRESSED:
            self._perhaps_begin(point)
        if self.mode is Mode.DRAGGING:
            self.dragging.move_to(view, point, modifiers)
            self._scroll_at_edge(view, point)
        elif self.mode is Mode.BANDING and self._press is not None:
            self.band = QRectF(self._press.point, point).normalized()
            self.band_changed.emit()

    def release(self, view: View) -> None:
        """The mouse is let go."""
        mode, press = self.mode, self._press
        self._rest()
        if mode is Mode.DRAGGING:
            self.dragging.drop()
        elif mode is Mode.BANDING:
            self._take_band(view)
        elif mode is Mode.PRESSED and press is not None:
            self._choose_alone(press)

    def cancel(self) -> bool:
        """Give up what is under way; false when nothing is."""
        if self.mode is Mode.IDLE:
            return False
        was_dragging = self.mode is Mode.DRAGGING
        self._rest()
        self.band = None
        self.band_changed.emit()
        if was_dragging:
            self.dragging.cancel()
        return True

    def cursor_at(self, view: View, point: QPointF) -> Qt.CursorShape:
        """The shape of the mouse that says what it would do."""
        if self.mode in {Mode.PANNING, Mode.DRAGGING}:
            return self._cursor_held()
        target = self._scene.ground.target_at(view, point)
        if target.beyond:
            return Qt.CursorShape.PointingHandCursor
        if target.part is None or not self._scene.document.can_edit:
            return Qt.CursorShape.ArrowCursor
        if target.part is Part.BODY:
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.SizeHorCursor

    def _cursor_held(self) -> Qt.CursorShape:
        drag = self.dragging.drag
        if drag is None or drag.doing is Doing.MOVE:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.SizeHorCursor

    def _rest(self) -> None:
        self.mode, self._press = Mode.IDLE, None
        self._edge_timer.stop()

    def _perhaps_begin(self, point: QPointF) -> None:
        press = self._press
        if press is None or (point - press.point).manhattanLength() < THRESHOLD:
            return
        if press.modifiers & _CONTROL and press.target.rotation is None:
            self.mode = Mode.BANDING
        elif not press.modifiers & _CONTROL and self.dragging.begin(
            press.target, press.view, press.point
        ):
            self.mode = Mode.DRAGGING

    def _choose(self, press: Press) -> None:
        """Select what was pressed; one of many selected stays with them until the release."""
        selection, target = self._scene.selection, press.target
        if target.mission is not None:
            selection.set_mission(target.mission)
        if target.rotation is None:
            if not press.modifiers & (_CONTROL | _SHIFT):
                selection.set_rotations(())
        elif press.modifiers & _CONTROL:
            selection.toggle_rotation(target.rotation)
        elif press.modifiers & _SHIFT:
            self._choose_range(target)
        elif target.rotation not in selection.rotations:
            selection.set_rotations((target.rotation,))
        else:
            selection.set_rotations(selection.rotations, target.rotation)

    def _choose_range(self, target: Target) -> None:
        selection, ground = self._scene.selection, self._scene.ground
        anchor = selection.current
        row = ground.row_of(anchor) if anchor else None
        if row is None or target.row is None or target.rotation is None:
            selection.set_rotations((*selection.rotations, target.rotation or ""))
            return
        selection.set_rotations(ground.rotations_between(row, target.row), anchor)

    def _choose_alone(self, press: Press) -> None:
        """A press without a drag on one of many selected selects it alone."""
        rotation = press.target.rotation
        if rotation is None or press.modifiers & (_CONTROL | _SHIFT):
            return
        self._scene.selection.set_rotations((rotation,))
        shown = self._scene.rotation(rotation)
        if press.target.beyond and shown is not None:
            self._axis.reveal(shown.start, shown.end)

    def _take_band(self, view: View) -> None:
        band, self.band = self.band, None
        self.band_changed.emit()
        if band is not None:
            ground = self._scene.ground
            rows = view.rows_between(band.top(), band.bottom(), len(ground))
            found = ground.rotations_within(view, band.left(), band.right(), rows)
            self._scene.selection.set_rotations((*self._scene.selection.rotations, *found))

    def _scroll_at_edge(self, view: View, point: QPointF) -> None:
        moved = QPointF() if self._press is None else point - self._press.point
        self._pull = QPointF(
            beyond(point.x(), view.width, moved.x()), beyond(point.y(), view.height, moved.y())
        )
        if self._pull.isNull():
            self._edge_timer.stop()
        elif not self._edge_timer.isActive():
            self._edge_timer.start()

    def _on_edge(self) -> None:
        self.pulled.emit(-self._pull.x() * _SCROLL, -self._pull.y() * _SCROLL)
        self.scrolled.emit()


def beyond(at: float, length: int, moved: float) -> int:
    """Whether the mouse went to the near edge, -1, or to the far edge, 1, or to neither, 0."""
    if at < EDGE and moved < -THRESHOLD:
        return -1
    return int(at > length - EDGE and moved > THRESHOLD)
