"""Ways through the window: to a finding, a mission, a rotation, another pane, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from domain.rules.finding import Finding, Severity
from domain.values import dataclass
from gui.preferences import Preferences
from gui.views.requests import Drill
from gui.views.views import MISSIONS

if TYPE_CHECKING:
    from gui.window import Window


@dataclass(frozen=True, slots=True)
class Place:
    """Where a user was: what was selected and in sight."""

    rotations: tuple[str, ...]
    mission: str | None
    limit: str | None
    finding: Finding | None
    first: float
    pixels_per_day: float
    offset: int
    collapsed: frozenset[str]


class Going(QObject):
    """Brings things of the plan, and panes, to the user."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._left: str | None = None
        """The mission that was selected in the scenario before."""

    def to_filter(self) -> None:
        """Stand in the field that filters missions and rotations."""
        self._window.layout_of_panes.docks[0].show()
        self._window.missions.filter.setFocus()
        self._window.missions.filter.selectAll()

    def to_next_finding(self) -> None:
        """Select the next finding."""
        self._to_finding(1)

    def to_previous_finding(self) -> None:
        """Select the previous finding."""
        self._to_finding(-1)

    def to_severity(self, severity: Severity) -> None:
        """Show the findings of one severity."""
        self._show_findings()
        self._window.lower_pane.findings.show_only(severity)

    def to_mission(self, mission: str) -> None:
        """Select a mission and bring it into sight."""
        self._window.following.choose_mission(mission)
        self._window.views.show_mission(mission)

    def to_drill(self, drill: Drill) -> None:
        """Show what a limit counts on some days, by mission."""
        window, desk = self._window, self._window.desk
        window.views.show_view(MISSIONS)
        desk.selection.set_rotations(drill.rotations, next(iter(drill.rotations), None))
        desk.selection.set_mission(drill.mission)
        desk.selection.set_limit(drill.limit)
        if drill.mission is not None:
            window.views.show_mission(drill.mission)
        if drill.rotations:
            window.views.show_rotation(drill.rotations[0])
        desk.axis.reveal(*drill.days)

    def to_limit(self, mission: str, limit: str) -> None:
        """Show the rotations of a mission, and a limit that counts them."""
        self._window.views.show_view(MISSIONS)
        self.to_mission(mission)
        self._window.desk.selection.set_limit(limit)

    def to_rotation(self) -> None:
        """Bring the selected rotation into sight."""
        current = self._window.desk.selection.current
        if current is not None:
            self._window.views.go_to_rotation(current)

    def to_what_matters(self) -> None:
        """Select the mission that was selected, that of the worst error, or one with rotations.

        Not before the findings are known, nor where a mission was selected meanwhile.
        """
        desk = self._window.desk
        if not desk.document.is_checked or desk.selection.mission is not None:
            return
        missions = [name for name in desk.rows.missions if name == self._left]
        worst = [f for f in desk.document.findings[:1] if f.severity is Severity.ERROR]
        missions += [m for f in worst for m in desk.findings.missions_of(f)]
        peopled = [name for name in desk.rows.missions if desk.rows.rotations_of(name)]
        missions += [name for name in peopled if desk.states.limits_of(name)]
        missions += peopled
        missions += desk.rows.missions
        if missions:
            self._window.following.choose_mission(missions[0])

    def leave(self) -> None:
        """Let go of what is selected, since another scenario or plan is shown from now on."""
        selection = self._window.desk.selection
        self._left = selection.mission
        selection.clear()

    def to_next_pane(self) -> None:
        """Stand in the next pane."""
        self._to_pane(1)

    def to_previous_pane(self) -> None:
        """Stand in the previous pane."""
        self._to_pane(-1)

    def place(self) -> Place:
        """Where the user is now."""
        desk = self._window.desk
        return Place(
            desk.selection.rotations,
            desk.selection.mission,
            desk.selection.limit,
            desk.selection.finding,
            desk.axis.first,
            desk.axis.pixels_per_day,
            self._window.workspace.timeline.vertical_offset,
            desk.rows.collapsed,
        )

    def keep_view(self, preferences: Preferences) -> None:
        """Remember what is in sight for the next start."""
        file, place = self._window.document.file, self.place()
        if file is not None:
            preferences.keep_view(file.path, place.first, place.pixels_per_day, place.offset)

    def to_last_view(self, preferences: Preferences) -> None:
        """Bring into sight what was when the plan was last open, if that is known."""
        file, view = self._window.document.file, preferences.view
        if file is None or view is None or view[0] != str(file.path):
            return
        _path, first, width, offset = view
        self._window.desk.axis.set_view(first, width)
        self._window.workspace.timeline.set_vertical_offset(offset)

    def to_place(self, place: Place) -> None:
        """Bring the user back to a place."""
        desk = self._window.desk
        desk.rows.set_collapsed(place.collapsed)
        # It selects what takes part in it, and so comes before what else was selected.
        desk.selection.set_finding(place.finding)
        desk.selection.set_rotations(place.rotations)
        desk.selection.set_mission(place.mission)
        desk.selection.set_limit(place.limit)
        desk.axis.set_view(place.first, place.pixels_per_day)
        self._window.workspace.timeline.set_vertical_offset(place.offset)

    def _to_finding(self, step: int) -> None:
        self._show_findings()
        self._window.lower_pane.findings.go_to_next(step)

    def _show_findings(self) -> None:
        self._window.layout_of_panes.docks[2].show()
        self._window.lower_pane.show_findings()

    def _panes(self) -> list[QWidget]:
        window = self._window
        panes = [
            window.missions.tree,
            *window.views.stops,
            window.lower_pane.currentWidget(),
            window.inspector.currentWidget(),
        ]
        return [pane for pane in panes if pane is not None and pane.isVisible()]

    def _to_pane(self, step: int) -> None:
        panes = self._panes()
        focus: QWidget | None = QApplication.focusWidget()
        if not panes:
            return
        here = -1 if step > 0 else 0
        for number, pane in enumerate(panes):
            if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
                here = number
        pane = panes[(here + step) % len(panes)]
        _first_stop(pane).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first_stop(pane: QWidget) -> QWidget:
    """The first part of a pane in which the keyboard can stand, or the pane itself."""
    if pane.focusPolicy() is Qt.FocusPolicy.StrongFocus or not pane.findChildren(QWidget):
        return pane
    for child in pane.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            return child
    return pane
