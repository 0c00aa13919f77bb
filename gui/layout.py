"""Which panes the window has and where they stand; they can be moved, hidden and put back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from domain.language import _
from gui.preferences import Preferences
from gui.widgets.plain_text import named
from gui.widgets.workspace import Workspace

VERSION: Final = 1
"""Goes up when panes come or go, so that an old layout is not forced upon them."""
FIRST_SIZE: Final = QSize(1440, 900)
_LEFT, _RIGHT, _BOTTOM = 248, 290, 270
_SHARE_OF_BOTTOM: Final = 0.28


class Layout(QObject):
    """The docks of a window, and how they return at the next start."""

    def __init__(self, window: QMainWindow, workspace: Workspace, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._workspace, self._preferences = window, workspace, preferences
        self.docks: list[QDockWidget] = []
        self._kept = QByteArray()
        self._are_shown = False
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)

    def add(self, name: str, title: str, area: Qt.DockWidgetArea) -> None:
        """Give a side of the window room for a pane, which comes into sight with a plan."""
        dock = named(QDockWidget(title, self._window), name, title)
        self._window.addDockWidget(area, dock)
        dock.hide()
        action = dock.toggleViewAction()
        action.setObjectName(f"toggle_{name}")
        action.setStatusTip(_("Show or hide the pane {name}").format(name=title))
        self.docks.append(dock)

    def fill(self, name: str, widget: QWidget) -> None:
        """Put a pane into its room."""
        for dock in self.docks:
            if dock.objectName() == name:
                dock.setWidget(widget)

    def reset(self) -> None:
        """Put every pane back where it was at first."""
        sides = Qt.DockWidgetArea
        areas = (sides.LeftDockWidgetArea, sides.RightDockWidgetArea, sides.BottomDockWidgetArea)
        for dock, area in zip(self.docks, areas, strict=True):
            dock.setFloating(False)
            self._window.addDockWidget(area, dock)
            dock.show()
        self._size()
        self._workspace.reset()
        self._workspace.table.reset_columns()

    def _size(self) -> None:
        left, right, bottom = self.docks
        self._window.resizeDocks([left, right], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        height = min(_BOTTOM, round(self._window.height() * _SHARE_OF_BOTTOM))
        self._window.resizeDocks([bottom], [height], Qt.Orientation.Vertical)

    def show_panes(self, shown: bool) -> None:
        """Show the panes as they were, or none of them while no plan is open."""
        if shown == self._are_shown:
            return
        self._are_shown = shown
        if shown:
            for dock in self.docks:
                dock.show()
            if not self._window.restoreState(self._kept, VERSION):
                self._size()
        else:
            self._kept = self._window.saveState(VERSION)
            for dock in self.docks:
                dock.hide()

    def restore(self) -> None:
        """Put everything where it stood at the last start."""
        preferences = self._preferences
        if not self._window.restoreGeometry(preferences.blob("geometry")):
            self._window.resize(FIRST_SIZE)
        self._kept = preferences.blob("state")
        self._workspace.restore(*(preferences.blob(key) for key in ("upper", "whole", "columns")))

    def keep(self) -> None:
        """Remember where everything stands."""
        preferences = self._preferences
        state = self._window.saveState(VERSION) if self._are_shown else self._kept
        preferences.keep_blob("geometry", self._window.saveGeometry())
        preferences.keep_blob("state", state)
        for key, blob in zip(("upper", "whole", "columns"), self._workspace.state(), strict=True):
            preferences.keep_blob(key, blob)
