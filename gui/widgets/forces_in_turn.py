"""The tree of forces in which some are chosen to take turns, in the order of being chosen."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from domain.language import _
from domain.model import Force, Plan
from gui.widgets.plain_text import named, plain_tip

_NAME, _TURN = 0, 1
_ID: Final = Qt.ItemDataRole.UserRole


class ForcesInTurn(QTreeWidget):
    """Units and pools, each with a box; the second column says when its turn comes."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "forcesInTurn", _("Forces in turn"))
        self._items: dict[str, QTreeWidgetItem] = {}
        self._chosen: list[str] = []
        self.setColumnCount(2)
        self.setHeaderLabels([_("Force"), _("Turn")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TURN, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._on_item_changed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen forces, in turn."""
        return tuple(self._chosen)

    def show_forces(self, plan: Plan) -> None:
        """Offer the forces of a plan, none of them chosen."""
        children: defaultdict[str | None, list[Force]] = defaultdict(list)
        for force in plan.forces.things():
            children[force.parent].append(force)
        self.blockSignals(True)
        self.clear()
        self._items, self._chosen = {}, []
        waiting = [(self.invisibleRootItem(), force) for force in children[None]]
        while waiting:
            parent, force = waiting.pop(0)
            item = self._add(parent, force)
            waiting += [(item, child) for child in children[force.id]]
        self.expandAll()
        self.blockSignals(False)

    def choose(self, force: str) -> None:
        """Let a force take part, as ticking its box does."""
        self._items[force].setCheckState(_NAME, Qt.CheckState.Checked)

    def _add(self, parent: QTreeWidgetItem, force: Force) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [force.name, ""])
        item.setData(_NAME, _ID, force.id)
        item.setCheckState(_NAME, Qt.CheckState.Unchecked)
        item.setToolTip(_NAME, plain_tip(force.name))
        self._items[force.id] = item
        return item

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        force = item.data(_NAME, _ID)
        ticked = item.checkState(_NAME) is Qt.CheckState.Checked
        if column != _NAME or ticked == (force in self._chosen):
            return
        if ticked:
            self._chosen.append(force)
        else:
            self._chosen.remove(force)
        self.blockSignals(True)
        for name, other in self._items.items():
            turn = str(self._chosen.index(name) + 1) if name in self._chosen else ""
            other.setText(_TURN, turn)
        self.blockSignals(False)
        self.viewport().update()
        self.chosen_changed.emit()
