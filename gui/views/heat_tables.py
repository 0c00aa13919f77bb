"""The two tables of the heat map: which limits there are, and beside them their cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from domain.language import _
from gui.desk import Desk
from gui.models.heat_table import FIXED, Fixed, HeatTable
from gui.row import ROW_HEIGHT
from gui.timeline.header import HEADER_HEIGHT
from gui.timeline.periods import Unit
from gui.views.heat_delegate import HeatDelegate
from gui.views.heat_header import HeatHeader
from gui.widgets.plain_text import named

CELL_WIDTHS: Final = {Unit.MONTH: 48, Unit.QUARTER: 84, Unit.YEAR: 132}
_WIDTHS: Final = {Fixed.MISSIONS: 178, Fixed.LIMIT: 236, Fixed.PEAK: 74}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class HeatView(QTableView):
    """What both tables have in common."""

    asked = Signal(QModelIndex)
    """A click or Enter on something: its index."""

    def __init__(self, table: HeatTable, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = table
        self.setModel(table)
        self.setItemDelegate(HeatDelegate(table, desk.colours, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.clicked.connect(self.asked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class LimitList(HeatView):
    """On the left: missions, limits and their highest peak."""

    def __init__(self, table: HeatTable, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(table, desk, parent)
        named(self, "heatLimits", _("Limits"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.show_columns()

    def show_columns(self) -> None:
        """Show no periods here."""
        for column in range(FIXED, self.heat.columnCount()):
            self.setColumnHidden(column, True)
        for fixed, width in _WIDTHS.items():
            self.setColumnWidth(fixed, width)


class CellGrid(HeatView):
    """On the right: a cell for each limit and period."""

    def __init__(self, table: HeatTable, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(table, desk, parent)
        named(self, "heatCells", _("Heat map of limits and periods"))
        self.setHorizontalHeader(HeatHeader(table, desk.document, desk.colours, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_columns()

    def show_columns(self) -> None:
        """Show only periods here; yearly limits have one cell a year."""
        for column in range(FIXED):
            self.setColumnHidden(column, True)
        width = CELL_WIDTHS[self.heat.unit]
        self.horizontalHeader().setDefaultSectionSize(width)
        for column in range(FIXED, self.heat.columnCount()):
            self.setColumnWidth(column, width)
        self.clearSpans()
        for row, first, count in self._years():
            self.setSpan(row, first, 1, count)

    def _years(self) -> Iterator[tuple[int, int, int]]:
        """Rows with, for each year, its first column and how many it spans."""
        if self.heat.unit is Unit.YEAR:
            return
        starts = [c for c in range(FIXED, self.heat.columnCount()) if self.heat.begins_year(c)]
        ends = [*starts[1:], self.heat.columnCount()]
        for number, row in enumerate(self.heat.map.rows):
            if row.is_yearly:
                for start, end in zip(starts, ends, strict=False):
                    yield number, start, end - start

    def show_column(self, column: int) -> None:
        """Scroll so that a column stands near the left edge."""
        bar = self.horizontalScrollBar()
        bar.setValue(max(self.horizontalHeader().sectionPosition(column), 0))
