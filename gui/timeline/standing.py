"""Rectangles that stand in memory as Qt wants them, so that thousands are drawn in one call."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import Final, cast

import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_NUMBERS: Final = 4
_BYTES: Final = _NUMBERS * 8


class StandingRects:
    """Rectangles in order of their left sides; they must not change while they are drawn."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers = array("d")
        self._lefts: list[float] = []
        self._widest = 0.0
        self._first: QRectF | None = None

    def __len__(self) -> int:
        return len(self._lefts)

    def add(self, left: float, top: float, width: float, height: float) -> None:
        """Put one at the end; it begins no earlier than those before it."""
        self._numbers.extend((left, top, width, height))
        self._lefts.append(left)
        self._widest = max(self._widest, width)
        self._first = None

    def slice_between(self, first: float, end: float) -> tuple[int, int]:
        """From which to which number those lie that can be seen between two places."""
        lefts = self._lefts
        if not lefts or (lefts[0] >= first and lefts[-1] < end):
            return 0, len(lefts)
        return bisect_left(self._lefts, first - self._widest), bisect_left(self._lefts, end)

    def draw(self, painter: QPainter, first: float, end: float) -> None:
        """Draw those that can be seen between two places."""
        start, stop = self.slice_between(first, end)
        if start >= stop:
            return
        if not standing_rects_work():
            painter.drawRects(self.as_list(start, stop))
            return
        painter.drawRects(self.at(start), stop - start)

    def at(self, number: int) -> QRectF:
        """One of them, where it stands; those after it follow in memory."""
        if number == 0 and self._first is not None:
            return self._first
        address = self._numbers.buffer_info()[0] + number * _BYTES
        rect = cast("QRectF", shiboken6.wrapInstance(address, QRectF))
        if number == 0:
            self._first = rect
        return rect

    def as_list(self, start: int, stop: int) -> list[QRectF]:
        """Copies of some of them, as objects."""
        numbers = self._numbers
        return [
            QRectF(*numbers[at : at + _NUMBERS])
            for at in range(start * _NUMBERS, stop * _NUMBERS, _NUMBERS)
        ]


@cache
def standing_rects_work() -> bool:
    """Whether Qt reads the numbers as we write them; where it does not, copies are drawn."""
    rects = StandingRects()
    for place in range(3):
        rects.add(3.0 * place, place, 2.0, 1.0 + place)
    count = len(rects)
    try:
        drawn = _picture(lambda painter: painter.drawRects(rects.at(0), count))
    except (TypeError, ValueError):
        return False
    return drawn == _picture(lambda painter: painter.drawRects(rects.as_list(0, count)))


def _picture(draw: Callable[[QPainter], None]) -> QImage:
    picture = QImage(12, 6, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    draw(painter)
    painter.end()
    return picture
