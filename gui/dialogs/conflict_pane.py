"""The conflicts of a merge with the ways to decide them, one by one or all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from domain.engine.merging import Conflict, Side, Why
from domain.errors import KnownError
from domain.language import N_, _
from gui.icons import Icons
from gui.models.arrival import Arrival, spot_text
from gui.models.conflict_table import SIDES, ConflictTable
from gui.widgets.list_view import list_view
from gui.widgets.plain_text import Paragraph, PlainLabel, named

_WIDTHS: Final = (250, 130, 160, 160, 160)
_WHYS: Final = {
    Why.BOTH_CHANGED: N_("Both changed it, each to something else."),
    Why.REMOVED_AND_CHANGED: N_("One removed what the other changed."),
    Why.REMOVED_AND_USED: N_("One removed what the other refers to."),
    Why.CANNOT_BE: N_("Each change can be, but not the two together."),
}


class ConflictPane(QWidget):
    """The list of conflicts; a click on a value lets it count."""

    decided = Signal()

    def __init__(self, arrival: Arrival, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflictPane")
        self._arrival = arrival
        self.table = ConflictTable(arrival, icons, self)
        self.view = list_view(self.table, "conflicts", _("Conflicts"), _WIDTHS)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.why = named(Paragraph(), "conflictWhy", _("Why it is a conflict"))
        self.mine = self._button("conflictMine", _("&Mine counts"), Side.MINE)
        self.theirs = self._button("conflictTheirs", _("&Theirs counts"), Side.THEIRS)
        self.leave = self._button("conflictOpen", _("Leave &open"), None)
        self.all_mine = named(QPushButton(_("All m&ine")), "conflictsMine", _("All mine"))
        self.all_theirs = named(QPushButton(_("All t&heirs")), "conflictsTheirs", _("All theirs"))
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.view.clicked.connect(self._on_clicked)
        self.all_mine.clicked.connect(lambda: self._decide_all(Side.MINE))
        self.all_theirs.clicked.connect(lambda: self._decide_all(Side.THEIRS))

    def _button(self, name: str, text: str, side: Side | None) -> QPushButton:
        button = named(QPushButton(text), name, text.replace("&", ""))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._decide(side))
        return button

    def _lay_out(self) -> None:
        nothing = PlainLabel(_("There are no conflicts: nobody has to decide anything."))
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setForegroundRole(nothing.palette().ColorRole.PlaceholderText)
        self._pages = QStackedWidget()
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.mine, self.theirs, self.leave):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.all_mine, self.all_theirs):
            button.setAutoDefault(False)
            line.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.why)
        column.addLayout(line)
        self._pages.addWidget(page)
        self._pages.addWidget(nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def refresh(self) -> None:
        """Show the conflicts as they are now."""
        chosen = self._chosen()
        self.table.refresh()
        self._pages.setCurrentIndex(0 if self.table.rowCount() else 1)
        if not self._chosen() and self.table.rowCount():
            row = self.table.row_of(chosen[0]) if chosen else 0
            self.view.selectRow(row)
        self._show_chosen()

    def _chosen(self) -> tuple[Conflict, ...]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.table.rows[row] for row in rows)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for button in (self.mine, self.theirs, self.leave):
            button.setEnabled(bool(chosen))
        self.why.setText(self._explained(chosen[0]) if len(chosen) == 1 else "")

    def _explained(self, conflict: Conflict) -> str:
        lines = [_(_WHYS[conflict.why]) + (f" {conflict.reason}" if conflict.reason else "")]
        if len(conflict.spots) > 1:
            mine, theirs = (self.table.values(conflict, side) for side in Side)
            for spot, one, other in zip(conflict.spots, mine, theirs, strict=True):
                lines.append(
                    _("{spot}: mine {mine}, theirs {theirs}").format(
                        spot=spot_text(spot, self._arrival.plans), mine=one, theirs=other
                    )
                )
        return "\n".join(lines)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() in SIDES:
            self._decide(SIDES[index.column()])

    def _decide(self, side: Side | None) -> None:
        chosen = self._chosen()
        if chosen:
            self._tell(lambda: self._arrival.decide(chosen, side))

    def _decide_all(self, side: Side) -> None:
        self._tell(lambda: self._arrival.decide_all(side))

    def _tell(self, do: Callable[[], None]) -> None:
        try:
            do()
        except KnownError as error:
            self.why.setText(error.sentence)
            return
        self.decided.emit()
