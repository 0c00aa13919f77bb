"""Tables that only show: rows are chosen whole, the last column takes the room that is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.widgets.plain_text import named
from gui.widgets.widths import at_text_size

_ROW: Final = 24


def list_view(
    model: QAbstractTableModel, name: str, spoken: str, widths: Sequence[int] = ()
) -> QTableView:
    """A view of a table that only shows."""
    view = named(QTableView(), name, spoken)
    view.setModel(model)
    view.setProperty("listing", True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows, columns = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(_ROW)
    rows.setDefaultSectionSize(_ROW)
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setStretchLastSection(True)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, at_text_size(view, width))
    return view
