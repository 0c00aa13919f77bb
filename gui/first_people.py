"""Who a first rotation at a mission would have, and how long: what its frame and lengths ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from domain.engine.lengths import length_fits
from domain.engine.standing import Standing
from domain.model import NUMBERED, Category, Frame, Length, Limit, Measure, Plan, Rotation

_MONTHS: Final = (6, 12, 3)
"""So many months a rotation usually lasts, the most usual first."""


def as_its_frame_asks(plan: Plan, bare: Rotation) -> Rotation:
    """A rotation without people, with those that the frame of its mission asks for on its day.

    One team where a frame fixes the size of teams, else as many as a limit of that mission alone.
    """
    standing = Standing(plan)
    limits = [
        (frame, limit)
        for frame in standing.frames_at.get(bare.mission, ())
        if _in_force(standing, frame, bare.first_day)
        for limit in frame.limits
    ]
    peopled = next(_with_people(bare, limits), bare)
    return _with_length(standing, peopled)


def _in_force(standing: Standing, frame: Frame, day: date) -> bool:
    span = standing.in_force[frame.id]
    return span is not None and span[0] <= day.toordinal() < span[1]


def _with_people(bare: Rotation, limits: list[tuple[Frame, Limit]]) -> Iterator[Rotation]:
    """The rotation with people, what is surest first."""
    numbered = [(f, one) for f, one in limits if one.binding in NUMBERED and one.number]
    for _frame, limit in numbered:
        if limit.measure is Measure.TEAM_SIZE:
            yield _of(bare, limit, teams=1)
    own = [
        limit
        for frame, limit in numbered
        if limit.measure is Measure.PERSONS and len(frame.missions) == 1
    ]
    for limit in sorted(own, key=lambda limit: len(limit.categories)):
        yield _of(bare, limit, teams=None)


def _of(bare: Rotation, limit: Limit, teams: int | None) -> Rotation:
    first = next(category for category in Category if category in limit.categories)
    changes = {first.value: limit.number, "teams": teams}
    return replace(bare, **changes)  # type: ignore[arg-type]


def _with_length(standing: Standing, rotation: Rotation) -> Rotation:
    """The rotation as long as is usual and allowed."""
    fits = length_fits(standing, rotation)
    own = standing.plan.missions[rotation.mission].min_length
    lengths = [Length(months=months) for months in _MONTHS] + ([own] if own else [])
    ends = [length.last_day_from(rotation.first_day) for length in lengths]
    allowed = (end for end in ends if fits(rotation.first_day, end))
    return replace(rotation, last_day=next(allowed, rotation.last_day))
