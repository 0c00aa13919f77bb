"""Fill to the end of the frame: a mission is filled with a series, as one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import _
from domain.model import AddRotations, ResizeRotation, Rotation, Together
from gui.desk import Desk


class Filling(QObject):
    """The command that fills the selected mission."""

    added = Signal(str)
    """A series was added: the id of its last rotation."""
    refused = Signal(str)
    """It could not be done: one sentence."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def fill(self) -> None:
        """Ask for a series that follows the selected rotation, or the last one of the mission."""
        from gui.dialogs.fill_dialog import FillDialog

        try:
            edit = FillDialog.ask(self._window, self._desk, self._followed())
        except KnownError as error:
            self.refused.emit(error.sentence)
            return
        if edit is not None and self._desk.document.submit(edit):
            added = _rotations_of(edit)
            self._desk.selection.set_rotations(added)
            self.added.emit(added[-1])

    def _followed(self) -> Rotation:
        from gui.new_rotations import no_mission_sentence
        from gui.series_wishes import last_at, last_in_chain, to_follow

        plan, selection = self._desk.document.plan, self._desk.selection
        current = plan.rotations.get(selection.current or "")
        if current is not None:
            return to_follow(plan, last_in_chain(plan, current))
        mission = plan.missions.get(selection.mission or "")
        if mission is None:
            raise KnownError(no_mission_sentence(self._desk.document.plan))
        last = last_at(plan, mission.id)
        if last is None:
            raise KnownError(
                _("{mission} has no rotation yet: add the first, the series follows it.").format(
                    mission=mission.name
                )
            )
        return to_follow(plan, last)


def _rotations_of(edit: Together) -> list[str]:
    found: list[str] = []
    for part in edit.edits:
        if isinstance(part, AddRotations):
            found += [rotation.id for rotation in part.rotations]
        elif isinstance(part, ResizeRotation):
            found.append(part.id)
    return found
