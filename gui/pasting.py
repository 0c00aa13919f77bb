"""Taking rows from the clipboard into the plan, as one step that is seen first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from domain.errors import Refused
from domain.exchange.table_reading.block import Block, block_of
from domain.exchange.table_reading.headings import FIELDS
from domain.exchange.table_reading.pasted import (
    Outcome,
    Paste,
    Pasted,
    fields_by_headings,
    read_pasted,
)
from domain.language import _, plural
from domain.model import Kind, Put, Rotation, touched_between
from gui.desk import Desk
from gui.dialogs.paste_dialog import PasteDialog, Ways
from gui.models.columns import NAME, TITLES
from gui.widgets.rotation_view import RotationView


class Pasting(QObject):
    """Pastes rows into the table: over rotations from the current cell down, or as new ones."""

    refused = Signal(str)
    """It could not be done: one sentence."""
    told = Signal(str)
    """What was done: one sentence."""
    pasted = Signal(str)
    """Rotations were added or changed: the id of the first."""

    def __init__(self, desk: Desk, table: RotationView, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._table, self._window = desk, table, window

    def paste(self) -> None:
        """Read the clipboard, show what it would do, and do it if that is wanted."""
        data = QGuiApplication.clipboard().mimeData()
        try:
            block = block_of(data.text(), data.html())
        except Refused as refusal:
            self.refused.emit(refusal.sentence)
            return
        if not block.rows:
            self.refused.emit(_("There is no table on the clipboard."))
        elif block.width == len(block.rows) == 1:
            self._paste_value(block)
        else:
            self._ask(block)

    def _ask(self, block: Block) -> None:
        plan, ways = self._desk.document.plan, self._ways(block)
        with_headings = ways.fields_with is not None
        fields = ways.fields_with or ways.fields_without
        # A row with both days stands for a rotation of its own, unless it is to change others.
        whole = {"first_day", "last_day"} <= set(fields)
        over = () if with_headings or whole else ways.over
        paste = Paste(block, fields, with_headings, over, self._mission())
        chosen = PasteDialog.ask(self._window, self._desk.icons, plan, paste, ways)
        if chosen is not None:
            self._take_in(chosen)

    def _paste_value(self, block: Block) -> None:
        """A single value goes into the current column of all selected rotations."""
        column = self._table.current_column
        chosen = self._table.filling.selected()
        if not chosen or column.key not in FIELDS:
            self.refused.emit(_("Stand in a cell of a rotation first."))
            return
        ids = tuple(rotation.id for rotation in chosen)
        paste = Paste(Block(block.rows * len(ids)), (column.key,), over=ids)
        pasted = read_pasted(paste, self._desk.document.plan)
        bad = next((row for row in pasted.rows if row.problems), None)
        if bad is not None:
            sentence = next(iter(bad.problems.values()))
            self.refused.emit(sentence[:1].upper() + sentence[1:])
        else:
            self._take_in(pasted)

    def _take_in(self, pasted: Pasted) -> None:
        before = self._desk.document.plan
        rotations = [
            pasted.plan.rotations[ref.id]
            for ref in touched_between(before, pasted.plan)
            if ref.kind is Kind.ROTATION
        ]
        if not rotations:
            return
        count = len(rotations)
        title = plural("Paste {count} rotation", "Paste {count} rotations", count)
        if self._desk.document.submit(Put(tuple(rotations), title.format(count=count))):
            self._show(rotations)
            new, changed = pasted.count(Outcome.NEW), pasted.count(Outcome.CHANGED)
            sentence = _("Pasted: {new} new, {changed} changed")
            self.told.emit(sentence.format(new=new, changed=changed))

    def _show(self, rotations: list[Rotation]) -> None:
        self._desk.selection.set_rotations([rotation.id for rotation in rotations])
        self.pasted.emit(rotations[0].id)

    def _ways(self, block: Block) -> Ways:
        plan, below = self._desk.document.plan, self._table.rotations_from_current(len(block.rows))
        mission = plan.missions.get(self._mission() or "")
        new_text = _("new rotations")
        if mission is not None:
            new_text = _("new rotations at {mission}").format(mission=mission.name)
        over_text = ""
        if below:
            first = plan.rotations[below[0]].name
            over_text = _("changes of {name} and those below it").format(name=first)
        return Ways(
            fields_with=fields_by_headings(block),
            fields_without=self._fields_from_here(block.width),
            over=below,
            new_text=new_text,
            over_text=over_text,
        )

    def _fields_from_here(self, width: int) -> tuple[str | None, ...]:
        """The fields of the shown columns, from the current cell to the right."""
        shown, current = self._table.shown_columns(), self._table.current_column
        on_rotation = bool(self._table.rotations_from_current(1))
        start = shown.index(current if on_rotation and current in shown else NAME)
        keys = [column.key if column.key in TITLES else None for column in shown[start:]]
        return tuple((keys + [None] * width)[:width])

    def _mission(self) -> str | None:
        """The mission of new rotations that name none."""
        plan, selection = self._desk.document.plan, self._desk.selection
        current = plan.rotations.get(selection.current or "")
        if current is not None:
            return current.mission
        if selection.mission in plan.missions:
            return selection.mission
        return next(iter(plan.missions)) if len(plan.missions) == 1 else None
