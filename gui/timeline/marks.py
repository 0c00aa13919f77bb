"""Trouble on a bar: its exact days with pattern and edges, and an icon by which to tell it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from domain.rules.finding import Severity
from gui.theme import Colours
from gui.timeline.geometry import LEAST_WIDTH, View
from gui.timeline.troubles import Trouble

ICON: Final = 13.0
_EDGE: Final = {Severity.ERROR: 3.0, Severity.WARNING: 2.0, Severity.NOTE: 2.0}
_PATTERNS: Final = {
    Severity.ERROR: Qt.BrushStyle.FDiagPattern,
    Severity.WARNING: Qt.BrushStyle.BDiagPattern,
}


def severity_colour(colours: Colours, severity: Severity) -> QColor:
    """The colour of a severity."""
    colour: QColor = getattr(colours, severity.value)
    return colour


def draw_troubles(
    painter: QPainter, view: View, bar: QRectF, troubles: Iterable[Trouble], colours: Colours
) -> None:
    """Draw troubled days over and under a bar, and as a pattern on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for trouble in troubles:
        start = view.x_of(trouble.start)
        end = max(view.x_of(trouble.end), start + LEAST_WIDTH)
        left, right = max(start, -1.0), min(end, view.width + 1.0)
        if left < right:
            band = QRectF(left, bar.top(), right - left, bar.height())
            _draw_band(painter, band, trouble.severity, severity_colour(colours, trouble.severity))


def _draw_band(painter: QPainter, band: QRectF, severity: Severity, colour: QColor) -> None:
    edge = _EDGE[severity]
    pattern = _PATTERNS.get(severity)
    painter.fillRect(QRectF(band.left(), band.bottom(), band.width(), edge), colour)
    if pattern is None:
        return
    painter.fillRect(QRectF(band.left(), band.top() - edge, band.width(), edge), colour)
    faint = QColor(colour)
    faint.setAlphaF(0.45)
    painter.fillRect(band.adjusted(0, 1, 0, -1), QBrush(faint, pattern))


def draw_icon(
    painter: QPainter, left: float, middle: float, severity: Severity, colours: Colours
) -> None:
    """Draw the icon of a severity on a plain ground: triangle, diamond or disc."""
    box = QRectF(left, middle - ICON / 2, ICON, ICON)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.background)
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 4, 4)
    painter.setBrush(severity_colour(colours, severity))
    if severity is Severity.NOTE:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawPolygon(_shape(box, severity))
    painter.setPen(QPen(colours.background, 1.6, c=Qt.PenCapStyle.RoundCap))
    centre = box.center()
    low = 1.0 if severity is Severity.ERROR else 0.0
    painter.drawLine(QPointF(centre.x(), centre.y() - 2.6 + low), centre + QPointF(0, low + 0.4))
    painter.drawPoint(centre + QPointF(0, 2.7 + low))


def _shape(box: QRectF, severity: Severity) -> QPolygonF:
    x, y = box.center().x(), box.center().y()
    if severity is Severity.ERROR:
        points = [QPointF(x, y - 6), QPointF(x + 6.5, y + 6), QPointF(x - 6.5, y + 6)]
    else:
        points = [
            QPointF(x, y - 6.5),
            QPointF(x + 6.5, y),
            QPointF(x, y + 6.5),
            QPointF(x - 6.5, y),
        ]
    return QPolygonF(points)
