"""One step of the history: who made it and when, what it changed, and the ways to and from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from domain.language import _
from domain.model import Plan
from gui.days import moment_text
from gui.models.change_table import ChangeTable
from gui.widgets.list_view import list_view
from gui.widgets.plain_text import Heading, PlainLabel, named

if TYPE_CHECKING:
    from domain.store.history import HistoryStep


class HistoryDetails(QWidget):
    """Everything there is to say about one step."""

    before_asked = Signal()
    """The plan should be what it was before the step."""
    after_asked = Signal()
    """The plan should be what it was after the step."""
    where_asked = Signal()
    """What the step changed should be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyDetails")
        self.title = named(Heading(), "historyTitle", _("Step"))
        self.made = named(PlainLabel(), "historyMade", _("Who and when"))
        self.made.setForegroundRole(self.made.palette().ColorRole.PlaceholderText)
        self.changes = ChangeTable(parent=self)
        self.view = list_view(self.changes, "historyChanges", _("Changes"), (150, 90, 90))
        self.before = self._button("historyBefore", _("Go back to &before it"))
        self.after = self._button("historyAfter", _("Go to &after it"))
        self.where = self._button("historyWhere", _("Show &where"))
        self.before.clicked.connect(self.before_asked)
        self.after.clicked.connect(self.after_asked)
        self.where.clicked.connect(self.where_asked)
        self._lay_out()
        self.show_step(None, Plan(), can_edit=False)

    @staticmethod
    def _button(name: str, text: str) -> QPushButton:
        button = named(QPushButton(text), name, text.replace("&", ""))
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.before, self.after, self.where):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.made)
        column.addWidget(self.view, 1)
        column.addLayout(line)

    def show_step(self, step: HistoryStep | None, plan: Plan, *, can_edit: bool) -> None:
        """Show a step, or say how to see one."""
        from gui.models.history_words import rows_of_step

        for button in (self.before, self.after, self.where):
            button.setEnabled(step is not None)
        if step is None:
            self.title.setText(_("Select a step to see what it changed."))
            self.made.setText("")
            self.changes.show_rows(())
            return
        self.before.setEnabled(can_edit and not step.is_birth)
        self.after.setEnabled(can_edit)
        self.where.setEnabled(bool(step.things))
        self.title.setText(step.label)
        self.made.setText(f"{step.who} · {moment_text(step.at)}")
        self.changes.show_rows(rows_of_step(step, plan))
