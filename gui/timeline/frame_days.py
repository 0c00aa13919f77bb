"""The days that bound a mission: when frames are in force on it, where they and mandates end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from domain.engine.in_force import in_force_spans
from domain.language import _
from domain.model import (
    Binding,
    Category,
    Frame,
    Limit,
    Mandate,
    Measure,
    Plan,
)
from domain.model.days import AFTER_ALL, BEFORE_ALL
from domain.values import dataclass
from domain.words.limits import bound_text


@dataclass(frozen=True, slots=True)
class FrameSpan:
    """The days, as half-open day numbers, on which a frame is in force."""

    frame: str
    start: int
    end: int
    text: str
    undecided: bool
    categories: frozenset[Category]


@dataclass(frozen=True, slots=True)
class MissionDays:
    """What bounds one mission; ends are the first days after, starts the first days on."""

    frames: tuple[FrameSpan, ...] = ()
    frame_ends: tuple[int, ...] = ()
    mandate_ends: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def magnets(self) -> tuple[int, ...]:
        """The days to which a dragged end is drawn."""
        return (*self.starts, *self.frame_ends, *self.mandate_ends)


NO_DAYS = MissionDays()


class FrameDays:
    """The days that bound each mission of a plan."""

    def __init__(self) -> None:
        """Begin without a plan."""
        self._read_from = Plan().frames, Plan().mandates
        self._days: dict[str, MissionDays] = {}

    def of(self, plan: Plan, mission: str) -> MissionDays:
        """What bounds a mission in a plan; reckoned anew only when frames or mandates change."""
        frames, mandates = self._read_from
        if plan.frames is not frames or plan.mandates is not mandates:
            self._read_from = plan.frames, plan.mandates
            self._days = days_of_missions(plan)
        return self._days.get(mission, NO_DAYS)


def days_of_missions(plan: Plan) -> dict[str, MissionDays]:
    """For each mission with a frame or a mandate what bounds it."""
    frames: dict[str, list[FrameSpan]] = {}
    for span, missions in frame_spans(plan):
        for mission in missions:
            frames.setdefault(mission, []).append(span)
    mandates: dict[str, list[Mandate]] = {}
    for mandate in plan.mandates.things():
        mandates.setdefault(mandate.mission, []).append(mandate)
    return {
        mission: mission_days(frames.get(mission, []), mandates.get(mission, []))
        for mission in chain(frames, mandates)
    }


def frame_spans(plan: Plan) -> Iterator[tuple[FrameSpan, tuple[str, ...]]]:
    """Each frame that is ever in force, with its days and its missions."""
    in_force = in_force_spans(plan)
    for frame in plan.frames.things():
        days = in_force[frame.id]
        if days is not None:
            text = frame_text(frame)
            span = FrameSpan(frame.id, *days, text, frame.undecided, frame.categories)
            yield span, frame.missions


def mission_days(frames: list[FrameSpan], mandates: list[Mandate]) -> MissionDays:
    """What bounds a mission with these frames and mandates."""
    frames = sorted(frames, key=lambda span: (span.start, span.end))
    starts = {span.start for span in frames} | {mandate.start for mandate in mandates}
    return MissionDays(
        tuple(frames),
        tuple(sorted({span.end for span in frames if not_followed(span, frames)})),
        tuple(sorted(ends_of_mandates(mandates))),
        tuple(sorted(starts - {BEFORE_ALL})),
    )


def not_followed(span: FrameSpan, frames: Iterable[FrameSpan]) -> bool:
    """Whether a frame ends while no others cover all its categories from the next day on."""
    if span.end >= AFTER_ALL:
        return False
    next_day = [other for other in frames if other.start <= span.end < other.end]
    covered = frozenset[Category]().union(*(other.categories for other in next_day))
    return not span.categories <= covered


def ends_of_mandates(mandates: Iterable[Mandate]) -> set[int]:
    """The days after mandates, where no other mandate goes on."""
    mandates = list(mandates)
    return {
        mandate.end
        for mandate in mandates
        if mandate.last_day is not None
        and not any(other.start <= mandate.end < other.end for other in mandates)
    }


def frame_text(frame: Frame) -> str:
    """A frame in a few characters: the number of its widest limit."""
    widest = max(frame.limits, key=_width)
    text = limit_text(widest)
    if len(frame.missions) > 1:
        return _("{number} · together").format(number=text)
    return text


def _width(limit: Limit) -> tuple[bool, bool, int]:
    persons = limit.measure is Measure.PERSONS
    return persons, limit.measure is not Measure.TEAM_SIZE, len(limit.categories)


def limit_text(limit: Limit) -> str:
    """The number of a limit in a few characters, or what stands in its place."""
    text = bound_text(limit.binding, limit.number)
    if limit.binding in {Binding.MAXIMUM, Binding.EXACT}:
        text = str(limit.number)
    if limit.number is not None and limit.measure in {Measure.TEAMS, Measure.TEAMS_PER_YEAR}:
        return _("{number} teams").format(number=text)
    return text
