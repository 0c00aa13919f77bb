"""The bars of a row that holds many: in which lane each stands, ready to be drawn in one go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log2
from operator import attrgetter
from typing import Final

from domain.model import Rotation
from domain.values import dataclass
from gui.timeline.geometry import View, bar_gap
from gui.timeline.standing import StandingRects
from gui.timeline.styles import StyleKey, key_of

MOST_LANES: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A rotation in a row that holds many: its days and its lane."""

    rotation: str
    start: int
    end: int
    lane: int
    key: StyleKey


@dataclass(slots=True)
class _Run:
    """Bars of one style and lane that touch, about to become one rectangle."""

    start: float
    end: float


class RowBars:
    """The bars of one row, and their rectangles at the scale that was last asked for.

    The rectangles are in days and parts of the row's height. What is less than a pixel apart
    is one rectangle, so that a frame costs no more than the pixels that it shows.
    """

    def __init__(self, rotations: Iterable[Rotation]) -> None:
        """Give each rotation a lane."""
        self.places = places_of(sorted(rotations, key=attrgetter("start", "end")))
        self.lanes = max((place.lane for place in self.places), default=0) + 1
        self._level: int | None = None
        self._rects: list[tuple[StyleKey, StandingRects]] = []

    def rects(self, view: View) -> list[tuple[StyleKey, StandingRects]]:
        """The rectangles of each style, fit for the scale of a view."""
        level = floor(log2(view.pixels_per_day))
        if level != self._level:
            gap = bar_gap(view.row_height) / view.row_height
            self._level, self._rects = level, self._build(2.0**-level, gap)
        return self._rects

    def _build(self, least: float, gap: float) -> list[tuple[StyleKey, StandingRects]]:
        height = (1 - 2 * gap) / self.lanes
        runs: dict[tuple[StyleKey, int], list[_Run]] = {}
        for place in self.places:
            extend(runs.setdefault((place.key, place.lane), []), place, least)
        rects: dict[StyleKey, StandingRects] = {}
        for key, lane, run in in_order(runs):
            top = gap + lane * height
            rects.setdefault(key, StandingRects()).add(
                run.start, top, run.end - run.start, height * 0.9
            )
        return list(rects.items())


def extend(runs: list[_Run], place: Place, least: float) -> None:
    """Add a bar to the runs of its style and lane, at least so many days wide."""
    end = max(place.end, place.start + least)
    if runs and place.start - runs[-1].end <= least / 2:
        runs[-1].end = max(runs[-1].end, end)
    else:
        runs.append(_Run(place.start, end))


def in_order(runs: dict[tuple[StyleKey, int], list[_Run]]) -> list[tuple[StyleKey, int, _Run]]:
    """All runs with their style and lane, in the order of their first days."""
    flat = [(key, lane, run) for (key, lane), found in runs.items() for run in found]
    return sorted(flat, key=lambda item: item[2].start)


def places_of(rotations: Sequence[Rotation]) -> list[Place]:
    """Each rotation, in order of first day, in the first lane that is free on the day before.

    Where all lanes are taken, rotations share the lane that is free first.
    """
    ends: list[int] = []
    places = []
    for rotation in rotations:
        start, end = rotation.start, rotation.end
        lane = lane_for(ends, start)
        ends[lane] = max(ends[lane], end)
        places.append(Place(rotation.id, start, end, lane, key_of(rotation)))
    return places


def lane_for(ends: list[int], start: int) -> int:
    """The lane for a bar that begins on a day; another lane is opened where one is allowed."""
    for lane, end in enumerate(ends):
        if end < start:
            return lane
    if len(ends) < MOST_LANES:
        ends.append(0)
        return len(ends) - 1
    return min(range(len(ends)), key=ends.__getitem__)
