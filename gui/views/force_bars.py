"""The bars in sight among forces: rotations and commitments, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from gui.models.force_group import ForceGroup
from gui.models.force_uses import Use
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.geometry import View
from gui.timeline.visible_bars import Bar, VisibleBars, spoken
from gui.views.force_scene import ForceScene
from gui.views.force_tips import name_of, use_lines


class ForceBars(VisibleBars):
    """The uses of forces in sight."""

    def __init__(self, scene: ForceScene, canvas: TimelineCanvas) -> None:
        """Look at what a canvas shows of forces."""
        self._forces = scene
        self._uses: dict[str, tuple[ForceGroup, Use]] = {}
        super().__init__(scene, canvas)
        scene.force_rows.relaid.connect(self.forget)

    @override
    def in_sight(self, view: View) -> Iterator[Bar]:
        rows = self._forces.force_rows
        self._uses = {}
        for number in view.rows_between(0, view.height - 1, len(rows)):
            group = rows.group_at(number)
            lane = None if group is None else group.lane_at(number)
            for use in lane or ():
                rect = self._forces.rect_of(view, use, number)
                if group is not None and rect.right() > 0 and rect.left() < view.width:
                    yield self._bar(group, use, Bar(_key(group, use), use.rotation, rect))

    def _bar(self, group: ForceGroup, use: Use, bar: Bar) -> Bar:
        self._uses[bar.key] = group, use
        return bar

    @override
    def name_of(self, bar: Bar) -> str:
        group, use = self._uses[bar.key]
        force = name_of(group, self._forces.plan)
        rotation = self._forces.rotation(bar.rotation) if bar.rotation is not None else None
        if rotation is not None:
            return f"{force}, {spoken(rotation, self._forces)}"
        return ", ".join([force, *self._lines(use)])

    @override
    def description_of(self, bar: Bar) -> str:
        return "\n".join(self._lines(self._uses[bar.key][1]))

    def _lines(self, use: Use) -> list[str]:
        return [line for line in use_lines(self._forces, self._forces.shown(use)) if line]


def _key(group: ForceGroup, use: Use) -> str:
    """The same unit may be used through several others."""
    return "/".join([group.force or "", use.ref.kind.value, use.thing.id, use.via or ""])
