"""What screens look at: a situation, its columns, and the rotations that are not cancelled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from domain.engine.columns.arrays import Flags, Ints, Places
from domain.engine.columns.columns import Columns
from domain.engine.columns.numbers import CANCELLED, Numbers
from domain.engine.columns.reckoner import Reckoner
from domain.engine.situation import Situation
from domain.model import Kind, Mission


@dataclass(frozen=True, slots=True)
class Screened:
    """A large plan, as the screens look at it."""

    situation: Situation
    columns: Columns
    reckoner: Reckoner

    @property
    def numbers(self) -> Numbers:
        """The numbers of its rotations."""
        return self.columns.numbers

    def missions(self) -> list[Mission | None]:
        """Its missions by slot."""
        return list(self.situation.plan.missions.in_slots())

    def by_mission(self, field: str) -> Ints:
        """A number of each mission by slot."""
        values = [0 if one is None else getattr(one, field) for one in self.missions()]
        return np.array([*values, 0], np.int32)

    def living(self) -> Flags:
        """Which slots hold a rotation that is not cancelled."""
        living: Flags = self.numbers.status != CANCELLED
        return living

    def names(self, kind: Kind) -> list[str]:
        """The ids of all things of a kind by slot, those among them that are gone too."""
        return list(self.situation.plan.table(kind).slots)


def together(*found: Places) -> Places:
    """The slots that are in any of some lists, once each."""
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.intp)
