"""An annex on the screen: a table that wraps, and that is copied as one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from domain.language import _
from gui.models.report_table import Annex, ReportTable
from gui.tables_out import as_html, as_lines
from gui.theme import Colours
from gui.views.annex_delegate import AnnexDelegate
from gui.widgets.plain_text import named

_SHARES: Final = {
    Annex.ONE: (22, 40, 22, 40),
    Annex.TWO: (25, 12, 12, 12, 12, 12, 12, 46),
}


class AnnexGrid(QTableView):
    """The table of an annex."""

    def __init__(self, annex: Annex, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, f"annex{1 if annex is Annex.ONE else 2}", _(annex.value))
        self._shares = _SHARES[annex]
        self.table = ReportTable(annex, self)
        self.setModel(self.table)
        self.setItemDelegate(AnnexDelegate(colours, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        )
        if annex is Annex.TWO:
            header.setFixedHeight(2 * header.fontMetrics().height() + 12)
        self.table.modelReset.connect(self._on_reset)

    def copy(self) -> int:
        """Put the selected rows on the clipboard as a table, or all; how many there are."""
        chosen = {index.row() for index in self.selectedIndexes()}
        rows = self.table.table_of(chosen or range(self.table.rowCount()))
        data = QMimeData()
        data.setText(as_lines(rows))
        data.setHtml(as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)
        return len(rows) - 1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _on_reset(self) -> None:
        self.clearSpans()
        for row in self.table.wide_rows:
            self.setSpan(row, 0, 1, self.table.columnCount())
        self._share_out()

    def _share_out(self) -> None:
        width, whole = self.viewport().width(), sum(self._shares)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // whole)
        self.resizeRowsToContents()
