"""The steps that make up most of a day: looking around, moving, editing, undoing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from PySide6.QtWidgets import QApplication

from domain.model import ChangeRotations, MoveRotations
from gui.application import Kader

_DESK: Final = 100
"""So many rotations are worked on; all are looked at."""
_NOTES: Final = 20
_VIEWS: Final = ("view_forces", "view_frames", "view_sources")


class Usual:
    """Someone who plans, and never rests."""

    def __init__(self, program: Kader, dice: Random) -> None:
        """Sit down at the window of an open plan."""
        self._program, self._dice = program, dice
        self._desk = program.window.desk
        self._timeline = program.window.workspace.timeline
        self._names = [rotation.id for rotation in program.document.plan.rotations.things()]
        # The plan must not get worse by the hour: what is moved goes back the next time.
        self._worked_on = dice.sample(self._names, min(_DESK, len(self._names)))
        self._first_days: dict[str, int] = {}

    def steps(self) -> Mapping[str, Callable[[], object]]:
        """What there is to do, by name."""
        return {
            "scroll": self._scroll,
            "zoom": self._zoom,
            "select": self._select,
            "preview": self._preview,
            "edit": self._edit,
            "undo or redo": self._undo_or_redo,
            "fold": self._fold,
            "view": self._view,
        }

    def _scroll(self) -> None:
        canvas = self._timeline.canvas
        self._desk.axis.scroll_by(self._dice.randrange(-300, 300))
        canvas.set_offset(canvas.offset + self._dice.randrange(-400, 400))

    def _zoom(self) -> None:
        axis = self._desk.axis
        # Towards the middle of what is useful, or it would soon stand at an end.
        closer = axis.pixels_per_day < self._dice.choice((0.3, 1.0, 3.0))
        axis.zoom(1.25 if closer else 0.8, self._dice.randrange(1000))

    def _select(self) -> None:
        name = self._dice.choice(self._names)
        self._desk.selection.set_rotations([name])
        self._program.window.views.show_rotation(name)

    def _preview(self) -> None:
        document, name = self._program.document, self._dice.choice(self._names)
        for days in (1, 2, 3):
            document.preview(MoveRotations((name,), days))
            QApplication.processEvents()
        document.end_preview()

    def _edit(self) -> None:
        name, dice = self._dice.choice(self._worked_on), self._dice
        if dice.random() < 0.5:
            rotation = self._program.document.plan.rotations[name]
            first = self._first_days.setdefault(name, rotation.start)
            days = first - rotation.start or dice.choice((-7, -1, 1, 7))
            self._program.document.submit(MoveRotations((name,), days))
        else:
            fields = {"note": f"Note {dice.randrange(_NOTES)}"}
            self._program.document.submit(ChangeRotations((name,), fields))

    def _undo_or_redo(self) -> None:
        steps = self._program.document.undo_stack
        (steps.redo if steps.canRedo() else steps.undo)()

    def _fold(self) -> None:
        rows = self._desk.rows
        rows.set_collapsed(rows.missions[:10])
        QApplication.processEvents()
        rows.set_collapsed(())

    def _view(self) -> None:
        for name in (self._dice.choice(_VIEWS), "view_missions"):
            self._program.window.actions_of_window[name].trigger()
            QApplication.processEvents()
