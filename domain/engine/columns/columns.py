"""The ways into the rotations of a plan, through columns of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from operator import is_not
from typing import Any, TypeVar

from domain.engine.columns.arrays import Places
from domain.engine.columns.groups import Groups
from domain.engine.columns.numbers import CANCELLED, NEVER, NONE, Numbers
from domain.engine.columns.tree import ForceTree
from domain.engine.spans import ALWAYS, Span
from domain.engine.ways import Extremes, Swap
from domain.model import Force, Kind, Plan, Rotation, Table

T = TypeVar("T")
_GROUPED = ("mission", "force", "post", "relieves")
_NAMED = (Kind.ROTATION, Kind.MISSION, Kind.FORCE, Kind.POST)


class Columns:
    """The rotations of a plan as numbers by slot, and in groups; it follows edits."""

    def __init__(self, plan: Plan) -> None:
        """Read all rotations of a plan."""
        self._plan = plan
        self.numbers = Numbers(plan)
        self._rows = list(plan.rotations.in_slots())
        self._borrowed = False
        self._groups: dict[str, Groups] = {}
        self._near: dict[tuple[str, int, Span], Places] = {}
        self._standing: dict[str, tuple[tuple[object, ...], Any]] = {}
        self.version = 0
        """Another number after each edit."""
        self._extremes: Extremes = None
        self._tree: ForceTree | None = None
        numbers = self.numbers
        lengths = (numbers.end - numbers.start)[numbers.start < NEVER]
        self._longest = int(lengths.max(initial=0))

    def serves(self, plan: Plan) -> bool:
        """Whether slots mean the same in another plan."""
        return all(self._plan.table(kind).shares_positions(plan.table(kind)) for kind in _NAMED)

    @property
    def rows(self) -> Sequence[Rotation | None]:
        """The rotations by slot, until the next edit."""
        return self._rows

    def copy(self) -> Columns:
        """Columns of their own, which may follow other edits; these must not, meanwhile."""
        other: Columns = copy(self)
        other._borrowed = True
        other._groups = {name: groups.copy() for name, groups in self._groups.items()}
        other._near = {}
        other._standing = dict(self._standing)
        return other

    def follow(self, plan: Plan, swaps: Iterable[Swap]) -> None:
        """Go to another plan, in which some rotations are others."""
        self._plan = plan
        self._near = {}
        self.version += 1
        for before, after in swaps:
            here = before or after
            if here is not None:
                self._standing.clear()
                self._keep_extremes(before, after)
                self._write(plan.rotations.slot(here.id), after)

    def _write(self, slot: int, after: Rotation | None) -> None:
        if self._borrowed:
            self.numbers, self._rows = self.numbers.copy(), list(self._rows)
            self._borrowed = False
        before = self._codes(slot)
        self.numbers.write(slot, after)
        self._rows.extend([None] * (slot + 1 - len(self._rows)))
        self._rows[slot] = after
        for groups, one, other in zip(self._built(), before, self._codes(slot), strict=True):
            groups.move(slot, one, other)

    def _built(self) -> Iterable[Groups]:
        return self._groups.values()

    def _codes(self, slot: int) -> list[int]:
        """By what is grouped now, the code of a slot; none while it is cancelled."""
        numbers = self.numbers
        if slot >= len(numbers.status) or numbers.status[slot] == CANCELLED:
            return [NONE] * len(self._groups)
        return [int(getattr(numbers, name)[slot]) for name in self._groups]

    def groups(self, name: str) -> Groups:
        """The rotations that are not cancelled, by what a field of theirs names."""
        if name not in self._groups:
            self._groups[name] = Groups(getattr(self.numbers, name), self.numbers.living())
        return self._groups[name]

    def tree(self, forces: Table[Force]) -> ForceTree:
        """The tree of some forces; kept for as long as they are the same."""
        if self._tree is None or self._tree.forces is not forces:
            self._tree = ForceTree(forces)
        return self._tree

    def standing(self, name: str, basis: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under a name before, while all rotations and its basis are the same.

        The basis is compared by identity: what else in the plan it was made from.
        """
        known = self._standing.get(name)
        if known is None or any(map(is_not, known[0], basis)):
            known = self._standing[name] = basis, make()
        found: T = known[1]
        return found

    def near(self, name: str, code: int, days: Span) -> Places:
        """The slots of a group that are there on any of some days."""
        own = self.groups(name).of(code)
        if days is ALWAYS or not len(own):
            return own
        key = name, code, days
        if key not in self._near:
            numbers, (start, end) = self.numbers, days
            there = (numbers.start[own] < end) & (numbers.end[own] > start)
            self._near[key] = own[there]
        return self._near[key]

    def rotations(self, slots: Places) -> list[Rotation]:
        """The rotations in some slots."""
        found = map(self._rows.__getitem__, slots.tolist())
        return [rotation for rotation in found if rotation is not None]

    def at_mission(self, mission: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations at a mission that are there on any of some days."""
        return self.rotations(self.near("mission", self._plan.missions.slot(mission), days))

    def on_force(self, force: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that draw on a force on any of some days."""
        return self.rotations(self.near("force", self._plan.forces.slot(force), days))

    def on_post(self, post: str, days: Span = ALWAYS) -> Sequence[Rotation]:
        """The rotations that name a post and are there on any of some days."""
        return self.rotations(self.near("post", self._plan.posts.slot(post), days))

    def relievers(self, rotation_id: str) -> Sequence[Rotation]:
        """The rotations that relieve one."""
        slot = self._plan.rotations.slots.get(rotation_id, NONE)
        return self.rotations(self.near("relieves", slot, ALWAYS))

    def extremes(self) -> Extremes:
        """The first and last day of any rotation, cancelled ones too."""
        if self._extremes is None and self._plan.rotations:
            self._extremes = int(self.numbers.start.min()), int(self.numbers.end.max())
        return self._extremes

    def _keep_extremes(self, before: Rotation | None, after: Rotation | None) -> None:
        if after is not None:
            self._longest = max(self._longest, after.days)
        if self._extremes is None:
            return
        first, last = self._extremes
        if before is not None and (before.start == first or before.end == last):
            self._extremes = None
        elif after is not None:
            self._extremes = min(first, after.start), max(last, after.end)

    def longest(self) -> int:
        """As many days as the longest rotation has, or more."""
        return self._longest
