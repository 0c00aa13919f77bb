"""What an import does to the findings: how many there are before and after, which come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from domain.exchange.arriving import Arrival
from domain.language import N_, _
from domain.rules.finding import Finding, Severity
from domain.rules.texts import message
from domain.words.days import period_text
from gui.icons import Icons
from gui.widgets.plain_table import PlainTable
from gui.widgets.plain_text import Paragraph, plain_tip
from gui.words import word, words_of_severity

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (N_("What happens"), N_("Severity"), N_("Rule"), N_("Days"), N_("Finding"))
BECOMES, SEVERITY, RULE, DAYS, TEXT = range(5)
_NEW, _OTHER, _GONE = N_("New"), N_("Other"), N_("Resolved")
_WIDEST: Final = {
    BECOMES: "Wat er gebeurt",
    SEVERITY: "Waarschuwing   ",
    RULE: "FRA001",
    DAYS: "01-03-2027 – 31-08-2027",
}


def counts_text(arrival: Arrival) -> str:
    """How many findings there are now, and how many there will be, by severity."""
    before, after = _counts(arrival.findings_before), _counts(arrival.findings_after)
    parts = [
        f"{words_of_severity(severity)}: {before[severity]} → {after[severity]}"
        for severity in Severity
    ]
    return _("Findings, now → then: {counts}.").format(counts=" · ".join(parts))


def _counts(findings: Iterable[Finding]) -> Counter[Severity]:
    return Counter(finding.severity for finding in findings if not finding.waived)


class FindingChangesTable(QAbstractTableModel):
    """The findings that are new, other than they were, or resolved; each a row."""

    def __init__(self, arrival: Arrival, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        found = arrival.findings
        self._rows = [
            *((_NEW, finding) for finding in found.caused),
            *((_OTHER, finding) for _before, finding in found.changed),
            *((_GONE, finding) for finding in found.solved),
        ]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

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
        if not 0 <= index.row() < len(self._rows):
            return None
        becomes, finding = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(becomes, finding, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(message(finding))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == SEVERITY:
            return self._icons.of_severity(finding.severity)
        return None

    @staticmethod
    def _text(becomes: str, finding: Finding, column: int) -> str:
        match column:
            case 0:
                return _(becomes)
            case 1:
                return word(finding.severity)
            case 2:
                return finding.code
            case 3:
                return period_text(finding.first_day, finding.last_day)
            case _:
                return message(finding)


class FindingChanges(QWidget):
    """The findings that come, change or go, below their numbers."""

    def __init__(self, arrival: Arrival, icons: Icons) -> None:
        super().__init__()
        self.table = FindingChangesTable(arrival, icons, self)
        self.count = self.table.rowCount()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        if self.count:
            spoken = _("Findings that come, change or go")
            self.view = PlainTable("importFindings", spoken, self.table, _WIDEST)
            column.addWidget(self.view, 1)
        else:
            column.addWidget(Paragraph(_("The findings stay as they are.")))
            column.addStretch(1)
