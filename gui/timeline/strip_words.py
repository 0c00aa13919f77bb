"""What the strip says of a lane: whose strength, how much of how much, on which day."""

from __future__ import annotations

from datetime import date

from domain.language import _
from domain.model import Plan
from domain.rules.texts import number_text
from gui.days import day_text
from gui.timeline.filled_lane import FilledLane
from gui.timeline.lanes import Stretch
from gui.words import categories_text
from gui.words import number_text as limit_text


def words_of(filled: FilledLane, plan: Plan, day: int | None) -> tuple[str, str, bool]:
    """What a lane counts; how much on a day or at its tightest; whether that is too much."""
    lane = filled.lane
    peak = filled.peak
    at = day if day is not None else lane.stretches[-1].days[0] if peak is None else peak.start
    stretch = lane.stretch_at(at)
    title = title_of(stretch or lane.stretches[-1], plan)
    if stretch is None:
        return title, _("no frame on {day}").format(day=_day(at)), False
    if day is None and peak is None:
        return title, _("nobody planned · {limit}").format(limit=_limit(stretch)), False
    value, level = filled.value_at(at), filled.level_at(at)
    number = number_text(filled.shown(value))
    over = level is not None and value > level.number
    if level is None:
        text = _("{value} · {limit}").format(value=number, limit=_limit(stretch))
    else:
        text = _("{value} of {number}").format(value=number, number=level.number // filled.unit)
    if day is None:
        return title, _("peak {value} from {day}").format(value=text, day=_day(at)), over
    return title, _("{value} on {day}").format(value=text, day=_day(at)), over


def title_of(stretch: Stretch, plan: Plan) -> str:
    """The missions and categories that a limit counts."""
    names = [plan.missions[m].name for m in stretch.frame.missions if m in plan.missions]
    missions = ", ".join(names[:3]) + ("…" if len(names) > 3 else "")  # noqa: PLR2004 - as many as fit
    return f"{missions} · {categories_text(stretch.limit.categories)}:"


def _limit(stretch: Stretch) -> str:
    return limit_text(stretch.limit.binding, stretch.limit.number)


def _day(day: int) -> str:
    return day_text(date.fromordinal(day))
