"""What screens look at: a situation, its columns, and the rotations that are not cancelled."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from domain.engine.columns.arrays import Flags, Ints, Places
from domain.engine.columns.columns import Columns
from domain.engine.columns.numbers import CANCELLED, TEAMS, Numbers
from domain.engine.columns.reckoner import Reckoner
from domain.engine.situation import Situation
from domain.model import Mission


class Screened:
    """A large plan, as the screens look at it; what several of them need is reckoned once."""

    def __init__(self, situation: Situation, columns: Columns, reckoner: Reckoner) -> None:
        """Look at a situation through its columns."""
        self.situation = situation
        self.columns = columns
        self.reckoner = reckoner

    @property
    def numbers(self) -> Numbers:
        """The numbers of its rotations."""
        return self.columns.numbers

    @cached_property
    def missions(self) -> list[Mission | None]:
        """Its missions by slot."""
        return list(self.situation.plan.missions.in_slots())

    def by_mission(self, field: str) -> Ints:
        """A number of each mission by slot."""
        values = [0 if one is None else getattr(one, field) for one in self.missions]
        return np.array([*values, 0], np.int32)

    @cached_property
    def living(self) -> Flags:
        """Which slots hold a rotation that is not cancelled."""
        living: Flags = self.numbers.status != CANCELLED
        return living

    @cached_property
    def peopled(self) -> tuple[Places, ...]:
        """For each category the slots of rotations, not cancelled, with people in it."""
        people = self.numbers.amounts[:TEAMS] > 0
        return tuple(np.flatnonzero(self.living & own) for own in people)

    @cached_property
    def force_names(self) -> list[str]:
        """The ids of all forces by slot, those among them that are gone too."""
        return list(self.situation.plan.forces.slots)


def together(*found: Places) -> Places:
    """The slots that are in any of some lists, once each."""
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.intp)
