"""What a painter draws with: Qt's painter, the scene, and what of it is in sight."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPainter

from gui.timeline.geometry import View
from gui.timeline.scene import Scene


class Sheet(NamedTuple):
    """Painter, scene and view: they go together through all drawing."""

    painter: QPainter
    scene: Scene
    view: View
