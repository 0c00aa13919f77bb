"""The numbers of all rotations, one array a field, each rotation in its slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat
from operator import attrgetter
from typing import Final

import numpy as np

from domain.engine.columns.arrays import Ints, Places
from domain.model import Category, Plan, Rotation, Status

NEVER: Final = 1 << 30
"""The first day of a slot in which no rotation stands; it ends before all days."""
NONE: Final = -1
TEAMS: Final = 3
"""The row of ``amounts`` with the teams; those before it are the people of each category."""
CANCELLED: Final = tuple(Status).index(Status.CANCELLED)
UNDECIDED: Final = (tuple(Status).index(Status.DRAFT), tuple(Status).index(Status.PLANNED))
_STATUS: Final[Mapping[str, int]] = {status: code for code, status in enumerate(Status)}
_CODED: Final = ("mission", "force", "post", "relieves")
_ABSENT: Final = (NEVER, 0, 0, 0, 0, 0, NONE, CANCELLED, NONE, NONE, NONE, NONE)
_ROOM: Final = 1024


class Numbers:
    """Days, people and codes by slot; a code is the slot of what a field names, or none.

    All fields are rows of one array, so that a rotation is written at once. Slots in which no
    rotation stands are never there, and cancelled.
    """

    def __init__(self, plan: Plan) -> None:
        """Read all rotations of a plan."""
        rows = list(plan.rotations.in_slots())
        there = [row for row in rows if row is not None]
        self._codes = tuple(
            table.slots for table in (plan.missions, plan.forces, plan.posts, plan.rotations)
        )
        self._all = _empty(len(rows) + _ROOM)
        if len(there) == len(rows):
            self._read(there, self._all[:, : len(rows)])
        else:
            found = _empty(len(there))
            self._read(there, found)
            self._all[:, [slot for slot, row in enumerate(rows) if row is not None]] = found
        self._name_rows()

    def _read(self, rows: Sequence[Rotation], into: Ints) -> None:
        into[0] = _ordinals(rows, "first_day")
        into[1] = _ordinals(rows, "last_day")
        into[1] += 1
        for number, category in enumerate(Category, start=2):
            into[number] = np.fromiter(map(attrgetter(category.value), rows), np.int32, len(rows))
        into[5] = _given(rows, "teams", 0)
        into[6] = _given(rows, "quantity", NONE)
        into[7] = _coded(rows, "status", _STATUS)
        for number, (name, codes) in enumerate(zip(_CODED, self._codes, strict=True), start=8):
            into[number] = _coded(rows, name, codes)

    def _name_rows(self) -> None:
        self.start, self.end = self._all[0], self._all[1]
        self.amounts = self._all[2:6]
        self.quantity, self.status = self._all[6], self._all[7]
        self.mission, self.force, self.post, self.relieves = self._all[8:]

    def write(self, slot: int, rotation: Rotation | None) -> None:
        """Let a rotation, or none, stand in a slot."""
        if slot >= self._all.shape[1]:
            larger = _empty(slot + slot // 8 + _ROOM)
            larger[:, : self._all.shape[1]] = self._all
            self._all = larger
            self._name_rows()
        self._all[:, slot] = _ABSENT if rotation is None else self._numbers_of(rotation)

    def _numbers_of(self, rotation: Rotation) -> tuple[int, ...]:
        missions, forces, posts, rotations = self._codes
        return (
            rotation.start,
            rotation.end,
            rotation.military,
            rotation.civilian,
            rotation.police,
            rotation.teams or 0,
            NONE if rotation.quantity is None else rotation.quantity,
            _STATUS[rotation.status],
            missions[rotation.mission],
            NONE if rotation.force is None else forces[rotation.force],
            NONE if rotation.post is None else posts[rotation.post],
            NONE if rotation.relieves is None else rotations[rotation.relieves],
        )

    def copy(self) -> Numbers:
        """Numbers of their own, which may change."""
        other: Numbers = Numbers.__new__(Numbers)
        other._codes, other._all = self._codes, self._all.copy()
        other._name_rows()
        return other

    def living(self) -> Places:
        """The slots of all rotations that are not cancelled."""
        return np.flatnonzero(self.status != CANCELLED)


def _empty(size: int) -> Ints:
    return np.repeat(np.array(_ABSENT, np.int32)[:, None], size, axis=1)


def _ordinals(rows: Sequence[Rotation], field: str) -> Ints:
    days: Iterable[date] = map(attrgetter(field), rows)
    return np.fromiter(map(date.toordinal, days), np.int32, len(rows))


def _given(rows: Sequence[Rotation], field: str, otherwise: int) -> Ints:
    """Numbers of which many are not given."""
    values = list(map(attrgetter(field), rows))
    if values.count(None) == len(values):
        return np.full(len(values), otherwise, np.int32)
    given = (otherwise if value is None else value for value in values)
    return np.fromiter(given, np.int32, len(values))


def _coded(rows: Sequence[Rotation], field: str, codes: Mapping[str, int]) -> Ints:
    names = map(attrgetter(field), rows)
    return np.fromiter(map(codes.get, names, repeat(NONE)), np.int32, len(rows))
