"""The lists of a comparison: how the tables look, and the differences beside their days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from gui.desk import Desk
from gui.models.compared_things import Column, DifferenceTable
from gui.row import ROW_HEIGHT
from gui.timeline.axis import TimeAxis
from gui.timeline.days_bar import DaysBar
from gui.timeline.header import HEADER_HEIGHT, TimelineHeader
from gui.views.ghost_canvas import GhostCanvas
from gui.widgets.plain_text import named
from gui.widgets.widths import at_text_size, fit_columns

_WIDTHS: Final[Mapping[int, int]] = {
    Column.SORT: 118,
    Column.THING: 190,
    Column.MISSION: 110,
    Column.FIELD: 120,
    Column.MINE: 230,
    Column.THEIRS: 230,
    Column.KIND: 110,
}
"""As wide as each column may be at first."""
_LOOKED_AT: Final = 200
"""So many rows say how wide a column must be."""
_SIDES: Final = [760, 560]


class ComparedTable(QTableView):
    """A table of a comparison: rows are chosen as a whole, Enter and a double click ask for one."""

    asked = Signal(int)
    """A row is asked for: by a double click or Enter."""

    def __init__(self, model: QAbstractItemModel, widths: Mapping[int, int]) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for column, width in widths.items():
            self.setColumnWidth(column, at_text_size(self, width))
        header.setResizeContentsPrecision(_LOOKED_AT)
        self.doubleClicked.connect(lambda index: self.asked.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # Otherwise all rotations would be selected, of which this list shows none.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination() == _ALL_ROWS
        ):
            event.accept()
            return True
        return super().event(event)


class DifferenceList(QSplitter):
    """The differences as a table, and beside it where things stand in time."""

    selected = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, desk: Desk, table: DifferenceTable, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        named(self, "compareSplitter", "")
        self.axis = TimeAxis(self)
        self.table = named(ComparedTable(table, _WIDTHS), "differences", _("Differences"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.table.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.canvas = GhostCanvas(desk, table, self.axis)
        self.setChildrenCollapsible(False)
        self.addWidget(self.table)
        self.addWidget(self._timeline(desk))
        self.setStretchFactor(1, 1)
        self.setSizes(_SIDES)
        self.table.verticalScrollBar().valueChanged.connect(self.canvas.set_offset)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.customContextMenuRequested.connect(self._on_menu)
        table.modelReset.connect(self._on_selected)
        table.modelReset.connect(lambda: fit_columns(self.table, _WIDTHS))
        self.canvas.scrolled.connect(self._on_scrolled)
        self.canvas.row_chosen.connect(self._on_row_chosen)

    @property
    def rows(self) -> frozenset[int]:
        """The rows that are selected."""
        return frozenset(index.row() for index in self.table.selectionModel().selectedRows())

    def fit(self) -> None:
        """Show all days on which rotations differ."""
        days = self.canvas.days()
        if days is not None:
            self.axis.show(*days, self.canvas.width())

    def _timeline(self, desk: Desk) -> QWidget:
        pane = named(QWidget(), "compareTimeline", _("Where things stand in A and in B"))
        grid = QGridLayout(pane)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.header = TimelineHeader(desk.document, self.axis, desk.colours, pane)
        self.header.setObjectName("compareCalendar")
        across = DaysBar(desk.document, self.axis, pane)
        across.setObjectName("compareDays")
        grid.addWidget(self.header, 0, 0)
        grid.addWidget(self.canvas, 1, 0)
        grid.addWidget(across, 2, 0)
        grid.setRowStretch(1, 1)
        return pane

    def _on_selected(self) -> None:
        self.canvas.select_rows(self.rows)
        self.selected.emit()

    def _on_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self.table.viewport().mapToGlobal(place))

    def _on_scrolled(self, pixels: int) -> None:
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _on_row_chosen(self, row: int) -> None:
        index = self.table.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


_ALL_ROWS: Final = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_A
