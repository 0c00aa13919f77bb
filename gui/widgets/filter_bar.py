"""The chips above the table: what is asked for, each to be changed or taken away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from domain.language import _
from domain.values import replace
from gui.desk import Desk
from gui.icons import Icons
from gui.models.filter_words import Part, Told, part_title, told_of, without
from gui.widgets.filter_menu import FilterMenu
from gui.widgets.plain_text import PlainLabel, named, plain_tip, without_mnemonic

_WIDEST: Final = 320
_ICON: Final = 14


class Chip(QFrame):
    """A filter: a click on it changes it, its cross takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, name: str, text: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"chip_{name}")
        self.setProperty("chip", True)
        self.text = text
        self.button = named(QPushButton(), f"chipText_{name}", text)
        elided = self.button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        self.button.setText(without_mnemonic(elided))
        self.button.setToolTip(plain_tip(text) if elided != text else "")
        self.button.setFlat(True)
        self.button.clicked.connect(self.changed)
        spoken = _("Remove the filter {filter}").format(filter=text)
        self.cross = named(QToolButton(), f"chipCross_{name}", spoken)
        self.cross.setIcon(icons.icon("x"))
        self.cross.setToolTip(_("Remove this filter"))
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 2, 0)
        line.setSpacing(0)
        line.addWidget(self.button)
        line.addWidget(self.cross)


class FilterBar(QWidget):
    """All filters in a line, with how much they leave; hidden while nothing is asked for."""

    text_cleared = Signal()
    """The text is not asked for any more."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "filterBar", _("Filters"))
        self._desk = desk
        self.menu = FilterMenu(desk, self)
        self.menu.period_asked.connect(self.ask_period)
        self.menu.conditions_asked.connect(self.ask_conditions)
        self._chips: list[Chip] = []
        self.count = named(PlainLabel(), "filterCount", "")
        self.count.setForegroundRole(self.count.palette().ColorRole.PlaceholderText)
        self.clear = named(QPushButton(_("Clear all")), "filterClear", _("Clear all filters"))
        self.clear.setFlat(True)
        self.clear.clicked.connect(self.clear_all)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(8, 4, 8, 4)
        self._line.setSpacing(6)
        self._line.addStretch()
        self._line.addWidget(self.count)
        self._line.addWidget(self.clear)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        desk.rows.wanted_changed.connect(self._show_chips)
        desk.rows.rebuilt.connect(self._show_count)
        self._show_chips()

    def clear_all(self) -> None:
        """Ask for nothing any more."""
        self._desk.filters.clear()
        self.text_cleared.emit()

    def ask_period(self) -> None:
        """Let the user ask for days of their own."""
        from gui.dialogs.period_dialog import PeriodDialog

        asked = self._desk.filters.asked
        period = asked.first_day, asked.last_day
        chosen = PeriodDialog.ask(self.window(), self._desk.icons, period)
        if chosen is not None:
            first, last = chosen
            self._desk.filters.ask(replace(asked, first_day=first, last_day=last))

    def ask_conditions(self) -> None:
        """Let the user put conditions together."""
        from gui.dialogs.conditions_dialog import ConditionsDialog

        filters = self._desk.filters
        chosen = ConditionsDialog.ask(self.window(), self._desk, filters.asked.conditions)
        if chosen is not None:
            filters.ask(replace(filters.asked, conditions=chosen))

    def _show_chips(self) -> None:
        told, text = list(told_of(self._desk.filters.asked)), self._desk.rows.text
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(one) for one in told]
        if text:
            self._chips.append(self._text_chip(text))
        for number, chip in enumerate(self._chips):
            self._line.insertWidget(number, chip)
            chip.show()
        self.setVisible(bool(self._chips))
        self._show_count()

    def _chip(self, told: Told) -> Chip:
        chip = Chip(told.part, told.text, self._desk.icons, self)
        filters, part = self._desk.filters, told.part
        chip.removed.connect(lambda: filters.ask(without(filters.asked, part)))
        if part is Part.CONDITIONS:
            chip.changed.connect(self.ask_conditions)
        else:
            chip.changed.connect(lambda: self._open_part(chip, part))
        return chip

    def _text_chip(self, text: str) -> Chip:
        told = _("Text: {text}").format(text=text)
        chip = Chip("text", told, self._desk.icons, self)
        chip.removed.connect(self.text_cleared)
        chip.changed.connect(self.text_cleared)
        return chip

    def _open_part(self, chip: Chip, part: Part) -> None:
        menu = named(QMenu(self), f"chipMenu_{part}", part_title(part))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.fill_part(part, menu)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _show_count(self) -> None:
        if not self._chips:
            return
        rows = self._desk.rows
        text = _("{count} of {all} rotations").format(count=rows.count, all=rows.count_of_all)
        self.count.setText(text)
        self.count.setAccessibleName(text)
