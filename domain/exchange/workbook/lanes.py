"""Lanes: rotations of a mission beside each other in as few rows as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from domain.exchange.workbook.calendar import Stretch, places_of
from domain.model import Rotation


@dataclass(frozen=True, slots=True)
class Bar:
    """A rotation with the columns that it fills."""

    rotation: Rotation
    places: range


def lanes_of(rotations: Iterable[Rotation], stretches: Sequence[Stretch]) -> list[list[Bar]]:
    """The bars of rotations in lanes, each where it fits first: no two share a cell."""
    lanes: list[list[Bar]] = []
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    for rotation in sorted(rotations, key=lambda one: (one.start, one.end, one.id)):
        places = places_of(stretches, (rotation.start, rotation.end))
        if not places:
            continue
        while busy and busy[0][0] <= places.start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(lanes)
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(Bar(rotation, places))
        heappush(busy, (places.stop, lane))
    return lanes
