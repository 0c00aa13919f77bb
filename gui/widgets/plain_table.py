"""A table to look at: rows are selected whole, nothing is edited, columns are as wide as said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.widgets.plain_text import named

_ROW: Final = 26
_PADDING: Final = 26


class PlainTable(QTableView):
    """Shows a model; the last column takes the room that is left."""

    def __init__(
        self, name: str, spoken: str, model: QAbstractItemModel, widest: Mapping[int, str]
    ) -> None:
        """Make columns as wide as a text needs."""
        super().__init__()
        named(self, name, spoken)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setStretchLastSection(True)
        for column, text in widest.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + _PADDING)
