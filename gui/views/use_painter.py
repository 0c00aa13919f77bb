"""Draws what a force is used for: bars, with preparation and recovery as lighter parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from domain.language import _
from domain.model import Commitment, Plan, Rotation
from gui.models.force_uses import Use
from gui.theme import Colours, mixed
from gui.timeline.bar_painter import RADIUS, Bar, draw_ghost, draw_rotation, seen_part
from gui.timeline.geometry import View, rect_of
from gui.timeline.marks import ICON, draw_icon, draw_troubles
from gui.timeline.scene import label_of
from gui.timeline.sheet import Sheet
from gui.timeline.styles import dashed, key_of
from gui.timeline.troubles import Trouble
from gui.views.force_scene import ForceScene

_MARGIN: Final = 7.0
_LEAST_ROOM: Final = 30.0
_LIGHTER: Final = 0.28
"""Lighter parts leave so much of the height of a bar free above and below."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A use in its row: where its bar stands, its troubles, and where the next bar begins."""

    use: Use
    row: int
    rect: QRectF
    troubles: list[Trouble]
    next_left: float


def draw_lighter(sheet: Sheet, use: Use, row: int) -> None:
    """Draw the days of preparation and of recovery."""
    painter, scene, view, _area = sheet
    lifted = scene.lifted and use.rotation in scene.dragged
    if not isinstance(use.thing, Rotation) or lifted:
        return
    hue = scene.styles.of(key_of(use.thing)).flat
    if use.lead < use.start:
        draw_preparation(painter, _thin(view, use.lead, use.start, row), hue, scene.colours)
    if use.rest > use.end:
        draw_recovery(painter, _thin(view, use.end, use.rest, row), hue, scene.colours)


def draw_preparation(painter: QPainter, area: QRectF, hue: QColor, colours: Colours) -> None:
    """Draw days before a rotation in which its unit is not free: a light, dashed box."""
    painter.setPen(dashed(mixed(hue, colours.text, 0.3)))
    painter.setBrush(mixed(hue, colours.background, 0.6))
    painter.drawRect(area.adjusted(0.5, 0.5, 0.5, -0.5))


