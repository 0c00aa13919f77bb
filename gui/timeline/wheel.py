"""The wheel: with Control it zooms about the mouse, with Shift it goes through time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from gui.timeline.axis import TimeAxis

ZOOM_STEP: Final = 1.2
"""One notch of the wheel, or one press of a key, makes days so much wider."""
_NOTCH: Final = 120
_PIXELS: Final = 78
"""One notch scrolls so far: three rows."""


def turned(event: QWheelEvent, axis: TimeAxis) -> int:
    """Zoom or go through time as a turned wheel says; by how many pixels rows scroll instead."""
    x, y = event.angleDelta().x() / _NOTCH, event.angleDelta().y() / _NOTCH
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        axis.zoom(ZOOM_STEP**y, event.position().x())
        return 0
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        axis.scroll_by(-(x or y) * _PIXELS)
        return 0
    pixels = event.pixelDelta()
    axis.scroll_by(-(pixels.x() or x * _PIXELS))
    return pixels.y() or round(y * _PIXELS)
