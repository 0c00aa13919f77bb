"""What ties rotations together: wholes and their parts, and the same people going on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.engine.ways import Swap
from domain.model import Rotation, Table

Index = dict[str, dict[str, None]]
"""For an id the ids of the rotations that name it."""


Roots = dict[str, str]
"""For ids that were asked before, the id at which their chain ends."""


def root_of(rotations: Table[Rotation], rotation: Rotation, field: str, known: Roots) -> str:
    """The id at which the chain ends that a field leads along; remembered for all on the way."""
    passed: list[str] = []
    while rotation.id not in known and (name := getattr(rotation, field)) is not None:
        passed.append(rotation.id)
        rotation = rotations[name]
    root = known.get(rotation.id, rotation.id)
    known.update(dict.fromkeys(passed, root))
    return root


def tied_otherwise(before: Rotation | None, after: Rotation | None) -> bool:
    """Whether an edit changed what a rotation is part of or continues."""
    return _ties_of(before) != _ties_of(after)


def _ties_of(rotation: Rotation | None) -> tuple[str | None, str | None]:
    return (None, None) if rotation is None else (rotation.part_of, rotation.continues)


class Ties:
    """Who is part of whom and who continues whom, looked up backwards too."""

    def __init__(self, rotations: Table[Rotation]) -> None:
        """Look at every rotation once, cancelled ones too."""
        self._parts_of: Index = {}
        self._continued_by: Index = {}
        for rotation in rotations.things():
            if rotation.part_of is not None or rotation.continues is not None:
                self._enter(rotation)

    def follow(self, swaps: Iterable[Swap]) -> None:
        """Go on after an edit."""
        for before, after in swaps:
            if before is not None:
                self._leave(before)
            if after is not None:
                self._enter(after)

    def _enter(self, rotation: Rotation) -> None:
        for index, name in self._links(rotation):
            index.setdefault(name, {})[rotation.id] = None

    def _leave(self, rotation: Rotation) -> None:
        for index, name in self._links(rotation):
            index[name].pop(rotation.id, None)

    def _links(self, rotation: Rotation) -> Iterator[tuple[Index, str]]:
        if rotation.part_of is not None:
            yield self._parts_of, rotation.part_of
        if rotation.continues is not None:
            yield self._continued_by, rotation.continues

    def linked(self, rotations: Table[Rotation], names: Iterable[str]) -> set[str]:
        """Some rotations and all that are tied to them, through however many others."""
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            waiting.extend(self._parts_of.get(name, ()))
            waiting.extend(self._continued_by.get(name, ()))
            rotation = rotations.get(name)
            ties = () if rotation is None else (rotation.part_of, rotation.continues)
            waiting.extend(tie for tie in ties if tie is not None)
        return seen
