"""Where things stand on the canvas: days and rows to pixels and back, as pure functions."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from domain.values import dataclass

LEAST_WIDTH: Final = 3.0
"""A bar of one day is this wide at least, so that it never vanishes."""
GRIP: Final = 7.0
"""So many pixels of a bar's end, inside it, take hold of that end."""
SLIVER: Final = 3.0
"""A bar of which less than this is in sight is only pointed to."""
ARROW: Final = 16.0
"""The arrow that points to it takes so many pixels at the edge."""
REACH: Final = 3.0
"""So many pixels outside a bar still belong to its end."""
_GAP: Final = 0.15
"""The part of a row's height that stays free above and below a bar."""


class Part(Enum):
    """A part of a bar that a mouse can take hold of."""

    START = auto()
    BODY = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class View:
    """What is in sight: the day at the left edge, the row offset, and the scale of both."""

    first: float
    pixels_per_day: float
    offset: int
    row_height: int
    width: int
    height: int

    @property
    def end(self) -> float:
        """The day number at the right edge."""
        return self.day_at(self.width)

    def x_of(self, day: float) -> float:
        """The pixel at which a day begins."""
        return (day - self.first) * self.pixels_per_day

    def day_at(self, x: float) -> float:
        """The day number, with its fraction, at a pixel."""
        return self.first + x / self.pixels_per_day

    def y_of(self, row: int) -> int:
        """The pixel at which a row begins."""
        return row * self.row_height - self.offset

    def row_at(self, y: float) -> int:
        """The number of the row at a pixel; it need not exist."""
        return int((y + self.offset) // self.row_height)

    def rows_between(self, top: float, bottom: float, count: int) -> range:
        """The existing rows from one pixel to another, of so many rows in all."""
        return range(max(self.row_at(top), 0), min(self.row_at(bottom) + 1, count))


def bar_gap(row_height: int) -> int:
    """How many pixels stay free above and below a bar."""
    return max(round(row_height * _GAP), 1)


def rect_of(view: View, start: int, end: int, row: int) -> QRectF:
    """Where a bar stands that lasts from one day number up to but not including another."""
    left, right = view.x_of(start), view.x_of(end)
    gap = bar_gap(view.row_height)
    height = view.row_height - 2 * gap
    return QRectF(left, view.y_of(row) + gap, max(right - left, LEAST_WIDTH), height)


def lane_rect(view: View, start: int, end: int, row: int, lane: tuple[int, int]) -> QRectF:
    """Where a bar stands in a row that holds many: in which lane, of how many."""
    number, lanes = lane
    whole = rect_of(view, start, end, row)
    height = whole.height() / lanes
    return QRectF(whole.x(), whole.y() + number * height, whole.width(), max(height - 1, 1.0))


def hit_test(rect: QRectF, point: QPointF) -> Part | None:
    """Which part of a bar is at a point; none beside the bar.

    A narrow bar keeps a third of its width for moving.
    """
    if not rect.adjusted(-REACH, 0, REACH, 0).contains(point):
        return None
    grip = min(GRIP, rect.width() / 3)
    if point.x() >= rect.right() - grip:
        return Part.END
    if point.x() < rect.left() + grip:
        return Part.START
    return Part.BODY
