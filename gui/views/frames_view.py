"""Frames: how full each limit is in each month, as a heat map; a cell leads to its rotations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from domain.engine.spans import Span
from domain.language import _
from domain.model import Kind
from domain.words.numbers import rotations_text
from gui.desk import Desk
from gui.models.heat_map import UNITS, rotations_of
from gui.models.heat_table import FIXED, Heat, HeatTable
from gui.timeline.periods import Unit
from gui.timeline.today import today_of
from gui.views.heat_legend import HeatTools
from gui.views.heat_tables import CELL_WIDTHS, CellGrid, LimitList
from gui.views.requests import Drill
from gui.widgets.plain_text import PlainLabel, named, plain_tip

_SIDES: Final = [490, 900]
_PER_YEAR: Final = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.YEAR: 1}


class FramesView(QWidget):
    """The heat map with its legend, and below it what the chosen cell says."""

    drilled = Signal(object)
    """A cell was chosen: the ``Drill`` to where it leads."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "framesView", _("Frames"))
        self._desk = desk
        self.table = HeatTable(desk.document, desk.rows, self)
        self.limits, self.cells = LimitList(self.table, desk), CellGrid(self.table, desk)
        self.tools = HeatTools(desk.colours)
        self.tools.show_unit(self.table.unit)
        self.says = named(PlainLabel(), "heatSays", _("The chosen cell"))
        self._nothing = PlainLabel()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sides = named(QSplitter(Qt.Orientation.Horizontal), "heatSplitter", "")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.limits)
        sides.addWidget(self.cells)
        sides.setStretchFactor(1, 1)
        sides.setSizes(_SIDES)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._pages.addWidget(sides)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("viewFoot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(10, 5, 10, 5)
        # A long sentence is cut off rather than that the window could not be made narrower.
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self.says, 1)
        hint = PlainLabel(_("Click or Enter shows the rotations"))
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        line.addWidget(hint)
        return foot

    def _connect(self) -> None:
        self.table.modelReset.connect(self._on_reset)
        self.table.dataChanged.connect(self._say)
        self.tools.unit_chosen.connect(self.show_unit)
        self.cells.asked.connect(self._on_cell)
        self.limits.asked.connect(self._on_limit)
        self.cells.selectionModel().currentChanged.connect(self._say)
        left, right = self.limits.verticalScrollBar(), self.cells.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        self._desk.selection.finding_changed.connect(self._on_finding)

    @property
    def page(self) -> QWidget:
        """The view itself."""
        return self

    @property
    def stops(self) -> Sequence[QWidget]:
        """The cells, then the limits."""
        return self.cells, self.limits

    def enter(self) -> None:
        """Read what changed while nobody looked; stand at the selected limit, at today."""
        is_first = not self.table.map.periods
        self.table.wake()
        self.cells.show_columns()
        if is_first or not self.cells.currentIndex().isValid():
            self._stand_at(self._desk.selection.limit, today_of(self._desk.document))
            self.go_to_today()

    def leave(self) -> None:
        """Nobody looks any more."""
        self.table.sleep()

    def show_rotation(self, _rotation: str) -> bool:
        """A rotation is not shown here."""
        return False

    def show_mission(self, mission: str) -> None:
        """Stand at the first limit of a mission."""
        row = self.table.first_row_of(mission)
        if row is None:
            return
        column = max(self.cells.currentIndex().column(), FIXED)
        self.cells.setCurrentIndex(self.table.index(row, column))

    def zoom(self, way: int) -> None:
        """Show shorter periods, or longer ones."""
        number = min(max(UNITS.index(self.table.unit) - way, 0), len(UNITS) - 1)
        self.show_unit(UNITS[number])

    def fit(self) -> None:
        """Show the shortest periods that are all in sight at once."""
        first, last = self._days()
        years = (last - first) / 365.25
        width = self.cells.viewport().width()
        fitting = (u for u in UNITS if years * _PER_YEAR[u] * CELL_WIDTHS[u] <= width)
        self.show_unit(next(fitting, Unit.YEAR))

    def go_to_today(self) -> None:
        """Bring the period of today to the left, with the one before it."""
        column = self.table.map.column_of(today_of(self._desk.document)) + FIXED
        self.cells.show_column(max(column - 1, FIXED))

    def set_folded(self, _folded: bool) -> None:
        """There is nothing to fold here."""

    def show_unit(self, unit: Unit) -> None:
        """Show periods of a length, those in sight staying where they are."""
        heat = self.table.heat_at(self.cells.currentIndex())
        left = self.cells.horizontalHeader().logicalIndexAt(0) - FIXED
        spans = self.table.map.periods
        day = spans[left][0] if 0 <= left < len(spans) else today_of(self._desk.document)
        self.tools.show_unit(unit)
        self.table.set_unit(unit)
        self.cells.show_column(self.table.map.column_of(day) + FIXED)
        if heat is not None:
            self._stand_at(heat.row.limit.id, heat.cell.span[0])

    def _days(self) -> Span:
        spans = self.table.map.periods
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    def _stand_at(self, limit: str | None, day: int) -> None:
        index = self.table.place_of(limit, day) if limit is not None else QModelIndex()
        if not index.isValid() and self.table.map.rows:
            index = self.table.index(0, self.table.map.column_of(day) + FIXED)
        self.cells.setCurrentIndex(index)

    def _on_reset(self) -> None:
        self.limits.show_columns()
        self.cells.show_columns()
        self._nothing.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self.table.map.rows else 1)
        self._say()

    def _why_empty(self) -> str:
        if not self._desk.document.plan.frames:
            return _(
                "This plan has no national frames. Make a plan from a baseline, "
                "or import one, to see here how full they are."
            )
        return _("No limit of these missions is in force. Clear the filter to see them all.")

    def _say(self) -> None:
        """Say what the current cell shows."""
        heat = self.table.heat_at(self.cells.currentIndex())
        if heat is None:
            self.says.setText("")
            return
        count = len(rotations_of(self._desk.document.plan, heat.row, heat.cell))
        sentence = f"{self.table.sentence(heat)} · {rotations_text(count)}"
        self.says.setText(sentence)
        self.says.setToolTip(plain_tip(sentence))

    def _on_cell(self, index: QModelIndex) -> None:
        heat = self.table.heat_at(index)
        if heat is not None:
            self.drilled.emit(self._drill(heat))

    def _on_limit(self, index: QModelIndex) -> None:
        """Select a limit and its mission, and stay."""
        heat = self.table.heat_at(index)
        if heat is None:
            return
        selection, frame = self._desk.selection, heat.row.frame
        selection.set_rotations(())
        selection.set_mission(next(iter(frame.missions), None))
        selection.set_limit(heat.row.limit.id)

    def _drill(self, heat: Heat) -> Drill:
        plan, frame = self._desk.document.plan, heat.row.frame
        found = rotations_of(plan, heat.row, heat.cell)
        here = [plan.rotations[name].mission for name in found] or list(frame.missions)
        mission = here[0] if here else None
        return Drill(heat.row.limit.id, mission, tuple(found), heat.cell.span)

    def _on_finding(self) -> None:
        """Stand at the cell that a selected finding is about."""
        finding = self._desk.selection.finding
        if finding is None or not self.isVisible():
            return
        limits = [ref.id for ref in finding.subjects if ref.kind is Kind.LIMIT]
        day: date = finding.peak_day or finding.first_day
        if limits:
            self._stand_at(limits[0], day.toordinal())
