"""Strength: how many persons or teams a limit counts, day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from domain.engine.profile import Profile, Step
from domain.engine.situation import Situation
from domain.engine.spans import Span, day_count, overlap
from domain.model import Category, Frame, Limit, Measure, Rotation

PER_DAY = frozenset({Measure.PERSONS, Measure.TEAMS})
PER_YEAR = frozenset({Measure.TEAMS_PER_YEAR, Measure.PERSONS_PER_YEAR, Measure.AVERAGE_PER_YEAR})
Piece = tuple[int, int, int]
"""A start, an end and an amount that holds in between."""


def rotations_of(situation: Situation, frame: Frame) -> Iterator[Rotation]:
    """The rotations at the missions of a frame that are not cancelled."""
    for mission in dict.fromkeys(frame.missions):
        yield from situation.rotations_at(mission)


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
        yield start, end, sum(_left(rotation, present, category) for category in categories)


def _deducting(situation: Situation, rotation: Rotation) -> list[Rotation]:
    mission = situation.plan.missions[rotation.mission]
    if mission.handover_counts or not mission.handover_days:
        return []
    return situation.relievers(rotation.id)


def _left(rotation: Rotation, relievers: list[Rotation], category: Category) -> int:
    taken_over = sum(reliever.people(category) for reliever in relievers)
    return max(0, rotation.people(category) - taken_over)


def counted(situation: Situation, limit: Limit, rotation: Rotation) -> Iterator[Piece]:
    """What a rotation adds to a limit of a daily measure or a mean, day by day."""
    if limit.measure is Measure.TEAMS:
        yield rotation.start, rotation.end, rotation.teams or 0
    else:
        yield from pieces(situation, rotation, limit.categories)


def steps_of(situation: Situation, frame: Frame, limit: Limit) -> tuple[Step, ...]:
    """The strength of a limit as steps above zero, on the days its frame is in force."""
    span = situation.standing.in_force[frame.id]
    if span is None:
        return ()
    changes: dict[int, int] = defaultdict(int)
    for rotation in rotations_of(situation, frame):
        for start, end, amount in counted(situation, limit, rotation):
            common = overlap((start, end), span)
            if amount and common is not None:
                changes[common[0]] += amount
                changes[common[1]] -= amount
    return tuple(_cumulated(changes))


def _cumulated(changes: dict[int, int]) -> Iterator[Step]:
    value, since = 0, 0
    for day in sorted(changes):
        if changes[day]:
            if value:
                yield Step(since, day, value)
            value, since = value + changes[day], day


def amount_on(situation: Situation, limit: Limit, rotation: Rotation, day: int) -> int:
    """What a rotation adds to a limit on a day."""
    for start, end, amount in counted(situation, limit, rotation):
        if start <= day < end:
            return amount
    return 0


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
        for rotation in rotations_of(situation, frame)
        if (amount := _in_year(situation, limit, rotation, days))
    ]


def _in_year(situation: Situation, limit: Limit, rotation: Rotation, days: Span) -> int:
    if limit.measure is Measure.AVERAGE_PER_YEAR:
        return sum(
            amount * day_count([common])
            for start, end, amount in pieces(situation, rotation, limit.categories)
            if (common := overlap((start, end), days)) is not None
        )
    if not days[0] <= rotation.start < days[1]:
        return 0
    if limit.measure is Measure.TEAMS_PER_YEAR:
        return rotation.teams or 0
    return rotation.people_in(limit.categories)


def years_of(situation: Situation, frame: Frame) -> list[int]:
    """The calendar years in which a frame has rotations."""
    years: set[int] = set()
    for rotation in rotations_of(situation, frame):
        years.update(range(rotation.first_day.year, rotation.last_day.year + 1))
    return sorted(years)


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
    return Profile(frame, limit, steps_of(situation, frame, limit), span)


def _yearly(situation: Situation, frame: Frame, limit: Limit) -> Iterator[Step]:
    for year in years_of(situation, frame):
        total = sum(amount for _r, amount in amounts_in_year(situation, frame, limit, year))
        if limit.measure is Measure.AVERAGE_PER_YEAR:
            total = hundredths(total, year)
        if total:
            yield Step(*year_of(year), total)
