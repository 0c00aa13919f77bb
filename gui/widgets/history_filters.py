"""What of the history to show: a text, a person, a sort of thing, a period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from domain.language import N_, _
from domain.model import LISTS, Kind, Ref
from domain.words.titles import many_kind_text
from gui.icons import Icons
from gui.models.history_filter import HistoryFilter
from gui.selection import Selection
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import PlainLabel, named

_PAUSE: Final = 150
_SELECTED: Final = "selected"
_BETWEEN: Final = "between"
_PERIODS: Final = (
    (N_("At any time"), None),
    (N_("Today"), 0),
    (N_("The last 7 days"), 6),
    (N_("The last 30 days"), 29),
    (N_("The last year"), 365),
)


class HistoryFilters(QWidget):
    """The fields above the history."""

    changed = Signal()

    def __init__(self, selection: Selection, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyFilters")
        self._selection = selection
        self.text = named(QLineEdit(), "historyText", _("Text in a step, a name or an id"))
        self.text.setPlaceholderText(_("Search in the history"))
        self.text.setClearButtonEnabled(True)
        self.who = named(QComboBox(), "historyWho", _("Who"))
        self.things = named(QComboBox(), "historyThings", _("What was changed"))
        self.period = named(QComboBox(), "historyPeriod", _("When"))
        self.first_day = named(DayField(icons), "historyFirst", _("From"))
        self.last_day = named(DayField(icons), "historyLast", _("Until"))
        self._between = PlainLabel("–")
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self.changed)
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        self.show_people(())
        self.things.addItem(_("All things"), None)
        self.things.addItem(_("The selection"), _SELECTED)
        for kind in LISTS:
            self.things.addItem(many_kind_text(kind), kind.value)
        for text, days in _PERIODS:
            self.period.addItem(_(text), days)
        self.period.addItem(_("From … until …"), _BETWEEN)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 3, 6, 3)
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        for box in (self.who, self.things, self.period):
            line.addWidget(box)
        for widget in (self.first_day, self._between, self.last_day):
            line.addWidget(widget)
            widget.hide()

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typing.start)
        for box in (self.who, self.things, self.period):
            box.currentIndexChanged.connect(self._on_chosen)
        for field in (self.first_day, self.last_day):
            field.day_changed.connect(self.changed)
        self._selection.rotations_changed.connect(self._on_selected)
        self._selection.mission_changed.connect(self._on_selected)

    def show_people(self, people: Iterable[str]) -> None:
        """Offer these people, and keep the one that is chosen."""
        chosen = self.who.currentData()
        self.who.blockSignals(True)
        self.who.clear()
        self.who.addItem(_("Everyone"), None)
        for person in people:
            self.who.addItem(person, person)
        self.who.setCurrentIndex(max(self.who.findData(chosen), 0))
        self.who.blockSignals(False)

    def wanted(self) -> HistoryFilter:
        """What is asked for now."""
        chosen = self.things.currentData()
        first_day, last_day = self._days()
        return HistoryFilter(
            text=self.text.text().strip(),
            who=self.who.currentData(),
            kind=None if chosen in {None, _SELECTED} else Kind(chosen),
            things=self._selected() if chosen == _SELECTED else None,
            first_day=first_day,
            last_day=last_day,
        )

    def clear(self) -> None:
        """Ask for everything again."""
        self.text.clear()
        for box in (self.who, self.things, self.period):
            box.setCurrentIndex(0)
        self.changed.emit()

    def _days(self) -> tuple[date | None, date | None]:
        chosen = self.period.currentData()
        if chosen == _BETWEEN:
            return self.first_day.day, self.last_day.day
        if chosen is None:
            return None, None
        today = datetime.now(UTC).astimezone().date()
        return today - timedelta(days=int(chosen)), None

    def _selected(self) -> frozenset[Ref]:
        rotations = self._selection.rotations
        if rotations:
            return frozenset(Ref(Kind.ROTATION, name) for name in rotations)
        mission = self._selection.mission
        return frozenset() if mission is None else frozenset({Ref(Kind.MISSION, mission)})

    def _on_selected(self) -> None:
        if self.things.currentData() == _SELECTED:
            self.changed.emit()

    def _on_chosen(self) -> None:
        for widget in (self.first_day, self._between, self.last_day):
            widget.setVisible(self.period.currentData() == _BETWEEN)
        self.changed.emit()
