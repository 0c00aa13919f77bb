"""How full each limit is in each period: rows of cells, day-exact, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from operator import attrgetter
from typing import Final

from domain.engine.profile import Profile, Step
from domain.engine.spans import Span, overlap
from domain.engine.strength import PER_YEAR
from domain.model import ABOUT, NUMBERED, Binding, Frame, Limit, Measure, Plan, Rotation, Settings
from domain.words.numbers import number_text
from gui.row_groups import missions_in_order
from gui.timeline.periods import Unit, periods

UNITS: Final = (Unit.MONTH, Unit.QUARTER, Unit.YEAR)
MOST_YEARS: Final = 40
_value = attrgetter("value")


class Grade(Enum):
    """How full a limit is, as a cell shows it."""

    ABSENT = auto()
    """The frame is in force on no day of the period."""
    FREE = auto()
    """There is no number to compare with, and none is needed."""
    UNSURE = auto()
    """The number, or what it counts, is not known."""
    EMPTY = auto()
    PARTLY = auto()
    FULL = auto()
    """Exactly the number: that is no breach."""
    MARGIN = auto()
    """Above a circa number, within its margin."""
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A limit in a period; the days are half-open day numbers, means are in hundredths.

    A yearly limit has one cell a year, however short the periods are.
    """

    span: Span
    days: Span | None
    """Those days of it on which the frame is in force."""
    peak: int
    peak_day: int | None
    """The first day of the peak; none where nothing is counted."""
    grade: Grade
    fill: float
    """The peak as a part of the number; 0 where there is no number."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A limit with its cells; cells of a year are repeated in each of its periods."""

    frame: Frame
    limit: Limit
    cells: tuple[Cell, ...]
    peak: Cell
    """The cell of the whole time, with the highest peak of all."""

    @property
    def is_yearly(self) -> bool:
        """Whether its cells are years."""
        return self.limit.measure in PER_YEAR

    def value_text(self, cell: Cell) -> str:
        """The peak over the number: 8/7, 3/– without a limit, 3/? where it is unknown."""
        scale = Decimal(100) if self.limit.measure is Measure.AVERAGE_PER_YEAR else None
        peak = number_text(Decimal(cell.peak) / scale if scale else cell.peak)
        return f"{peak}/{self.number}"

    @property
    def number(self) -> str:
        """The number that a peak is compared with, or the mark that stands for it."""
        limit = self.limit
        if limit.binding in NUMBERED:
            return str(limit.number)
        if limit.binding is Binding.UNLIMITED:
            return "–"
        return "?" if limit.number is None else f"{limit.number}?"


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All limits that are ever in force in some periods, those of the same missions together."""

    unit: Unit
    periods: tuple[Span, ...]
    rows: tuple[HeatRow, ...]

    def column_of(self, day: float) -> int:
        """The number of the period in which a day lies, else of the nearest one."""
        for number, (_start, end) in enumerate(self.periods):
            if day < end:
                return number
        return max(len(self.periods) - 1, 0)


def periods_of(plan: Plan, unit: Unit) -> tuple[Span, ...]:
    """The periods of whole calendar years, from the first to the last that the plan is about."""
    first, last = years_of(plan)
    start, end = date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()
    return tuple(periods(unit, start, end))


def years_of(plan: Plan) -> tuple[int, int]:
    """The first and last year with planning days or rotations; without any, with frames."""
    settings, rotations = plan.settings, list(plan.rotations.things())
    planning = (settings.planning_first_day, settings.planning_last_day)
    days = [day for day in planning if day is not None]
    days += [rotation.first_day for rotation in rotations]
    days += [rotation.last_day for rotation in rotations]
    if not days:
        every = (day for frame in plan.frames.things() for day in (frame.first_day, frame.last_day))
        days = [day for day in every if day is not None]
    if not days:
        return 1, 0
    first, last = min(days).year, max(days).year
    return first, min(last, first + MOST_YEARS - 1)


def is_counted(limit: Limit) -> bool:
    """Whether a limit is about how many there are over time, and not about each rotation."""
    return limit.measure is not Measure.TEAM_SIZE


def limits_in_order(plan: Plan, missions: frozenset[str]) -> Iterator[tuple[Frame, Limit]]:
    """The limits of frames on any of some missions, those of the same missions together."""
    places = {mission.id: place for place, mission in enumerate(missions_in_order(plan))}

    def place(frame: Frame) -> tuple[list[int], int, int]:
        names = sorted(places[mission] for mission in frame.missions)
        return names[:1], len(names), frame.start

    frames = [frame for frame in plan.frames.things() if missions & set(frame.missions)]
    for frame in sorted(frames, key=place):
        yield from ((frame, limit) for limit in frame.limits if is_counted(limit))


def row_of(profile: Profile, spans: Sequence[Span], settings: Settings) -> HeatRow | None:
    """The row of a limit; none where its frame is in force in no period."""
    if profile.in_force is None or not spans:
        return None
    whole = spans[0][0], spans[-1][1]
    if overlap(profile.in_force, whole) is None:
        return None
    yearly = profile.limit.measure in PER_YEAR
    over = list(periods(Unit.YEAR, *whole)) if yearly else spans
    cells = tuple(_cells(profile, over, settings))
    highest = next(_cells(profile, [whole], settings))
    if yearly:
        by_year = dict(zip(over, cells, strict=True))
        cells = tuple(by_year[year] for span in spans for year in over if overlap(span, year))
    return HeatRow(profile.frame, profile.limit, cells, highest)


def _cells(profile: Profile, spans: Iterable[Span], settings: Settings) -> Iterator[Cell]:
    """One cell for each of some spans in order, which do not overlap."""
    steps, at = profile.steps, 0
    for span in spans:
        while at < len(steps) and steps[at].end <= span[0]:
            at += 1
        last = at
        while last < len(steps) and steps[last].start < span[1]:
            last += 1
        highest = max(steps[at:last], key=_value, default=None)
        yield _cell(profile, span, highest, settings)


def _cell(profile: Profile, span: Span, highest: Step | None, settings: Settings) -> Cell:
    days = None if profile.in_force is None else overlap(profile.in_force, span)
    peak = 0 if highest is None or days is None else highest.value
    peak_day = None if highest is None or not peak else max(highest.start, span[0])
    grade = Grade.ABSENT if days is None else grade_of(profile.limit, peak, settings)
    number = (profile.limit.number or 0) * profile.scale
    known = grade not in {Grade.ABSENT, Grade.FREE, Grade.UNSURE}
    return Cell(span, days, peak, peak_day, grade, peak / number if known and number else 0.0)


def grade_of(limit: Limit, peak: int, settings: Settings) -> Grade:
    """How full a limit is at a peak; that of a mean is in hundredths."""
    if limit.binding is Binding.UNLIMITED:
        return Grade.FREE
    if limit.binding not in NUMBERED or limit.number is None:
        return Grade.UNSURE
    scale = 100 if limit.measure is Measure.AVERAGE_PER_YEAR else 1
    margin = settings.margin(limit.number) if limit.binding in ABOUT else 0
    if not peak:
        return Grade.EMPTY
    if peak > (limit.number + margin) * scale:
        return Grade.OVER
    if peak > limit.number * scale:
        return Grade.MARGIN
    return Grade.FULL if peak == limit.number * scale else Grade.PARTLY


def groups_begin(rows: Sequence[HeatRow]) -> list[bool]:
    """For each row whether it is the first of its missions."""
    missions = [row.frame.missions for row in rows]
    return [place == 0 or missions[place - 1] != here for place, here in enumerate(missions)]


def rotations_of(plan: Plan, row: HeatRow, cell: Cell) -> list[str]:
    """The rotations that a cell counts, in order of their days; cancelled ones never count."""
    days = cell.days
    if days is None:
        return []
    begun = row.limit.measure in {Measure.TEAMS_PER_YEAR, Measure.PERSONS_PER_YEAR}
    found = [
        rotation
        for rotation in plan.rotations.things()
        if rotation.mission in row.frame.missions
        and not rotation.cancelled
        and overlap((rotation.start, rotation.end), days) is not None
        and (not begun or days[0] <= rotation.start)
        and _adds_to(row.limit, rotation)
    ]
    return [rotation.id for rotation in sorted(found, key=attrgetter("start", "end", "name"))]


def _adds_to(limit: Limit, rotation: Rotation) -> bool:
    if limit.measure in {Measure.TEAMS, Measure.TEAMS_PER_YEAR}:
        return bool(rotation.teams)
    return bool(rotation.people_in(limit.categories))
