"""What lies above the strength, as rectangles that stand ready: to draw it is to see the steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import TYPE_CHECKING

from gui.timeline.geometry import View
from gui.timeline.standing import StandingRects

if TYPE_CHECKING:
    from domain.engine.profile import Step


@dataclass(frozen=True, slots=True)
class Run:
    """Columns of days, half-open, that show one value."""

    left: int
    right: int
    value: int


class Sky:
    """The rectangles above some steps in a view, with some room on either side of it.

    They are in days and values, so that scrolling costs nothing; where days are narrower than
    a pixel, each column of days shows its highest value.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        starts: Sequence[int],
        top: float,
        view: View,
        room: float,
    ) -> None:
        """Make them of steps in order, with the first days of those steps, and days of room."""
        self._column = column_of(view)
        self._first, self._end = view.first - room, view.end + room
        near = bisect_right(starts, self._first) - 1
        seen = steps[max(near, 0) : bisect_left(starts, self._end)]
        self.rects = StandingRects()
        at = int(self._first // self._column) - 1
        for run in peaks_per_column(seen, self._column):
            if run.left > at:
                self._add(at, run.left, top, 0)
            self._add(max(run.left, at), run.right, top, run.value)
            at = run.right
        self._add(at, max(int(self._end // self._column) + 2, at + 1), top, 0)

    def serves(self, view: View) -> bool:
        """Whether they can be drawn in a view."""
        inside = self._first <= view.first and view.end <= self._end
        return inside and column_of(view) == self._column

    def _add(self, left: int, right: int, top: float, value: int) -> None:
        days = self._column
        self.rects.add(left * days, -top, (right - left) * days, top - value)


def column_of(view: View) -> int:
    """How many days are one column: a power of two, a pixel wide at least."""
    return 1 << max(ceil(log2(1 / view.pixels_per_day)), 0)


def peaks_per_column(steps: Iterable[Step], days: int) -> list[Run]:
    """The highest value in each column of so many days: what lasts a day never vanishes.

    The steps are in order and do not overlap; so neighbours share a column at most.
    """
    if days == 1:
        return [Run(step.start, step.end, step.value) for step in steps]
    runs: list[Run] = []
    for step in steps:
        left, right = step.start // days, -(-step.end // days)
        while runs and left < runs[-1].right and runs[-1].value < step.value:
            last = runs.pop()
            if last.left < left:
                runs.append(Run(last.left, left, last.value))
                break
        if runs and left < runs[-1].right:
            left = runs[-1].right
        if left < right:
            runs.append(Run(left, right, step.value))
    return runs
