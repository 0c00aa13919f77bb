"""How rotations stand in the file: as other things do, but there may be a hundred thousand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import Any, Final, TypeVar

from typing_extensions import override

from domain.model import Kind, Rotation, Status
from domain.store.fields import (
    NOTES,
    Field,
    Row,
    day,
    day_notes,
    notes_cells,
    notes_value,
    packed,
    plain,
    unpacked_texts,
    word,
)
from domain.store.records import Form, Parts, misfit

K = TypeVar("K")
V = TypeVar("V")


class _Memo(dict[K, V]):
    """Values by what they are made of, each made once, and so shared."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self._make(key)
        return value


def _supports_cell(given: tuple[str, ...]) -> str | None:
    return packed(given) if given else None


def _supports(stored: str | None) -> tuple[str, ...]:
    return () if stored is None else unpacked_texts(stored)


class RotationForm(Form):
    """How rotations stand in their table.

    Rows become rotations column by column and without the checks of the class: the table has
    the same checks, and they are gone through each time a file is opened.
    """

    @override
    def row(self, thing: Rotation) -> Row:
        return (
            thing.id,
            thing.mission,
            thing.name,
            thing.first_day.isoformat(),
            thing.last_day.isoformat(),
            thing.military,
            thing.civilian,
            thing.police,
            thing.teams,
            thing.force,
            thing.quantity,
            thing.post,
            thing.relieves,
            thing.continues,
            thing.part_of,
            _supports_cell(thing.supports),
            thing.status.value,
            thing.justification,
            thing.note,
            *notes_cells(thing.day_notes),
        )

    @override
    def things(self, rows: Sequence[Row], parts: Parts) -> Iterable[Rotation]:
        if not rows:
            return ()
        rotations = list(map(object.__new__, repeat(Rotation, len(rows))))
        columns: list[tuple[Any, ...]] = list(zip(*rows, strict=True))[1:]
        notes = list(zip(*columns[-len(NOTES) :], strict=True))
        filled = zip(_FIELDS, [*columns[: -len(NOTES)], notes], strict=True)
        for (name, make), cells in filled:
            with misfit(f"{self.table}: {name}"):
                values = cells if make is None else map(_Memo(make).__getitem__, cells)
                deque(map(getattr(Rotation, name).__set__, rotations, values), maxlen=0)
        return rotations


def _itself(cell: str | None) -> str | None:
    return cell


_FIELDS: Final[tuple[tuple[str, Callable[[Any], Any] | None], ...]] = (
    ("id", None),
    ("mission", _itself),
    ("name", None),
    ("first_day", date.fromisoformat),
    ("last_day", date.fromisoformat),
    ("military", None),
    ("civilian", None),
    ("police", None),
    ("teams", None),
    ("force", _itself),
    ("quantity", None),
    ("post", _itself),
    ("relieves", None),
    ("continues", None),
    ("part_of", None),
    ("supports", _supports),
    ("status", Status),
    ("justification", None),
    ("note", None),
    ("day_notes", notes_value),
)
"""The fields in the order of the columns, and what makes a value of a cell."""

ROTATIONS: Final = RotationForm(
    Rotation,
    (
        *plain("id", "mission", "name"),
        day("first_day"),
        day("last_day"),
        *plain("military", "civilian", "police", "teams", "force", "quantity"),
        *plain("post", "relieves", "continues", "part_of"),
        Field("supports", ("supports",), lambda given: (_supports_cell(given),), _supports),
        word("status", Status),
        *plain("justification", "note"),
        day_notes(),
    ),
    Kind.ROTATION,
)
