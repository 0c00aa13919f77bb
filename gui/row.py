"""A row of the table and the timeline: a heading, or a rotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Final, overload

from typing_extensions import override

from domain.values import dataclass

ROW_HEIGHT: Final = 26
"""Pixels at a text size of 100 %; the same in table and timeline."""


class RowKind(Enum):
    """What a row is about."""

    MISSION = auto()
    GROUP = auto()
    """The heading of something else than a mission: a force, or a status."""
    ROTATION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a heading, or a rotation; the heading of no mission has an empty one."""

    kind: RowKind
    id: str
    mission: str

    @property
    def is_heading(self) -> bool:
        """Whether it can be closed and opened."""
        return self.kind is not RowKind.ROTATION


class RowList(Sequence[Row]):
    """The rows as a sequence; each is made when it is looked at."""

    def __init__(self, length: int, row: Callable[[int], Row]) -> None:
        """So many rows, each given by its number."""
        self._length, self._row = length, row

    @override
    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    @override
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._row(number) for number in range(*index.indices(len(self)))]
        number = index + len(self) if index < 0 else index
        if not 0 <= number < len(self):
            raise IndexError(index)
        return self._row(number)
