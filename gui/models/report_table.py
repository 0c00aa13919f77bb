"""Annex 1 or 2 as a table: regions over the whole width, missions below them, totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from domain.exchange.paper.annexes import (
    printed_where,
    rows_1,
    rows_2,
    rows_of_printed,
    titles_1,
)
from domain.exchange.paper.tables import Look, Row
from domain.language import N_, _
from domain.reports import Report
from domain.reports.explanations import explanations

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_NUMBERS: Final = range(1, 7)
LOOK: Final = Qt.ItemDataRole.UserRole
"""Under this role: whether a row stands out, as a region or a total."""


class Annex(Enum):
    """Which annex, by its word."""

    ONE = N_("Annex 1")
    TWO = N_("Annex 2")


class ReportTable(QAbstractTableModel):
    """The rows of one annex of a report."""

    def __init__(self, annex: Annex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annex = annex
        self._titles = _titles(annex)
        self._rows: Sequence[Row] = ()
        self._wide: frozenset[int] = frozenset()

    def show_report(self, report: Report | None) -> None:
        """Show the annex of a report, or nothing."""
        self.beginResetModel()
        self._rows = () if report is None else tuple(_rows(self._annex, report))
        self._wide = frozenset(n for n, row in enumerate(self._rows) if len(row.cells) == 1)
        self.endResetModel()

    @property
    def wide_rows(self) -> frozenset[int]:
        """The rows whose text runs over all columns."""
        return self._wide

    def table_of(self, rows: Iterable[int]) -> list[list[str]]:
        """Some rows as texts, with the headings above them."""
        columns = range(len(self._titles))
        found = [list(self._titles)]
        found += [[self._text(row, column) for column in columns] for row in sorted(set(rows))]
        return found

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(row, column)
            case role if role == LOOK:
                return self._rows[row].look is not Look.PLAIN
            case Qt.ItemDataRole.FontRole:
                return _font(self._rows[row].look)
        return None

    def _text(self, row: int, column: int) -> str:
        cells = self._rows[row].cells
        return cells[column] if column < len(cells) else ""

    def _alignment(self, row: int, column: int) -> int:
        numbers = self._annex is Annex.TWO and column in _NUMBERS and row not in self._wide
        across = Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft
        upright = (
            Qt.AlignmentFlag.AlignBottom
            if self._rows[row].look is Look.SECTION
            else Qt.AlignmentFlag.AlignTop
        )
        return int((across | upright).value)


def _titles(annex: Annex) -> tuple[str, ...]:
    if annex is Annex.ONE:
        return titles_1()
    return (
        _("Mission"),
        _("Frame, military"),
        _("Frame, civil/police"),
        _("Frame, joint"),
        _("Deployed, military"),
        _("Deployed, civil/police"),
        _("Deployed, total"),
        _("Notes"),
    )


def _rows(annex: Annex, report: Report) -> Iterator[Row]:
    if annex is Annex.ONE:
        yield from rows_1(report)
        return
    yield from rows_2(report)
    comparison = report.printed
    if comparison is not None:
        yield Row((_("Printed for this period"),), Look.SECTION)
        yield Row((printed_where(comparison),))
        yield from rows_of_printed(comparison)
        yield Row((_("Why they differ"),), Look.SECTION)
        yield from (Row((text,)) for text in explanations(comparison, report.plan))


def _font(look: Look) -> QFont | None:
    if look is Look.PLAIN:
        return None
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    if look is Look.SECTION:
        font.setPointSizeF(font.pointSizeF() + 1)
    return font
