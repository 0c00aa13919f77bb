"""What a large plan has reckoned with columns of numbers, as the readable functions ask it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from domain.engine.profile import Balance, Step
from domain.engine.spans import Span
from domain.model import Category, Force, Frame, Limit

Drawing = tuple[Span, list[str]]
"""A run of days, and the ids of the rotations that are there on any of them."""


class Quick(Protocol):
    """Quicker ways to what the functions of the same names in this room say."""

    def steps_on(self, frame: Frame, limit: Limit, days: Span, above: int) -> Sequence[Step]:
        """The strength of a limit as steps above a number, on days in force."""

    def amounts_on(self, frame: Frame, limit: Limit, day: int) -> list[tuple[str, int]]:
        """What each rotation, by id, adds to a limit on a day in force."""

    def total_in_year(self, frame: Frame, limit: Limit, days: Span) -> int:
        """What all rotations add to a yearly limit on the days in force of a year."""

    def drawing_on(
        self, frame: Frame, categories: Collection[Category], days: Span
    ) -> Sequence[Drawing]:
        """The runs of days in force on which rotations have people in categories."""

    def shortages(self, pool: Force, days: Span) -> Sequence[Balance]:
        """Where, on some days, more is asked of a pool than it holds."""
