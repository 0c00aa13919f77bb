"""The conflicts of a merge, one a row, with what both began with and what each side has."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from domain.engine.merging import Conflict, Side
from domain.language import N_, _
from domain.words.things import thing_name, thing_text
from domain.words.titles import field_text
from gui.icons import Icons
from gui.models.arrival import Arrival
from gui.models.change_rows import brief_text, changed_text
from gui.models.resetting import resetting
from gui.value_words import value_text
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (
    *(N_("About"), N_("What"), N_("Both began with"), N_("Mine"), N_("Theirs")),
    N_("Taken"),
)
THING, FIELD, BASE, MINE, THEIRS, TAKEN = range(6)
SIDES: Final = {MINE: Side.MINE, THEIRS: Side.THEIRS}


class ConflictTable(QAbstractTableModel):
    """The conflicts as shown, each a row; the version that counts is marked."""

    def __init__(self, arrival: Arrival, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrival, self._icons = arrival, icons
        self._conflicts: tuple[Conflict, ...] = arrival.merge.conflicts

    def refresh(self) -> None:
        """Show the conflicts as they are now; what only was decided keeps its row."""
        conflicts = self._arrival.merge.conflicts
        if [one.spots for one in conflicts] == [one.spots for one in self._conflicts]:
            self._conflicts = conflicts
            if conflicts:
                self.dataChanged.emit(self.index(0, 0), self.index(len(conflicts) - 1, TAKEN))
            return
        with resetting(self):
            self._conflicts = conflicts

    def conflict_at(self, row: int) -> Conflict | None:
        """The conflict in a row, or none."""
        return self._conflicts[row] if 0 <= row < len(self._conflicts) else None

    def row_of(self, conflict: Conflict) -> int:
        """The row of a conflict, or of the first one."""
        spots = [one.spots for one in self._conflicts]
        return spots.index(conflict.spots) if conflict.spots in spots else 0

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._conflicts)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(HEADINGS[section]) if wanted and 0 <= section < len(HEADINGS) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        conflict = self.conflict_at(index.row())
        if conflict is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(conflict, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(conflict, index.column()))
        return self._look(conflict, index.column(), role)

    def _look(self, conflict: Conflict, column: int, role: int) -> QIcon | QFont | QColor | None:
        chosen = conflict.decided is not None and SIDES.get(column) is conflict.decided
        refused = conflict.decided is not None and column in SIDES and not chosen
        if role == Qt.ItemDataRole.DecorationRole and chosen:
            return self._icons.icon("circle-check", self._icons.colours.good)
        if role == Qt.ItemDataRole.FontRole and chosen:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (refused or column == BASE):
            return self._icons.colours.muted
        is_open = column == TAKEN and conflict.decided is None
        if role == Qt.ItemDataRole.ForegroundRole and is_open:
            return self._icons.colours.error
        return None

    def _text(self, conflict: Conflict, column: int) -> str:
        if column == THING:
            refs = dict.fromkeys(spot.ref for spot in conflict.spots)
            return "; ".join(thing_text(ref, self._arrival.plans) for ref in refs)
        if column == FIELD:
            fields = dict.fromkeys(spot.field for spot in conflict.spots)
            return ", ".join(field_text(field) for field in fields)
        if column == TAKEN:
            return {Side.MINE: _("Mine"), Side.THEIRS: _("Theirs"), None: _("Open")}[
                conflict.decided
            ]
        return "; ".join(self.values(conflict, {BASE: None, **SIDES}[column]))

    def values(self, conflict: Conflict, side: Side | None) -> list[str]:
        """The values of a conflict, spot by spot; of no side what both began with."""
        values = {None: conflict.base, Side.MINE: conflict.mine, Side.THEIRS: conflict.theirs}
        trios = zip(conflict.spots, values[side], conflict.base, strict=True)
        return [self._value(spot.field, value, base) for spot, value, base in trios]

    def _value(self, field: str, value: Any, base: Any) -> str:  # noqa: ANN401 - of any field
        plans = self._arrival.plans
        if field:
            return value_text(field, value, partial(thing_name, plans=plans))
        if value is None:
            return _("not there") if base is None else _("removed")
        changed = "" if base is None else changed_text(base, value, plans)
        return changed or brief_text(value, plans)
