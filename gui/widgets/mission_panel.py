"""On the left: which scenario is open, and the missions by region with a filter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from gui.desk import Desk
from gui.models.mission_tree import MISSION_ROLE, MissionTree
from gui.widgets.plain_text import PlainLabel, named
from gui.widgets.scenario_list import ScenarioList

_PAUSE: int = 150
_NARROWEST: int = 180


class MissionPanel(QWidget):
    """Scenarios and missions."""

    scenario_chosen = Signal(str)
    """Another scenario is asked for."""
    filtered = Signal(str)
    """The text to filter by."""
    mission_chosen = Signal(str)
    """A mission was chosen: its id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("missionPanel")
        self.setMinimumWidth(_NARROWEST)
        self.scenarios = ScenarioList(desk)
        self.scenarios.chosen.connect(self._on_scenario)
        self.filter = named(QLineEdit(), "missionFilter", _("Filter missions and rotations"))
        self.filter.setPlaceholderText(_("Filter missions and rotations"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(
            QAction(desk.icons.icon("search", desk.colours.muted), "", self.filter),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._on_typed)
        self.filter.textChanged.connect(self._typing.start)
        self.model = MissionTree(desk.document, desk.findings, desk.states, desk.icons, self)
        self.tree = self._tree()
        self._nothing = PlainLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._lay_out()
        desk.document.replaced.connect(self.refresh)
        desk.selection.mission_changed.connect(self._show_mission)
        self.refresh()

    def _tree(self) -> QTreeView:
        tree = named(QTreeView(), "missionTree", _("Missions by region"))
        tree.setModel(self.model)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setIndentation(10)
        tree.header().setStretchLastSection(False)
        tree.selectionModel().currentChanged.connect(self._on_mission)
        tree.clicked.connect(self._on_mission)
        self.model.filled.connect(self._open_all)
        return tree

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 0)
        column.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.setSpacing(6)
        label = PlainLabel(_("Scenarios"))
        label.setBuddy(self.scenarios)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        top.addWidget(label)
        top.addWidget(self.scenarios)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.tree, 1)

    def refresh(self) -> None:
        """Show the scenarios and missions of the document."""
        self.scenarios.refresh()
        self._open_all()

    def _open_all(self) -> None:
        self.tree.expandAll()
        for row in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
        header = self.tree.header()
        if header.count() > 1:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        is_empty = self.model.rowCount() == 0
        self._nothing.setText(self._why_empty())
        self._nothing.setVisible(is_empty)
        self.tree.setVisible(not is_empty)
        self._show_mission()

    def _why_empty(self) -> str:
        """What stands where no mission does: why, and what to do."""
        if self._desk.document.plan.missions:
            return _("No mission with this text.")
        return _(
            "This plan has no missions yet. Import a workbook or a plan (Ctrl+Shift+I), or make a "
            "plan from a baseline (Ctrl+N)."
        )

    def _show_mission(self) -> None:
        mission = self._desk.selection.mission
        item = None if mission is None else self.model.item_of(mission)
        if item is None and not self.tree.currentIndex().isValid():
            return
        selected = self.tree.selectionModel()
        selected.blockSignals(True)
        if item is None:
            self.tree.setCurrentIndex(QModelIndex())
        elif self.tree.currentIndex().data(MISSION_ROLE) != mission:
            self.tree.setCurrentIndex(item.index())
            self.tree.scrollTo(item.index())
        selected.blockSignals(False)
        self.tree.viewport().update()

    def _on_mission(self, index: QModelIndex) -> None:
        mission = index.data(MISSION_ROLE)
        if isinstance(mission, str):
            self.mission_chosen.emit(mission)

    def _on_scenario(self, name: str) -> None:
        self.scenario_chosen.emit(name)
        # Where it could not be opened, the list must not say that it is.
        self.scenarios.refresh()

    def _on_typed(self) -> None:
        self.model.set_text(self.filter.text())
        self.filtered.emit(self.filter.text())
