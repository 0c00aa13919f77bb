"""What is said about what the mouse rests on: a rotation, or a mission with its bounds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from domain.language import _
from domain.model import Frame, Plan
from domain.words.days import period_text
from domain.words.fixed import categories_text
from domain.words.limits import bound_text
from gui.row import RowKind
from gui.timeline.geometry import View
from gui.timeline.hits import target_at
from gui.timeline.scene import Scene
from gui.timeline.tooltip import text_of


def tip_at(scene: Scene, view: View, point: QPointF) -> str:
    """Everything about what is at a point; nothing where nothing is."""
    target = target_at(scene, view, point)
    if target.rotation is not None:
        return tip_of(scene, target.rotation)
    if target.row is None or scene.rows.row(target.row).kind is not RowKind.MISSION:
        return ""
    return "\n".join(mission_lines(scene, target.mission or "", int(view.day_at(point.x()))))


def tip_of(scene: Scene, rotation: str | None) -> str:
    """Everything about a rotation."""
    found = scene.rotation(rotation) if rotation is not None else None
    if found is None:
        return ""
    return text_of(found, scene.plan, scene.troubles.findings_of(found.id))


def mission_lines(scene: Scene, mission: str, day: int) -> Iterator[str]:
    """A mission, the frames that are in force on it on a day, and the mandates of that day."""
    plan = scene.plan
    yield plan.missions[mission].full_name or plan.missions[mission].name
    spans = [s for s in scene.days_of(mission).frames if s.start <= day < s.end]
    for span in spans:
        yield from frame_lines(plan.frames[span.frame])
    if not spans:
        yield _("No frame is in force on this day.")
    need = scene.needs.at(mission, day)
    if need is not None:
        yield need.sentence
    yield from mandate_lines(plan, mission, day)


def frame_lines(frame: Frame) -> Iterator[str]:
    """A frame with its days and limits."""
    yield _("Frame: {title}, {days}").format(
        title=frame.title, days=period_text(frame.first_day, frame.last_day)
    )
    for limit in frame.limits:
        yield f"  {bound_text(limit.binding, limit.number)} · {categories_text(limit.categories)}"


def mandate_lines(plan: Plan, mission: str, day: int) -> Iterator[str]:
    """The mandates of a mission that hold on a day."""
    for mandate in plan.mandates.things():
        if mandate.mission == mission and mandate.start <= day < mandate.end:
            yield _("Mandate: {basis}, {days}").format(
                basis=mandate.legal_basis, days=period_text(mandate.first_day, mandate.last_day)
            )
