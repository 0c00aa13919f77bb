"""National frames for a plan to measure with: each just fits what is planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Final

from domain.model import Binding, Category, Frame, Limit, Measure, Mission, Rotation

_TURN: Final = date(2026, 1, 1)
_SETS: Final = (
    frozenset({Category.MILITARY}),
    frozenset({Category.CIVILIAN, Category.POLICE}),
    frozenset(Category),
)
_LARGE: Final = 10_000_000


def frames_of(
    missions: Sequence[Mission], rotations: Iterable[Rotation], dice: Random
) -> list[Frame]:
    """Two frames in succession for each mission or, now and then, each two missions."""
    at: dict[str, list[Rotation]] = defaultdict(list)
    for rotation in rotations:
        at[rotation.mission].append(rotation)
    frames: list[Frame] = []
    left = [mission.id for mission in missions]
    while left:
        together = tuple(left.pop() for _ in range(2 if len(left) > 1 and _one_in(dice, 8) else 1))
        frames += _two_frames(together, at, dice)
    return frames


def _one_in(dice: Random, number: int) -> bool:
    return dice.randrange(number) == 0


def _two_frames(
    missions: tuple[str, ...], at: Mapping[str, Sequence[Rotation]], dice: Random
) -> list[Frame]:
    here = [rotation for name in missions for rotation in at.get(name, ())]
    name = "-".join(missions)
    last = date(2031, 12, 31) if dice.random() < 0.9 else date(2030, 12, 31)  # noqa: PLR2004 - a share
    earlier = Frame(
        f"{name}/1", f"Frame {name} (2020)", missions, date(2020, 1, 1), last,
        _limits(f"{name}/1", here, dice),
    )  # fmt: skip
    later = Frame(
        f"{name}/2", f"Frame {name} (2026)", missions, _TURN, last,
        _limits(f"{name}/2", here, dice), supersedes=(earlier.id,),
    )  # fmt: skip
    return [earlier, later]


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
