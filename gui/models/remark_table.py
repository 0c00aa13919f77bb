"""The table of what is wrong or odd in a file: where, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from domain.exchange.rotation_rows.reading import Problem
from domain.language import N_, _, plural
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (N_("Sheet"), N_("Cell"), N_("Reason"))
SHEET, CELL, REASON = range(3)


class RemarkTable(QAbstractTableModel):
    """Problems or warnings, in the order of finding; of very many a last row says how many more."""

    def __init__(
        self,
        remarks: Sequence[Problem],
        more: int,
        severity: Severity,
        icons: Icons,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._remarks, self._more, self._severity, self._icons = remarks, more, severity, icons

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._remarks) + bool(self._more)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(HEADINGS[section]) if wanted and 0 <= section < len(HEADINGS) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < self.rowCount():
            return None
        text = self._texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == SHEET:
            return self._icons.of_severity(self._severity)
        return None

    def as_text(self) -> str:
        """All of them as lines, with columns, for a mail or a spreadsheet."""
        return "\n".join("\t".join(line) for line in self._lines())

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        yield from (self._texts(row) for row in range(self.rowCount()))

    def _texts(self, row: int) -> tuple[str, str, str]:
        if row == len(self._remarks):
            more = plural("and {count} more", "and {count} more", self._more)
            return "", "", more.format(count=self._more)
        remark = self._remarks[row]
        return remark.sheet, remark.cell or "–", remark.sentence
