"""What a drag draws over the canvas: where the bar was, its days, the pill, the rubber band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Colours, mixed
from gui.timeline.bar_painter import draw_bar, draw_outline
from gui.timeline.geometry import View, rect_of
from gui.timeline.labels import Labels
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet
from gui.timeline.styles import StyleKey, key_of

if TYPE_CHECKING:
    from gui.timeline.drag import Outcome
    from gui.timeline.gestures import Gestures
    from gui.timeline.pill import Pill

_MARGIN: Final = 10.0
_AWAY: Final = 8.0
_SEPARATOR: Final = "  ·  "


def draw_dragged(sheet: Sheet, outcome: Outcome, row: int, key: StyleKey) -> None:
    """Draw the bar where it would end up."""
    painter, scene, view, _area = sheet
    rect = rect_of(view, outcome.start, outcome.end, row)
    draw_bar(painter, view, rect, scene.styles.of(key))
    draw_outline(sheet, rect)


def draw_guides(sheet: Sheet, outcome: Outcome) -> None:
    """Draw a line where the days begin and one where they end, over the rows of the mission."""
    painter, scene, view, _area = sheet
    colour = QColor(scene.colours.accent)
    colour.setAlphaF(0.6)
    rows = scene.ground.rows_around(outcome)
    top, bottom = view.y_of(rows.start), view.y_of(rows.stop)
    for day in (outcome.start, outcome.end):
        painter.fillRect(QRectF(round(view.x_of(day)), top, 1, bottom - top), colour)


def draw_band(painter: QPainter, band: QRectF, colours: Colours) -> None:
    """Draw the rubber band."""
    ground = QColor(colours.accent)
    ground.setAlphaF(0.12)
    painter.setPen(QPen(colours.accent, 1))
    painter.setBrush(ground)
    painter.drawRect(band)


def pill_rect(labels: Labels, view: View, pill: Pill, bar: QRectF, at: float) -> QRectF:
    """Where the pill stands: above its bar near the mouse, inside the view."""
    width = labels.width(_SEPARATOR.join(parts_of(pill))) + 2 * _MARGIN
    height = labels.metrics.height() + 10
    left = min(max(at - width / 2, 4.0), view.width - width - 4.0)
    top = bar.top() - height - _AWAY
    if top < 2:  # noqa: PLR2004 - no room above it
        top = bar.bottom() + _AWAY
    return QRectF(round(left), round(top), round(width), height)


def parts_of(pill: Pill) -> list[str]:
    """The texts on a pill from left to right."""
    return [pill.days, pill.length, *pill.remarks]


def draw_pill(sheet: Sheet, pill: Pill, box: QRectF) -> None:
    """Draw the pill: light on dark, or the other way round in a dark theme."""
    painter, scene, _view, _area = sheet
    colours, radius = scene.colours, box.height() / 2
    painter.setPen(QPen(mixed(colours.text, colours.background, 0.25), 1))
    painter.setBrush(colours.text)
    painter.drawRoundedRect(box, radius, radius)
    x = box.left() + _MARGIN
    for text in parts_of(pill):
        wrong = pill.wrong_length and text == pill.length
        x = _draw_part(sheet, QPointF(x, box.center().y()), text, wrong=wrong)


def _draw_part(sheet: Sheet, at: QPointF, text: str, *, wrong: bool) -> float:
    painter, scene, _view, _area = sheet
    colours, labels = scene.colours, scene.labels
    width = labels.width(text)
    if wrong:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.error)
        height = labels.metrics.height()
        painter.drawRoundedRect(QRectF(at.x() - 4, at.y() - height / 2, width + 8, height), 4, 4)
    painter.setPen(colours.background)
    labels.draw(painter, at.x(), at.y(), text)
    return at.x() + width + labels.width(_SEPARATOR)


def draw_drag(sheet: Sheet, gestures: Gestures) -> None:
    """Draw everything that belongs to what the mouse is doing."""
    painter, scene, view, _area = sheet
    if gestures.band is not None:
        draw_band(painter, gestures.band, scene.colours)
    drag, outcome, pill = (
        gestures.dragging.drag,
        gestures.dragging.outcome,
        gestures.dragging.pill,
    )
    if drag is None or outcome is None or pill is None:
        return
    draw_guides(sheet, outcome)
    rotation = gestures.dragging.drawn_rotation or scene.rotation(drag.ids[0])
    row = gestures.dragging.hovered_row
    if rotation is not None and (scene.lifted or not drag.ids):
        draw_dragged(sheet, outcome, row, key_of(rotation))
    bar = rect_of(view, outcome.start, outcome.end, row)
    draw_pill(sheet, pill, pill_rect(scene.labels, view, pill, bar, gestures.last.x()))


def area_of_drag(scene: Scene, view: View, gestures: Gestures) -> QRect:
    """The area in which a drag is seen; it is empty when nothing is dragged."""
    outcome, pill = gestures.dragging.outcome, gestures.dragging.pill
    if outcome is None or pill is None:
        return QRect()
    rows = scene.ground.rows_around(outcome)
    height = (rows.stop - rows.start) * view.row_height
    area = QRect(0, view.y_of(rows.start), view.width, height)
    bar = rect_of(view, outcome.start, outcome.end, gestures.dragging.hovered_row)
    box = pill_rect(scene.labels, view, pill, bar, gestures.last.x())
    return area.united(box.toAlignedRect().adjusted(-2, -2, 2, 2))


def draw_focus(sheet: Sheet, row: int) -> None:
    """Draw a frame around the row in which the keyboard stands."""
    painter, scene, view, _area = sheet
    if row < len(scene.ground):
        painter.setPen(QPen(scene.colours.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, view.y_of(row) - 0.5, view.width - 1, view.row_height))
