"""The switch above the middle: a part for each view, and beside it or below the view's tools."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from domain.language import _
from gui.views.segments import Segments
from gui.widgets.wrapping import WrapLayout


class ViewSwitch(QFrame):
    """Chooses the view; it stands still while the middle changes."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self._tools: list[QWidget] = []
        line = self._line = WrapLayout(self, spacing=8)
        line.setContentsMargins(8, 5, 8, 5)
        segments = Segments("viewSwitch", _("View"))
        for action in actions:
            segments.add_action(action)
        line.addWidget(segments)

    def show_tools(self, tools: QWidget | None) -> None:
        """Show what belongs to the view that is shown."""
        if tools is not None and tools not in self._tools:
            tools.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._tools.append(tools)
            self._line.addWidget(tools)
        for other in self._tools:
            other.setVisible(other is tools)
