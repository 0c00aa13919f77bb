"""What the keys do on the canvas: every drag has its twin here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from domain.language import _
from domain.model import Edit, MoveRotations, ResizeRotation, Rotation, Together
from gui.row import Row, RowKind
from gui.timeline.scene import Scene

if TYPE_CHECKING:
    from gui.timeline.snapping import Step

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFTS: Final = (_NONE, _SHIFT, _CONTROL, _CONTROL | _SHIFT)
_WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Keyboard(QObject):
    """Keys that select, move, resize, and ask for more."""

    edit_requested = Signal(str)
    remove_requested = Signal()
    row_reached = Signal(int)
    """The keyboard stands in another row, which should be in view."""

    def __init__(self, scene: Scene, parent: QObject) -> None:
        """Work on a scene."""
        super().__init__(parent)
        self._scene = scene
        self.row = 0

    def press(self, event: QKeyEvent, pixels_per_day: float) -> bool:
        """Do what a key says; false when it says nothing here."""
        from gui.timeline.snapping import step_of

        key, modifiers = Qt.Key(event.key()), event.modifiers()
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._go(_WAYS[key], modifiers)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._shift(_WAYS[key], modifiers, step_of(pixels_per_day))
        return self._ask(key, modifiers)

    def _ask(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        current = self._scene.selection.current
        if modifiers != _NONE or current is None:
            return False
        if key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit(current)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            return False
        return True

    def _go(self, way: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Go to the row above or below; with Shift, select the rows between too."""
        if modifiers not in (_NONE, _SHIFT) or not len(self._scene.rows):
            return False
        self.row = min(max(self.current_row() + way, 0), len(self._scene.rows) - 1)
        row = self._scene.rows.row(self.row)
        selection = self._scene.selection
        selection.set_mission(row.mission or None)
        if row.kind is RowKind.ROTATION:
            kept = selection.rotations if modifiers == _SHIFT else ()
            selection.set_rotations((*kept, row.id), row.id)
        elif modifiers == _NONE:
            selection.set_rotations(())
        self.row_reached.emit(self.row)
        return True

    def current_row(self) -> int:
        """The row in which the keyboard stands."""
        selection, rows = self._scene.selection, self._scene.rows
        row = None
        if selection.current is not None:
            row = rows.row_of(RowKind.ROTATION, selection.current)
        elif selection.mission is not None:
            row = rows.row_of(RowKind.MISSION, selection.mission)
        return self.row if row is None else row

    def _shift(self, way: int, modifiers: Qt.KeyboardModifier, step: Step) -> bool:
        """Move by a step or, with Shift, a month; with Control, move the end."""
        from gui.timeline.snapping import Step

        rotations = self._selected()
        if not rotations:
            return self._fold(way)
        if modifiers not in _SHIFTS:
            return False
        step = Step.MONTH if modifiers & _SHIFT else step
        edit = (resized if modifiers & _CONTROL else moved)(rotations, step, way)
        if self._scene.document.can_edit and edit is not None:
            self._scene.document.submit(edit)
        return True

    def _fold(self, way: int) -> bool:
        """Close or open the mission in whose heading the keyboard stands."""
        rows = self._scene.rows
        number = self.current_row()
        row: Row | None = rows.row(number) if number < len(rows) else None
        if row is None or not row.is_heading:
            return False
        if (way < 0) != (row.id in rows.collapsed):
            rows.toggle(row.id)
        return True

    def _selected(self) -> list[Rotation]:
        """The selected rotations, the one chosen last first."""
        selection, rotations = self._scene.selection, self._scene.document.plan.rotations
        names = dict.fromkeys([selection.current or "", *selection.rotations])
        return [rotations[name] for name in names if name in rotations]


def moved(rotations: list[Rotation], step: Step, way: int) -> Edit | None:
    """The edit that moves rotations by as many days as the first one moves in a step."""
    from gui.timeline.snapping import stepped

    start = rotations[0].start
    return MoveRotations(tuple(r.id for r in rotations), stepped(step, start, way) - start)


def resized(rotations: list[Rotation], step: Step, way: int) -> Edit | None:
    """The edit that moves the ends of rotations by a step; none where nothing would be left."""
    from gui.timeline.snapping import stepped

    edits = [
        ResizeRotation(rotation.id, rotation.first_day, date.fromordinal(end - 1))
        for rotation in rotations
        if (end := stepped(step, rotation.end, way)) > rotation.start
    ]
    if len(edits) == 1:
        return edits[0]
    return Together(tuple(edits), _("Change the days of rotations")) if edits else None
