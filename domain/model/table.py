"""A list of things with ids that is never changed: every change makes another one, cheaply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import Final, Generic, Protocol, TypeVar

from typing_extensions import override

_SLACK: Final = 64


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, unique in its list."""


E = TypeVar("E", bound=Identified)


class Table(Mapping[str, E], Generic[E]):
    """Things by id, in the order in which they were added.

    A change is kept beside the shared rows, which are never touched, until there are many,
    so that its cost does not grow with the list. An id keeps its position for ever: a thing
    that comes back stands where it stood.
    """

    __slots__ = ("_changed", "_length", "_next", "_positions", "_rows")

    def __init__(self, things: Iterable[E] = (), positions: Iterable[int] | None = None) -> None:
        """Make a list of things; of two with one id the last one counts.

        Positions, one for each thing and rising, are given where they must outlive the list,
        as in a file; otherwise they are 0, 1, 2, …
        """
        self._rows: dict[str, E] = {thing.id: thing for thing in things}
        self._changed: dict[str, E | None] = {}
        places = count() if positions is None else positions
        self._positions: dict[str, int] = dict(zip(self._rows, places, strict=False))
        self._next = count(max(self._positions.values(), default=-1) + 1)
        self._length = len(self._rows)

    @override
    def __getitem__(self, key: str) -> E:
        if key in self._changed:
            thing = self._changed[key]
            if thing is None:
                raise KeyError(key)
            return thing
        return self._rows[key]

    @override
    def __iter__(self) -> Iterator[str]:
        if not self._changed:
            return iter(self._rows)
        return (thing.id for thing in self.values_in_order())

    @override
    def __len__(self) -> int:
        return self._length

    @override
    def __contains__(self, key: object) -> bool:
        if key in self._changed:
            return self._changed[key] is not None
        return key in self._rows

    def things(self) -> Iterable[E]:
        """All things in order; quicker than ``values()``."""
        return self._rows.values() if not self._changed else self.values_in_order()

    def values_in_order(self) -> Iterator[E]:
        """All things in order, when some have changed."""
        changed = (self._changed.get(key, row) for key, row in self._rows.items())
        kept = (thing for thing in changed if thing is not None)
        late = sorted(
            (added for key, added in self._changed.items() if added and key not in self._rows),
            key=self._place,
        )
        last = next(reversed(self._rows), "")
        if late and self._place(late[0]) < self._positions.get(last, -1):
            return iter(sorted(chain(kept, late), key=self._place))
        return chain(kept, late)

    def _place(self, thing: E) -> int:
        return self._positions[thing.id]

    def position(self, key: str) -> int:
        """The place of an id among all that ever were in the list."""
        return self._positions[key]

    def shares_positions(self, other: Table[E]) -> bool:
        """Whether one was made of the other by changes, so that ids stand in the same places."""
        return self._positions is other._positions

    def put(self, thing: E) -> Table[E]:
        """Another list with this thing, in the place of the one with its id or at the end."""
        if thing.id not in self._positions:
            self._positions[thing.id] = next(self._next)
        return self._with(thing.id, thing, added=thing.id not in self)

    def without(self, key: str) -> Table[E]:
        """Another list without the thing of this id."""
        return self if key not in self else self._with(key, None, added=False)

    def _with(self, key: str, thing: E | None, *, added: bool) -> Table[E]:
        other: Table[E] = Table.__new__(type(self))
        other._rows = self._rows
        other._changed = {**self._changed, key: thing}
        other._positions = self._positions
        other._next = self._next
        other._length = self._length + (1 if added else 0) - (1 if thing is None else 0)
        if len(other._changed) > _SLACK + len(self._rows) // 256:
            other._settle()
        return other

    def _settle(self) -> None:
        """Take the changes up into rows of its own, in order of position."""
        self._rows = {thing.id: thing for thing in self.values_in_order()}
        self._changed = {}

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self is other or list(self.things()) == list(other.things())

    @override
    def __hash__(self) -> int:
        return id(self)

    def differing(self, other: Table[E]) -> set[str]:
        """The ids whose things are not the same object in both lists."""
        if self._rows is other._rows:
            keys = self._changed.keys() | other._changed.keys()
        else:
            keys = self._rows.keys() | other._rows.keys()
            keys |= self._changed.keys() | other._changed.keys()
        return {key for key in keys if self.get(key) is not other.get(key)}
