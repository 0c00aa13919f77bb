"""National frames for a plan to measure with: each just fits what is planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

from domain.model import Binding, Category, Frame, Limit, Measure, Mission, Rotation

_SETS: Final = (
    frozenset({Category.MILITARY}),
    frozenset({Category.CIVILIAN, Category.POLICE}),
    frozenset(Category),
)
_LARGE: Final = 10_000_000


def frames_of(
    missions: Sequence[Mission], rotations: Iterable[Rotation], dice: Random, turns: Sequence[date]
) -> list[Frame]:
    """Frames that follow one another for each mission or, now and then, each two missions.

    They begin on the turns, of which the last is the last day of all.
    """
    at: dict[str, list[Rotation]] = defaultdict(list)
    for rotation in rotations:
        at[rotation.mission].append(rotation)
    frames: list[Frame] = []
    left = [mission.id for mission in missions]
    while left:
        together = tuple(left.pop() for _ in range(2 if len(left) > 1 and _one_in(dice, 8) else 1))
        frames += _successive(together, at, dice, turns)
    return frames


def _one_in(dice: Random, number: int) -> bool:
    return dice.randrange(number) == 0


def _successive(
    missions: tuple[str, ...],
    at: Mapping[str, Sequence[Rotation]],
    dice: Random,
    turns: Sequence[date],
) -> list[Frame]:
    here = [rotation for name in missions for rotation in at.get(name, ())]
    name = "-".join(missions)
    last = turns[-1] + timedelta(365 if dice.random() < 0.9 else 0)  # noqa: PLR2004 - a share
    found: list[Frame] = []
    for number, first in enumerate(turns[:-1]):
        one = f"{name}/{number}"
        found.append(
            Frame(
                one,
                f"Frame {one}",
                missions,
                first,
                last,
                _limits(one, here, dice),
                supersedes=(found[-1].id,) if found else (),
            )
        )
    return found


def _limits(frame: str, rotations: Sequence[Rotation], dice: Random) -> tuple[Limit, ...]:
    """One limit for everybody, and up to three more."""
    made = [_cap(f"{frame}/all", frozenset(Category), rotations)]
    if _one_in(dice, 2):
        made.append(_cap(f"{frame}/mil", _SETS[0], rotations))
    if _one_in(dice, 3):
        made.append(_cap(f"{frame}/civ", _SETS[1], rotations))
    if _one_in(dice, 5):
        measure = dice.choice((Measure.PERSONS_PER_YEAR, Measure.AVERAGE_PER_YEAR))
        made.append(Limit(f"{frame}/year", measure, _SETS[2], _LARGE, Binding.MAXIMUM))
    elif _one_in(dice, 20):
        made.append(Limit(f"{frame}/unread", None, _SETS[2], None, Binding.UNREAD))
    return tuple(made)


def _cap(name: str, categories: frozenset[Category], rotations: Sequence[Rotation]) -> Limit:
    return Limit(name, Measure.PERSONS, categories, _peak(rotations, categories), Binding.MAXIMUM)


def _peak(rotations: Sequence[Rotation], categories: frozenset[Category]) -> int:
    changes: dict[int, int] = defaultdict(int)
    for rotation in rotations:
        people = rotation.people_in(categories)
        changes[rotation.start] += people
        changes[rotation.end] -= people
    highest = now = 0
    for day in sorted(changes):
        now += changes[day]
        highest = max(highest, now)
    return highest
