"""The switch above the middle: one part for each view, and beside it the tools of the view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from domain.language import _
from gui.widgets.plain_text import named


class ViewSwitch(QFrame):
    """Chooses the view; it stands still while the middle changes."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self._tools = QStackedWidget()
        self._no_tools = QWidget()
        self._tools.addWidget(self._no_tools)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 8, 5)
        line.setSpacing(12)
        line.addWidget(self._segments(actions))
        line.addWidget(self._tools, 1)

    def show_tools(self, tools: QWidget | None) -> None:
        """Show what belongs to the view that is shown."""
        if tools is not None and self._tools.indexOf(tools) < 0:
            self._tools.addWidget(tools)
        self._tools.setCurrentWidget(tools or self._no_tools)

    @staticmethod
    def _segments(actions: Iterable[QAction]) -> QWidget:
        track = named(QFrame(), "viewSwitch", _("View"))
        line = QHBoxLayout(track)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(1)
        for action in actions:
            button = named(QToolButton(), f"switch_{action.objectName()}", action.iconText())
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        return track
