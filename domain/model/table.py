"""A list of things with ids that is never changed: every change makes another one, cheaply."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, count, zip_longest
from operator import attrgetter
from typing import Any, Final, Generic, Protocol, TypeVar, overload

from typing_extensions import override

_BITS: Final = 7
_ROOM: Final = 1 << _BITS
_WITHIN: Final = _ROOM - 1


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, unique in its list."""


_id: Final = attrgetter("id")
E = TypeVar("E", bound=Identified)
D = TypeVar("D")
Chunk = tuple[E | None, ...]
"""Things in successive slots; none where one was taken out, or was never in this list."""
Fields = tuple[str, ...]
"""Fields that hold an id, or none."""
Held = frozenset[str | None]


class _Places:
    """Where ids stand in all lists that were made of one another: no id ever moves."""

    __slots__ = ("_next", "positions", "slots")

    def __init__(self, ids: Iterable[str], positions: Iterable[int]) -> None:
        self.slots: dict[str, int] = dict(zip(ids, count(), strict=False))
        self.positions = [position for _slot, position in zip(self.slots, positions, strict=False)]
        self._next = max(self.positions, default=-1) + 1

    def slot_of(self, key: str) -> int:
        """The slot of an id; a new one behind all others for an id that never was."""
        slot = self.slots.get(key)
        if slot is None:
            slot = self.slots[key] = len(self.positions)
            self.positions.append(self._next)
            self._next += 1
        return slot


