"""The snapshots and backups of a plan, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from domain.language import N_, _, current_language
from domain.store.backup_facts import Facts
from domain.store.keeping import Backup, Reason
from domain.words.days import day_text
from gui.models.table_of_rows import TableOfRows, bold

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


class BackupTable(TableOfRows[Backup]):
    """The backups as shown, each a row; what is in them comes in later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent, numbers=_NUMBERS)
        self._facts: Mapping[Path, Facts] = {}

    def show_facts(self, facts: Mapping[Path, Facts]) -> None:
        """Show what is in the backups, by their paths."""
        self._facts = facts
        self.tell_all()

    @override
    def look_of(self, row: Backup, column: int, role: int) -> object:
        return bold() if role == Qt.ItemDataRole.FontRole and column == NAME else None

    @override
    def text_of(self, row: Backup, column: int) -> str:
        facts = self._facts.get(row.path, Facts())
        if column in _NUMBERS:
            numbers = {ROTATIONS: facts.rotations, SCENARIOS: facts.scenarios}
            if column == SIZE:
                return size_text(facts.size)
            return "–" if numbers[column] is None else str(numbers[column])
        texts = {
            MADE: made_text(row),
            NAME: row.label if row.reason is Reason.NAMED else "",
            WHY: _(_REASONS[row.reason]),
            FILE: row.stem,
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
