"""Which slots have a code: all rotations of a mission, of a force, of a post."""

from __future__ import annotations

import numpy as np

from domain.engine.columns.arrays import EMPTY, Ints, Places, order_of


class Groups:
    """Slots by code, in rising order; a code below zero is none."""

    def __init__(self, codes: Ints, included: Places) -> None:
        """Group those slots that are included."""
        slots = included[codes[included] >= 0]
        found = codes[slots]
        self._slots = slots[order_of(found)]
        counts = np.bincount(found)
        self._bounds = np.concatenate(([0], np.cumsum(counts)))
        self._changed: dict[int, Places] = {}

    def of(self, code: int) -> Places:
        """The slots with a code."""
        changed = self._changed.get(code)
        if changed is not None:
            return changed
        if 0 <= code < len(self._bounds) - 1:
            return self._slots[self._bounds[code] : self._bounds[code + 1]]
        return EMPTY

    def move(self, slot: int, before: int, after: int) -> None:
        """Let a slot have another code than before; below zero it has none."""
        if before == after:
            return
        if before >= 0:
            own = self.of(before)
            self._changed[before] = own[own != slot]
        if after >= 0:
            own = self.of(after)
            place = int(np.searchsorted(own, slot))
            self._changed[after] = np.insert(own, place, slot)

    def copy(self) -> Groups:
        """Groups of their own, which may change."""
        other: Groups = Groups.__new__(Groups)
        other._slots, other._bounds = self._slots, self._bounds
        other._changed = dict(self._changed)
        return other

    def codes(self) -> list[int]:
        """The codes that any slot has, in order."""
        standing = np.flatnonzero(np.diff(self._bounds)).tolist()
        found = {*standing, *self._changed}
        return sorted(code for code in found if len(self.of(code)))
