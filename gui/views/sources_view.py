"""Sources: every frame with the decision behind it; what is open can be decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.model import Edit, Kind, Plan, Ref
from gui.desk import Desk
from gui.models.decision_words import SHOWN
from gui.models.decisions import Shown
from gui.models.source_table import Column, SourceTable
from gui.row import ROW_HEIGHT
from gui.views.source_page import SourcePage
from gui.widgets.plain_text import PlainLabel, named
from gui.widgets.widths import at_text_size

_SIDES: Final = [700, 440]
_WIDTHS: Final = {
    Column.TITLE: 206,
    Column.IN_FORCE: 184,
    Column.MARKS: 196,
    Column.MISSIONS: 150,
    Column.DECIDED: 96,
}


class SourcesView(QWidget):
    """On the left the frames, on the right one of them in full."""

    mission_chosen = Signal(str, str)
    """The rotations of a mission under a limit are asked for: the ids of both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "sourcesView", _("Sources"))
        self._desk = desk
        self._frame: str | None = None
        self.table = SourceTable(desk.document, desk.rows, desk.colours, self)
        self.list = self._list()
        self.details = SourcePage(desk)
        self._nothing = PlainLabel()
        self._pages = QStackedWidget()
        self._filter = named(QComboBox(), "sourceFilter", _("Which frames are shown"))
        self.tools = self._tools()
        self._lay_out()
        self._connect()
        self._on_reset()

    def _list(self) -> QTableView:
        view = named(QTableView(), "sourceList", _("Frames and their decisions"))
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(True)
        view.setSortingEnabled(True)
        for column, width in _WIDTHS.items():
            view.setColumnWidth(column, at_text_size(view, width))
        return view

    def _tools(self) -> QWidget:
        for shown in Shown:
            self._filter.addItem("", shown)
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        label = PlainLabel(_("Show"))
        label.setBuddy(self._filter)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        line.addWidget(label)
        line.addWidget(self._filter)
        return tools

    def _lay_out(self) -> None:
        sides = named(QSplitter(Qt.Orientation.Horizontal), "sourceSplitter", "")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.list)
        sides.addWidget(self.details)
        sides.setStretchFactor(0, 1)
        sides.setSizes(_SIDES)
        self.details.setMinimumWidth(300)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._pages.addWidget(sides)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        self.table.modelReset.connect(self._on_reset)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.details.frame_chosen.connect(self.show_frame)
        self.details.mission_chosen.connect(self.mission_chosen)
        self.details.edited.connect(self._on_edited)
        self._filter.activated.connect(self._on_filter)
        self._desk.selection.finding_changed.connect(self._on_finding)

    @property
    def page(self) -> QWidget:
        """The view itself."""
        return self

    @property
    def stops(self) -> Sequence[QWidget]:
        """The list, then the details."""
        return self.list, self.details

    def enter(self) -> None:
        """Stand at a frame of the selected mission, unless one is chosen."""
        mission = self._desk.selection.mission
        if self._frame is None and mission is not None:
            self.show_mission(mission)

    def leave(self) -> None:
        """Nothing has to be put away."""

    def zoom(self, way: int) -> None:
        """There are no days to make wider."""

    def fit(self) -> None:
        """There are no days to fit."""

    def go_to_today(self) -> None:
        """There is no calendar."""

    def set_folded(self, folded: bool) -> None:
        """There is nothing to fold."""

    def show_rotation(self, _rotation: str) -> bool:
        """A rotation is not shown here."""
        return False

    def show_mission(self, mission: str) -> None:
        """Show a frame of a mission, unless one is shown."""
        names = self.table.frames_of(mission)
        if names and self._frame not in names:
            self.show_frame(names[0])

    def show_frame(self, name: str) -> None:
        """Show a frame, whatever was filtered."""
        if not self.table.place_of(name).isValid():
            self._filter.setCurrentIndex(0)
            self.table.show_only(Shown.ALL)
        index = self.table.place_of(name)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _on_current(self, index: QModelIndex) -> None:
        decision = self.table.row_at(index)
        self._frame = None if decision is None else decision.frame.id
        self.details.show_decision(decision)

    def _on_reset(self) -> None:
        """Stand where it stood, if that is still there."""
        for place, shown in enumerate(Shown):
            text = f"{_(SHOWN[shown])} ({self.table.count(shown)})"
            self._filter.setItemText(place, text)
        self._nothing.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self.table.rowCount() else 1)
        index = self.table.place_of(self._frame or "")
        bar = self.details.verticalScrollBar()
        scrolled = bar.value()
        self.list.setCurrentIndex(index)
        self._on_current(index)
        if index.isValid():
            self.list.scrollTo(index)
            bar.setValue(scrolled)

    def _why_empty(self) -> str:
        if not self._desk.document.plan.frames:
            return _(
                "This plan has no national frames. Make a plan from a baseline, "
                "or import one, to see here what was decided."
            )
        return _("No frame is like this.")

    def _on_filter(self, place: int) -> None:
        self.table.show_only(tuple(Shown)[place])

    def _on_edited(self, edit: Edit) -> None:
        self._desk.document.submit(edit)

    def _on_finding(self) -> None:
        """Show the frame that a selected finding is about."""
        finding = self._desk.selection.finding
        if finding is None or not self.isVisible():
            return
        names = [frame_of(ref, self._desk.document.plan) for ref in finding.subjects]
        known = [name for name in names if name is not None]
        if known and self._frame not in known:
            self.show_frame(known[0])


def frame_of(ref: Ref, plan: Plan) -> str | None:
    """The id of the frame that a reference names, or one of its limits; else none."""
    if ref.kind is Kind.FRAME and ref.id in plan.frames:
        return ref.id
    if ref.kind is Kind.LIMIT:
        return next((frame.id for frame, limit in plan.limits() if limit.id == ref.id), None)
    return None
