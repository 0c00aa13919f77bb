"""Records: things as they stand in the file, and how they come to stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Final, NamedTuple

from domain.errors import KnownError
from domain.model import LISTS, Kind
from domain.store.fields import Cell, Field, Row
from domain.values import dataclass

Parts = Mapping[str, Sequence[Row]]
"""The rows of the parts, by the id of what they are parts of."""


class Misfit(ValueError):
    """A row that no thing can be made of; its text names the row."""


UNFIT: Final = (KnownError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""Whatever a value may have against the cells that it is made of."""


@contextmanager
def misfit(row: str) -> Iterator[None]:
    """Whatever a value has against a row comes out as a Misfit of that name."""
    try:
        yield
    except UNFIT as error:
        raise Misfit(row) from error


class Record(NamedTuple):
    """A thing as it stands in the file: its place, its cells, the rows of its parts."""

    position: int
    row: Row
    parts: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Shape:
    """The fields of something, in the order of its columns."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that its fields fill."""
        return tuple(column for field in self.fields for column in field.columns)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where in a row each column is."""
        return {column: place for place, column in enumerate(self.columns)}

    def row(self, thing: Any) -> Row:  # noqa: ANN401 - whatever has these fields
        """The cells of a thing."""
        cells: list[Cell] = []
        for field in self.fields:
            cells.extend(field.cells(getattr(thing, field.name)))
        return tuple(cells)

    def values(self, row: Row) -> dict[str, Any]:
        """The fields that a row holds."""
        return {
            name: value(row[start]) if end is None else value(*row[start:end])
            for name, value, start, end in self._cells
        }

    @cached_property
    def _cells(self) -> list[tuple[str, Callable[..., Any], int, int | None]]:
        """What makes each field, from which cell, and up to which where it is more than one."""
        found, start = [], 0
        for field in self.fields:
            end = start + len(field.columns)
            found.append((field.name, field.value, start, None if end - start == 1 else end))
            start = end
        return found


@dataclass(frozen=True)
class Part(Shape):
    """What a thing has many of, in a table of their own."""

    name: str
    owner: str

    @property
    def table(self) -> str:
        """The name of the table, which is that of the field."""
        return self.name


@dataclass(frozen=True)
class Form(Shape):
    """How the things of one kind stand in the file; the id is their first column."""

    kind: Kind
    part: Part | None = None

    @property
    def table(self) -> str:
        """The name of the table, which is that of the list."""
        return LISTS[self.kind]

    def record(self, thing: Any, position: int) -> Record:  # noqa: ANN401 - one of eleven kinds
        """A thing as it stands in the file."""
        if self.part is None:
            return Record(position, self.row(thing))
        parts = tuple(map(self.part.row, getattr(thing, self.part.name)))
        return Record(position, self.row(thing), parts)

    def thing(self, row: Row, parts: Sequence[Row] = ()) -> Any:  # noqa: ANN401 - as in record
        """The thing that a row and the rows of its parts hold; raises Misfit if there is none."""
        try:
            values = self.values(row)
            if self.part is not None:
                values[self.part.name] = tuple(
                    self.part.make(**self.part.values(part)) for part in parts
                )
            return self.make(**values)
        except UNFIT as error:
            raise Misfit(f"{self.kind} {row[0]}") from error

    def things(self, rows: Iterable[Row], parts: Parts) -> Sequence[Any]:
        """The things that rows hold, in their order; raises Misfit where there is none.

        Before its cells each row has its position.
        """
        return [self.thing(row[1:], parts.get(str(row[1]), ())) for row in rows]
