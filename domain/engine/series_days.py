"""The days of a series of rotations that relieve one another, none of them too short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.engine.lengths import LengthFits
from domain.errors import Refused
from domain.language import _
from domain.model import Rotation
from domain.model.days import ONE_DAY, last_day_of_months

Days = tuple[date, date]
_MOST_SPREAD: Final = 12
"""Over so many rotations at most is spread what remains at the end."""


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """What a series should be like; its first rotation relieves the one it follows."""

    follows: Rotation
    last_day: date
    months: int
    handover_days: int = 0
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


def whole_days(wish: SeriesWish) -> tuple[Days, ...]:
    """The days where each lasts as long as is wished, and the last one what remains."""
    days: list[Days] = []
    first_day = _after(wish.follows.last_day, wish)
    while True:
        last_day = min(last_day_of_months(first_day, wish.months), wish.last_day)
        days.append((first_day, last_day))
        if last_day >= wish.last_day:
            return tuple(days)
        first_day = _after(last_day, wish)


def is_whole(days: Days, wish: SeriesWish) -> bool:
    """Whether these days are as many as is wished."""
    return days[1] >= last_day_of_months(days[0], wish.months)


def series_days(wish: SeriesWish, fits: LengthFits) -> tuple[Days, ...]:
    """The first and last days of the series.

    Where what remains at the end is too little for a rotation of its own, it is spread over those
    before it: one fewer that last longer, or as many that are shorter, whichever is nearer to
    what is wished. Where no way of spreading fits, it stays as it is.
    """
    days = whole_days(wish)
    if is_whole(days[-1], wish) or (fits(*days[-1]) and not _is_scrap(days[-1], wish)):
        return days
    ways = [
        way for way in _ways(days, wish) if all(one[0] <= one[1] and fits(*one) for one in way[1])
    ]
    if not ways:
        return days
    taken, spread = min(ways, key=lambda way: _harm(way[0], way[1], wish))
    return (*days[:-taken], *spread)


def _is_scrap(days: Days, wish: SeriesWish) -> bool:
    """Whether nobody would plan so few days, whatever the rules allow: a third of what is wished.

    The handover is left out, for it is not what the rotation is there for.
    """
    first_day, last_day = days
    wished = (last_day_of_months(first_day, wish.months) - first_day).days + 1
    return ((last_day - first_day).days + 1 - wish.handover_days) * 3 < wished - wish.handover_days


def _ways(days: tuple[Days, ...], wish: SeriesWish) -> Iterator[tuple[int, tuple[Days, ...]]]:
    """From how many at the end, and into what, the days can be spread."""
    for taken in range(2, min(len(days), _MOST_SPREAD) + 1):
        for count in (taken - 1, taken):
            start = days[-taken][0]
            exact = _ends(start, count, wish)
            for ends in (map(_nearest_end_of_month, exact), exact):
                yield taken, _between(start, ends, wish)


def _ends(first_day: date, count: int, wish: SeriesWish) -> list[date]:
    """The last days of all but the last of so many rotations as long as one another."""
    whole = (wish.last_day - first_day).days + 1 + (count - 1) * wish.handover_days
    return [
        first_day + timedelta(days=whole * number // count - number * wish.handover_days - 1)
        for number in range(1, count)
    ]


def _nearest_end_of_month(day: date) -> date:
    """The last day of a month that is nearest: planners begin on the first of one."""
    before = day.replace(day=1) - ONE_DAY
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE_DAY
    return before if day - before < after - day else after


def _between(first_day: date, ends: Iterable[date], wish: SeriesWish) -> tuple[Days, ...]:
    """The rotations from a day to the last day that end on these days."""
    found: list[Days] = []
    for last_day in (*ends, wish.last_day):
        found.append((first_day, last_day))
        first_day = _after(last_day, wish)
    return tuple(found)


def _harm(taken: int, spread: tuple[Days, ...], wish: SeriesWish) -> tuple[bool, int, int]:
    """First what stays within half of the wished length, then what leaves most as it was."""
    first_day = spread[0][0]
    wished = (last_day_of_months(first_day, wish.months) - first_day).days + 1
    mean = sum((last - first).days + 1 for first, last in spread) // len(spread)
    away = abs(mean - wished)
    return away * 2 > wished, taken, away


def _after(last_day: date, wish: SeriesWish) -> date:
    return last_day + ONE_DAY - timedelta(days=wish.handover_days)
