"""The table of rotations on screen: it scrolls with the timeline and shares its selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from domain.model import Kind
from gui.desk import Desk
from gui.models.columns import COLUMNS, MISSION, NAME, Column, Editor
from gui.models.rotation_table import RotationTable
from gui.models.table_sorting import TableSorting
from gui.row import ROW_HEIGHT, RowKind
from gui.row_groups import Grouping
from gui.widgets.cell_filling import CellFilling
from gui.widgets.column_menu import ColumnMenu
from gui.widgets.plain_text import named
from gui.widgets.rotation_delegate import RotationDelegate
from gui.widgets.rotation_header import RotationHeader
from gui.widgets.table_columns import TableColumns

Index = QModelIndex | QPersistentModelIndex
_CHEVRON: Final = 22
_SELECT_ROW: Final = (
    QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
)


class RotationView(QTableView):
    """Missions and rotations as a table that is edited in place."""

    menu_requested = Signal(str, str, QPoint)
    """A context menu is asked for: rotation, mission or empty; the id; the place on the screen."""
    grouped = Signal()
    """The rows stand under other headings."""
    vertical_offset_changed = Signal(int)
    """It was scrolled: so many pixels are above its upper edge."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        model = RotationTable(desk.document, desk.rows, desk.findings, self)
        self._table, self._rows, self._selection = model, desk.rows, desk.selection
        self._following = False
        self._column = 0
        named(self, "rotationTable", _("Rotations"))
        self.setModel(model)
        self._delegate = RotationDelegate(desk.icons, desk.rows, self)
        self.filling = CellFilling(self, model)
        self._delegate.entered.connect(self.filling.enter)
        self._delegate.fill_asked.connect(self.filling.enter_in_all)
        self._delegate.refused.connect(model.refuse)
        self.filling.entered.connect(self._on_entered)
        self.setItemDelegate(self._delegate)
        self._lay_out_rows()
        self._lay_out_columns(desk)
        self.verticalScrollBar().valueChanged.connect(self.vertical_offset_changed)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._selection.rotations_changed.connect(self._show_selection)
        model.modelReset.connect(self._show_selection)

    def _lay_out_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_asked)

    def _lay_out_columns(self, desk: Desk) -> None:
        header = RotationHeader(self._table.sorting, desk.icons, self)
        self.setHorizontalHeader(header)
        header.customContextMenuRequested.connect(self._on_header_menu_asked)
        self.columns = TableColumns(self)
        self.reset_columns()

    @property
    def sorting(self) -> TableSorting:
        """By which columns the rotations are sorted."""
        return self._table.sorting

    def reset_columns(self) -> None:
        """Show the columns in their own places and widths."""
        self.columns.arrange(self.columns.first())
        self.columns.show(MISSION.key, self._rows.grouping is not Grouping.MISSION)

    def group_by(self, grouping: Grouping) -> None:
        """Put the rotations under other headings; without those of missions a column names them."""
        by_mission = grouping is Grouping.MISSION
        if by_mission != (self._rows.grouping is Grouping.MISSION):
            self.columns.show(MISSION.key, not by_mission)
        self._rows.group_by(grouping)
        self.grouped.emit()

    def width_until(self, key: str) -> int:
        """How wide the columns are together, from the left to one of them."""
        last = next(number for number, column in enumerate(COLUMNS) if column.key == key)
        return sum(self.columnWidth(number) for number in range(last + 1))

    def kept_columns(self) -> QByteArray:
        """How the columns stand and by what rows are grouped, to be kept."""
        return QByteArray(f"{self._rows.grouping}\n{self.columns.text()}".encode())

    def restore_columns(self, kept: QByteArray) -> None:
        """Put the columns as they stood; what is not understood is passed over."""
        grouping, _line, columns = bytes(kept.data()).decode(errors="replace").partition("\n")
        # How it was sorted is not remembered: a plan opens in the order of days.
        if grouping in set(Grouping):
            self.group_by(Grouping(grouping))
            self.columns.take(columns)

    def set_header_height(self, height: int) -> None:
        """Make the header as high as that of the timeline."""
        self.horizontalHeader().setFixedHeight(height)

    def set_vertical_offset(self, offset: int) -> None:
        """Scroll so that so many pixels are above the upper edge."""
        self.verticalScrollBar().setValue(offset)

    def show_row_of(self, rotation: str) -> None:
        """Scroll to a rotation, its mission opened if need be."""
        row = self._rows.reveal(rotation)
        if row is not None:
            self.scrollTo(self._table.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def show_heading_of(self, mission: str) -> None:
        """Scroll to the heading of a mission, so that its rotations are in sight too."""
        row = self._rows.row_of(RowKind.MISSION, mission)
        if row is None:
            return
        last = min(row + len(self._rows.rotations_of(mission)), self._table.rowCount() - 1)
        self.scrollTo(self._table.index(last, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self.scrollTo(self._table.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def edit_current(self) -> bool:
        """Edit the cell on which the keyboard stands; false where it cannot be edited."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(COLUMNS.index(NAME))
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.edit(index)
        return True

    @override
    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        # Qt would draw the whole table anew; while dragging only a row or two differ.
        is_edited = self.state() is RotationView.State.EditingState
        if is_edited or not self.isVisible() or QAccessible.isActive():
            super().dataChanged(top_left, bottom_right, list(roles))
            return
        top = self.rowViewportPosition(top_left.row())
        bottom = self.rowViewportPosition(bottom_right.row()) + ROW_HEIGHT
        self.viewport().update(0, top, self.viewport().width(), bottom - top)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._table.row_at(self.currentIndex())
        key = event.key()
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if row is not None and row.is_heading and (enter or key == Qt.Key.Key_Space):
            self._rows.toggle(row.id)
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.filling.fill_selection()
        elif enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go_down()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._table.row_at(index)
        left = self.visualRect(index).left()
        on_chevron = index.isValid() and event.position().x() < left + _CHEVRON
        named_column = index.column() == COLUMNS.index(NAME)
        if row is not None and row.is_heading and on_chevron and named_column:
            self._rows.toggle(row.id)
            return
        super().mousePressEvent(event)

    @override
    def moveCursor(
        self, cursor_action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Tab goes from one cell that can be edited to the next.
        steps = {
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
        }
        if cursor_action not in steps:
            return super().moveCursor(cursor_action, modifiers)
        return self._next_editable(steps[cursor_action])

    def _next_editable(self, step: int) -> QModelIndex:
        here = self.currentIndex()
        columns = self._columns_in_sight()
        places = [(here.row(), column) for column in columns]
        for row in range(here.row() + step, self._table.rowCount() if step > 0 else -1, step):
            if self._table.rotation_at(self._table.index(row, 0)) is not None:
                places += [(row, column) for column in columns]
                break
        places = sorted(set(places), key=lambda place: (place[0], columns.index(place[1])))
        now = (here.row(), here.column())
        if now not in places:
            return here
        wanted = places.index(now) + step
        return self._table.index(*places[wanted]) if 0 <= wanted < len(places) else here

    def _columns_in_sight(self) -> list[int]:
        """The columns that can be edited, from left to right."""
        header = self.horizontalHeader()
        numbers = [header.logicalIndex(place) for place in range(header.count())]
        here = self.currentIndex().column()
        return [
            number
            for number in numbers
            if not self.isColumnHidden(number)
            and (COLUMNS[number].editor is not Editor.NONE or number == here)
        ]

    def _go_down(self) -> None:
        """Stand on the same column of the next rotation."""
        index = self.currentIndex()
        for row in range(index.row() + 1, self._table.rowCount()):
            below = self._table.index(row, index.column())
            if self._table.rotation_at(below) is not None:
                self.setCurrentIndex(below)
                return

    def _on_entered(self, below: str) -> None:
        """Go to the rotation that stood below, also where the step put rows in another order."""
        row = self._rows.row_of(RowKind.ROTATION, below) if below else None
        if row is not None:
            self.setCurrentIndex(self._table.index(row, self._column))

    def _on_selected(self) -> None:
        if self._following:
            return
        chosen = self._ids_of(self.selectionModel().selectedRows())
        current = self._table.rotation_at(self.currentIndex())
        self._following = True
        self._selection.set_rotations(chosen, current.id if current is not None else None)
        self._following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._table.row_at(current)
        if current.isValid():
            # It outlives the rows, which are made anew when they are sorted.
            self._column = current.column()
        if row is not None and not self._following:
            self._selection.set_mission(row.mission or None)

    def _ids_of(self, indexes: Iterable[QModelIndex]) -> list[str]:
        rows = (self._table.row_at(index) for index in indexes)
        return [row.id for row in rows if row is not None and row.kind is RowKind.ROTATION]

    def _show_selection(self) -> None:
        """Select what is selected elsewhere."""
        if self._following:
            return
        self._following = True
        found = (self._rows.row_of(RowKind.ROTATION, name) for name in self._selection.rotations)
        chosen = QItemSelection()
        for first, last in runs_of(row for row in found if row is not None):
            chosen.append(
                QItemSelectionRange(self._table.index(first, 0), self._table.index(last, 0))
            )
        model = self.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect | _SELECT_ROW)
        self._show_current()
        self._following = False

    def _show_current(self) -> None:
        name = self._selection.current
        row = None if name is None else self._rows.row_of(RowKind.ROTATION, name)
        if row is None:
            return
        index = self._table.index(row, self._column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(self._table.index(row, COLUMNS.index(NAME)))

    def _on_menu_asked(self, place: QPoint) -> None:
        row = self._table.row_at(self.indexAt(place))
        on_screen = self.viewport().mapToGlobal(place)
        if row is None:
            self.menu_requested.emit("empty", "", on_screen)
        else:
            kinds = {RowKind.ROTATION: Kind.ROTATION.value, RowKind.MISSION: Kind.MISSION.value}
            self.menu_requested.emit(kinds.get(row.kind, "empty"), row.id, on_screen)

    def _on_header_menu_asked(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        number = header.logicalIndexAt(place)
        column = COLUMNS[number] if 0 <= number < len(COLUMNS) else None
        self.column_menu(column).popup(header.mapToGlobal(place))

    def column_menu(self, column: Column | None = None) -> ColumnMenu:
        """A menu for the columns; those of the one that is asked about come first."""
        menu = ColumnMenu(self.columns, self._table.sorting, self._rows, self)
        menu.columns_asked.connect(self.arrange_columns)
        menu.group_asked.connect(self.group_by)
        menu.reset_asked.connect(self.reset_columns)
        menu.fill(column)
        return menu

    def shown_columns(self) -> list[Column]:
        """The columns that are shown, from left to right."""
        return [placed.column for placed in self.columns.now() if placed.shown]

    @property
    def current_column(self) -> Column:
        """The column in which the keyboard stands."""
        return COLUMNS[self._column]

    def rotations_from_current(self, count: int) -> tuple[str, ...]:
        """The ids of the rotation in the current row and of those below it, so many at most."""
        index, found = self.currentIndex(), list[str]()
        if self._table.rotation_at(index) is None:
            return ()
        for row in range(index.row(), self._table.rowCount()):
            rotation = self._table.rotation_at(self._table.index(row, 0))
            if rotation is not None:
                found.append(rotation.id)
            if len(found) == count:
                break
        return tuple(found)

    def sort_by_current(self) -> None:
        """Sort by the column in which the keyboard stands; again the other way, then no more."""
        self._table.sorting.turn(COLUMNS[self._column].key)

    def arrange_columns(self) -> None:
        """Let the user choose columns, their order and widths."""
        from gui.dialogs.columns_dialog import ColumnsDialog

        chosen = ColumnsDialog.ask(self, self.columns.now(), self.columns.first())
        if chosen is not None:
            self.columns.arrange(chosen)


def runs_of(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of each run of row numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
