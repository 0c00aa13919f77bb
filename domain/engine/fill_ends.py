"""Until when a mission can be filled: the ends of its frames and of its mandates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.engine.spans import Span, merged
from domain.engine.standing import Standing
from domain.engine.strength import peopled
from domain.model import Category, Rotation
from domain.model.days import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class FillEnds:
    """The last days on which frames cover what follows a rotation, and on which a mandate holds."""

    frame: date | None
    mandate: date | None
    """None where no mandate holds on the day after the rotation, or it has no end."""

    @property
    def first(self) -> date | None:
        """The first of the two to come; none where neither has an end."""
        return min((day for day in (self.frame, self.mandate) if day is not None), default=None)


def fill_ends(standing: Standing, follows: Rotation) -> FillEnds:
    """Until when a mission can be filled with more of a rotation."""
    categories = peopled(follows) or list(Category)
    covered = [standing.coverage.days(follows.mission, category) for category in categories]
    if not peopled(follows):
        covered = [merged(span for runs in covered for span in runs)]
    frames = (_last_covered(runs, follows.end) for runs in covered)
    mandated = standing.mandated_days(follows.mission)
    return FillEnds(
        min((day for day in frames if day is not None), default=None),
        _day_before(end for start, end in mandated if start <= follows.end < end),
    )


def _last_covered(runs: Sequence[Span], after: int) -> date | None:
    """The end of the days that go on from a day; where none do, of the last that come later."""
    ends = [end for start, end in runs if start <= after < end]
    return _day_before(ends or [end for _start, end in runs[-1:] if end > after])


def _day_before(ends: Iterable[int]) -> date | None:
    days = (date.fromordinal(end - 1) for end in ends)
    return next((day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR), None)
