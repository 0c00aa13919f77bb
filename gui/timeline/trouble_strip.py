"""The troubled days of a whole mission as one thin strip, ready to be drawn in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.rules.finding import Severity
from gui.timeline.geometry import LEAST_WIDTH, View
from gui.timeline.standing import StandingRects
from gui.timeline.troubles import Trouble

HEIGHT: Final = 3.0


class TroubleStrip:
    """The strip, and its rectangles at the scale that was last asked for.

    The rectangles are in days and pixels; each is some pixels wide at least.
    """

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        """Take up troubles that are in order of severity, then of days."""
        self.troubles = troubles
        self._scale = 0.0
        self._rects: list[tuple[Severity, StandingRects]] = []

    def rects(self, view: View) -> list[tuple[Severity, StandingRects]]:
        """The rectangles of each severity, the worst last."""
        if view.pixels_per_day != self._scale:
            self._scale = view.pixels_per_day
            self._rects = self._build(LEAST_WIDTH / view.pixels_per_day)
        return self._rects

    def _build(self, least: float) -> list[tuple[Severity, StandingRects]]:
        found: dict[Severity, StandingRects] = {}
        for trouble in self.troubles:
            rects = found.setdefault(trouble.severity, StandingRects())
            width = max(trouble.end - trouble.start, least)
            rects.add(float(trouble.start), 0.0, width, HEIGHT)
        return list(found.items())
