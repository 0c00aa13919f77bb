"""Strength: how many persons or teams a limit counts, day by day and year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Final

from domain.engine.profile import Profile, Step
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span, overlap
from domain.model import Category, Frame, Limit, Measure, Rotation

PER_DAY = frozenset({Measure.PERSONS, Measure.TEAMS})
PER_YEAR = frozenset({Measure.TEAMS_PER_YEAR, Measure.PERSONS_PER_YEAR, Measure.AVERAGE_PER_YEAR})
Piece = tuple[int, int, int]
"""A start, an end and an amount that holds in between."""


def pieces(
    situation: Situation, rotation: Rotation, categories: Iterable[Category]
) -> Iterator[Piece]:
    """How many of its people in some categories a rotation counts, handover deducted."""
    relievers = _deducting(situation, rotation)
    if not relievers:
        yield rotation.start, rotation.end, rotation.people_in(categories)
        return
    handover = situation.plan.missions[rotation.mission].handover_days
    spans = [(r, (r.start, min(r.end, r.start + handover))) for r in relievers]
    whole = rotation.start, rotation.end
    cuts = {*whole, *(edge for _r, span in spans for edge in overlap(whole, span) or ())}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        present = [r for r, (first, last) in spans if first <= start < last]
        yield start, end, left_on_relief(rotation, present, categories)


def _deducting(situation: Situation, rotation: Rotation) -> Sequence[Rotation]:
    mission = situation.plan.missions[rotation.mission]
    if mission.handover_counts or not mission.handover_days:
        return ()
    return situation.relievers(rotation.id)


def left_on_relief(
    rotation: Rotation, relievers: Collection[Rotation], categories: Iterable[Category]
) -> int:
    """How many people in some categories a rotation counts beyond those that relieve it."""
    return sum(_left(rotation, relievers, category) for category in categories)


def _left(rotation: Rotation, relievers: Iterable[Rotation], category: Category) -> int:
    taken_over = sum(reliever.people(category) for reliever in relievers)
    return max(0, rotation.people(category) - taken_over)


def counted(situation: Situation, limit: Limit, rotation: Rotation) -> Iterator[Piece]:
    """What a rotation adds to a limit of a daily measure or a mean, day by day."""
    if limit.measure is Measure.TEAMS:
        yield rotation.start, rotation.end, rotation.teams or 0
    else:
        yield from pieces(situation, rotation, limit.categories)


def steps_on(
    situation: Situation, frame: Frame, limit: Limit, days: Span = ALWAYS, above: int = 0
) -> Sequence[Step]:
    """The strength of a limit as steps, on some of the days on which its frame is in force.

    Only steps above a number are given; those of one value that touch are one step.
    """
    span = situation.standing.in_force[frame.id]
    looked_at = None if span is None else overlap(span, days)
    if looked_at is None:
        return ()
    if situation.quick is not None:
        return situation.quick.steps_on(frame, limit, looked_at, above)
    changes: dict[int, int] = defaultdict(int)
    for rotation in situation.rotations_at(frame.missions, looked_at):
        for start, end, amount in counted(situation, limit, rotation):
            common = overlap((start, end), looked_at)
            if amount and common is not None:
                changes[common[0]] += amount
                changes[common[1]] -= amount
    return tuple(step for step in cumulated(changes) if step.value > above)


def cumulated(changes: dict[int, int]) -> Iterator[Step]:
    """The sums of changes over the days, as steps that are not zero."""
    value, since = 0, 0
    for day in sorted(changes):
        if changes[day]:
            if value:
                yield Step(since, day, value)
            value, since = value + changes[day], day


def amounts_on(situation: Situation, frame: Frame, limit: Limit, day: int) -> list[tuple[str, int]]:
    """What each rotation, by id, adds to a limit on a day on which its frame is in force."""
    if situation.quick is not None:
        return situation.quick.amounts_on(frame, limit, day)
    present = situation.rotations_at(frame.missions, (day, day + 1))
    if limit.measure is Measure.TEAMS:
        return [(rotation.id, rotation.teams) for rotation in present if rotation.teams]
    relieved = _relieved_on(situation, frame, present, day)
    amounts = (
        (rotation.id, left_on_relief(rotation, relieved.get(rotation.id, ()), limit.categories))
        for rotation in present
    )
    return [(name, amount) for name, amount in amounts if amount]


def _relieved_on(
    situation: Situation, frame: Frame, present: Iterable[Rotation], day: int
) -> dict[str, list[Rotation]]:
    """For rotations that count for less on a day of handover those that relieve them."""
    missions = map(situation.plan.missions.__getitem__, frame.missions)
    deducted = {one.id: one.handover_days for one in missions if not one.handover_counts}
    found: dict[str, list[Rotation]] = defaultdict(list)
    for rotation in present if deducted else ():
        days = deducted.get(rotation.mission, 0)
        if rotation.relieves is not None and day < rotation.start + days:
            found[rotation.relieves].append(rotation)
    return found


@cache
def counting(categories: frozenset[Category]) -> Callable[[Rotation], int]:
    """What counts the people of a rotation in some categories, quickly."""
    if len(categories) == 1:
        (only,) = categories
        return attrgetter(only.value)
    fields: Callable[[Rotation], tuple[int, ...]] = attrgetter(*(one.value for one in categories))
    return lambda rotation: sum(fields(rotation))


def peopled(rotation: Rotation) -> list[Category]:
    """The categories in which a rotation has people, in their order, quickly."""
    return [category for category, people_of in _PEOPLE if people_of(rotation)]


_PEOPLE: Final = tuple((category, counting(frozenset({category}))) for category in Category)


def year_of(year: int) -> Span:
    """The days of a calendar year."""
    return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()


def amounts_in_year(
    situation: Situation, frame: Frame, limit: Limit, year: int
) -> list[tuple[Rotation, int]]:
    """What each rotation adds to a yearly limit in a year; person-days for a mean."""
    span = situation.standing.in_force[frame.id]
    days = None if span is None else overlap(span, year_of(year))
    if days is None:
        return []
    return [
        (rotation, amount)
        for rotation in situation.rotations_at(frame.missions, days)
        if (amount := _in_year(situation, limit, rotation, days))
    ]


def _in_year(situation: Situation, limit: Limit, rotation: Rotation, days: Span) -> int:
    if limit.measure is Measure.AVERAGE_PER_YEAR:
        return sum(
            amount * (common[1] - common[0])
            for start, end, amount in pieces(situation, rotation, limit.categories)
            if (common := overlap((start, end), days)) is not None
        )
    if not days[0] <= rotation.start < days[1]:
        return 0
    if limit.measure is Measure.TEAMS_PER_YEAR:
        return rotation.teams or 0
    return rotation.people_in(limit.categories)


def total_in_year(situation: Situation, frame: Frame, limit: Limit, year: int) -> int:
    """What all rotations together add to a yearly limit in a year; person-days for a mean."""
    span = situation.standing.in_force[frame.id]
    days = None if span is None else overlap(span, year_of(year))
    if days is not None and situation.quick is not None:
        return situation.quick.total_in_year(frame, limit, days)
    return sum(amount for _r, amount in amounts_in_year(situation, frame, limit, year))


def years_on(situation: Situation, frame: Frame, days: Span = ALWAYS) -> range:
    """The calendar years in which a frame is in force and any rotation lasts, on some days."""
    span, extremes = situation.standing.in_force[frame.id], situation.ways.extremes()
    if span is None or extremes is None:
        return range(0)
    start, end = max(span[0], days[0], extremes[0]), min(span[1], days[1], extremes[1])
    if start >= end:
        return range(0)
    return range(date.fromordinal(start).year, date.fromordinal(end - 1).year + 1)


def hundredths(person_days: int, year: int) -> int:
    """A mean strength in hundredths, rounded to the nearest, halves up."""
    start, end = year_of(year)
    return (person_days * 200 + (end - start)) // (2 * (end - start))


def profile_of(situation: Situation, frame: Frame, limit: Limit) -> Profile:
    """How a limit is filled, day by day or year by year."""
    span = situation.standing.in_force[frame.id]
    if limit.measure in PER_YEAR:
        return Profile(frame, limit, tuple(_yearly(situation, frame, limit)), span)
    if limit.measure is Measure.TEAM_SIZE:
        return Profile(frame, limit, (), span)
    return Profile(frame, limit, tuple(steps_on(situation, frame, limit)), span)


def _yearly(situation: Situation, frame: Frame, limit: Limit) -> Iterator[Step]:
    for year in years_on(situation, frame):
        total = total_in_year(situation, frame, limit, year)
        if limit.measure is Measure.AVERAGE_PER_YEAR:
            total = hundredths(total, year)
        if total:
            yield Step(*year_of(year), total)
