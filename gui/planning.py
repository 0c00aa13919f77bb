"""The larger commands of planning, and where in the window they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from domain.language import _
from gui.accepting import Accepting
from gui.filling import Filling
from gui.preferences import Preferences
from gui.repairing import Repairing

if TYPE_CHECKING:
    from gui.window import Window


class Planning(QObject):
    """Fills missions, accepts findings, finds things; what it cannot do the window says."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._palette = window.actions_of_window["palette"]
        self.filling = Filling(window.desk, window)
        self.accepting = Accepting(window.desk, preferences, window)
        for command in (self.filling, self.accepting):
            command.refused.connect(window.notice.refuse)
        self.filling.added.connect(window.going.to_rotation)
        panel = window.lower_pane.findings
        self.repairing = Repairing(window.desk, panel.explanation, self)
        panel.accept_asked.connect(self.accepting.accept)
        panel.take_back_asked.connect(self.accepting.take_back)
        panel.menu_requested.connect(self._on_finding_menu)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of planning do, by name."""
        return {
            "fill": self.filling.fill,
            "accept": self.accepting.accept,
            "take_back": self.accepting.take_back,
            "palette": self.open_palette,
        }

    def open_palette(self) -> None:
        """Let the user find an action or a thing of the plan by its name."""
        from gui.dialogs.palette_dialog import show_palette
        from gui.palette import Register, Ways, actions_to_find, things_to_find, views_to_find

        window = self._window
        actions = (action for action in window.actions_of_window if action is not self._palette)
        ways = Ways(window.going.to_mission, self._to_rotation, self._to_force)
        things = things_to_find(window.document.plan, ways)
        views = views_to_find(window.keeping_views.names(), window.keeping_views.show_view)
        show_palette(window, Register([*actions_to_find(actions), *views, *things]))

    def _to_rotation(self, rotation: str) -> None:
        self._window.desk.selection.set_rotations([rotation])
        self._window.going.to_rotation()

    def _to_force(self, force: str) -> None:
        """Select the rotations that draw on a force, the first of them in sight."""
        plan = self._window.document.plan
        there = [r for r in plan.rotations.things() if r.force == force]
        if not there:
            name = plan.forces[force].name
            self._window.notice.refuse(_("No rotation draws on {force}.").format(force=name))
            return
        there.sort(key=lambda rotation: rotation.first_day)
        self._window.desk.selection.set_rotations([r.id for r in there], there[0].id)
        self._window.going.to_rotation()

    def _on_finding_menu(self, place: QPoint) -> None:
        self._window.menus.open_context_menu("finding", place)
