"""An open need, and the rotation that would fill it."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.engine.spans import Span
from domain.language import _
from domain.model import Category, Plan, Rotation
from domain.values import dataclass, replace
from domain.words.days import period_text
from domain.words.fixed import categories_text
from gui.days import same_length_from
from gui.timeline.periods import Unit, start_of_period


@dataclass(frozen=True, slots=True)
class Need:
    """People that a mission lacks on half-open days: so many, of one category or of any of some."""

    mission: str
    span: Span
    number: int
    categories: frozenset[Category]
    post: str | None = None

    @property
    def text(self) -> str:
        """What stands on it: open · 4."""
        return _("open · {number}").format(number=self.number)

    @property
    def sentence(self) -> str:
        """What it says in full, and how to fill it."""
        days = period_text(*(date.fromordinal(day) for day in (self.span[0], self.span[1] - 1)))
        return _("Open: {number} ({who}), {days}; double-click plans a rotation.").format(
            number=self.number, who=categories_text(self.categories), days=days
        )


def rotation_for(plan: Plan, need: Need, day: int) -> Rotation:
    """A rotation that fills a need from a day on, as long as the last one at its mission.

    It begins where the need begins, unless the day is further away than it lasts.
    """
    from gui.new_rotations import drawn_rotation, next_rotation

    model = next_rotation(plan, need.mission, date.fromordinal(need.span[0]))
    start, end = need.span
    if day - start >= model.days:
        start = max(start, start_of_period(Unit.MONTH, day))
    first_day = date.fromordinal(start)
    last_day = min(same_length_from(model.first_day, model.last_day, first_day), _last(end))
    drawn = drawn_rotation(plan, need.mission, first_day, last_day)
    return replace(drawn, post=need.post, **_people(need, drawn))


def _people(need: Need, model: Rotation) -> dict[str, Any]:
    """Who goes: as many as are lacking where that is one category, else as many as before."""
    if len(need.categories) > 1 and model.people_in(need.categories):
        return {}
    first = next(category for category in Category if category in need.categories)
    return {category.value: need.number if category is first else 0 for category in need.categories}


def _last(end: int) -> date:
    return date.fromordinal(end - 1)
