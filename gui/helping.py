"""Help: the page of the manual about the pane in which the user stands, offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from domain.language import _
from gui.preferences import Preferences

if TYPE_CHECKING:
    from gui.window import Window

MANUAL: Final = "manual"
_HELP_KEY: Final = "helpKey"
_DIRECTLY: Final = Qt.FindChildOption.FindDirectChildrenOnly


class Helping(QObject):
    """Opens the manual, and copies what those who help need to know."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of help do, by name."""
        return {"manual": self.open, "diagnostics": self.copy_diagnostics, "about": self.about}

    def open(self) -> None:
        """Open the manual at the page about the pane in which the user stands."""
        from gui.dialogs.manual_window import ManualWindow
        from gui.manual import page_for

        focused = QApplication.focusWidget()
        # While a dialog asks something, only what belongs to it can be used.
        asking = QApplication.activeModalWidget()
        parent = self._window if asking is None else asking
        ManualWindow.show_for(parent, self._window.actions_of_window, page_for(focused or asking))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let F1 work in a dialog too, from the first time that the user stands in it."""
        dialog = None if now is None else now.window()
        if not isinstance(dialog, QDialog) or dialog.objectName() == MANUAL:
            return
        if dialog.findChild(QShortcut, _HELP_KEY, _DIRECTLY) is None:
            shortcut = QShortcut(QKeySequence(Qt.Key.Key_F1), dialog, self.open)
            shortcut.setObjectName(_HELP_KEY)

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
