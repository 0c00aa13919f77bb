"""The switch above the middle: one part for each view, and beside it the tools of the view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from domain.language import _
from gui.views.segments import Segments


class ViewSwitch(QFrame):
    """Chooses the view; it stands still while the middle changes."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self._tools = QStackedWidget()
        self._no_tools = QWidget()
        self._tools.addWidget(self._no_tools)
        # They give way on a small screen: the switch does not.
        self._tools.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 8, 5)
        line.setSpacing(12)
        segments = Segments("viewSwitch", _("View"))
        for action in actions:
            segments.add_action(action)
        line.addWidget(segments)
        line.addWidget(self._tools, 1)

    def show_tools(self, tools: QWidget | None) -> None:
        """Show what belongs to the view that is shown."""
        if tools is not None and self._tools.indexOf(tools) < 0:
            self._tools.addWidget(tools)
        self._tools.setCurrentWidget(tools or self._no_tools)
