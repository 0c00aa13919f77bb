"""The heat map as a table: limits down, periods across; it follows the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.engine.profile import Profile
from domain.language import N_, _
from domain.model import Kind, Rotation
from domain.session import Change, Preview
from gui.document import Document
from gui.models.heat_map import (
    Cell,
    HeatMap,
    HeatRow,
    groups_begin,
    limits_in_order,
    periods_of,
    row_of,
)
from gui.models.heat_words import cell_sentence, limit_text, missions_text
from gui.models.resetting import resetting
from gui.rows import Rows
from gui.timeline.periods import Unit, names_of
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEAT_ROLE: Final = Qt.ItemDataRole.UserRole
"""The ``Heat`` of a row or of a cell."""


class Fixed(IntEnum):
    """The columns before the periods."""

    MISSIONS = 0
    LIMIT = 1
    PEAK = 2


FIXED: Final = len(Fixed)
_HEADINGS: Final = {
    Fixed.MISSIONS: N_("Mission"),
    Fixed.LIMIT: N_("Limit"),
    Fixed.PEAK: N_("Peak"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """What a delegate draws: a row, one of its cells, whether it is the first of its missions."""

    row: HeatRow
    cell: Cell
    begins: bool


class HeatTable(QAbstractTableModel):
    """A row for each limit that is in force in any of the periods."""

    def __init__(self, document: Document, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._rows = document, rows
        self._unit = Unit.MONTH
        self._map = HeatMap(self._unit, (), ())
        self._begins: list[bool] = []
        self._missions: tuple[str, ...] = ()
        self._previewed: set[str] = set()
        self._is_stale = True
        self._is_asleep = True
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._read_soon)
        document.previewed.connect(self._on_previewed)
        rows.rebuilt.connect(self._on_rows_rebuilt)

    @property
    def map(self) -> HeatMap:
        """The rows and periods that are shown."""
        return self._map

    @property
    def unit(self) -> Unit:
        """How long the periods are."""
        return self._map.unit

    def set_unit(self, unit: Unit) -> None:
        """Show longer or shorter periods."""
        if unit is not self._unit:
            self._unit = unit
            self._read_soon()

    def wake(self) -> None:
        """Follow the document from now on: someone looks."""
        self._is_asleep = False
        if self._is_stale:
            self._read()

    def sleep(self) -> None:
        """Nobody looks: what changes is read when someone does."""
        self._is_asleep = True

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._map.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else FIXED + len(self._map.periods)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section < FIXED:
            return _(_HEADINGS[Fixed(section)]) if role == Qt.ItemDataRole.DisplayRole else None
        names = names_of(self.unit, self._map.periods[section - FIXED][0])
        if role == Qt.ItemDataRole.DisplayRole:
            return names[-1]
        return plain_tip(names[0]) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        heat = self.heat_at(index)
        if heat is None:
            return None
        fixed = index.column() < FIXED
        match role:
            case _ if role == HEAT_ROLE:
                return heat
            case Qt.ItemDataRole.DisplayRole:
                return self.text_of(heat, index.column()) if fixed else self._cell_text(heat)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(heat, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tip(heat, index.column()))
            case _:
                return None

    def heat_at(self, index: Index) -> Heat | None:
        """The row and cell of an index; the fixed columns have the cell of the whole time."""
        if not index.isValid() or index.row() >= len(self._map.rows):
            return None
        row, column = self._map.rows[index.row()], index.column() - FIXED
        cell = row.cells[column] if 0 <= column < len(row.cells) else row.peak
        return Heat(row, cell, self._begins[index.row()])

    def place_of(self, limit: str, day: int) -> QModelIndex:
        """The index of a limit in the period of a day; invalid while the limit is not shown."""
        for number, row in enumerate(self._map.rows):
            if row.limit.id == limit:
                return self.index(number, FIXED + self._map.column_of(day))
        return QModelIndex()

    def first_row_of(self, mission: str) -> int | None:
        """The first row about a mission, or none."""
        places = enumerate(self._map.rows)
        return next((place for place, row in places if mission in row.frame.missions), None)

    def begins_year(self, column: int) -> bool:
        """Whether the period of a column is the first of a year."""
        spans, number = self._map.periods, column - FIXED
        return 0 <= number < len(spans) and date.fromordinal(spans[number][0]).month == 1

    def sentence(self, heat: Heat) -> str:
        """Everything about a cell."""
        return cell_sentence(heat.row, heat.cell, self._document.plan, self.unit)

    def text_of(self, heat: Heat, column: int) -> str:
        """What stands in a fixed column."""
        if column == Fixed.MISSIONS:
            return missions_text(heat.row, self._document.plan) if heat.begins else ""
        if column == Fixed.LIMIT:
            return limit_text(heat.row.limit)
        return heat.row.value_text(heat.row.peak)

    @staticmethod
    def _cell_text(heat: Heat) -> str:
        return "" if heat.cell.days is None else heat.row.value_text(heat.cell)

    def _spoken(self, heat: Heat, column: int) -> str:
        if column == Fixed.MISSIONS:
            return missions_text(heat.row, self._document.plan)
        return self.sentence(heat) if column >= FIXED else self.text_of(heat, column)

    def _tip(self, heat: Heat, column: int) -> str:
        if column >= FIXED:
            return self.sentence(heat)
        plan = self._document.plan
        lines = [missions_text(heat.row, plan), heat.row.frame.title, limit_text(heat.row.limit)]
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def _read_soon(self) -> None:
        self._is_stale = True
        if not self._is_asleep:
            self._read()

    def _read(self) -> None:
        """Look at every limit anew."""
        plan, profile = self._document.plan, self._document.profile
        with resetting(self):
            self._missions = self._rows.missions
            spans = periods_of(plan, self._unit)
            limits = limits_in_order(plan, frozenset(self._missions)) if spans else ()
            rows = (row_of(profile(limit.id), spans, plan.settings) for _frame, limit in limits)
            self._map = HeatMap(self._unit, spans, tuple(row for row in rows if row is not None))
            self._begins = groups_begin(self._map.rows)
            self._is_stale = False

    def _on_rows_rebuilt(self) -> None:
        if self._rows.missions != self._missions:
            self._read_soon()

    def _on_changed(self, change: Change) -> None:
        self._previewed = set()
        alone = all(ref.kind is Kind.ROTATION for ref in change.touched)
        if self._is_asleep or self._is_stale or not alone:
            self._read_soon()
            return
        plans = (change.before, change.after)
        found = (plan.rotations.get(ref.id) for plan in plans for ref in change.touched)
        rotations = [rotation for rotation in found if rotation is not None]
        if not all(map(self._is_covered, rotations)):
            self._read()
            return
        missions = {rotation.mission for rotation in rotations}
        concerned = [row for row in self._map.rows if missions & set(row.frame.missions)]
        self._show(self._document.profile(row.limit.id) for row in concerned)

    def _is_covered(self, rotation: Rotation) -> bool:
        """Whether all its days lie in the periods."""
        spans = self._map.periods
        return bool(spans) and spans[0][0] <= rotation.start and rotation.end <= spans[-1][1]

    def _on_previewed(self, preview: Preview | None) -> None:
        """Show the limits of an edit under way as it would fill them."""
        if self._is_asleep or self._is_stale:
            return
        before, self._previewed = self._previewed, set(preview.profiles if preview else ())
        known = {row.limit.id for row in self._map.rows}
        back = (before - self._previewed) & known
        self._show(self._document.profile(limit) for limit in back)
        if preview is not None:
            self._show(preview.profiles[limit] for limit in self._previewed & known)

    def _show(self, profiles: Iterable[Profile]) -> None:
        """Show these limits as they are filled now."""
        by_limit = {profile.limit.id: profile for profile in profiles}
        rows = list(self._map.rows)
        for number, row in enumerate(rows):
            profile = by_limit.get(row.limit.id)
            if profile is None:
                continue
            settings = self._document.plan.settings
            rows[number] = row_of(profile, self._map.periods, settings) or row
            self._map = HeatMap(self._unit, self._map.periods, tuple(rows))
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
