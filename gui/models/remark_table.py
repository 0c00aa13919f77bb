"""The table of what is wrong or odd in a file: where, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from domain.exchange.rotation_rows.reading import Problem
from domain.language import N_, plural
from domain.rules.finding import Severity
from domain.words.fixed import NOTHING
from gui.icons import Icons
from gui.models.table_of_rows import TableOfRows

HEADINGS: Final = (N_("Sheet"), N_("Cell"), N_("Reason"))
SHEET, CELL = range(2)


class RemarkTable(TableOfRows[tuple[str, str, str]]):
    """Problems or warnings, in the order of finding; of very many a last row says how many more."""

    def __init__(
        self,
        remarks: Sequence[Problem],
        more: int,
        severity: Severity,
        icons: Icons,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(HEADINGS, parent)
        self._severity, self._icons = severity, icons
        self.rows = [(one.sheet, one.cell or NOTHING, one.sentence) for one in remarks]
        if more:
            text = plural("and {count} more", "and {count} more", more).format(count=more)
            self.rows.append(("", "", text))

    @override
    def text_of(self, row: tuple[str, str, str], column: int) -> str:
        return row[column]

    @override
    def look_of(self, row: tuple[str, str, str], column: int, role: int) -> object:
        is_first = role == Qt.ItemDataRole.DecorationRole and column == SHEET
        return self._icons.of_severity(self._severity) if is_first else None

    def as_text(self) -> str:
        """All of them as lines, with columns, for a mail or a spreadsheet."""
        return "\n".join(map("\t".join, self.rows))
