"""A series of rotations that relieve one another until a last day, forces in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.errors import Refused
from domain.language import _
from domain.model import Plan, Rotation, Status
from domain.model.days import ONE_DAY, last_day_of_months

Days = tuple[date, date]
Fits = Callable[[Plan, Rotation], bool]
"""Whether a rotation can be added to a plan as far as its force is concerned."""


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """What a series should be like; its first rotation relieves the one it follows."""

    follows: Rotation
    last_day: date
    months: int
    handover_days: int = 0
    shortest_months: int = 0
    forces: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a length that leads nowhere, and an end that is past."""
        if self.months < 1:
            raise Refused(_("A rotation of the series lasts 1 month or more."))
        first = self.follows.last_day
        if last_day_of_months(first, self.months) - first < timedelta(days=self.handover_days):
            raise Refused(_("The handover is longer than the rotations of the series."))
        if self.last_day <= self.follows.last_day:
            raise Refused(
                _("{name} lasts until {day} already; there is nothing to fill.").format(
                    name=self.follows.name, day=f"{self.follows.last_day:%d-%m-%Y}"
                )
            )


def series(
    plan: Plan, wish: SeriesWish, new_ids: Iterator[str], fits: Fits
) -> tuple[Rotation, ...]:
    """The rotations that fill a mission from one of them until a last day.

    Each force takes its turn; one that does not fit, because it is elsewhere or recovers, lets
    the next go first. Where none fits the turn stays as it was, and the findings say so.
    """
    found: list[Rotation] = []
    before, turn = wish.follows, list(wish.forces)
    for first_day, last_day in series_days(wish):
        bare = _successor(before, next(new_ids), first_day, last_day, number=len(found) + 2)
        rotation = _with_force(plan, bare, turn, fits)
        if rotation.force in turn:
            turn.append(turn.pop(turn.index(rotation.force)))
        plan = plan.put(rotation)
        found.append(rotation)
        before = rotation
    return tuple(found)


def series_days(wish: SeriesWish) -> tuple[Days, ...]:
    """The first and last days of the series; a last one too short shares with the one before."""
    days: list[Days] = []
    first_day = _after(wish.follows.last_day, wish)
    while True:
        last_day = min(last_day_of_months(first_day, wish.months), wish.last_day)
        days.append((first_day, last_day))
        if last_day >= wish.last_day:
            return tuple(_evened(days, wish))
        first_day = _after(last_day, wish)


def _after(last_day: date, wish: SeriesWish) -> date:
    return last_day + ONE_DAY - timedelta(days=wish.handover_days)


def _evened(days: list[Days], wish: SeriesWish) -> list[Days]:
    first_day, last_day = days[-1]
    enough = last_day_of_months(first_day, wish.shortest_months) if wish.shortest_months else None
    if len(days) == 1 or enough is None or last_day >= enough:
        return days
    start = days[-2][0]
    whole = (last_day - start).days + 1 + wish.handover_days
    middle = start + timedelta(days=(whole + 1) // 2 - 1)
    return [*days[:-2], (start, middle), (_after(middle, wish), last_day)]


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
