"""The larger commands of planning, and where in the window they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.filling import Filling

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Planning(QObject):
    """Fills missions; what it cannot do the window says."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.filling = Filling(window.desk, window)
        self.filling.refused.connect(window.notice.refuse)
        self.filling.added.connect(window.going.to_rotation)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of planning do, by name."""
        return {"fill": self.filling.fill}
