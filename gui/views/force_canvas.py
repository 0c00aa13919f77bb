"""The timeline of forces: header, canvas and scroll bars over the rows of forces."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from domain.language import _
from gui.desk import Desk
from gui.models.force_rows import ForceRows
from gui.theme import Colours
from gui.timeline.axis import TimeAxis
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.hits import Target
from gui.timeline.keyboard import Keyboard
from gui.timeline.painter import Painter
from gui.timeline.panel import TimelinePanel
from gui.timeline.scene import Scene
from gui.timeline.visible_bars import VisibleBars
from gui.views.force_bars import ForceBars
from gui.views.force_ground import ForceGround
from gui.views.force_keyboard import ForceKeyboard
from gui.views.force_painter import ForcePainter
from gui.views.force_scene import ForceScene
from gui.views.force_tips import tip_at_forces
from gui.widgets.plain_text import named


class ForceCanvas(TimelineCanvas):
    """Draws forces; a bar is moved and resized as in the timeline of missions."""

    def __init__(self, scene: ForceScene, axis: TimeAxis, parent: QWidget | None = None) -> None:
        """Show a scene of forces on an axis."""
        self._forces = scene
        super().__init__(scene, axis, parent)
        named(self, "force-canvas", _("Timeline of forces"))
        scene.force_rows.relaid.connect(self.update)

    @override
    def made_painter(self) -> Painter:
        return ForcePainter(self._forces)

    @override
    def made_keyboard(self) -> Keyboard:
        return ForceKeyboard(self._forces, self)

    @override
    def made_bars(self) -> VisibleBars:
        return ForceBars(self._forces, self)

    @override
    def open_at(self, target: Target, point: QPointF) -> None:
        group = None if target.row is None else self._forces.force_rows.group_at(target.row)
        if group is not None and group.force is not None and group.can_fold:
            self._forces.force_rows.toggle(group.force)

    @override
    def tip_at(self, point: QPointF) -> str:
        ground = cast("ForceGround", self._forces.ground)
        return tip_at_forces(self._forces, ground, self.view, point)


class ForcePanel(TimelinePanel):
    """The timeline of forces, with what the window may ask of it."""

    def __init__(self, desk: Desk, rows: ForceRows, parent: QWidget | None = None) -> None:
        """Show the forces of a document."""
        self._force_rows = rows
        super().__init__(desk.document, desk.rows, desk.selection, desk.axis, desk.colours, parent)
        named(self, "forceTimeline", _("Timeline of forces with its calendar"))

    @override
    def made_scene(self, colours: Colours) -> Scene:
        self.scene = ForceScene(
            self._document, self._rows, self._force_rows, self._selection, colours
        )
        return self.scene

    @override
    def made_canvas(self) -> TimelineCanvas:
        return ForceCanvas(self.scene, self._axis, self)

    @override
    def show_rotation(self, rotation: str) -> None:
        found = self._document.plan.rotations.get(rotation)
        row = self._force_rows.reveal(rotation)
        if found is not None and row is not None:
            self.canvas.reveal_row(row)
            self._axis.reveal(found.start, found.end)

    @override
    def days_of_plan(self) -> tuple[date, date] | None:
        uses = [use for group in self._force_rows.groups for use in group.uses]
        if not uses:
            return super().days_of_plan()
        first, end = min(use.lead for use in uses), max(use.rest for use in uses)
        return date.fromordinal(first), date.fromordinal(end - 1)
