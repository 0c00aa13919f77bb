"""What the strip says of a lane: whose strength, how much of how much, on which day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.language import _
from domain.model import Plan
from domain.words.days import day_text
from domain.words.fixed import categories_text
from domain.words.limits import bound_text
from domain.words.numbers import number_text
from gui.timeline.filled_lane import FilledLane, Level
from gui.timeline.lanes import Span, Stretch

if TYPE_CHECKING:
    from domain.engine.profile import Step

MOST_NAMES: Final = 3


class Words(NamedTuple):
    """What is said of a lane; what is too much is to be seen on it."""

    title: str
    value: str
    is_over: bool = False


def words_of(filled: FilledLane, plan: Plan, day: int | None, days: Span | None = None) -> Words:
    """What a lane counts, and how much on a day; else where it is tightest, on some days or all."""
    lane = filled.lane
    step = filled.tightest(days) if day is None else filled.step_at(day)
    span = span_of(step, day, days)
    stretch = lane.stretch_in(span) if span else lane.stretches[-1]
    if stretch is None:
        when = _("no frame on {day}").format(day=_day(span[0])) if span else ""
        return Words(title_of(lane.stretches[-1], plan), when)
    title = title_of(stretch, plan)
    if span is None:
        return Words(title, _("nobody planned · {limit}").format(limit=_limit(stretch)))
    value = 0 if step is None else step.value
    level = filled.level_in(span)
    form = _("{value} on {day}") if day is not None else _("peak {value} from {day}")
    text = form.format(value=how_much(filled, value, level, stretch), day=_day(span[0]))
    return Words(title, text, level is not None and value > level.number)


def span_of(step: Step | None, day: int | None, days: Span | None) -> Span | None:
    """The half-open days of which is spoken, the day of which is asked first."""
    if day is not None:
        return day, day + 1 if step is None else step.end
    if step is None:
        return None
    return (step.start if days is None else max(step.start, days[0])), step.end


def how_much(filled: FilledLane, value: int, level: Level | None, stretch: Stretch) -> str:
    """A value with what is allowed: 4 of 7, or 4 · no limit."""
    number = number_text(filled.shown(value))
    if level is None:
        return f"{number} · {_limit(stretch)}"
    return _("{value} of {number}").format(value=number, number=level.number // filled.unit)


def title_of(stretch: Stretch, plan: Plan) -> str:
    """The missions and categories that a limit counts."""
    names = [plan.missions[m].name for m in stretch.frame.missions if m in plan.missions]
    more = ["…"] if len(names) > MOST_NAMES else []
    missions = ", ".join([*names[:MOST_NAMES], *more])
    return f"{missions} · {categories_text(stretch.limit.categories)}:"


def _limit(stretch: Stretch) -> str:
    return bound_text(stretch.limit.binding, stretch.limit.number)


def _day(day: int) -> str:
    return day_text(date.fromordinal(day))
