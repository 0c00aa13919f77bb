"""The scroll bar of time: it covers the plan, with some room on both sides."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from domain.language import _
from domain.model import Kind, Rotation
from domain.session import Change
from gui.document import Document
from gui.timeline.axis import TimeAxis
from gui.widgets.plain_text import named

_ROOM: Final = 365
"""So many days beyond the first and last rotation can be reached by it."""


class DaysBar(QScrollBar):
    """Scrolls an axis through the days of a plan."""

    def __init__(self, document: Document, axis: TimeAxis, parent: QWidget) -> None:
        """Follow a document and an axis."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        named(self, "timeline-days", _("Scroll through time"))
        self._document, self._axis = document, axis
        self._start, self._end = 0, 0
        self._following = False
        axis.changed.connect(self._follow)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._read)
        self.valueChanged.connect(self._on_value_changed)
        self._read()

    def _read(self) -> None:
        """Cover all rotations; without any, what is in sight."""
        self._start, self._end = int(self._axis.first), int(self._axis.end)
        rotations = self._document.plan.rotations
        if rotations:
            self._start = min(rotation.start for rotation in rotations.things())
            self._end = max(rotation.end for rotation in rotations.things())
        self._follow()

    def _on_changed(self, change: Change) -> None:
        """Cover what was touched too; that costs less than looking at all."""
        for ref in change.touched:
            rotation = change.after.rotations.get(ref.id) if ref.kind is Kind.ROTATION else None
            if rotation is not None:
                self._cover(rotation)
        self._follow()

    def _cover(self, rotation: Rotation) -> None:
        self._start = min(self._start, rotation.start)
        self._end = max(self._end, rotation.end)

    def _follow(self) -> None:
        """Stand where the axis stands, in pixels from the first day that can be reached."""
        axis = self._axis
        start = min(self._start - _ROOM, int(axis.first))
        end = max(self._end + _ROOM, int(axis.end) + 1)
        wide = axis.pixels_per_day
        self._following = True
        self.setPageStep(axis.width)
        self.setSingleStep(max(axis.width // 20, 1))
        self.setRange(0, max(round((end - start) * wide) - axis.width, 0))
        self.setValue(round((axis.first - start) * wide))
        self._following = False

    def _on_value_changed(self, value: int) -> None:
        if self._following:
            return
        start = min(self._start - _ROOM, int(self._axis.first))
        self._axis.set_view(start + value / self._axis.pixels_per_day, self._axis.pixels_per_day)
