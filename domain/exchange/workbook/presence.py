"""All missions together: how many persons are out at once, in each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from domain.exchange.workbook.calendar import Grid, Stretch, Unit, places_of
from domain.exchange.workbook.columns import Value
from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.live_strength import MOST_DAYS, Counting
from domain.language import _
from domain.model import Rotation


@dataclass(frozen=True, slots=True)
class Presence:
    """The persons of some categories at all missions: the most at once, in each stretch."""

    title: str
    peaks: Sequence[int]
    formulas: Sequence[Value]

    @property
    def cells(self) -> Sequence[Value]:
        """The peaks, computed where the plan is not too large for that."""
        return self.formulas or self.peaks


def presences(rotations: Sequence[Rotation], grid: Grid, most_work: int) -> list[Presence]:
    """For each category and for all together; nothing for a grid without columns.

    The days of a handover count for both. Formulas do at most so much work.
    """
    shown: Mapping[str, Callable[[Rotation], int]] = {
        _("Military"): lambda rotation: rotation.military,
        _("Civilian"): lambda rotation: rotation.civilian,
        _("Police"): lambda rotation: rotation.police,
        _("Total"): lambda rotation: rotation.headcount,
    }
    work = len(shown) * MOST_DAYS * len(grid.stretches) * len(rotations)
    live = grid.unit is Unit.MONTH and work <= most_work
    return [
        Presence(title, peaks, _formulas(title, peaks, grid) if live else ())
        for title, people in shown.items()
        if (peaks := peaks_together(rotations, people, grid.stretches))
    ]


def _formulas(title: str, peaks: Sequence[int], grid: Grid) -> list[Value]:
    counting = Counting((), (title,))
    return [
        Formula(counting.peak(stretch.days), peak)
        for stretch, peak in zip(grid.stretches, peaks, strict=True)
    ]


def peaks_together(
    rotations: Iterable[Rotation], people: Callable[[Rotation], int], stretches: Sequence[Stretch]
) -> list[int]:
    """The most people at once in each stretch, cancelled rotations left out."""
    changes: dict[int, int] = defaultdict(int)
    for rotation in rotations:
        if not rotation.cancelled:
            number = people(rotation)
            changes[rotation.start] += number
            changes[rotation.end] -= number
    days = sorted(changes)
    highest = [0] * len(stretches)
    for span, number in zip(pairwise(days), accumulate(changes[day] for day in days), strict=False):
        for place in places_of(stretches, span):
            highest[place] = max(highest[place], number)
    return highest
