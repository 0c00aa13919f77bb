"""What a new plan begins with, and where it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from domain.language import N_, _
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.going import gone_after
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, fit, named

ENDING: Final = ".kader"
BASELINE_TEXTS: Final = {
    "nl-2025": (
        N_("Netherlands, 2025 – June 2028"),
        N_("The national frames of the letter of April 2025, with its corrections"),
    ),
    "nl-2024": (
        N_("Netherlands, May 2024 – April 2025"),
        N_("The reporting year of the yearly progress report"),
    ),
    "nl-2020": (N_("Netherlands, 2020"), N_("The calendar year 2020")),
    "empty": (N_("Empty"), N_("No missions, no frames, no rules of length")),
}


class NewPlanDialog(QDialog):
    """Asks for a baseline and a file."""

    def __init__(self, parent: QWidget | None, folder: Path) -> None:
        super().__init__(parent)
        self.setObjectName("newPlanDialog")
        self.setWindowTitle(_("New plan"))
        self._folder = folder
        self.choices = {name: self._choice(name) for name in BASELINE_TEXTS}
        self.choices["nl-2025"].setChecked(True)
        self.path = named(QLineEdit(str(free_path(folder))), "newPlanPath", _("File"))
        self._browse = named(QPushButton(_("Choose…")), "newPlanBrowse", _("Choose the file"))
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._on_browse)
        standard = QDialogButtonBox.StandardButton
        self._buttons = button_box("newPlanDialog", standard.Ok | standard.Cancel)
        self._buttons.button(standard.Ok).setText(_("Make the plan"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.path.textChanged.connect(self._show_allowed)
        self._lay_out()

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path) -> tuple[str, Path] | None:
        """The baseline and the file, or none if it was called off."""
        with gone_after(cls(parent, folder)) as dialog:
            return dialog.answer() if dialog.exec() else None

    def answer(self) -> tuple[str, Path]:
        """What is chosen now."""
        chosen = next(name for name, choice in self.choices.items() if choice.isChecked())
        path = Path(self.path.text().strip()).expanduser()
        return chosen, path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)

    @staticmethod
    def _choice(name: str) -> QRadioButton:
        return named(QRadioButton(_(BASELINE_TEXTS[name][0])), f"baseline_{name}", "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(4)
        column.addWidget(Heading(_("What the plan begins with"), steps=1))
        column.addSpacing(6)
        for name, choice in self.choices.items():
            text = _(BASELINE_TEXTS[name][1])
            choice.setAccessibleDescription(text)
            column.addWidget(choice)
            label = Paragraph(text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
            label.setContentsMargins(24, 0, 0, 0)
            column.addWidget(label)
            column.addSpacing(4)
        column.addSpacing(8)
        file = PlainLabel(_("File"))
        file.setBuddy(self.path)
        column.addWidget(file)
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(self._browse)
        column.addLayout(line)
        column.addSpacing(12)
        column.addWidget(self._buttons)
        fit(self, 560)

    def _show_allowed(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.path.text().strip()))

    def _on_browse(self) -> None:
        suggested = Path(self.path.text() or self._folder)
        chosen = FileDialog.ask_save(self, _("New plan"), ENDING, suggested)
        if chosen is not None:
            self.path.setText(str(chosen))


def free_path(folder: Path) -> Path:
    """A file in a folder that is not there yet."""
    number = 1
    while (path := folder / f"plan-{number}{ENDING}").exists():
        number += 1
    return path
