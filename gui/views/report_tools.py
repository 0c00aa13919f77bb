"""The choices of the report: which annex, period and scenario, and the ways out of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from domain.language import N_, _
from domain.model import Plan
from domain.reports.period import Period
from gui.icons import Icons
from gui.models.report_periods import choices_of
from gui.models.report_table import Annex
from gui.views.segments import Segments
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import PlainLabel, named
from gui.widgets.wrapping import WrapLayout

_WAYS: Final = (
    ("excel", "file-spreadsheet", N_("Write a workbook with the report of this period")),
    ("pdf", "file-text", N_("Write the report to a PDF file")),
    ("print", "printer", N_("See the report on paper, and print it")),
)


class ReportTools(QWidget):
    """The choices, from left to right; each is told when the user makes it."""

    annex_chosen = Signal(object)
    period_chosen = Signal(object)
    scenario_chosen = Signal(str)
    wanted = Signal(str)
    """The report is to leave the window: "excel", "pdf" or "print"."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportTools")
        self._annexes = Segments("annexSwitch", _("Annex"))
        for annex in Annex:
            self._annexes.add_value(annex, _(annex.value))
        self._annexes.show_value(Annex.ONE)
        self._periods = named(QComboBox(), "reportPeriod", _("Period"))
        self._scenarios = named(QComboBox(), "reportScenario", _("Scenario"))
        self._first = named(DayField(icons), "reportFirst", _("From"))
        self._last = named(DayField(icons), "reportLast", _("Until"))
        for box in (self._periods, self._scenarios):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lay_out(icons)
        self._annexes.chosen.connect(self.annex_chosen)
        self._periods.activated.connect(self._on_period)
        self._scenarios.activated.connect(self._on_scenario)
        for field in (self._first, self._last):
            field.day_changed.connect(self._on_days)

    def _lay_out(self, icons: Icons) -> None:
        line = WrapLayout(self)
        line.setContentsMargins(8, 6, 8, 4)
        days, out = QWidget(), QWidget()
        between, ways = QHBoxLayout(days), QHBoxLayout(out)
        for day in (self._first, PlainLabel("–"), self._last):
            between.addWidget(day)
        for inner in (between, ways):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(6)
        for part in (self._annexes, self._periods, days, self._scenarios):
            line.addWidget(part)
        line.add_stretch()
        line.addWidget(out)
        for way, icon, tip in _WAYS:
            button = named(QToolButton(), f"report_{way}", _(tip))
            button.setIcon(icons.icon(icon))
            button.setToolTip(_(tip))
            button.clicked.connect(self._on_way)
            ways.addWidget(button)

    def show_periods(self, plan: Plan, chosen: Period | None) -> None:
        """Offer the periods of a plan, and show the chosen one."""
        self._periods.clear()
        choices = choices_of(plan)
        for choice in choices:
            self._periods.addItem(choice.text, choice.period)
        self._periods.addItem(_("other days"), None)
        places = [n for n, choice in enumerate(choices) if choice.period == chosen]
        self._periods.setCurrentIndex(places[0] if places else len(choices))
        if chosen is not None:
            self._first.set_day(chosen.first_day)
            self._last.set_day(chosen.last_day)

    def show_scenarios(self, names: Sequence[str], chosen: str) -> None:
        """Offer the scenarios of a plan; where there is one there is nothing to choose."""
        self._scenarios.clear()
        for name in names:
            self._scenarios.addItem(name or _("(no name)"), name)
        self._scenarios.setCurrentIndex(max(self._scenarios.findData(chosen), 0))
        self._scenarios.setVisible(len(names) > 1)

    def _on_period(self, place: int) -> None:
        period = self._periods.itemData(place)
        if isinstance(period, Period):
            self.period_chosen.emit(period)
        else:
            self._first.setFocus()
            self._first.selectAll()

    def _on_scenario(self, place: int) -> None:
        self.scenario_chosen.emit(self._scenarios.itemData(place))

    def _on_days(self) -> None:
        """A day was entered: where they are turned round, the other one follows."""
        first, last = self._first.day, self._last.day
        if first is None or last is None:
            return
        if last < first:
            first = last = first if self.sender() is self._first else last
        self.period_chosen.emit(Period(first, last))

    def _on_way(self) -> None:
        self.wanted.emit(self.sender().objectName().removeprefix("report_"))
