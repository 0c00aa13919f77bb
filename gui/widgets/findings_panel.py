"""The findings: the list with what to show of it, and the explanation of the selected one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QStyle,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from domain.language import _, plural
from domain.model import UNCERTAIN
from domain.rules.finding import Severity
from domain.words.days import day_text
from domain.words.numbers import rotations_text
from gui.desk import Desk
from gui.document import Document
from gui.icons import Icons
from gui.models.finding_groups import GroupBy
from gui.models.finding_index import UNKNOWN
from gui.models.finding_table import DAYS, RULE, SEVERITY, TEXT, WHERE, FindingTable
from gui.widgets.count_button import CountButton
from gui.widgets.explanation import Explanation
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named
from gui.words import word, words_of_severity

_ROW: Final = 24
_PADDING: Final = 18
_WIDEST: Final = {
    RULE: "WWW888",
    DAYS: "88-88-8888 – 88-88-8888",
    WHERE: "EUNAVFOR Atalanta",
}
"""As wide a text as each column has room for at first."""
_LETTERS: Final = 34
"""As wide as so many letters the explanation is at least."""
_ROOM_FOR_MISSIONS: Final = 112
"""A table with room for fewer letters leaves the missions out."""
_NARROW: Final = 170
"""With room for fewer letters than these beside each other the buttons say less."""


class FindingsPanel(QWidget):
    """What the rules say about the plan, and why."""

    chosen = Signal(object)
    """Something that takes part in the selected finding was chosen: its ``Ref``."""
    accept_asked = Signal()
    """The selected finding should be accepted."""
    take_back_asked = Signal()
    """The acceptance of the selected finding should be taken back."""
    menu_requested = Signal(QPoint)
    """A context menu is asked for about the selected finding; the place on the screen."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        document, selection, icons = desk.document, desk.selection, desk.icons
        findings = desk.findings
        self._document, self._selection, self._index = document, selection, findings
        self._table = FindingTable(document, findings, icons, self)
        self._filters = {s: self._filter(words_of_severity(s), s.value) for s in Severity}
        for severity, button in self._filters.items():
            button.setIcon(icons.of_severity(severity))
        self._spans: list[int] = []
        self._accepted = self._filter(_("Accepted"), "accepted")
        self._accepted.setIcon(icons.icon("circle-check"))
        self.view = self._view()
        self.grouping = self._grouping()
        self._group_by = PlainLabel(_("Group by"))
        self._nothing = Nothing(icons)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self.explanation = Explanation(icons)
        letter = self.fontMetrics().averageCharWidth()
        self.explanation.setMinimumWidth(_LETTERS * letter)
        self._narrow = False
        self.explanation.chosen.connect(self.chosen)
        self.explanation.accept_asked.connect(self.accept_asked)
        self.explanation.take_back_asked.connect(self.take_back_asked)
        self._lay_out()
        selection.finding_changed.connect(self._show_finding)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)
        findings.changed.connect(self._show_counts)
        self._table.counted.connect(self._on_counted)
        self._show_counts()
        self._on_counted()
        self._show_finding()

    def _filter(self, text: str, name: str) -> CountButton:
        button = named(CountButton(), f"filter_{name}", text)
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(_("Show or hide: {what}").format(what=text))
        button.toggled.connect(self._on_filtered)
        return button

    def _grouping(self) -> QComboBox:
        box = named(QComboBox(), "groupFindings", _("Group findings by"))
        for text, by in (
            (_("nothing"), GroupBy.NOTHING),
            (_("rule"), GroupBy.RULE),
            (_("mission"), GroupBy.MISSION),
            (_("month"), GroupBy.MONTH),
        ):
            box.addItem(text, by)
        box.currentIndexChanged.connect(lambda: self._table.group_by(box.currentData()))
        return box

    def _span_headings(self) -> None:
        """Let the heading of each group take the whole width."""
        if self._spans:
            self.view.clearSpans()
        self._spans = self._table.rows_of_headings()
        for row in self._spans:
            self.view.setSpan(row, 0, 1, self._table.columnCount())

    def _view(self) -> QTableView:
        view = named(QTableView(), "findingsTable", _("Findings"))
        view.setModel(self._table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSortingEnabled(True)
        view.setFrameShape(QTableView.Shape.NoFrame)
        rows, columns = view.verticalHeader(), view.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW)
        rows.setDefaultSectionSize(_ROW)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSortIndicator(SEVERITY, Qt.SortOrder.AscendingOrder)
        for column, text in _WIDEST.items():
            view.setColumnWidth(column, view.fontMetrics().horizontalAdvance(text) + _PADDING)
        widest = max(view.fontMetrics().horizontalAdvance(word(severity)) for severity in Severity)
        icon = view.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        view.setColumnWidth(SEVERITY, widest + icon + 2 * _PADDING)
        columns.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        view.clicked.connect(self._on_clicked)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_asked)
        return view

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setContentsMargins(6, 2, 6, 2)
        filters.setSpacing(2)
        for button in (*self._filters.values(), self._accepted):
            filters.addWidget(button)
        filters.addStretch(1)
        filters.addWidget(self._group_by)
        filters.addWidget(self.grouping)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(filters)
        column.addWidget(self._pages, 1)
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "findingsSplitter", "")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.explanation)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([860, 480])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def go_to_next(self, step: int) -> None:
        """Select the next finding, or the previous one with a step of -1; goes round at the end."""
        here = self.view.currentIndex().row()
        row = self._table.row_after(here if here >= 0 else min(-step, 0), step)
        if row is None:
            return
        self._select_row(row)
        self._on_clicked(self._table.index(row, 0))

    def show_only(self, severity: Severity) -> None:
        """Show the findings of one severity."""
        for other, button in self._filters.items():
            button.setChecked(other is severity)
        first = self._table.row_after(-1, 1)
        if first is not None:
            self._select_row(first)

    def _select_row(self, row: int) -> None:
        index = self._table.index(row, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _on_filtered(self) -> None:
        severities = [s for s, button in self._filters.items() if button.isChecked()]
        self._table.show_severities(severities, waived=self._accepted.isChecked())

    def _on_current_changed(self, current: QModelIndex) -> None:
        finding = self._table.finding_at(current)
        if finding is not None and not self._table.is_exchanging:
            self._selection.set_finding(finding)

    def _on_menu_asked(self, place: QPoint) -> None:
        if self._table.finding_at(self.view.indexAt(place)) is not None:
            self.menu_requested.emit(self.view.viewport().mapToGlobal(place))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Go to a finding again, though it is the selected one."""
        finding = self._table.finding_at(index)
        if finding is not None and finding == self._selection.finding:
            self._selection.finding_changed.emit()

    def _on_changed(self) -> None:
        finding = self._selection.finding
        if finding is not None and self._table.row_of(finding) is None:
            self._selection.set_finding(None)
        self._show_finding()

    def _on_counted(self) -> None:
        is_empty = self._table.rowCount() == 0
        self._pages.setCurrentIndex(1 if is_empty else 0)
        if is_empty:
            self._nothing.tell(self._document)
        self._span_headings()
        self._mark_row()

    def _show_finding(self) -> None:
        """Explain the selected finding as it is now."""
        index = self._mark_row()
        finding, explanation = self._table.finding_at(index), self.explanation
        explanation.can_edit, explanation.as_of = self._document.can_edit, self._document.as_of
        since = "" if finding is None else self._table.since(finding)
        explanation.show_finding(finding, self._document.plan, since)

    def _mark_row(self) -> QModelIndex:
        """Let the list stand on the selected finding, without choosing it anew."""
        finding = self._selection.finding
        row = None if finding is None else self._table.row_of(finding)
        index = QModelIndex() if row is None else self._table.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._table.is_exchanging = True
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._table.is_exchanging = False
        return index

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room only the icons and the numbers stand on the buttons."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        # What a finding says comes first; the mission stands in it, or can be grouped by.
        self.view.setColumnHidden(WHERE, self._pages.width() < _ROOM_FOR_MISSIONS * letter)
        narrow = self.width() < _NARROW * letter
        if narrow is not self._narrow:
            self._narrow = narrow
            self._group_by.setVisible(not narrow)
            self._show_counts()
            for button in (*self._filters.values(), self._accepted):
                button.fit()

    def _show_counts(self) -> None:
        for severity, button in self._filters.items():
            self._show_count(button, words_of_severity(severity), self._index.count(severity))
        self._show_count(self._accepted, _("Accepted"), self._index.waived)

    def _show_count(self, button: CountButton, word_of: str, count: int) -> None:
        text = f"{word_of}  {self._shown(count)}"
        button.show_text(self._shown(count) if self._narrow else text)
        button.setAccessibleName(text)

    def _shown(self, count: int) -> str:
        return str(count) if self._index.is_known else UNKNOWN


class Nothing(QWidget):
    """What stands where there are no findings: what was checked, and what could not be."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._title = named(Heading(steps=1), "nothingTitle", "")
        self._checked = named(Paragraph(), "nothingChecked", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._checked)
        layout.addStretch(1)

    def tell(self, document: Document) -> None:
        """Say what was checked."""
        if not document.is_checked:
            self._title.setText(_("Checking…"))
            self._checked.setText("")
            return
        if document.shown_findings:
            self._title.setText(_("No findings of the chosen kinds"))
            self._checked.setText(_("Switch the buttons above on to see the others."))
            return
        self._title.setText(_("No findings") if document.is_open else _("No plan is open"))
        self._checked.setText(what_was_checked(document) if document.is_open else "")


def what_was_checked(document: Document) -> str:
    """How many rotations and limits were checked, as of which day, and what is unknown."""
    plan = document.plan
    rotations = sum(1 for rotation in plan.rotations.things() if not rotation.cancelled)
    limits = [limit for _frame, limit in plan.limits()]
    unknown = sum(1 for limit in limits if limit.binding in UNCERTAIN)
    text = _("{rotations} and {limits} were checked").format(
        rotations=rotations_text(rotations),
        limits=plural("{n} limit", "{n} limits", len(limits)).format(n=len(limits)),
    )
    if document.as_of is not None:
        text += ", " + _("as of {day}").format(day=day_text(document.as_of))
    if unknown:
        text += ". " + plural(
            "Of {n} limit the number is unknown: nothing can be said about it",
            "Of {n} limits the number is unknown: nothing can be said about them",
            unknown,
        ).format(n=unknown)
    return text + "."
