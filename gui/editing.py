"""What a user does to rotations: add, edit, duplicate, remove, copy, draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from domain.language import _, plural
from domain.model import AddRotations, Put, RemoveRotations, Rotation
from gui.desk import Desk
from gui.models.columns import Column
from gui.row import RowKind


class Editing(QObject):
    """The commands that change rotations; each is one step."""

    added = Signal(str)
    """A rotation was added or edited: its id."""
    refused = Signal(str)
    """It could not be done: one sentence."""
    told = Signal(str)
    """Something was done that is no step: one sentence."""

    def __init__(
        self, desk: Desk, shown_columns: Callable[[], Iterable[Column]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._shown_columns = shown_columns

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of editing do, by name."""
        return {
            "add": self.add,
            "duplicate": self.duplicate,
            "remove": self.remove,
            "select_all": self.select_all,
        }

    def add(self) -> None:
        """Ask for a rotation that follows the last one at the selected mission."""
        from gui.new_rotations import no_mission_sentence

        model = self.proposed()
        if model is None:
            self.refused.emit(no_mission_sentence(self._desk.document.plan))
        else:
            self.ask_new(model)

    def proposed(self) -> Rotation | None:
        """The rotation that would follow at the selected mission; none where none is selected."""
        from gui.new_rotations import next_rotation

        mission = self._mission()
        plan = self._desk.document.plan
        return None if mission is None else next_rotation(plan, mission, self._day())

    def edit(self, rotation: str | None = None) -> None:
        """Ask how a rotation should be, by default the selected one."""
        from gui.dialogs.rotation_dialog import RotationDialog

        name = rotation or self._desk.selection.current
        plan = self._desk.document.plan
        if name is None or name not in plan.rotations:
            self.refused.emit(_("Select a rotation first."))
            return
        before = plan.rotations[name]
        title = _("Edit {name}").format(name=before.name)
        wanted = RotationDialog.ask(self._window, self._desk.icons, title, plan, before)
        if wanted is None or wanted == before:
            return
        title = _("Edit {name}").format(name=wanted.name)
        if self._desk.document.submit(Put((wanted,), title)):
            self._select([wanted.id])

    def duplicate(self) -> None:
        """Add a copy of each selected rotation, right after it."""
        from gui.new_rotations import following

        plan, copies, taken = self._desk.document.plan, list[Rotation](), set[str]()
        for rotation in self._selected():
            copy = following(plan, rotation, taken)
            taken.add(copy.id)
            copies.append(copy)
        if not copies:
            self.refused.emit(_("Select a rotation first."))
        elif self._desk.document.submit(AddRotations(tuple(copies))):
            self._select([copy.id for copy in copies])

    def remove(self) -> None:
        """Take the selected rotations out of the plan."""
        chosen = tuple(rotation.id for rotation in self._selected())
        if not chosen:
            self.refused.emit(_("Select a rotation first."))
        elif self._desk.document.submit(RemoveRotations(chosen)):
            self._select([])

    def copy(self) -> None:
        """Put the selected rotations on the clipboard, as rows for a spreadsheet."""
        from gui.copying import columns_to_copy, copied

        rotations = self._selected()
        if not rotations:
            self.refused.emit(_("Select a rotation first."))
            return
        columns = columns_to_copy(self._shown_columns())
        data = copied(rotations, self._desk.document.plan, columns)
        QGuiApplication.clipboard().setMimeData(data)
        count = len(rotations)
        told = plural("Copied {count} row", "Copied {count} rows", count)
        self.told.emit(told.format(count=count))

    def select_all(self) -> None:
        """Select every rotation that is shown."""
        rows = self._desk.rows
        last = len(rows) - 1
        self._select(rows.rotations_between(0, last) if last >= 0 else [])

    def ask_new(self, model: Rotation) -> None:
        """Ask how a new rotation should be, as it was drawn or proposed."""
        from gui.dialogs.rotation_dialog import RotationDialog

        plan, title = self._desk.document.plan, _("Add a rotation")
        rotation = RotationDialog.ask(self._window, self._desk.icons, title, plan, model)
        if rotation is not None and self._desk.document.submit(AddRotations((rotation,))):
            self._select([rotation.id])

    def _select(self, ids: list[str]) -> None:
        self._desk.selection.set_rotations(ids)
        if ids:
            self.added.emit(ids[-1])

    def _selected(self) -> list[Rotation]:
        """The selected rotations, from top to bottom as they are shown."""
        rotations = self._desk.document.plan.rotations
        chosen = [name for name in self._desk.selection.rotations if name in rotations]
        rows = {name: self._desk.rows.row_of(RowKind.ROTATION, name) for name in chosen}
        chosen.sort(key=lambda name: (rows[name] is None, rows[name] or 0))
        return [rotations[name] for name in chosen]

    def _mission(self) -> str | None:
        """The mission to which a new rotation belongs."""
        plan, selection = self._desk.document.plan, self._desk.selection
        current = plan.rotations.get(selection.current or "")
        if current is not None:
            return current.mission
        if selection.mission in plan.missions:
            return selection.mission
        return next(iter(plan.missions)) if len(plan.missions) == 1 else None

    def _day(self) -> date:
        return self._desk.document.as_of or datetime.now(UTC).astimezone().date()
