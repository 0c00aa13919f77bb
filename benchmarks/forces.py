"""Forces for a plan to measure with: units that take turns, pools that just suffice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Final

from domain.model import (
    Category,
    Commitment,
    CommitmentKind,
    Force,
    ForceKind,
    ForceMeasure,
    RecoveryKind,
    RecoveryRule,
    Rotation,
    SupplyStep,
)

_UNITS_OF_A_LINE: Final = 5
_UNITS_OF_A_BATTALION: Final = 15
_LINES_OF_A_POOL: Final = 12


@dataclass
class Forces:
    """The forces that lines draw on, in the making."""

    units: list[str] = field(default_factory=list)
    pools: list[str] = field(default_factory=list)
    drawn: int = 0

    def line(self, name: str, dice: Random, units: float) -> list[str]:
        """The forces that a new line draws on in turn: units, or one pool, or none."""
        share = dice.random()
        if share < units:
            made = [f"{name}-u{number}" for number in range(_UNITS_OF_A_LINE)]
            self.units += made
            return made
        if share < units + 0.3:
            if self.drawn % _LINES_OF_A_POOL == 0:
                self.pools.append(f"pool-{len(self.pools)}")
            self.drawn += 1
            return [self.pools[-1]]
        return []


def forces_of(
    drawn: Forces, rotations: Sequence[Rotation], dice: Random
) -> tuple[list[Force], list[Commitment], list[RecoveryRule]]:
    """The tree of forces, what else claims them, and what they need between tours."""
    forces: list[Force] = []
    for number, name in enumerate(drawn.units):
        battalion = f"battalion-{number // _UNITS_OF_A_BATTALION}"
        if number % _UNITS_OF_A_BATTALION == 0:
            forces.append(Force(battalion, battalion, ForceKind.UNIT))
        forces.append(Force(name, f"Company {name}", ForceKind.UNIT, battalion))
    peaks = _peaks(rotations)
    for name in drawn.pools:
        supply = (SupplyStep(None, None, peaks.get(name, 0)),)
        forces.append(Force(name, name, ForceKind.POOL, None, ForceMeasure.PERSONS, supply=supply))
    return forces, _exercises(drawn, rotations, dice), _rules()


def _peaks(rotations: Sequence[Rotation]) -> dict[str, int]:
    changes: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for rotation in rotations:
        if rotation.force is not None:
            changes[rotation.force][rotation.start] += rotation.headcount
            changes[rotation.force][rotation.end] -= rotation.headcount
    return {name: _highest(days) for name, days in changes.items()}


def _highest(changes: dict[int, int]) -> int:
    highest = now = 0
    for day in sorted(changes):
        now += changes[day]
        highest = max(highest, now)
    return highest


def _exercises(drawn: Forces, rotations: Sequence[Rotation], dice: Random) -> list[Commitment]:
    """An exercise of a month for some units, long after a tour of theirs and before the next."""
    units = set(drawn.units)
    made = []
    for rotation in rotations:
        if rotation.force in units and dice.random() < 0.05:  # noqa: PLR2004 - a share
            first = rotation.last_day + timedelta(rotation.days + 30)
            made.append(
                Commitment(
                    f"exercise-{rotation.id}", rotation.force or "", "Exercise",
                    CommitmentKind.EXERCISE, first, first + timedelta(30),
                )
            )  # fmt: skip
    return made


def _rules() -> list[RecoveryRule]:
    military = frozenset({Category.MILITARY})
    return [
        RecoveryRule("ratio", RecoveryKind.RATIO, military, None, None, factor=Decimal(1)),
        RecoveryRule("interval", RecoveryKind.INTERVAL, military, None, None, days=90),
        RecoveryRule("quota", RecoveryKind.QUOTA, military, None, None, days=500, window_days=1095),
    ]
