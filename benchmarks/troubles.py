"""What goes wrong in a plan to measure with: some rotations in a hundred get into trouble."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Final

from domain.model import Force, ForceKind, Rotation, Status

SHARE: Final = 0.028
"""How many rotations are touched; each causes some two findings, for itself and others."""

Trouble = Callable[[Rotation, Random], Rotation]


def troubled(
    rotations: Sequence[Rotation], forces: Sequence[Force], dice: Random
) -> list[Rotation]:
    """The same rotations, some of them in trouble."""
    units = [force.id for force in forces if force.kind is ForceKind.UNIT and force.parent]
    kinds: tuple[Trouble, ...] = (_longer, _shorter, _later, _more, _policed, _cancelled)

    def elsewhere(rotation: Rotation, dice: Random) -> Rotation:
        return replace(rotation, force=dice.choice(units)) if units else rotation

    return [
        dice.choice((*kinds, elsewhere))(rotation, dice) if dice.random() < SHARE else rotation
        for rotation in rotations
    ]


def _longer(rotation: Rotation, dice: Random) -> Rotation:
    return replace(rotation, last_day=rotation.last_day + timedelta(dice.randint(40, 250)))


def _shorter(rotation: Rotation, dice: Random) -> Rotation:
    return replace(rotation, last_day=rotation.first_day + timedelta(dice.randint(30, 85)))


def _later(rotation: Rotation, dice: Random) -> Rotation:
    by = timedelta(dice.randint(5, 40))
    return replace(rotation, first_day=rotation.first_day + by, last_day=rotation.last_day + by)


def _more(rotation: Rotation, dice: Random) -> Rotation:
    return replace(rotation, military=rotation.military + dice.randint(1, 5))


def _policed(rotation: Rotation, _dice: Random) -> Rotation:
    return replace(rotation, police=1)


def _cancelled(rotation: Rotation, _dice: Random) -> Rotation:
    return replace(rotation, status=Status.CANCELLED)
