"""Files that are dropped onto the window: plans are opened, others imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gui.importing import importable
from gui.plan_files import ENDING


class Dropping(QObject):
    """Takes one file at a time; what it cannot do anything with, it does not take."""

    def __init__(
        self, window: QWidget, open_plan: Callable[[Path], object], take: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._open_plan, self._take = open_plan, take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if dropped_file(event.mimeData()) is not None:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = dropped_file(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                # Whoever dropped it waits until the drop is over; dialogs come after that.
                QTimer.singleShot(0, self, lambda: self._on_dropped(path))
            return True
        return super().eventFilter(watched, event)

    def _on_dropped(self, path: Path) -> None:
        (self._open_plan if path.suffix.lower() == ENDING else self._take)(path)


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dropped, if it is of a kind that we know."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    if len(urls) != 1 or len(data.urls()) != 1:
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ENDING or importable(path) else None
