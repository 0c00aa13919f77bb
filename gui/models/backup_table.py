"""The snapshots and backups of a plan, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from domain.language import N_, _, current_language
from domain.store.backup_facts import Facts
from domain.store.keeping import Backup, Reason
from domain.words.days import day_text
from gui.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (
    *(N_("Made"), N_("Name"), N_("Why"), N_("Rotations"), N_("Scenarios"), N_("Size")),
    N_("Of the file"),
)
MADE, NAME, WHY, ROTATIONS, SCENARIOS, SIZE, FILE = range(7)
_NUMBERS: Final = frozenset({ROTATIONS, SCENARIOS, SIZE})
_REASONS: Final = {
    Reason.NAMED: N_("Snapshot"),
    Reason.DAY: N_("First change of a day"),
    Reason.HALF_HOUR: N_("Half an hour of work"),
    Reason.UPGRADE: N_("Before a newer form"),
    Reason.IMPORT: N_("Before an import"),
    Reason.MERGE: N_("Before a merge"),
    Reason.RESTORE: N_("Before a backup was put back"),
    Reason.REMOVAL: N_("Before a scenario was deleted"),
}
_MEGABYTE: Final = 1_000_000
_KILOBYTE: Final = 1_000


class BackupTable(QAbstractTableModel):
    """The backups as shown, each a row; what is in them comes in later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups: Sequence[Backup] = ()
        self._facts: Mapping[Path, Facts] = {}

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these backups."""
        self.beginResetModel()
        self._backups = backups
        self.endResetModel()

    def show_facts(self, facts: Mapping[Path, Facts]) -> None:
        """Show what is in the backups, by their paths."""
        self._facts = facts
        if self._backups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._backups) - 1, FILE))

    def backup_at(self, index: Index) -> Backup | None:
        """The backup in the row of an index, or none."""
        row = index.row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._backups)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        backup = self.backup_at(index)
        if backup is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(backup, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(backup, index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _text(self, backup: Backup, column: int) -> str:
        facts = self._facts.get(backup.path, Facts())
        if column in _NUMBERS:
            numbers = {ROTATIONS: facts.rotations, SCENARIOS: facts.scenarios}
            if column == SIZE:
                return size_text(facts.size)
            return "–" if numbers[column] is None else str(numbers[column])
        texts = {
            MADE: made_text(backup),
            NAME: backup.label if backup.reason is Reason.NAMED else "",
            WHY: _(_REASONS[backup.reason]),
            FILE: backup.stem,
        }
        return texts[column]


def made_text(backup: Backup) -> str:
    """When a backup was made, in the time of here: 24-11-2026 18:05."""
    made = backup.made.astimezone()
    return f"{day_text(made.date())} {made:%H:%M}"


def size_text(size: int | None) -> str:
    """A size in kilobytes or megabytes."""
    if size is None:
        return "–"
    if size < _MEGABYTE:
        return f"{max(round(size / _KILOBYTE), 1)} kB"
    text = f"{size / _MEGABYTE:.1f} MB"
    return text.replace(".", ",") if current_language() == "nl" else text
