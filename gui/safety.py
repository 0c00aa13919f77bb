"""The commands that keep plans safe and bring them together, and where they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.bringing_together import BringingTogether
from gui.copies import Copies
from gui.rescuing import Rescuing
from gui.travelling import Travelling

if TYPE_CHECKING:
    from gui.window import Window


class Safety(QObject):
    """What the window has of them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.together = BringingTogether(window)
        self.copies = Copies(window)
        self.travelling = Travelling(window)
        self.rescuing = Rescuing(window)
        window.files.rescue_asked.connect(self.rescuing.save)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {**self.together.handlers(), **self.copies.handlers()}
