"""One bar drawn with care: rounded, its trouble on the exact days, its label where it fits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from domain.model import Rotation
from domain.rules.finding import Severity
from domain.values import dataclass
from gui.timeline.geometry import SLIVER, View, rect_of
from gui.timeline.marks import ICON, draw_icon, draw_troubles
from gui.timeline.scene import label_of
from gui.timeline.sheet import Sheet
from gui.timeline.styles import BarStyle, dashed, key_of
from gui.timeline.troubles import Trouble

RADIUS: Final = 4.0
_MARGIN: Final = 7.0
_BEYOND: Final = 12.0
"""A bar is drawn so far beyond the edges at most: a long dashed edge is slow."""
_LEAST_ROOM: Final = 34.0
"""A label is shortened to this width at least, else left out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands, how much room it has, and whether that is on the bar."""

    x: float
    room: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A rotation in its row, with all that is drawn of it."""

    rotation: Rotation
    row: int
    rect: QRectF
    style: BarStyle
    troubles: list[Trouble]

    @property
    def worst(self) -> Severity | None:
        """The worst of its troubles."""
        return self.troubles[-1].severity if self.troubles else None

    def reach(self, view: View) -> float:
        """The right edge of the bar and of its troubles, which may lie beside it."""
        ends = (view.x_of(trouble.end) for trouble in self.troubles)
        return max(self.rect.right(), *ends, 0.0)


def bar_of(sheet: Sheet, rotation: Rotation, row: int) -> Bar:
    """A rotation as it is to be drawn in a row."""
    _painter, scene, view, _area = sheet
    rect = rect_of(view, rotation.start, rotation.end, row)
    return Bar(rotation, row, rect, scene.styles.of(key_of(rotation)), scene.troubles.of(rotation))


def draw_rotation(sheet: Sheet, bar: Bar) -> None:
    """Draw a rotation in its row."""
    painter, scene, view, _area = sheet
    if bar.rotation.id in scene.dragged:
        draw_ghost(sheet, bar.rotation.id, bar.row)
        if scene.lifted:
            return
    if bar.rect.right() < SLIVER or bar.rect.left() > view.width - SLIVER:
        draw_arrow(sheet, bar.rect)
    else:
        draw_bar(painter, view, bar.rect, bar.style)
    draw_troubles(painter, view, bar.rect, bar.troubles, scene.colours)
    if bar.rotation.id in scene.selection.rotations:
        draw_outline(sheet, bar.rect)


def draw_ghost(sheet: Sheet, name: str, row: int) -> None:
    """Draw where a rotation stands as long as it is not dropped elsewhere."""
    painter, scene, view, _area = sheet
    before = scene.document.plan.rotations[name]
    rect = seen_part(view, rect_of(view, before.start, before.end, row))
    ground = QColor(scene.colours.muted)
    ground.setAlphaF(0.12)
    painter.setPen(dashed(scene.colours.muted))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def draw_bar(painter: QPainter, view: View, rect: QRectF, style: BarStyle) -> None:
    """Draw the bar itself."""
    seen = seen_part(view, rect)
    painter.setPen(style.edge)
    painter.setBrush(style.fill)
    painter.drawRoundedRect(seen.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def draw_outline(sheet: Sheet, rect: QRectF) -> None:
    """Draw the outline of a selected bar."""
    painter, scene, view, _area = sheet
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scene.colours.accent, 2))
    seen = seen_part(view, rect).adjusted(-1, -1, 1, 1)
    painter.drawRoundedRect(seen, RADIUS + 1, RADIUS + 1)


def seen_part(view: View, rect: QRectF) -> QRectF:
    """A bar cut off a little beyond the edges of the view."""
    left, right = max(rect.left(), -_BEYOND), min(rect.right(), view.width + _BEYOND)
    return QRectF(left, rect.top(), max(right - left, 1.0), rect.height())


def draw_label(sheet: Sheet, bar: Bar) -> None:
    """Draw icon and text on the bar, else to the right of it."""
    painter, scene, view, _area = sheet
    text, icon = label_of(bar.rotation), 0.0 if bar.worst is None else ICON + 4
    spot = spot_for(view, bar.rect, bar.reach(view), icon + scene.labels.width(text))
    if spot is None or (scene.lifted and bar.rotation.id in scene.dragged):
        return
    middle = bar.rect.center().y()
    if bar.worst is not None:
        draw_icon(painter, spot.x, middle, bar.worst, scene.colours)
    painter.setPen(bar.style.text if spot.inside else scene.colours.muted)
    scene.labels.draw_elided(painter, spot.x + icon, middle, text, spot.room - icon)


def spot_for(view: View, rect: QRectF, reach: float, width: float) -> Spot | None:
    """Where a label of a width goes: on the part of the bar in sight, else right of its reach."""
    left, right = max(rect.left(), 0.0), min(rect.right(), float(view.width))
    room = right - left - 2 * _MARGIN
    if room >= width:
        return Spot(left + _MARGIN, room, inside=True)
    beyond = view.width - reach - 2 * _MARGIN
    if rect.right() >= SLIVER and beyond >= min(width, _LEAST_ROOM):
        return Spot(reach + _MARGIN, beyond, inside=False)
    if room >= _LEAST_ROOM:
        return Spot(left + _MARGIN, room, inside=True)
    return None


def draw_arrow(sheet: Sheet, rect: QRectF) -> None:
    """Point to a bar that lies outside the view."""
    painter, scene, view, _area = sheet
    middle = rect.center().y()
    before = rect.right() < SLIVER
    tip, back = (5.0, 9.0) if before else (view.width - 5.0, view.width - 9.0)
    painter.setPen(QPen(scene.colours.muted, 1.5, c=Qt.PenCapStyle.RoundCap))
    for way in (-4, 4):
        painter.drawLine(QPointF(tip, middle), QPointF(back, middle + way))
