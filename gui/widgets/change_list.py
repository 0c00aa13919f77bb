"""All that an import would change, as a list that can be narrowed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from domain.engine.comparison import How
from domain.exchange.arriving import Arrival
from domain.language import N_, _
from gui.icons import Icons
from gui.models.difference_table import FIELD, HOW, MISSION, OLD, THING, DifferenceTable
from gui.widgets.plain_table import PlainTable
from gui.widgets.plain_text import PlainLabel, named

_COUNTS: Final = {
    How.ADDED: N_("{count} added"),
    How.CHANGED: N_("{count} changed"),
    How.REMOVED: N_("{count} removed"),
}
_WIDEST: Final = {
    HOW: "Wat er gebeurt ",
    MISSION: "EUNAVFOR Atalanta",
    THING: "Voorbeeld: militaire staf (V-osc-mil-3)",
    FIELD: "Verantwoording",
    OLD: "01-03-2027 – 31-08-2027 · Militair 88",
}


class ChangeList(QWidget):
    """A row for each thing that comes or goes, and for each field that changes."""

    def __init__(self, arrival: Arrival, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("changeList")
        self.table = DifferenceTable(arrival, icons, self)
        counts = self.table.counts
        self.count = sum(counts.values())
        self.filters = {how: self._filter(how, counts[how]) for how in How}
        self.text = named(QLineEdit(), "changesText", _("Show only what holds"))
        self.text.setPlaceholderText(_("Show only what holds…"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._on_filtered)
        self.shown = named(PlainLabel(), "changesShown", "")
        self.shown.setForegroundRole(self.shown.palette().ColorRole.PlaceholderText)
        self.view = PlainTable("changes", _("What would change"), self.table, _WIDEST)
        # The id, which tells rotations of one name apart, stands at the end.
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        line = QHBoxLayout()
        for button in self.filters.values():
            line.addWidget(button)
        line.addWidget(self.text, 1)
        line.addWidget(self.shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(line)
        column.addWidget(self.view, 1)

    def _filter(self, how: How, count: int) -> QToolButton:
        text = _(_COUNTS[how]).format(count=count)
        button = named(QToolButton(), f"changes_{how}", text)
        button.setText(text)
        button.setCheckable(True)
        button.setChecked(count > 0)
        button.setEnabled(count > 0)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setToolTip(_("Show or hide: {what}").format(what=text))
        button.toggled.connect(self._on_filtered)
        return button

    def _on_filtered(self) -> None:
        hows = {how for how, button in self.filters.items() if button.isChecked()}
        self.table.show_only(hows, self.text.text())
        rows = self.table.rowCount()
        self.shown.setText(_("{count} rows").format(count=rows))
