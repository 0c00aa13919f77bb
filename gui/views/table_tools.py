"""What belongs to the table, beside the switch of views: filters, groups, columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from domain.language import _
from gui.desk import Desk
from gui.models.group_words import GROUPINGS
from gui.row_groups import Grouping
from gui.widgets.plain_text import named, without_mnemonic
from gui.widgets.workspace import Workspace


class TableTools(QWidget):
    """Three buttons with menus."""

    def __init__(self, desk: Desk, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableTools")
        self._desk, self._workspace = desk, workspace
        self.filter = self._button("filterButton", _("Filter"), "funnel")
        self.filter.setMenu(workspace.filters.menu)
        self.group = self._button("groupButton", _("Group by"), "layers")
        self._groups = named(QMenu(self), "groupMenu", _("Group by"))
        self._groups.aboutToShow.connect(self._fill_groups)
        self._groups.triggered.connect(self._on_group)
        self.group.setMenu(self._groups)
        self.columns = self._button("columnsButton", _("Columns"), "columns-3")
        self.columns.clicked.connect(self._on_columns)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(4)
        for button in (self.filter, self.group, self.columns):
            line.addWidget(button)
        line.addStretch()
        workspace.table.grouped.connect(self._show_grouping)
        self._show_grouping()

    def _button(self, name: str, text: str, icon: str) -> QToolButton:
        button = named(QToolButton(), name, text)
        button.setText(without_mnemonic(text))
        button.setIcon(self._desk.icons.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show_grouping(self) -> None:
        grouping = _(GROUPINGS[self._desk.rows.grouping])
        text = _("Groups: {grouping}").format(grouping=grouping)
        self.group.setText(without_mnemonic(text))
        self.group.setAccessibleName(text)

    def _fill_groups(self) -> None:
        self._groups.clear()
        for grouping, text in GROUPINGS.items():
            action = self._groups.addAction(_(text))
            action.setCheckable(True)
            action.setChecked(grouping is self._desk.rows.grouping)
            action.setData(grouping.value)

    def _on_group(self, action: QAction) -> None:
        self._workspace.table.group_by(Grouping(str(action.data())))

    def _on_columns(self) -> None:
        menu = self._workspace.table.column_menu()
        menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))
