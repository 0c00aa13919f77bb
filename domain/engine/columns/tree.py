"""The tree of forces as arrays by slot."""

from __future__ import annotations

from itertools import repeat
from operator import attrgetter

import numpy as np

from domain.engine.columns.arrays import Flags, Longs
from domain.engine.columns.numbers import NONE
from domain.model import Force, ForceKind, Table


class ForceTree:
    """Which slots hold units, and the slot of what each force lies in.

    Behind the last slot stands one that holds nothing, for rotations without a force.
    """

    units: Flags
    parents: Longs

    def __init__(self, forces: Table[Force]) -> None:
        """Look at all forces once."""
        self.forces = forces
        there = list(forces.things())
        slots, parents = (
            np.fromiter(
                map(forces.slots.get, map(attrgetter(field), there), repeat(NONE)), np.int64
            )
            for field in ("id", "parent")
        )
        self.units = np.zeros(len(forces.slots) + 1, np.bool_)
        self.units[slots] = [force.kind is ForceKind.UNIT for force in there]
        self.parents = np.full(len(forces.slots) + 1, NONE, np.int64)
        self.parents[slots] = parents
