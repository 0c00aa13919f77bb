"""The history: every step of the scenario, with what to show of it and the ways through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _, plural
from gui.desk import Desk
from gui.models.history_table import HistoryTable
from gui.widgets.history_details import HistoryDetails
from gui.widgets.history_filters import HistoryFilters
from gui.widgets.list_view import list_view
from gui.widgets.plain_text import PlainLabel, named

if TYPE_CHECKING:
    from domain.store.history import HistoryStep

_WIDTHS: Final = (130, 80, 270, 200, 90)


class HistoryPanel(QWidget):
    """The steps, and what the selected one changed."""

    after_asked = Signal(object)
    """The plan should be what it was after a step: the ``HistoryStep``."""
    before_asked = Signal(object)
    """The plan should be what it was before a step."""
    where_asked = Signal(object)
    """What a step changed should be selected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyPanel")
        self._desk, self._document = desk, desk.document
        self._is_built, self._is_stale = False, True
        desk.document.changed.connect(self._on_changed)
        desk.document.recalled.connect(self._on_changed)
        desk.document.moved.connect(self._on_changed)
        desk.document.replaced.connect(self._on_replaced)

    def build(self) -> None:
        """Make what the panel consists of; nothing of it is needed before it is first shown."""
        if self._is_built:
            return
        self._is_built = True
        desk = self._desk
        self.table = HistoryTable(desk.document, desk.icons, self)
        self.filters = HistoryFilters(desk.selection, desk.icons)
        self.view = list_view(self.table, "history", _("History"), _WIDTHS)
        self.details = HistoryDetails()
        self.count = named(PlainLabel(), "historyCount", _("Number of steps"))
        self.count.setForegroundRole(self.count.palette().ColorRole.PlaceholderText)
        self._nothing = PlainLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setForegroundRole(self.count.foregroundRole())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 10, 0)
        line.addWidget(self.filters, 1)
        line.addWidget(self.count)
        column.addLayout(line)
        column.addWidget(self._pages, 1)
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "historySplitter", "")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([860, 520])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        self.table.counted.connect(self._show_count)
        self.table.modelReset.connect(self._show_step)
        self.view.selectionModel().currentRowChanged.connect(self._show_step)
        self.view.activated.connect(self._on_activated)
        self.details.after_asked.connect(lambda: self._ask(self.after_asked))
        self.details.before_asked.connect(lambda: self._ask(self.before_asked))
        self.details.where_asked.connect(lambda: self._ask(self.where_asked))

    @property
    def step(self) -> HistoryStep | None:
        """The selected step."""
        return self.table.row_at(self.view.currentIndex())

    def select(self, seq: int) -> None:
        """Select the step that an entry of the journal tells of, if it is shown."""
        row = self.table.row_of(seq)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self.table.index(row, 0)
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(index)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.build()
        if self._is_stale:
            self._read_anew()

    def _read_anew(self) -> None:
        self._is_stale = False
        self.table.read_anew()
        self.filters.show_people(self.table.people)

    def _on_replaced(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read_anew()

    def _on_changed(self) -> None:
        if self._is_stale:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self.table.read_on()
        self.filters.show_people(self.table.people)
        self._show_step()

    def _on_filtered(self) -> None:
        step = self.step
        self.table.show_only(self.filters.wanted())
        if step is not None:
            self.select(step.seq)

    def _show_count(self) -> None:
        shown, total = self.table.rowCount(), self.table.total
        text = plural("{n} step", "{n} steps", total).format(n=total)
        if not self.table.is_whole:
            text = _("more than {text}").format(text=text)
        if shown != total:
            text = _("{shown} of {total}").format(shown=shown, total=total)
        self.count.setText(text)
        self._pages.setCurrentIndex(0 if shown else 1)
        self._nothing.setText(
            _("No step is like that.") if total else _("Nothing was done in this scenario yet.")
        )

    def _show_step(self) -> None:
        self.details.show_step(self.step, self._document.plan, can_edit=self._document.can_edit)

    def _on_activated(self, _index: QModelIndex) -> None:
        if self._document.can_edit:
            self._ask(self.after_asked)

    def _ask(self, signal: SignalInstance) -> None:
        if self.step is not None:
            signal.emit(self.step)
