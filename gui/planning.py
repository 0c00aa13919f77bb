"""The larger commands of planning, and where in the window they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from gui.accepting import Accepting
from gui.filling import Filling
from gui.preferences import Preferences

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Planning(QObject):
    """Fills missions, accepts findings; what it cannot do the window says."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self.filling = Filling(window.desk, window)
        self.accepting = Accepting(window.desk, preferences, window)
        for command in (self.filling, self.accepting):
            command.refused.connect(window.notice.refuse)
        self.filling.added.connect(window.going.to_rotation)
        panel = window.lower_pane.findings
        panel.accept_asked.connect(self.accepting.accept)
        panel.take_back_asked.connect(self.accepting.take_back)
        panel.menu_requested.connect(self._on_finding_menu)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of planning do, by name."""
        return {
            "fill": self.filling.fill,
            "accept": self.accepting.accept,
            "take_back": self.accepting.take_back,
        }

    def _on_finding_menu(self, place: QPoint) -> None:
        self._window.menus.open_context_menu("finding", place)
