"""The conflicts of a merge, one a row, with what both began with and what each side has."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from domain.engine.merging import Conflict, Side
from domain.language import N_, _
from domain.words.things import thing_name, thing_text
from domain.words.titles import field_text
from gui.icons import Icons
from gui.models.arrival import Arrival
from gui.models.change_rows import brief_text, changed_text
from gui.models.table_of_rows import TableOfRows, bold
from gui.value_words import value_text

HEADINGS: Final = (
    *(N_("About"), N_("What"), N_("Both began with"), N_("Mine"), N_("Theirs")),
    N_("Taken"),
)
THING, FIELD, BASE, MINE, THEIRS, TAKEN = range(6)
SIDES: Final = {MINE: Side.MINE, THEIRS: Side.THEIRS}


class ConflictTable(TableOfRows[Conflict]):
    """The conflicts as shown, each a row; the version that counts is marked."""

    def __init__(self, arrival: Arrival, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._arrival, self._icons = arrival, icons
        self.rows = list(arrival.merge.conflicts)

    def refresh(self) -> None:
        """Show the conflicts as they are now; what only was decided keeps its row."""
        conflicts = self._arrival.merge.conflicts
        if [one.spots for one in conflicts] != [one.spots for one in self.rows]:
            self.show_rows(conflicts)
            return
        self.rows = list(conflicts)
        self.tell_all()

    def row_of(self, conflict: Conflict) -> int:
        """The row of a conflict, or of the first one."""
        spots = [one.spots for one in self.rows]
        return spots.index(conflict.spots) if conflict.spots in spots else 0

    @override
    def look_of(self, row: Conflict, column: int, role: int) -> QIcon | QFont | QColor | None:
        chosen = row.decided is not None and SIDES.get(column) is row.decided
        refused = row.decided is not None and column in SIDES and not chosen
        if role == Qt.ItemDataRole.DecorationRole and chosen:
            return self._icons.icon("circle-check", self._icons.colours.good)
        if role == Qt.ItemDataRole.FontRole and chosen:
            return bold()
        if role == Qt.ItemDataRole.ForegroundRole and (refused or column == BASE):
            return self._icons.colours.muted
        is_open = column == TAKEN and row.decided is None
        if role == Qt.ItemDataRole.ForegroundRole and is_open:
            return self._icons.colours.error
        return None

    @override
    def text_of(self, row: Conflict, column: int) -> str:
        if column == THING:
            refs = dict.fromkeys(spot.ref for spot in row.spots)
            return "; ".join(thing_text(ref, self._arrival.plans) for ref in refs)
        if column == FIELD:
            fields = dict.fromkeys(spot.field for spot in row.spots)
            return ", ".join(field_text(field) for field in fields)
        if column == TAKEN:
            return {Side.MINE: _("Mine"), Side.THEIRS: _("Theirs"), None: _("Open")}[row.decided]
        return "; ".join(self.values(row, {BASE: None, **SIDES}[column]))

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
