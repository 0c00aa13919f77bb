"""A name for something that is about to be made."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Paragraph, PlainLabel, fit, named


class NameDialog(QDialog):
    """Asks for a name on one line."""

    def __init__(self, parent: QWidget | None, title: str, label: str, about: str) -> None:
        super().__init__(parent)
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self.name = named(QLineEdit(), "nameText", label)
        self.name.setMaxLength(80)
        standard = QDialogButtonBox.StandardButton
        self._buttons = button_box("nameDialog", standard.Ok | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._show_allowed)
        spoken = PlainLabel(label)
        spoken.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        for widget in (Paragraph(about), spoken, self.name, self._buttons):
            column.addWidget(widget)
        self._show_allowed()
        fit(self, 440)

    def _show_allowed(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, label: str, about: str) -> str | None:
        """The name, or none."""
        dialog = cls(parent, title, label, about)
        done = dialog.exec()
        name = dialog.name.text().strip()
        dialog.deleteLater()
        return name if done else None
