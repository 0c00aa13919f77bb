"""The dialog after something that nobody foresaw."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from domain.language import _
from gui.dialogs.going import gone_after
from gui.widgets.buttons import name_buttons


class ProblemDialog(QMessageBox):
    """Says that something went wrong, that the plan is safe, and where the report is."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent)
        self.setObjectName("problemDialog")
        self._report = report
        self.setWindowTitle(_("Something went wrong"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(
            _(
                "The program met a fault of its own. What you did last may not have been done; "
                "everything before it is saved. You can go on working."
            )
        )
        self.setInformativeText(self._where())
        self.setStandardButtons(QMessageBox.StandardButton.Ok)
        if report:
            button = self.addButton(_("Open folder"), QMessageBox.ButtonRole.ActionRole)
            button.setObjectName("problemOpenFolder")
            button.clicked.connect(self._on_open_folder)
        name_buttons(self, "problem")

    def _where(self) -> str:
        if not self._report:
            return _("A report could not be written.")
        return _("A report without anything of the plan is in {file}.").format(file=self._report)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._report).parent)))

    @classmethod
    def tell(cls, parent: QWidget | None, report: str) -> None:
        """Show it until the user closes it."""
        with gone_after(cls(parent, report)) as dialog:
            dialog.exec()
