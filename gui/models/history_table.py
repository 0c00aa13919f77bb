"""The history of the open scenario: every step that the journal tells of, the last one first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from domain.errors import KnownError
from domain.language import N_, _
from domain.words.things import thing_name
from gui.days import moment_text
from gui.document import Document
from gui.icons import Icons
from gui.models.history_filter import HistoryFilter
from gui.models.table_of_rows import NOWHERE, Index, TableOfRows, bold

if TYPE_CHECKING:
    from domain.store.history import HistoryStep

HEADINGS: Final = (N_("When"), N_("Who"), N_("Step"), N_("Changed"), N_("State"))
WHEN, WHO, STEP, CHANGED, STATE = range(5)

_AT_ONCE: Final = 2_000
"""So many steps are read at once, and more when someone scrolls to their end."""


class HistoryTable(TableOfRows["HistoryStep"]):
    """The steps as shown, each a row; it reads the journal when it is asked to."""

    counted = Signal()
    """Other steps are shown."""

    def __init__(self, document: Document, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._document, self._icons = document, icons
        self._steps: list[HistoryStep] = []
        self._filter = HistoryFilter()
        self._is_whole = True
        self._done: dict[int, int] = {}
        self._place = 0

    @property
    def people(self) -> list[str]:
        """Everyone who made a step."""
        return sorted({step.who for step in self._steps})

    @property
    def total(self) -> int:
        """How many steps were read, shown or not."""
        return len(self._steps)

    @property
    def is_whole(self) -> bool:
        """Whether there are no older steps than those that were read."""
        return self._is_whole

    def read_anew(self) -> None:
        """Read the last steps of the scenario that is open now; all that are wanted, if not all."""
        self.beginResetModel()
        self._steps = []
        self._is_whole = False
        self._read_older(_AT_ONCE if self._filter.takes_all else None)
        self._find_places()
        self.rows = self._wanted(self._steps)
        self.endResetModel()
        self.counted.emit()

    def read_on(self) -> None:
        """Read the steps that came since, and where the plan stands now."""
        last = self._steps[0].seq if self._steps else 0
        fresh = self._read(after=last)
        self._find_places()
        self._steps[:0] = fresh
        shown = self._wanted(fresh)
        if shown:
            self.beginInsertRows(NOWHERE, 0, len(shown) - 1)
            self.rows[:0] = shown
            self.endInsertRows()
        self.show_places()
        self.counted.emit()

    def show_places(self) -> None:
        """Show anew which steps hold."""
        self._find_places()
        self.tell_all()

    def show_only(self, wanted: HistoryFilter) -> None:
        """Show only the steps that are asked for."""
        self.beginResetModel()
        self._filter = wanted
        if not wanted.takes_all:
            self._read_older(None)
        self.rows = self._wanted(self._steps)
        self.endResetModel()
        self.counted.emit()

    def row_of(self, seq: int) -> int | None:
        """The row of the step that an entry of the journal tells of; none if it is not shown."""
        return next((row for row, step in enumerate(self.rows) if step.seq == seq), None)

    def place_of(self, step: HistoryStep) -> int | None:
        """After how many steps to undo a step was made; none if it is not one of those."""
        return self._done.get(step.seq)

    def _read(
        self, *, after: int = 0, until: int | None = None, most: int | None = None
    ) -> list[HistoryStep]:
        file, scenario = self._document.file, self._document.plan.scenario
        if file is None or not self._document.is_open:
            return []
        try:
            return list(file.history(scenario, after=after, until=until, most=most))
        except KnownError:
            return []

    def _read_older(self, most: int | None) -> int:
        """Read so many steps before those that were read, or all; how many came."""
        if self._is_whole:
            return 0
        until = self._steps[-1].seq - 1 if self._steps else None
        older = self._read(until=until, most=most)
        self._is_whole = most is None or len(older) < most
        self._steps += older
        return len(older)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole and self._filter.takes_all

    @override
    def fetchMore(self, parent: Index) -> None:
        first = len(self._steps)
        if self._read_older(_AT_ONCE):
            self.beginInsertRows(NOWHERE, first, len(self._steps) - 1)
            self.rows += self._steps[first:]
            self.endInsertRows()
        self.counted.emit()

    def _find_places(self) -> None:
        steps = self._document.steps()
        self._done = {
            step.seq: place for place, step in enumerate(steps, start=1) if step.seq is not None
        }
        self._place = self._document.undo_stack.index()

    def _wanted(self, steps: list[HistoryStep]) -> list[HistoryStep]:
        if self._filter.takes_all:
            return list(steps)
        name = partial(thing_name, plans=(self._document.plan,))
        return [step for step in steps if self._filter.takes(step, name)]

    @override
    def look_of(self, row: HistoryStep, column: int, role: int) -> QIcon | QFont | QColor | None:
        place = self._done.get(row.seq)
        is_here = place is not None and place == self._place
        if role == Qt.ItemDataRole.DecorationRole and column == STATE and is_here:
            return self._icons.icon("chevron-right", self._icons.colours.accent)
        if role == Qt.ItemDataRole.FontRole and is_here and column == STEP:
            return bold()
        was_undone = place is not None and place > self._place
        if role == Qt.ItemDataRole.ForegroundRole and was_undone:
            return self._icons.colours.muted
        return None

    @override
    def text_of(self, row: HistoryStep, column: int) -> str:
        from gui.models.history_words import changed_things

        if column == WHEN:
            return moment_text(row.at)
        if column == CHANGED:
            return changed_things(row, self._document.plan)
        if column == STATE:
            return self._state(row)
        return row.who if column == WHO else row.label

    def _state(self, step: HistoryStep) -> str:
        place = self._done.get(step.seq)
        if place is None:
            return ""
        if place == self._place:
            return _("the plan is here")
        return _("undone") if place > self._place else ""
