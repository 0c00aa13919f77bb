"""Missions: the rotations by mission, as table and timeline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.views.table_tools import TableTools
from gui.widgets.workspace import Workspace


class MissionsView:
    """The workspace, with the rows of missions in it."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        """Show the rows of missions in the workspace."""
        self._workspace, self._rows = workspace, desk.rows
        self.tools: QWidget | None = TableTools(desk, workspace)

    @property
    def page(self) -> QWidget:
        """The workspace."""
        return self._workspace

    @property
    def stops(self) -> Sequence[QWidget]:
        """The table and the timeline."""
        return self._workspace.table, self._workspace.timeline.canvas

    def enter(self) -> None:
        """Put the rows of missions into the workspace."""
        self._workspace.show_upper(None)

    def leave(self) -> None:
        """Nothing has to be put away."""

    def zoom(self, way: int) -> None:
        """Make days wider, or narrower."""
        timeline = self._workspace.timeline
        if way > 0:
            timeline.zoom_in()
        else:
            timeline.zoom_out()

    def fit(self) -> None:
        """Show all rotations of the shown missions."""
        self._workspace.timeline.fit()

    def go_to_today(self) -> None:
        """Bring today to the middle."""
        self._workspace.timeline.go_to_today()

    def set_folded(self, folded: bool) -> None:
        """Show only the headings of the missions, or their rotations too."""
        self._rows.set_collapsed(self._rows.headings if folded else ())

    def show_rotation(self, rotation: str) -> bool:
        """Bring a rotation into sight in table and timeline."""
        self._workspace.show_rotation(rotation)
        return True

    def show_mission(self, mission: str) -> None:
        """Bring the heading of a mission into sight."""
        self._workspace.show_mission(mission)
