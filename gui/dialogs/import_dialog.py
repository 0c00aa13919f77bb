"""What an import would do, before it does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from domain.language import _
from gui.models.import_summary import ADDED, CHANGED, REMOVED, Summary, kind_text
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, fit


class ImportDialog(QDialog):
    """Shows how many things an import adds, changes and removes."""

    def __init__(
        self, parent: QWidget | None, scenario: str, summary: Summary, *, is_new: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(_("Import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        text = _("The scenario '{name}' will be added to the plan.")
        if not is_new:
            text = _("The scenario '{name}' will be exactly what the file says.")
        column.addWidget(Heading(text.format(name=scenario), steps=1))
        if summary.is_empty:
            column.addWidget(Paragraph(_("Nothing differs.")))
        else:
            column.addLayout(_counts(summary))
        if summary.settings and not is_new:
            column.addWidget(Paragraph(_("The settings of the plan change too.")))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(_("Import"))
        buttons.button(standard.Ok).setEnabled(is_new or not summary.is_empty)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        fit(self, 460)

    @classmethod
    def ask(cls, parent: QWidget | None, scenario: str, summary: Summary, *, is_new: bool) -> bool:
        """Whether the user wants it."""
        return bool(cls(parent, scenario, summary, is_new=is_new).exec())


def _counts(summary: Summary) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    headings = {ADDED: _("added"), CHANGED: _("changed"), REMOVED: _("removed")}
    for column, text in enumerate(headings.values(), start=1):
        label = PlainLabel(text)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight)
    for row, kind in enumerate(summary.kinds, start=1):
        grid.addWidget(PlainLabel(kind_text(kind)), row, 0)
        for column, how in enumerate(headings, start=1):
            count = summary.counts[kind, how]
            label = PlainLabel(str(count) if count else "–")
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
