"""Report: annex 1 and 2 for a period, as the letter to parliament has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from domain.errors import KnownError
from domain.exchange.paper.annexes import lead_1, lead_2
from domain.language import _
from domain.model import Plan
from domain.reports import Report, report_of
from domain.reports.period import Period
from gui.desk import Desk
from gui.models.report_periods import first_choice
from gui.models.report_table import Annex
from gui.timeline.today import today_of
from gui.views.annex_grid import AnnexGrid
from gui.views.report_tools import ReportTools
from gui.views.requests import Requests
from gui.widgets.plain_text import PlainLabel, named


class ReportView(QWidget):
    """The annexes of the open scenario, or of another one of the same plan."""

    def __init__(self, desk: Desk, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "reportView", _("Report"))
        self._desk, self._requests = desk, requests
        self._period: Period | None = None
        self._scenario: str | None = None
        self._plan: Plan | None = None
        self._awake = False
        self._grids = {annex: AnnexGrid(annex, desk.colours) for annex in Annex}
        self.tools: QWidget | None = None
        self.choices = ReportTools(desk.icons)
        self._lead = named(PlainLabel(), "reportLead", _("What the annex is about"))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for grid in self._grids.values():
            self._pages.addWidget(grid)
        self._lead.setWordWrap(True)
        self._lead.setContentsMargins(10, 6, 10, 6)
        self._lead.setForegroundRole(self._lead.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choices)
        column.addWidget(self._lead)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        document, tools = self._desk.document, self.choices
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_replaced)
        document.moved.connect(self._on_changed)
        tools.annex_chosen.connect(self._on_annex)
        tools.period_chosen.connect(self._on_period)
        tools.scenario_chosen.connect(self._on_scenario)
        tools.wanted.connect(self._on_wanted)

    @property
    def page(self) -> QWidget:
        """The view itself."""
        return self

    @property
    def annex(self) -> Annex:
        """Which annex is shown."""
        return tuple(Annex)[self._pages.currentIndex()]

    @property
    def stops(self) -> Sequence[QWidget]:
        """The table of the annex."""
        return (self._grids[self.annex],)

    def enter(self) -> None:
        """Read the plan, which may have changed while nobody looked."""
        self._awake = True
        self._read()

    def leave(self) -> None:
        """Nobody looks any more."""
        self._awake = False

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
        """Stand at a mission."""
        plan = self._plan or self._desk.document.plan
        found = plan.missions.get(mission)
        grid = self._grids[self.annex]
        name = "" if found is None else found.name or found.id
        match = Qt.MatchFlag.MatchExactly
        places = grid.table.match(
            grid.table.index(0, 0), Qt.ItemDataRole.DisplayRole, name, 1, match
        )
        for place in places if name else ():
            grid.setCurrentIndex(place)

    def copy(self) -> int:
        """Copy the selected rows of the annex, or all; how many there are."""
        return self._grids[self.annex].copy()

    def _read(self) -> None:
        """Show the report of the plan as it is now."""
        document = self._desk.document
        self._plan = self._plan_of(self._scenario)
        if self._period is None:
            self._period = first_choice(self._plan, date.fromordinal(today_of(document)))
        names = () if document.file is None else document.file.scenarios()
        self.choices.show_scenarios(names, self._plan.scenario)
        self.choices.show_periods(self._plan, self._period)
        report = None if self._period is None else report_of(self._plan, self._period)
        for grid in self._grids.values():
            grid.table.show_report(report)
        self._show_lead(report)

    def _plan_of(self, scenario: str | None) -> Plan:
        """A scenario of the open file; the open one where it is that or is gone."""
        document = self._desk.document
        if scenario is None or document.file is None or scenario == document.plan.scenario:
            return document.plan
        try:
            return document.file.load(scenario)
        except KnownError:
            self._scenario = None
            return document.plan

    def _show_lead(self, report: Report | None) -> None:
        if report is None:
            self._lead.setText(
                _("Choose the days above: the plan has no rotations yet to take them from.")
            )
            return
        lead = lead_1 if self.annex is Annex.ONE else lead_2
        self._lead.setText(lead(report))

    def _on_changed(self) -> None:
        if self._awake:
            self._read()

    def _on_replaced(self) -> None:
        self._period, self._scenario, self._plan = None, None, None
        self._on_changed()

    def _on_annex(self, annex: Annex) -> None:
        self._pages.setCurrentWidget(self._grids[annex])
        self._read()

    def _on_period(self, period: Period) -> None:
        self._period = period
        self._read()

    def _on_scenario(self, scenario: str) -> None:
        self._scenario = scenario
        self._read()

    def _on_wanted(self, how: str) -> None:
        if self._plan is not None and self._period is not None:
            self._requests.report_requested.emit(how, self._plan, self._period)
