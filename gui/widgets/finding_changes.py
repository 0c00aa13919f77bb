"""What an import does to the findings: how many there are before and after, which come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from domain.exchange.arriving import Arrival
from domain.language import N_, _
from domain.rules.finding import Finding, Severity
from domain.rules.texts import message
from domain.words.days import period_text
from gui.icons import Icons
from gui.models.table_of_rows import TableOfRows
from gui.widgets.plain_table import PlainTable
from gui.widgets.plain_text import Paragraph
from gui.words import word, words_of_severity

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


class FindingChangesTable(TableOfRows[tuple[str, Finding]]):
    """The findings that are new, other than they were, or resolved; each a row."""

    def __init__(self, arrival: Arrival, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._icons = icons
        found = arrival.findings
        self.rows = [
            *((_NEW, finding) for finding in found.caused),
            *((_OTHER, finding) for _before, finding in found.changed),
            *((_GONE, finding) for finding in found.solved),
        ]

    @override
    def tip_of(self, row: tuple[str, Finding], column: int) -> str:
        return message(row[1])

    @override
    def look_of(self, row: tuple[str, Finding], column: int, role: int) -> object:
        is_mark = role == Qt.ItemDataRole.DecorationRole and column == SEVERITY
        return self._icons.of_severity(row[1].severity) if is_mark else None

    @override
    def text_of(self, row: tuple[str, Finding], column: int) -> str:
        becomes, finding = row
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
