"""What this program is, and whose work it stands on."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from domain.language import _
from domain.version import VERSION
from gui.dialogs.going import gone_after
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Heading, Paragraph, fit, named


class AboutDialog(QDialog):
    """Versions and licences."""

    def __init__(self, parent: QWidget | None, diagnostics: str) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self._diagnostics = diagnostics
        self.setWindowTitle(_("About Kader"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(10)
        column.addWidget(Heading(f"Kader {VERSION}", steps=5))
        column.addWidget(named(Paragraph(versions_text()), "versions", _("Versions")))
        for text in licences():
            column.addWidget(Paragraph(text))
        column.addWidget(self._made_buttons())
        fit(self, 560)

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = button_box("aboutDialog", QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(_("Copy the versions"))
        copy.setObjectName("copyVersions")
        copy.clicked.connect(self._on_copy)
        diagnostics = QPushButton(_("Copy diagnostics"))
        diagnostics.setObjectName("copyDiagnostics")
        diagnostics.clicked.connect(self._on_copy_diagnostics)
        about_qt = QPushButton(_("About Qt"))
        about_qt.setObjectName("aboutQt")
        about_qt.clicked.connect(QApplication.aboutQt)
        for button in (copy, diagnostics, about_qt):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    @staticmethod
    def _on_copy() -> None:
        QGuiApplication.clipboard().setText(f"Kader {VERSION}\n{versions_text()}")

    def _on_copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._diagnostics)

    @classmethod
    def show_for(cls, parent: QWidget | None, diagnostics: str) -> None:
        """Show it until the user closes it."""
        with gone_after(cls(parent, diagnostics)) as dialog:
            dialog.exec()


def versions_text() -> str:
    """The versions of what the program runs on."""
    return "\n".join(
        (
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
            f"{platform.system()} {platform.release()}",
        )
    )


def licences() -> tuple[str, ...]:
    """Under which licences the program and its parts come."""
    return (
        _("Kader is free software under the Apache License 2.0."),
        _(
            "It uses Qt and PySide6 under the GNU Lesser General Public License, version 3. They "
            "come as separate libraries that you may replace by versions of your own."
        ),
        _("The icons are from Lucide, under the ISC licence, parts of them under the MIT licence."),
        _("The program never makes a connection to a network."),
    )
