"""Lanes: bars of a mission beside each other in as few rows as they need, or a row each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.exchange.paper.scale import Scale
from domain.model import Rotation

Lane = Sequence[Rotation]


def lanes_of(rotations: Iterable[Rotation], scale: Scale) -> list[Lane]:
    """Rotations in lanes, each where it fits first: no two touch."""
    lanes: list[list[Rotation]] = []
    ends: list[float] = []
    for rotation in _in_order(rotations):
        x, end = scale.x(rotation.start), scale.x(rotation.end)
        lane = next((place for place, free in enumerate(ends) if free <= x), None)
        if lane is None:
            lanes.append([rotation])
            ends.append(end)
        else:
            lanes[lane].append(rotation)
            ends[lane] = end
    return list(lanes)


def named_lanes_of(rotations: Iterable[Rotation]) -> list[Lane]:
    """A lane for each rotation, in the order of their days."""
    return [[rotation] for rotation in _in_order(rotations)]


def _in_order(rotations: Iterable[Rotation]) -> list[Rotation]:
    return sorted(rotations, key=lambda one: (one.start, one.end, one.name, one.id))
