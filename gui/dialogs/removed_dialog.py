"""Scenarios that were taken out of the plan, one of which is to come back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.store.removing import Removed
from domain.words.days import day_text
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Paragraph, named

_WIDTH = 460


class RemovedDialog(QDialog):
    """Lists them, the last one first."""

    def __init__(self, parent: QWidget | None, removed: Sequence[Removed]) -> None:
        super().__init__(parent)
        self.setObjectName("removedDialog")
        self.setWindowTitle(_("Take a deleted scenario back"))
        self._removed = removed
        self.list = named(QListWidget(), "removedScenarios", _("Deleted scenarios"))
        for one in removed:
            when = one.at.astimezone()
            text = _("{name} – deleted on {day} at {time} by {who}").format(
                name=one.name, day=day_text(when.date()), time=f"{when:%H:%M}", who=one.who
            )
            self.list.addItem(QListWidgetItem(text))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("removedDialog", standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Take back"))
        buttons.button(standard.Ok).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        says = Paragraph(_("A scenario comes back from the backup made before it was deleted."))
        says.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column.addWidget(says)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.resize(_WIDTH, 280)

    @classmethod
    def ask(cls, parent: QWidget | None, removed: Sequence[Removed]) -> Removed | None:
        """The scenario that is to come back, or none."""
        dialog = cls(parent, removed)
        chosen = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def answer(self) -> Removed | None:
        """The scenario that is chosen now."""
        row = self.list.currentRow()
        return self._removed[row] if 0 <= row < len(self._removed) else None
