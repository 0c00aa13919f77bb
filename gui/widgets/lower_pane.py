"""At the bottom: findings, open points and the list of steps, one tab each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QWidget,
)

from domain.language import _
from domain.model import Kind, Ref
from gui.desk import Desk
from gui.models.open_points import OpenPointTable
from gui.widgets.findings_panel import FindingsPanel
from gui.widgets.history_panel import HistoryPanel
from gui.widgets.plain_text import PlainLabel, named


class LowerPane(QTabWidget):
    """What is wrong, what is open, what was done."""

    mission_chosen = Signal(str)
    """An open point was chosen: the mission that it is about."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "lowerPane", _("Findings, open points, history"))
        self._desk = desk
        self.setDocumentMode(True)
        self.findings = FindingsPanel(desk)
        self._points = OpenPointTable(desk.document, self)
        self.open_points = self._point_view()
        self._no_points = PlainLabel(_("This plan has no open points."))
        self._no_points.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._no_points.setForegroundRole(self._no_points.palette().ColorRole.PlaceholderText)
        self._point_pages = QStackedWidget()
        self._point_pages.addWidget(self.open_points)
        self._point_pages.addWidget(self._no_points)
        self.history = HistoryPanel(desk)
        self.addTab(self.findings, _("Findings"))
        self.addTab(self._point_pages, _("Open points"))
        self.addTab(self.history, _("History"))
        desk.document.replaced.connect(self._refresh)
        desk.findings.changed.connect(self._show_count)
        self._points.modelReset.connect(self._refresh)
        self._refresh()

    def _point_view(self) -> QTableView:
        view = named(QTableView(), "openPoints", _("Open points"))
        view.setModel(self._points)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.setColumnWidth(0, 180)
        view.setColumnWidth(2, 260)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        view.activated.connect(self._on_point)
        view.clicked.connect(self._on_point)
        return view

    def show_findings(self) -> None:
        """Bring the findings to the front."""
        self.setCurrentWidget(self.findings)

    def _refresh(self) -> None:
        count = self._points.rowCount()
        self._point_pages.setCurrentIndex(0 if count else 1)
        self.setTabText(1, f"{_('Open points')} ({count})" if count else _("Open points"))
        self._show_count()

    def _show_count(self) -> None:
        document = self._desk.document
        if document.is_previewing:
            # The counts above the list follow the mouse. Another text on a tab would move the
            # tabs, and have everything below them drawn anew, at every frame.
            return
        count = self._desk.findings.total if document.is_checked else 0
        self.setTabText(0, f"{_('Findings')} ({count})" if count else _("Findings"))

    def _on_point(self, index: QModelIndex) -> None:
        point = self._points.row_at(index)
        plan = self._desk.document.plan
        if point is None:
            return
        frame = plan.frames.get(point.subject_id)
        rotation = plan.rotations.get(point.subject_id)
        if frame is not None and frame.missions:
            self.mission_chosen.emit(frame.missions[0])
        elif rotation is not None:
            self._desk.selection.set_rotations([rotation.id])
        elif plan.find(Ref(Kind.MISSION, point.subject_id)) is not None:
            self.mission_chosen.emit(point.subject_id)
