"""What has to wait until something is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_LONGEST: Final = 1_000
"""Milliseconds after which nothing waits any longer: a hidden window is never painted."""


def after_paint(widget: QWidget, then: Callable[[], object]) -> None:
    """Do something once, as soon as a widget with all that is in it has been painted."""
    _FirstPaint(widget, then)


class _FirstPaint(QObject):
    """Waits for one widget to be painted."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        self._wait = QTimer(self, singleShot=True, interval=_LONGEST)
        self._wait.timeout.connect(self._go_on)
        self._wait.start()
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # What is in the widget is painted after it, and before any timer.
            self._wait.start(0)
        return False

    def _go_on(self) -> None:
        self.deleteLater()
        self._then()
