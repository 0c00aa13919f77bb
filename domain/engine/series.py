"""A series of rotations that relieve one another until a last day, forces in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from domain.engine.lengths import LengthFits, length_fits
from domain.engine.series_days import SeriesWish, is_whole, series_days, whole_days
from domain.engine.standing import Standing
from domain.language import _
from domain.model import Plan, Rotation, Status

Fits = Callable[[Plan, Rotation], bool]
"""Whether a rotation can be added to a plan as far as its force is concerned."""


def series(
    plan: Plan, wish: SeriesWish, new_ids: Iterator[str], fits: Fits
) -> tuple[Rotation, ...]:
    """The rotations that fill a mission from one of them until a last day.

    Each force takes its turn; one that does not fit, because it is elsewhere or recovers, lets
    the next go first. Where none fits the turn stays as it was, and the findings say so.

    Where so few days remain that they are too short for any rotation, the one that is followed
    lasts until the last day instead, if it may: that one is then the whole series.
    """
    found: list[Rotation] = []
    before, turn = wish.follows, list(wish.forces)
    length = length_fits(Standing(plan), wish.follows)
    days = series_days(wish, length)
    if len(days) == 1 and _is_scrap(wish, length):
        return (replace(wish.follows, last_day=wish.last_day),)
    for first_day, last_day in days:
        bare = _successor(before, next(new_ids), first_day, last_day, number=len(found) + 2)
        rotation = _with_force(plan, bare, turn, fits)
        if rotation.force in turn:
            turn.append(turn.pop(turn.index(rotation.force)))
        plan = plan.put(rotation)
        found.append(rotation)
        before = rotation
    return tuple(found)


def _is_scrap(wish: SeriesWish, length: LengthFits) -> bool:
    """Whether all there is to fill is too short, and the rotation before may take it in."""
    days, follows = whole_days(wish)[0], wish.follows
    return (
        not is_whole(days, wish)
        and not length(*days)
        and follows.status is not Status.COMPLETED
        and length(follows.first_day, wish.last_day)
    )


def _successor(
    before: Rotation, new_id: str, first_day: date, last_day: date, number: int
) -> Rotation:
    return Rotation(
        id=new_id,
        mission=before.mission,
        name=_("{name} – {number}").format(name=_stem(before.name), number=number),
        first_day=first_day,
        last_day=last_day,
        military=before.military,
        civilian=before.civilian,
        police=before.police,
        teams=before.teams,
        force=before.force,
        quantity=before.quantity,
        post=before.post,
        relieves=before.id,
        supports=before.supports,
        status=Status.PLANNED,
    )


def _stem(name: str) -> str:
    """A name without the number that a series gave it."""
    stem, dash, number = name.rpartition(" – ")
    return stem if dash and number.isdigit() else name


def _with_force(plan: Plan, bare: Rotation, turn: Sequence[str], fits: Fits) -> Rotation:
    candidates = [replace(bare, force=force) for force in turn] or [bare]
    return next((one for one in candidates if fits(plan, one)), candidates[0])
