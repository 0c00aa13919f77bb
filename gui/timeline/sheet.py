"""What a painter draws with: Qt's painter, the scene, what is in sight, what is to be drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from gui.timeline.geometry import View
from gui.timeline.scene import Scene


class Sheet(NamedTuple):
    """Painter, scene, view, and the area that is drawn anew: they go together through it all."""

    painter: QPainter
    scene: Scene
    view: View
    area: QRect
