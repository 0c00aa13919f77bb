"""What some rotations come to together: how many people, and how many at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from domain.language import _
from domain.model import Rotation
from domain.values import dataclass
from domain.words.days import day_text
from domain.words.numbers import persons_text, rotations_text


@dataclass(frozen=True, slots=True)
class Together:
    """A number of rotations, their people, and the peak of those."""

    count: int
    persons: int
    peak: int
    peak_day: date | None

    @property
    def text(self) -> str:
        """3 rotations · 165 persons · peak 55 on 12-05-2027."""
        parts = [
            rotations_text(self.count),
            persons_text(self.persons),
        ]
        if self.peak_day is not None and self.count > 1:
            parts.append(
                _("peak {peak} on {day}").format(peak=self.peak, day=day_text(self.peak_day))
            )
        return " · ".join(parts)


def sum_of(rotations: Iterable[Rotation]) -> Together:
    """What rotations come to; cancelled ones are counted as rotations and send nobody."""
    chosen = list(rotations)
    steps: Counter[int] = Counter()
    persons = 0
    for rotation in chosen:
        if not rotation.cancelled:
            persons += rotation.headcount
            steps[rotation.start] += rotation.headcount
            steps[rotation.end] -= rotation.headcount
    peak, peak_day = _peak_of(steps)
    return Together(len(chosen), persons, peak, peak_day)


def _peak_of(steps: Counter[int]) -> tuple[int, date | None]:
    """The highest number, and the first day on which it is reached."""
    present, peak, peak_day = 0, 0, None
    for day in sorted(steps):
        present += steps[day]
        if present > peak:
            peak, peak_day = present, date.fromordinal(day)
    return peak, peak_day
