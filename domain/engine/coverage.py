"""Which frames cover whom at a mission, and on which days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.engine.spans import Span, merged, outside
from domain.model import Category, Frame

Place = tuple[str, Category]
"""A mission and a category of people there."""


class Coverage:
    """The days on which frames cover categories at missions; each is reckoned once."""

    def __init__(
        self, frames_at: Mapping[str, Sequence[Frame]], in_force: Mapping[str, Span | None]
    ) -> None:
        """Look at frames by mission, each with its days in force."""
        self._frames_at = frames_at
        self._in_force = in_force
        self._categories: dict[str, frozenset[Category]] = {}
        self._frames: dict[Place, list[tuple[Frame, Span]]] = {}
        self._days: dict[Place, list[Span]] = {}
        self._undecided: dict[Place, list[Span]] = {}

    def _covering(self, mission: str, category: Category) -> list[tuple[Frame, Span]]:
        place = mission, category
        if place not in self._frames:
            self._frames[place] = list(self._read(mission, category))
        return self._frames[place]

    def _read(self, mission: str, category: Category) -> Iterator[tuple[Frame, Span]]:
        for frame in self._frames_at.get(mission, ()):
            span = self._in_force[frame.id]
            if span is not None and category in self._covered_by(frame):
                yield frame, span

    def _covered_by(self, frame: Frame) -> frozenset[Category]:
        """The categories that a frame covers; put together once, not for each of its missions."""
        if frame.id not in self._categories:
            self._categories[frame.id] = frame.categories
        return self._categories[frame.id]

    def days(self, mission: str, category: Category) -> list[Span]:
        """The days on which a category is covered at a mission, as runs."""
        place = mission, category
        if place not in self._days:
            self._days[place] = merged(span for _frame, span in self._covering(mission, category))
        return self._days[place]

    def undecided_days(self, mission: str, category: Category) -> list[Span]:
        """The days on which all frames in force that cover a category are undecided, as runs."""
        place = mission, category
        if place not in self._undecided:
            covering = self._covering(mission, category)
            decided = merged(span for frame, span in covering if not frame.undecided)
            self._undecided[place] = merged(
                part
                for frame, span in covering
                if frame.undecided
                for part in outside(span, decided)
            )
        return self._undecided[place]
