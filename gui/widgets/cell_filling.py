"""Entering values into cells of the table of rotations: one, or many in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QTableView, QWidget

from domain.language import _
from domain.model import Rotation
from gui.models.columns import COLUMNS, Column, Editor
from gui.models.rotation_table import RotationTable


class CellFilling(QObject):
    """What Enter, Ctrl+Enter and Ctrl+D do; what is refused stays in the editor."""

    entered = Signal(str)
    """A cell was entered: the id of the rotation that stood below it, or nothing."""

    def __init__(self, view: QTableView, table: RotationTable) -> None:
        super().__init__(view)
        self._view, self._table = view, table

    def enter(self, editor: QWidget) -> None:
        """Enter what stands in an editor, and go down."""
        below = self._rotation_from(self._here, 1)
        rotation = self._table.rotation_at(self._here)
        if rotation is not None and self._commit(editor, [rotation]):
            self.entered.emit("" if below is None else below.id)

    def enter_in_all(self, editor: QWidget) -> None:
        """Enter what stands in an editor in all selected rotations."""
        current = self._table.rotation_at(self._here)
        chosen = [*self.selected(), *([current] if current is not None else [])]
        self._commit(editor, list(dict.fromkeys(chosen)))

    def fill_selection(self) -> None:
        """Give all selected rotations the value of the cell in which the keyboard stands."""
        current = self._table.rotation_at(self._here)
        if current is None:
            self._table.refuse(_("Stand in a cell of a rotation first."))
        else:
            self._fill(current, self.selected())

    def fill_down(self) -> None:
        """Give the selected rotations the value of the first; one alone that of the row above."""
        chosen = self.selected()
        if len(chosen) > 1:
            self._fill(chosen[0], chosen[1:])
            return
        above = self._rotation_from(self._here, -1)
        current = self._table.rotation_at(self._here)
        if above is None or current is None:
            self._table.refuse(_("Select the rotations to fill; the first one is copied."))
        else:
            self._fill(above, [current])

    def selected(self) -> list[Rotation]:
        """The selected rotations from top to bottom."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        found = (self._table.rotation_at(self._table.index(row, 0)) for row in rows)
        return [rotation for rotation in found if rotation is not None]

    @property
    def _here(self) -> QModelIndex:
        return self._view.currentIndex()

    def _fill(self, source: Rotation, targets: Sequence[Rotation]) -> None:
        column = self._column()
        if column.editor is Editor.NONE:
            self._table.refuse(
                _("{column} cannot be entered: it follows from the rest.").format(
                    column=column.full_name
                )
            )
        elif self._table.can_edit:
            self._table.enter(targets, column, getattr(source, column.key))

    def _commit(self, editor: QWidget, rotations: Sequence[Rotation]) -> bool:
        from gui.widgets.cell_editors import Wrong, value_of

        column = self._column()
        before = self._here.data(Qt.ItemDataRole.EditRole)
        try:
            value = value_of(editor, before)
        except Wrong as wrong:
            self._table.refuse(str(wrong))
            return False
        if not self._table.enter(rotations, column, value):
            return False
        self._view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
        return True

    def _column(self) -> Column:
        return COLUMNS[max(self._here.column(), 0)]

    def _rotation_from(self, index: QModelIndex, step: int) -> Rotation | None:
        """The first rotation below an index, or above it."""
        row = index.row() + step
        while 0 <= row < self._table.rowCount():
            found = self._table.rotation_at(self._table.index(row, 0))
            if found is not None:
                return found
            row += step
        return None
