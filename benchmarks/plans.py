"""Plans to measure with: as planners make them, of any size, the same each time.

Missions with frames, mandates and handovers of their own; at each mission lines of rotations
that relieve one another; some lines draw on units in turn, some on a pool, some fill a post.
All of it fits; then some five to ten rotations in a hundred get into trouble.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from benchmarks.forces import Forces, forces_of
from benchmarks.frames import frames_of
from benchmarks.troubles import troubled
from domain.model import (
    Category,
    LengthRule,
    Mandate,
    Mission,
    Plan,
    Post,
    Rotation,
    Status,
    Table,
)
from domain.model.days import add_months

FIRST: Final = date(2021, 1, 1)
AS_OF: Final = date(2025, 1, 1)
_SMALL: Final = 1_000
_DEDUCTED: Final = 0.4
"""The share of missions at which the relieved counts for less at a handover."""
_PATTERNS: Final = (
    (Category.MILITARY, 6, (4, 30)),
    (Category.MILITARY, 6, (1, 8)),
    (Category.MILITARY, 4, (8, 60)),
    (Category.MILITARY, 12, (1, 3)),
    (Category.CIVILIAN, 12, (1, 2)),
)
"""Category, months of a rotation, fewest and most people."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a plan is like."""

    rotations: int
    missions: int | None = None
    """How many; none: as many as such a plan has, 60 to 200."""
    years: int = 10
    frames: int = 2
    """How many follow one another at each mission."""
    units: float = 0.4
    """The share of lines that draw on units in turn."""

    @property
    def last_day(self) -> date:
        """The last day of the years planned for."""
        return date(FIRST.year + self.years - 1, 12, 31)


@dataclass
class Parts:
    """A plan in the making."""

    dice: Random
    shape: Shape
    missions: list[Mission] = field(default_factory=list)
    mandates: list[Mandate] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    rotations: list[Rotation] = field(default_factory=list)
    forces: Forces = field(default_factory=Forces)


def plan_of(size: int, seed: int = 1) -> Plan:
    """A plan of so many rotations."""
    return plan_in(Shape(size), seed)


def plan_in(shape: Shape, seed: int = 1) -> Plan:
    """A plan of a shape."""
    size = shape.rotations
    parts = Parts(Random(seed), shape)  # noqa: S311 - a benchmark's dice need no secrecy
    _missions(parts, missions_for(size) if shape.missions is None else shape.missions)
    while len(parts.rotations) < size:
        for mission in parts.missions:
            if len(parts.rotations) < size:
                parts.rotations += _line(parts, mission)[: size - len(parts.rotations)]
    frames = frames_of(parts.missions, parts.rotations, parts.dice, _turns(shape))
    forces, commitments, rules = forces_of(parts.forces, parts.rotations, parts.dice)
    rotations = troubled(parts.rotations, forces, parts.dice)
    return Plan(
        name=f"{size:,} rotations",
        scenario="base",
        missions=Table(parts.missions),
        mandates=Table(parts.mandates),
        frames=Table(frames),
        forces=Table(forces),
        commitments=Table(commitments),
        recovery_rules=Table(rules),
        length_rules=Table(_lengths()),
        posts=Table(parts.posts),
        rotations=Table(rotations),
    )


def missions_for(size: int) -> int:
    """How many missions a plan of so many rotations has."""
    few = max(3, size // 17)
    return few if size < _SMALL else min(200, max(60, size // 100))


def _turns(shape: Shape) -> list[date]:
    """The first days of frames that follow one another, and the last day of the last one."""
    days = (shape.last_day - FIRST).days
    begins = [FIRST + timedelta(days * number // shape.frames) for number in range(shape.frames)]
    return [*begins, shape.last_day]


def _lengths() -> list[LengthRule]:
    return [
        LengthRule("mil-old", Category.MILITARY, None, date(2020, 12, 31), 4, 6),
        LengthRule("mil", Category.MILITARY, date(2021, 1, 1), None, 3, 12),
        LengthRule("civ", Category.CIVILIAN, None, None, 12, None),
    ]


def _missions(parts: Parts, count: int) -> None:
    dice = parts.dice
    for number in range(count):
        name = f"m{number:03}"
        handover = dice.choice((0, 7, 14, 30))
        parts.missions.append(
            Mission(
                name,
                f"Mission {number}",
                handover_days=handover,
                handover_counts=dice.random() > _DEDUCTED,
                preparation_days=dice.choice((0, 30, 60)),
                decision_lead_days=60,
            )
        )
        end = parts.shape.last_day
        last = dice.choice((None, None, end + timedelta(365), end - timedelta(92)))
        parts.mandates.append(Mandate(f"mandate-{name}", name, "Resolution", None, last))


def _line(parts: Parts, mission: Mission) -> list[Rotation]:
    """Rotations that relieve one another at a mission, from some day until the end."""
    dice = parts.dice
    category, months, (least, most) = dice.choice(_PATTERNS)
    line = f"{mission.id}-{len(parts.rotations)}"
    people, first = dice.randint(least, most), FIRST + timedelta(dice.randrange(365))
    sources = parts.forces.line(line, dice, parts.shape.units)
    post, before, made = None, None, list[Rotation]()
    if dice.random() < 0.25:  # noqa: PLR2004 - a share
        post = f"post-{line}"
    while first < parts.shape.last_day:
        last = add_months(first, months) - timedelta(1)
        made.append(
            Rotation(
                f"{line}-{len(made):02}",
                mission.id,
                f"{mission.name} {len(made) + 1}",
                first,
                last,
                **{category.value: people},  # type: ignore[arg-type]
                force=sources[len(made) % len(sources)] if sources else None,
                post=post,
                relieves=before,
                status=_status(mission, first, dice),
            )
        )
        before, first = made[-1].id, last + timedelta(1 - mission.handover_days)
    if post is not None:
        days = made[0].first_day, made[-1].last_day
        parts.posts.append(Post(post, mission.id, f"Post {line}", category, people, *days))
    return made


def _status(mission: Mission, first: date, dice: Random) -> Status:
    due = first - timedelta(mission.preparation_days + mission.decision_lead_days)
    if due >= AS_OF:
        return Status.PLANNED
    return Status.APPROVED if dice.random() < 0.998 else Status.PLANNED  # noqa: PLR2004 - a share
