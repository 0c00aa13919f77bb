"""The menu of the header of the table: sorting, grouping, which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from domain.language import _
from gui.models.columns import COLUMNS, NAME, Column
from gui.models.group_words import GROUPINGS
from gui.models.table_sorting import TableSorting
from gui.row_groups import Grouping
from gui.rows import Rows
from gui.widgets.plain_text import without_mnemonic
from gui.widgets.table_columns import TableColumns


class ColumnMenu(QMenu):
    """What can be done with a column, and with all of them; it goes when it is closed."""

    columns_asked = Signal()
    """The columns are to be arranged in a dialog."""
    group_asked = Signal(object)
    """The rows are to be grouped in another way: the ``Grouping``."""
    reset_asked = Signal()
    """The columns are to stand as they did at first."""

    def __init__(
        self, columns: TableColumns, sorting: TableSorting, rows: Rows, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._columns, self._sorting, self._rows = columns, sorting, rows

    def fill(self, column: Column | None) -> None:
        """Offer what can be done, sorting by a column first."""
        if column is not None:
            self._add_sorting(column)
        groups = self.addMenu(_("&Group by"))
        groups.setObjectName("groupMenu")
        self._add_groups(groups)
        self.addSeparator()
        self._add_columns()
        self.addSeparator()
        self.addAction(_("Columns…"), self.columns_asked.emit)
        self.addAction(_("Reset columns"), self.reset_asked.emit)

    def _add_sorting(self, column: Column) -> None:
        key, sorting = column.key, self._sorting
        name = without_mnemonic(column.full_name)
        self.addAction(
            _("Sort by {column}, low to high").format(column=name),
            lambda: sorting.sort_by([(key, False)]),
        )
        self.addAction(
            _("Sort by {column}, high to low").format(column=name),
            lambda: sorting.sort_by([(key, True)]),
        )
        then = self.addAction(_("Then sort by it"), lambda: sorting.turn(key, add=True))
        then.setEnabled(bool(sorting.sorts) and sorting.place(key) is None)
        none = self.addAction(_("Sort by days again"), lambda: sorting.sort_by([]))
        none.setEnabled(bool(sorting.sorts))
        self.addSeparator()

    def _add_groups(self, menu: QMenu) -> None:
        together = QActionGroup(menu)
        for grouping, text in GROUPINGS.items():
            action = menu.addAction(_(text))
            action.setCheckable(True)
            action.setChecked(grouping is self._rows.grouping)
            action.setData(grouping.value)
            together.addAction(action)
        menu.triggered.connect(self._on_group)

    def _add_columns(self) -> None:
        for placed in self._columns.now():
            action = self.addAction(without_mnemonic(placed.column.full_name))
            action.setCheckable(True)
            action.setChecked(placed.shown)
            action.setEnabled(placed.column is not NAME)
            action.setData(COLUMNS.index(placed.column))
            action.toggled.connect(self._on_column_toggled)

    def _on_group(self, action: QAction) -> None:
        self.group_asked.emit(Grouping(str(action.data())))

    def _on_column_toggled(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._columns.show(COLUMNS[int(action.data())].key, shown)
