"""What the keys do among forces: up and down go from bar to bar, and from force to force."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gui.timeline.keyboard import Keyboard
from gui.views.force_scene import ForceScene


class ForceKeyboard(Keyboard):
    """Keys that select, move, resize, fold."""

    def __init__(self, scene: ForceScene, parent: QObject) -> None:
        """Work on a scene of forces."""
        super().__init__(scene, parent)
        self._forces = scene

    @override
    def current_row(self) -> int:
        current = self._scene.selection.current
        row = None if current is None else self._forces.force_rows.row_of(current)
        return self.row if row is None else row

    @override
    def _go(self, way: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Go to the next bar in this row, else to the row below or above."""
        shift = Qt.KeyboardModifier.ShiftModifier
        rows, selection = self._forces.force_rows, self._scene.selection
        if modifiers not in (Qt.KeyboardModifier.NoModifier, shift) or not len(rows):
            return False
        row, chosen = self._next(way)
        self.row = row
        kept = selection.rotations if modifiers == shift else ()
        if chosen is None:
            selection.set_rotations(kept)
        else:
            selection.set_rotations((*kept, chosen), chosen)
        self.row_reached.emit(row)
        return True

    def _next(self, way: int) -> tuple[int, str | None]:
        """The row and the bar where the keyboard goes."""
        rows, current = self._forces.force_rows, self._scene.selection.current
        row = self.current_row()
        here = rows.rotations_in(row)
        if current in here:
            place = here.index(current) + way
            if 0 <= place < len(here):
                return row, here[place]
        below = min(max(row + way, 0), len(rows) - 1)
        there = rows.rotations_in(below) if below != row else here
        if not there:
            return below, None
        if below == row:
            return row, current if current in here else there[0]
        return below, there[0] if way > 0 else there[-1]

    @override
    def _fold(self, way: int) -> bool:
        """Close or open the force in whose rows the keyboard stands."""
        rows = self._forces.force_rows
        group = rows.group_at(self.current_row())
        if group is None or group.force is None or not group.can_fold:
            return False
        if (way < 0) != group.is_folded:
            rows.toggle(group.force)
        return True
