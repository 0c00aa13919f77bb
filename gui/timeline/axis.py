"""The time axis: which day stands at which pixel, the same for header, timeline and strip."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from domain.model.days import FIRST_YEAR, LAST_YEAR

FIRST_DAY: Final = float(date(FIRST_YEAR, 1, 1).toordinal())
END_DAY: Final = float(date(LAST_YEAR, 12, 31).toordinal() + 1)
MOST_PIXELS: Final = 40.0
"""A day at its widest."""
FEWEST_PIXELS: Final = 900 / (20 * 365.25)
"""A day at its narrowest: twenty years on 900 pixels."""
_ROOM: Final = 0.04
"""The part of the width that is left free on each side of a shown period."""


class TimeAxis(QObject):
    """The day at the left edge and the width of a day; days are (fractions of) day numbers."""

    changed = Signal()
    pointed_changed = Signal()
    """The mouse points at another day, or at none."""
    marked_changed = Signal()
    """Other days are marked, or none."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with some three years on 900 pixels."""
        super().__init__(parent)
        self._first = float(date(2025, 1, 1).toordinal())
        self._pixels_per_day = 900 / (3 * 365.25)
        self._width = 900
        self._pointed: float | None = None
        self._marked: tuple[int, int] | None = None

    @property
    def pointed(self) -> float | None:
        """The day number, with its fraction, at which the mouse points in any of the panes."""
        return self._pointed

    @property
    def marked(self) -> tuple[int, int] | None:
        """The half-open days of what is being dragged."""
        return self._marked

    @property
    def first(self) -> float:
        """The day number at the left edge."""
        return self._first

    @property
    def pixels_per_day(self) -> float:
        """How many pixels one day is wide."""
        return self._pixels_per_day

    @property
    def width(self) -> int:
        """How many pixels are shown."""
        return self._width

    @property
    def end(self) -> float:
        """The day number at the right edge."""
        return self.day_at(self._width)

    def x_of(self, day: float) -> float:
        """The pixel at which a day begins."""
        return (day - self._first) * self._pixels_per_day

    def day_at(self, x: float) -> float:
        """The day number, with its fraction, at a pixel."""
        return self._first + x / self._pixels_per_day

    def set_view(self, first: float, pixels_per_day: float) -> None:
        """Show a day at the left edge at a width of a day, both kept within bounds."""
        pixels = min(max(pixels_per_day, FEWEST_PIXELS), MOST_PIXELS)
        latest = max(END_DAY - self._width / pixels, FIRST_DAY)
        first = min(max(first, FIRST_DAY), latest)
        if (first, pixels) != (self._first, self._pixels_per_day):
            self._first, self._pixels_per_day = first, pixels
            self.changed.emit()

    def set_width(self, width: int) -> None:
        """Tell how many pixels are shown; the day at the left edge stays."""
        if width > 0 and width != self._width:
            self._width = width
            self.set_view(self._first, self._pixels_per_day)

    def point_at(self, day: float | None) -> None:
        """Show all panes at which day the mouse points; none when it points at no day."""
        if day != self._pointed:
            self._pointed = day
            self.pointed_changed.emit()

    def mark(self, days: tuple[int, int] | None) -> None:
        """Show all panes the half-open days of what is being dragged; none when it is over."""
        if days != self._marked:
            self._marked = days
            self.marked_changed.emit()

    def zoom(self, factor: float, at_x: float) -> None:
        """Make days wider by a factor; the day at a pixel stays where it is."""
        day = self.day_at(at_x)
        pixels = min(max(self._pixels_per_day * factor, FEWEST_PIXELS), MOST_PIXELS)
        self.set_view(day - at_x / pixels, pixels)

    def scroll_by(self, pixels: float) -> None:
        """Go later by so many pixels; a negative number goes earlier."""
        self.set_view(self._first + pixels / self._pixels_per_day, self._pixels_per_day)

    def show(self, first_day: date, last_day: date, width: int) -> None:
        """Fit a period, both days inside, in a width, with some room on both sides."""
        self.set_width(width)
        days = (last_day - first_day).days + 1
        pixels = self._width * (1 - 2 * _ROOM) / max(days, 1)
        pixels = min(max(pixels, FEWEST_PIXELS), MOST_PIXELS)
        middle = first_day.toordinal() + days / 2
        self.set_view(middle - self._width / 2 / pixels, pixels)

    def centre_on(self, day: float) -> None:
        """Bring a day to the middle; the width of a day stays."""
        self.set_view(day - self._width / 2 / self._pixels_per_day, self._pixels_per_day)

    def reveal(self, start: float, end: float) -> None:
        """Scroll as little as needed to show a span of days; nothing if it is in view."""
        if start >= self._first and end <= self.end:
            return
        if end - start > self._width / self._pixels_per_day:
            self.set_view(start, self._pixels_per_day)
        else:
            self.centre_on((start + end) / 2)
