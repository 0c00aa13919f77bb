"""Help: the page of the manual about the pane in which the user stands, offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from domain.language import _
from gui.preferences import Preferences

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Helping(QObject):
    """Opens the manual, and copies what those who help need to know."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of help do, by name."""
        return {"manual": self.open, "diagnostics": self.copy_diagnostics, "about": self.about}

    def open(self) -> None:
        """Open the manual at the page about the pane in which the user stands."""
        from gui.dialogs.manual_window import ManualWindow
        from gui.manual import page_for

        page = page_for(QApplication.focusWidget())
        ManualWindow.show_for(self._window, self._window.actions_of_window, page)

    def diagnostics(self) -> str:
        """Versions, settings and counts; nothing of what is in the plan."""
        from gui.diagnostics import diagnostics_of

        return diagnostics_of(self._window.document, self._preferences, self._window)

    def copy_diagnostics(self) -> None:
        """Put the diagnostics on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self.diagnostics())
        self._window.notice.tell(
            _("The diagnostics are copied; they hold nothing of what is in the plan.")
        )

    def about(self) -> None:
        """Show versions and licences."""
        from gui.dialogs.about import AboutDialog

        AboutDialog.show_for(self._window, self.diagnostics())