class Table(Mapping[str, E], Generic[E]):
    """Things by id, in the order in which they were added.

    They stand in chunks of a fixed size. A change copies one chunk and the list of chunks and
    shares all others, so that its cost hardly grows with the list. An id keeps its place for
    ever: a thing that comes back stands where it stood.
    """

    __slots__ = ("_chunks", "_held", "_length", "_places")

    def __init__(self, things: Iterable[E] = (), positions: Iterable[int] | None = None) -> None:
        """Make a list of things; of two with one id the last one counts.

        Positions, one for each thing and rising, are given where they must outlive the list,
        as in a file; otherwise they are 0, 1, 2, …
        """
        things = list(things)
        rows: dict[str, E] = dict(zip(map(_id, things), things, strict=True))
        self._places = _Places(rows, count() if positions is None else positions)
        ordered = tuple(rows.values())
        self._chunks: tuple[Chunk[E], ...] = tuple(
            ordered[first : first + _ROOM] for first in range(0, len(ordered), _ROOM)
        )
        self._length = len(ordered)
        self._held: dict[Fields, list[Held | None]] = {}

    @override
    def __getitem__(self, key: str) -> E:
        slot = self._places.slots[key]
        try:
            thing = self._chunks[slot >> _BITS][slot & _WITHIN]
        except IndexError:  # it came after this list was made
            thing = None
        if thing is None:
            raise KeyError(key)
        return thing

    @overload
    def get(self, key: str, /) -> E | None: ...
    @overload
    def get(self, key: str, /, default: E) -> E: ...
    @overload
    def get(self, key: str, /, default: D) -> E | D: ...
    @override
    def get(self, key: str, /, default: Any = None) -> Any:
        """The thing of an id, or something else."""
        slot = self._places.slots.get(key)
        if slot is None:
            return default
        thing = self.at(slot)
        return default if thing is None else thing

    @override
    def __iter__(self) -> Iterator[str]:
        return map(attrgetter("id"), self.things())

    @override
    def __len__(self) -> int:
        return self._length

    @override
    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def things(self) -> Iterator[E]:
        """All things in order, once; quicker than ``values()``."""
        return filter(None, chain.from_iterable(self._chunks))

    def slot(self, key: str) -> int:
        """Where an id stands among all that ever were in the list: 0, 1, 2, … without gaps."""
        return self._places.slots[key]

    @property
    def slots(self) -> Mapping[str, int]:
        """The slot of each id that ever was in the list."""
        return self._places.slots

    def at(self, slot: int) -> E | None:
        """The thing in a slot, or none."""
        try:
            return self._chunks[slot >> _BITS][slot & _WITHIN]
        except IndexError:
            return None

    def in_slots(self) -> Iterator[E | None]:
        """What stands in each slot, from the first to the last one that this list uses."""
        return chain.from_iterable(self._chunks)

    def position(self, key: str) -> int:
        """The number by which an id is ordered, as it was given or in the order of coming."""
        return self._places.positions[self._places.slots[key]]

    def shares_positions(self, other: Table[E]) -> bool:
        """Whether one was made of the other by changes, so that ids stand in the same places."""
        return self._places is other._places

    def holding(self, fields: Fields, keys: Collection[str]) -> list[E]:
        """The things of which any of some fields holds one of some ids, in order.

        What each chunk holds is remembered, also by the lists that share it: only the first
        time, and where a chunk has changed since, its things are looked at.
        """
        held = self._held.setdefault(fields, [None] * len(self._chunks))
        found: list[E] = []
        for number, chunk in enumerate(self._chunks):
            ids = held[number]
            if ids is None:
                ids = held[number] = _held_in(chunk, fields)
            if not ids.isdisjoint(keys):
                found += (one for one in chunk if one and not _ids_of(one, fields).isdisjoint(keys))
        return found

    def put(self, thing: E) -> Table[E]:
        """Another list with this thing, in the place of the one with its id or at the end."""
        return self._with(self._places.slot_of(thing.id), thing)

    def without(self, key: str) -> Table[E]:
        """Another list without the thing of this id."""
        return self if key not in self else self._with(self.slot(key), None)

    def _with(self, slot: int, thing: E | None) -> Table[E]:
        number, offset = slot >> _BITS, slot & _WITHIN
        chunks = list(self._chunks)
        if number >= len(chunks):
            _grow(chunks, number)
        chunk = _at_least(chunks[number], offset + 1)
        before, chunk[offset] = chunk[offset], thing
        chunks[number] = tuple(chunk)
        other: Table[E] = Table.__new__(type(self))
        other._chunks = tuple(chunks)
        other._places = self._places
        other._length = self._length + (before is None) - (thing is None)
        other._held = {
            fields: [*held[:number], *[None] * (len(chunks) - number)]
            if number >= len(held)
            else [*held[:number], None, *held[number + 1 :]]
            for fields, held in self._held.items()
        }
        return other

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
        if self._places is other._places:
            return self._differing_slots(other)
        keys = {*self, *other}
        return {key for key in keys if self.get(key) is not other.get(key)}

    def _differing_slots(self, other: Table[E]) -> set[str]:
        found: set[str] = set()
        for mine, theirs in zip_longest(self._chunks, other._chunks, fillvalue=()):
            if mine is not theirs:
                found.update(_ids_between(mine, theirs))
        return found


def _ids_of(thing: object, fields: Fields) -> Held:
    return frozenset(getattr(thing, field) for field in fields)


def _held_in(chunk: Chunk[E], fields: Fields) -> Held:
    there = list(filter(None, chunk))
    return frozenset(chain.from_iterable(map(attrgetter(field), there) for field in fields))


def _grow(chunks: list[Chunk[E]], number: int) -> None:
    """Make room for a chunk with a number; all before it have their full size."""
    while len(chunks) <= number:
        if chunks:
            chunks[-1] = tuple(_at_least(chunks[-1], _ROOM))
        chunks.append(())


def _at_least(chunk: Chunk[E], size: int) -> list[E | None]:
    return [*chunk, *[None] * (size - len(chunk))]


def _ids_between(mine: Chunk[E], theirs: Chunk[E]) -> Iterator[str]:
    for one, other in zip_longest(mine, theirs):
        if one is not other:
            yield from (thing.id for thing in (one, other) if thing is not None)
