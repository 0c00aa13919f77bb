"""What is said about what the mouse rests on among forces: a use, a pool on a day, a force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QPointF

from domain.language import _
from domain.model import Commitment, Plan
from domain.rules.texts import message
from domain.words.days import day_text, period_text
from domain.words.fixed import word
from gui.models.force_group import ForceGroup
from gui.models.force_uses import PoolStrip, Use
from gui.timeline.geometry import View
from gui.timeline.tips import tip_of
from gui.views.force_ground import ForceGround
from gui.views.force_scene import ForceScene


def tip_at_forces(scene: ForceScene, ground: ForceGround, view: View, point: QPointF) -> str:
    """Everything about what is at a point; nothing where nothing is."""
    use = ground.use_at(view, point)
    if use is not None:
        return "\n".join(line for line in use_lines(scene, scene.shown(use)) if line)
    group = scene.force_rows.group_at(view.row_at(point.y()))
    if group is None:
        return ""
    return "\n".join(group_lines(scene, group, int(view.day_at(point.x()))))


def use_lines(scene: ForceScene, use: Use) -> Iterator[str]:
    """A use with its days, and what goes before and comes after."""
    if isinstance(use.thing, Commitment):
        yield use.thing.name
        yield f"{word(use.thing.kind)} · {_days(use.start, use.end)}"
        if not use.thing.exclusive:
            yield _("It leaves the force free for other tasks.")
        yield use.thing.note
        yield from (message(finding) for finding in reversed(scene.findings.of(use.ref)))
    else:
        yield tip_of(scene, use.rotation)
    if use.via is not None:
        yield _("Taken along with {force}").format(force=scene.plan.forces[use.via].name)
    if use.lead < use.start:
        yield _("Preparation: {days}").format(days=_days(use.lead, use.start))
    if use.rest > use.end:
        yield _("Recovery: {days}").format(days=_days(use.end, use.rest))


def group_lines(scene: ForceScene, group: ForceGroup, day: int) -> Iterator[str]:
    """A force; of a pool how much is asked and how much is there on a day."""
    name = name_of(group, scene.plan)
    yield name
    strip = scene.strip(group)
    if strip is not None:
        yield pool_line(strip, day)


def name_of(group: ForceGroup, plan: Plan) -> str:
    """The force of a group by name."""
    if group.force is None:
        return _("Without a force")
    return plan.forces[group.force].name


def pool_line(strip: PoolStrip, day: int) -> str:
    """How much is asked of a pool on a day, and how much it holds."""
    asked = next((s.value for s in strip.demand if s.start <= day < s.end), 0)
    held = strip.supply_on((day, day + 1))
    when = day_text(date.fromordinal(day))
    if held is None:
        return _("{day}: {asked} asked, supply not known").format(day=when, asked=asked)
    return _("{day}: {asked} asked of {held}").format(day=when, asked=asked, held=held)


def _days(start: int, end: int) -> str:
    return period_text(date.fromordinal(start), date.fromordinal(end - 1))