def draw_recovery(painter: QPainter, area: QRectF, hue: QColor, colours: Colours) -> None:
    """Draw days after a rotation in which its unit recovers: light dots."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(hue, colours.background, 0.75))
    painter.drawRect(area)
    painter.setBrush(QBrush(mixed(hue, colours.text, 0.35), Qt.BrushStyle.Dense6Pattern))
    painter.drawRect(area)


def _thin(view: View, start: int, end: int, row: int) -> QRectF:
    rect = seen_part(view, rect_of(view, start, end, row))
    free = rect.height() * _LIGHTER
    return rect.adjusted(0, free, 0, -free)


def draw_use(sheet: Sheet, drawn: Drawn) -> None:
    """Draw the bar of a use with its troubled days."""
    thing = drawn.use.thing
    if drawn.use.via is not None:
        draw_through(sheet, drawn.rect)
    elif isinstance(thing, Commitment):
        painter, scene, view, _area = sheet
        draw_commitment(painter, seen_part(view, drawn.rect), thing, scene.colours)
        draw_troubles(painter, view, drawn.rect, drawn.troubles, scene.colours)
    else:
        _draw_rotation(sheet, drawn, thing)


def _draw_rotation(sheet: Sheet, drawn: Drawn, rotation: Rotation) -> None:
    scene = sheet.scene
    if scene.lifted and rotation.id in scene.dragged:
        draw_ghost(sheet, rotation.id, drawn.row)
        return
    style = scene.styles.of(key_of(rotation))
    draw_rotation(sheet, Bar(rotation, drawn.row, drawn.rect, style, drawn.troubles))


def draw_commitment(
    painter: QPainter, rect: QRectF, commitment: Commitment, colours: Colours
) -> None:
    """Draw a claim that is no rotation: square, grey; dashed where it leaves the force free."""
    edge = mixed(colours.muted, colours.background, 0.25)
    painter.setPen(QPen(edge, 1) if commitment.exclusive else dashed(edge))
    painter.setBrush(mixed(colours.muted, colours.background, 0.82))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def draw_through(sheet: Sheet, rect: QRectF) -> None:
    """Draw that a unit is taken along with one around it."""
    painter, scene, view, _area = sheet
    colours = scene.colours
    painter.setPen(dashed(mixed(colours.muted, colours.background, 0.35)))
    painter.setBrush(mixed(colours.muted, colours.background, 0.93))
    seen = seen_part(view, rect).adjusted(0.5, 3.5, -0.5, -3.5)
    painter.drawRoundedRect(seen, RADIUS, RADIUS)


def draw_text(sheet: Sheet, drawn: Drawn) -> None:
    """Write on a bar, or behind it up to the next one, what it is."""
    painter, scene, view, _area = sheet
    text = text_of(drawn.use, scene.plan)
    worst = drawn.troubles[-1].severity if drawn.troubles else None
    icon = 0.0 if worst is None else ICON + 4
    spot = _spot(drawn, view, icon + scene.labels.width(text))
    dragged = scene.lifted and drawn.use.rotation in scene.dragged
    if spot is None or dragged:
        return
    left, room, inside = spot
    middle = drawn.rect.center().y()
    if worst is not None:
        draw_icon(painter, left, middle, worst, scene.colours)
    thing = drawn.use.thing
    own = inside and drawn.use.via is None and isinstance(thing, Rotation)
    ink = scene.styles.of(key_of(thing)).text if own and isinstance(thing, Rotation) else None
    painter.setPen(ink or scene.colours.muted)
    scene.labels.draw_elided(painter, left + icon, middle, text, room - icon)


def _spot(drawn: Drawn, view: View, width: float) -> tuple[float, float, bool] | None:
    """Where a text begins, how much room it has, and whether that is on the bar."""
    left, right = max(drawn.rect.left(), 0.0), min(drawn.rect.right(), float(view.width))
    room = right - left - 2 * _MARGIN
    if room >= width:
        return left + _MARGIN, room, True
    rest = max(view.x_of(drawn.use.rest), drawn.rect.right())
    beyond = min(drawn.next_left, float(view.width)) - rest - 2 * _MARGIN
    if beyond >= width and drawn.rect.right() >= 0:
        return rest + _MARGIN, beyond, False
    if room >= _LEAST_ROOM and room >= beyond:
        return left + _MARGIN, room, True
    if beyond >= _LEAST_ROOM and drawn.rect.right() >= 0:
        return rest + _MARGIN, beyond, False
    return None


def text_of(use: Use, plan: Plan) -> str:
    """What stands on a bar: where the force goes, or what claims it."""
    if use.via is not None:
        return _("{name} ({force})").format(name=use.thing.name, force=plan.forces[use.via].name)
    if isinstance(use.thing, Commitment):
        return use.thing.name
    mission = plan.missions[use.thing.mission].name
    text = label_of(use.thing)
    return text if mission.casefold() in text.casefold() else f"{mission} · {text}"


def drawn_in(scene: ForceScene, view: View, lane: Sequence[Use], row: int) -> list[Drawn]:
    """The uses of a lane that can be seen, with the room that each has."""
    found: list[Drawn] = []
    for number, use in enumerate(lane):
        shown = scene.shown(use)
        if view.x_of(shown.rest) < 0 or view.x_of(shown.lead) > view.width:
            continue
        after = lane[number + 1] if number + 1 < len(lane) else None
        left = float(view.width) if after is None else view.x_of(scene.shown(after).lead)
        rect = rect_of(view, shown.start, shown.end, row)
        found.append(Drawn(shown, row, rect, scene.troubles_on(use), left))
    return found
