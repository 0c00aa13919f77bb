"""The history of the open scenario: every step that the journal tells of, the last one first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
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
from gui.widgets.plain_text import plain_tip

if TYPE_CHECKING:
    from domain.store.history import HistoryStep

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
HEADINGS: Final = (N_("When"), N_("Who"), N_("Step"), N_("Changed"), N_("State"))
WHEN, WHO, STEP, CHANGED, STATE = range(5)

_AT_ONCE: Final = 2_000
"""So many steps are read at once, and more when someone scrolls to their end."""


class HistoryTable(QAbstractTableModel):
    """The steps as shown, each a row; it reads the journal when it is asked to."""

    counted = Signal()
    """Other steps are shown."""

    def __init__(self, document: Document, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._icons = document, icons
        self._steps: list[HistoryStep] = []
        self._shown: list[HistoryStep] = []
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
        self._shown = self._wanted(self._steps)
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
            self.beginInsertRows(_NOWHERE, 0, len(shown) - 1)
            self._shown[:0] = shown
            self.endInsertRows()
        self.show_places()
        self.counted.emit()

    def show_places(self) -> None:
        """Show anew which steps hold."""
        self._find_places()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, STATE))

    def show_only(self, wanted: HistoryFilter) -> None:
        """Show only the steps that are asked for."""
        self.beginResetModel()
        self._filter = wanted
        if not wanted.takes_all:
            self._read_older(None)
        self._shown = self._wanted(self._steps)
        self.endResetModel()
        self.counted.emit()

    def step_at(self, index: Index) -> HistoryStep | None:
        """The step in the row of an index, or none."""
        row = index.row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, seq: int) -> int | None:
        """The row of the step that an entry of the journal tells of; none if it is not shown."""
        return next((row for row, step in enumerate(self._shown) if step.seq == seq), None)

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
            self.beginInsertRows(_NOWHERE, first, len(self._steps) - 1)
            self._shown += self._steps[first:]
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
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

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
        step = self.step_at(index)
        if step is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(step, index.column()))
        return self._look(step, index.column(), role)

    def _look(self, step: HistoryStep, column: int, role: int) -> QIcon | QFont | QColor | None:
        place = self._done.get(step.seq)
        is_here = place is not None and place == self._place
        if role == Qt.ItemDataRole.DecorationRole and column == STATE and is_here:
            return self._icons.icon("chevron-right", self._icons.colours.accent)
        if role == Qt.ItemDataRole.FontRole and is_here and column == STEP:
            font = QFont()
            font.setBold(True)
            return font
        was_undone = place is not None and place > self._place
        if role == Qt.ItemDataRole.ForegroundRole and was_undone:
            return self._icons.colours.muted
        return None

    def _text(self, step: HistoryStep, column: int) -> str:
        from gui.models.history_words import changed_things

        if column == WHEN:
            return moment_text(step.at)
        if column == CHANGED:
            return changed_things(step, self._document.plan)
        if column == STATE:
            return self._state(step)
        return step.who if column == WHO else step.label

    def _state(self, step: HistoryStep) -> str:
        place = self._done.get(step.seq)
        if place is None:
            return ""
        if place == self._place:
            return _("the plan is here")
        return _("undone") if place > self._place else ""
