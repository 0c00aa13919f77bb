"""The frames with their decisions as a table: filtered by what asks for attention, sorted."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from domain.language import N_
from domain.model import Kind
from domain.session import Change
from domain.words.days import day_text
from gui.document import Document
from gui.models.decision_words import marks_text, missions_text, span_text
from gui.models.decisions import CONTRADICTION, Decision, Shown, decisions_of
from gui.models.table_of_rows import TableOfRows
from gui.rows import Rows
from gui.theme import Colours


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    IN_FORCE = 1
    MARKS = 2
    MISSIONS = 3
    DECIDED = 4
    DOCUMENT = 5


HEADINGS: Final = (
    *(N_("Frame"), N_("In force"), N_("Attention")),
    *(N_("Missions"), N_("Decided on"), N_("Decision")),
)


class SourceTable(TableOfRows[Decision]):
    """A row for each frame of the missions that are shown."""

    def __init__(
        self, document: Document, rows: Rows, colours: Colours, parent: QObject | None = None
    ) -> None:
        super().__init__(HEADINGS, parent)
        self._document, self._rotations, self._colours = document, rows, colours
        self._all: list[Decision] = []
        self._wanted = Shown.ALL
        self._column: Column | None = None
        self._descending = False
        self._missions: tuple[str, ...] = ()
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._read)
        rows.rebuilt.connect(self._on_rows_rebuilt)
        self._read()

    def count(self, shown: Shown) -> int:
        """How many frames of the shown missions would be shown."""
        return sum(map(shown.takes, self._all))

    def show_only(self, shown: Shown) -> None:
        """Show all frames, or those with a mark."""
        if shown is not self._wanted:
            self._wanted = shown
            self._lay_out()

    def place_of(self, frame: str) -> QModelIndex:
        """The index of a frame; invalid while it is not shown."""
        for row, decision in enumerate(self.rows):
            if decision.frame.id == frame:
                return self.index(row, 0)
        return QModelIndex()

    def frames_of(self, mission: str) -> list[str]:
        """The shown frames that name a mission, those in force first."""
        found = [one for one in self.rows if mission in one.frame.missions]
        found.sort(key=lambda one: one.in_force is None)
        return [decision.frame.id for decision in found]

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column) if 0 <= column < len(Column) else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._lay_out()

    @override
    def look_of(self, row: Decision, column: int, role: int) -> object:
        return self._ink(row, column) if role == Qt.ItemDataRole.ForegroundRole else None

    def _ink(self, decision: Decision, column: int) -> object:
        if decision.in_force is None:
            return self._colours.muted
        return self._colours.warning if column == Column.MARKS else None

    @override
    def text_of(self, row: Decision, column: int) -> str:
        frame, source = row.frame, row.frame.source
        texts: dict[int, Callable[[], str]] = {
            Column.TITLE: lambda: frame.title,
            Column.MISSIONS: lambda: missions_text(frame, self._document.plan),
            Column.IN_FORCE: lambda: span_text(row.in_force),
            Column.DOCUMENT: lambda: "" if source is None else source.text or source.document,
            Column.DECIDED: lambda: "" if source is None else day_text(source.decided_on),
            Column.MARKS: lambda: marks_text(row),
        }
        return texts[column]()

    def _key(self, decision: Decision) -> str:
        """Days are sorted as days, everything else as it reads."""
        if self._column is Column.IN_FORCE:
            return "{:08}{:08}".format(*(decision.in_force or (0, 0)))
        if self._column is Column.DECIDED:
            source = decision.frame.source
            decided_on = None if source is None else source.decided_on
            return "" if decided_on is None else decided_on.isoformat()
        return self.text_of(decision, self._column or Column.TITLE).casefold()

    def _read(self) -> None:
        """Look at every frame anew."""
        self._missions = self._rotations.missions
        shown = frozenset(self._missions)
        every = decisions_of(self._document.plan, self._document.findings)
        self._all = [one for one in every if shown & set(one.frame.missions)]
        self._lay_out()

    def _lay_out(self) -> None:
        rows = list(filter(self._wanted.takes, self._all))
        if self._column is not None:
            rows.sort(key=self._key, reverse=self._descending)
        self.show_rows(rows)

    def _on_changed(self, change: Change) -> None:
        """Rotations alone change nothing here, unless two decisions now contradict each other."""
        found = (*change.solved, *change.caused)
        alone = all(ref.kind is Kind.ROTATION for ref in change.touched)
        if not alone or any(finding.code == CONTRADICTION for finding in found):
            self._read()

    def _on_rows_rebuilt(self) -> None:
        if self._rotations.missions != self._missions:
            self._read()
