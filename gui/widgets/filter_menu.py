"""The menu in which filters are chosen: tick what the table is to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from domain.language import _
from domain.model import Status
from domain.values import replace
from gui.desk import Desk
from gui.models.filter_words import Part, kind_title, known_rules, part_title, rule_title
from gui.row_filter import KINDS, RowFilter
from gui.timeline.today import today_of
from gui.widgets.plain_text import named, plain_action
from gui.words import word

_MANY: Final = (Part.RULES, Part.STATUSES, Part.KINDS, Part.REGIONS, Part.PERIOD)
"""The parts of which one of several values is chosen, each in a menu of its own."""


class FilterMenu(QMenu):
    """All parts, or one of them; it is filled anew each time it opens."""

    period_asked = Signal()
    """A period of the user's own is to be asked for."""
    conditions_asked = Signal()
    """Conditions of the user's own are to be asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "filterMenu", _("Filter"))
        self._desk = desk
        self._menus = {part: QMenu(part_title(part), self) for part in _MANY}
        for part, menu in self._menus.items():
            menu.setObjectName(f"filter_{part}")
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer every part, each in a menu of its own."""
        self.clear()
        self.fill_part(Part.TROUBLED, self)
        self.addSeparator()
        for part, menu in self._menus.items():
            menu.clear()
            self.fill_part(part, menu)
            self.addMenu(menu)
        own = self.addAction(_("Own conditions…"), self.conditions_asked.emit)
        own.setCheckable(True)
        own.setChecked(bool(self._desk.filters.asked.conditions))
        self.addSeparator()
        clear = self.addAction(_("Clear all filters"), self._desk.filters.clear)
        clear.setEnabled(not self._desk.filters.asked.is_empty)

    def fill_part(self, part: Part, menu: QMenu) -> None:
        """Offer what can be asked of one part."""
        asked = self._desk.filters.asked
        match part:
            case Part.TROUBLED:
                also = replace(asked, troubled=not asked.troubled)
                self._add(menu, part_title(part), also, ticked=asked.troubled)
            case Part.PERIOD:
                self._add_periods(menu, asked)
            case _:
                for value, text in self._values(part, asked):
                    self._add_one(menu, part.value, value, text)
        if menu.isEmpty():
            menu.addAction(_("No findings")).setEnabled(False)

    def _values(self, part: Part, asked: RowFilter) -> list[tuple[str, str]]:
        """What can be chosen of a part, and what that is called."""
        match part:
            case Part.RULES:
                known = self._desk.findings.codes() | asked.rules
                return [(code, rule_title(code)) for code in known_rules(known)]
            case Part.STATUSES:
                return [(status, word(status)) for status in Status]
            case Part.KINDS:
                return [(kind, kind_title(kind)) for kind in KINDS]
            case _:
                return [(region, region or _("No region")) for region in self._regions()]

    def _add_one(self, menu: QMenu, field: str, value: str, text: str) -> None:
        """Offer a value among others: it comes to those that are asked for, or goes."""
        asked = self._desk.filters.asked
        chosen: frozenset[str] = getattr(asked, field)
        other: RowFilter = replace(asked, **{field: chosen ^ {value}})  # type: ignore[arg-type]
        self._add(menu, text, other, ticked=value in chosen)

    def _add(self, menu: QMenu, text: str, other: RowFilter, *, ticked: bool) -> None:
        action = plain_action(menu, text)
        action.triggered.connect(self._asking(other))
        action.setCheckable(True)
        action.setChecked(ticked)

    def _asking(self, other: RowFilter) -> Callable[[], None]:
        return lambda: self._desk.filters.ask(other)

    def _regions(self) -> list[str]:
        missions = self._desk.document.plan.missions.things()
        return list(dict.fromkeys(mission.region for mission in missions))

    def _add_periods(self, menu: QMenu, asked: RowFilter) -> None:
        today = date.fromordinal(today_of(self._desk.document))
        in_a_year = min(today + timedelta(days=364), date(today.year + 1, 12, 31))
        for text, first, last in (
            (_("On {day}").format(day=f"{today:%d-%m-%Y}"), today, today),
            (_("The coming twelve months"), today, in_a_year),
            (str(today.year), date(today.year, 1, 1), date(today.year, 12, 31)),
            (str(today.year + 1), date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)),
            (_("From today on"), today, None),
        ):
            other = replace(asked, first_day=first, last_day=last)
            self._add(menu, text, other, ticked=other == asked)
        menu.addSeparator()
        menu.addAction(_("Other days…"), self.period_asked.emit)
