"""Which strengths the strip shows: limits that follow each other in time share a lane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.engine.in_force import in_force_spans
from domain.model import Category, Frame, Limit, Measure, Plan
from gui.selection import Selection

MOST_LANES: Final = 4
PER_DAY: Final = frozenset({Measure.PERSONS, Measure.TEAMS})
Span = tuple[int, int]


def touch(one: Span, other: Span) -> bool:
    """Whether two half-open spans have a day in common."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A limit with its frame and the half-open days on which that frame is in force."""

    frame: Frame
    limit: Limit
    days: Span


@dataclass(frozen=True, slots=True)
class Lane:
    """Limits of one measure and the same categories, one after the other in time."""

    measure: Measure
    categories: frozenset[Category]
    stretches: tuple[Stretch, ...]

    @property
    def limits(self) -> tuple[str, ...]:
        """The ids of its limits in order of time."""
        return tuple(stretch.limit.id for stretch in self.stretches)

    def stretch_in(self, days: Span) -> Stretch | None:
        """The first limit that holds on any of some half-open days."""
        return next((s for s in self.stretches if touch(s.days, days)), None)


class LaneBook:
    """The lanes of each mission of a plan."""

    def __init__(self) -> None:
        """Begin without a plan."""
        self._frames = Plan().frames
        self._stretches: dict[str, list[Stretch]] = {}

    def shown(self, plan: Plan, selection: Selection, mission: str | None = None) -> list[Lane]:
        """The daily lanes of the selected mission; a limit of another kind has a lane alone.

        A mission that is given takes the place of the selected one.
        """
        self._read(plan)
        mission = mission or mission_of(plan, selection)
        chosen = self._lane_with(plan, selection.limit, mission) if selection.limit else None
        if chosen is not None and (mission is None or chosen.measure not in PER_DAY):
            return [chosen]
        if mission is None:
            return []
        daily = [lane for lane in self.of(mission) if lane.measure in PER_DAY]
        if chosen is None or chosen in daily[:MOST_LANES]:
            return daily[:MOST_LANES]
        return [*daily[: MOST_LANES - 1], chosen]

    def of(self, mission: str) -> list[Lane]:
        """All lanes of a mission, those that count most first."""
        lanes = [
            Lane(measure, categories, stretches)
            for (measure, categories), found in grouped(self._stretches.get(mission, [])).items()
            for stretches in in_turn(found)
        ]
        return sorted(lanes, key=_place)

    def _read(self, plan: Plan) -> None:
        if plan.frames is not self._frames:
            self._frames, self._stretches = plan.frames, stretches_of(plan)

    def _lane_with(self, plan: Plan, limit: str, mission: str | None) -> Lane | None:
        frame = next((frame for frame, own in plan.limits() if own.id == limit), None)
        if frame is None or (mission is not None and mission not in frame.missions):
            return None
        return next((lane for lane in self.of(frame.missions[0]) if limit in lane.limits), None)


def _place(lane: Lane) -> tuple[bool, int, int, int]:
    first = lane.stretches[0]
    order = tuple(Measure).index(lane.measure)
    return lane.measure not in PER_DAY, order, -len(lane.categories), first.days[0]


def mission_of(plan: Plan, selection: Selection) -> str | None:
    """The mission of the selected rotation, else the selected mission."""
    rotation = plan.rotations.get(selection.current) if selection.current else None
    if rotation is not None:
        return rotation.mission
    return selection.mission if selection.mission in plan.missions else None


def stretches_of(plan: Plan) -> dict[str, list[Stretch]]:
    """For each mission the limits of frames that are ever in force on it."""
    in_force = in_force_spans(plan)
    found: dict[str, list[Stretch]] = {}
    for frame, limit in plan.limits():
        days = in_force[frame.id]
        if days is None or limit.measure is None:
            continue
        for mission in frame.missions:
            found.setdefault(mission, []).append(Stretch(frame, limit, days))
    return found


def grouped(
    stretches: Iterable[Stretch],
) -> dict[tuple[Measure, frozenset[Category]], list[Stretch]]:
    """The limits by measure and categories, each group in order of time."""
    groups: dict[tuple[Measure, frozenset[Category]], list[Stretch]] = {}
    for stretch in sorted(stretches, key=lambda one: one.days):
        if stretch.limit.measure is not None:
            key = stretch.limit.measure, stretch.limit.categories
            groups.setdefault(key, []).append(stretch)
    return groups


def in_turn(stretches: Iterable[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """Limits in order of time as rows of limits that do not hold on the same days."""
    turns: list[list[Stretch]] = []
    for stretch in stretches:
        free = (turn for turn in turns if turn[-1].days[1] <= stretch.days[0])
        turn = next(free, None)
        if turn is None:
            turns.append([stretch])
        else:
            turn.append(stretch)
    return (tuple(turn) for turn in turns)
