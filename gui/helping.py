"""Help: the page of the manual about the pane in which the user stands, offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Helping(QObject):
    """Opens the manual."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of help do, by name."""
        return {"manual": self.open}

    def open(self) -> None:
        """Open the manual at the page about the pane in which the user stands."""
        from gui.dialogs.manual_window import ManualWindow
        from gui.manual import page_for

        page = page_for(QApplication.focusWidget())
        ManualWindow.show_for(self._window, self._window.actions_of_window, page)
